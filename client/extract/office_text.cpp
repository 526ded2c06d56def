#include "client/extract/office_text.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>
#include <zip.h>

#include <pugixml.hpp>

#include "client/extract/errors.h"
#include "client/extract/tuning.h"

namespace vb::client::extract {
namespace {

struct ZipClosed {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct EntryClosed {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, ZipClosed>;

struct Part {
  std::vector<char> bytes;
  const char* error = nullptr;
  bool isThere = false;
};

// What the directory claims is checked here; what really comes out, while it comes out.
const char* claimsTooMuch(zip_t* zip) {
  const auto entries = zip_get_num_entries(zip, 0);
  if (entries > kZipEntriesMax) return kTooLarge;
  std::uint64_t all = 0;
  for (zip_int64_t entry = 0; entry < entries; ++entry) {
    zip_stat_t stat;
    if (zip_stat_index(zip, static_cast<zip_uint64_t>(entry), 0, &stat) != 0) return kDamaged;
    if ((stat.valid & ZIP_STAT_SIZE) == 0) continue;
    if (stat.size > kUnpackedBytesMax - all) return kTooLarge;
    all += stat.size;
  }
  return nullptr;
}

Part part(zip_t* zip, const char* name, std::uint64_t bytesMax) {
  Part made;
  zip_stat_t stat;
  if (zip_stat(zip, name, 0, &stat) != 0) return made;
  made.isThere = true;
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    made.error = kEncrypted;
    return made;
  }
  const bool isBomb = stat.size > kRatioFromBytes && stat.size / kRatioMax > stat.comp_size;
  if (stat.size > bytesMax || isBomb) {
    made.error = kTooLarge;
    return made;
  }
  const std::unique_ptr<zip_file_t, EntryClosed> file(zip_fopen_index(zip, stat.index, 0));
  if (!file) {
    made.error = kDamaged;
    return made;
  }
  made.bytes.resize(stat.size + 1);  // one more than claimed: a part that goes on is a lie
  std::size_t read = 0;
  while (read < made.bytes.size()) {
    const auto more = zip_fread(file.get(), made.bytes.data() + read, made.bytes.size() - read);
    if (more < 0) {
      made.error = kDamaged;
      return made;
    }
    if (more == 0) break;
    read += static_cast<std::size_t>(more);
  }
  if (read > stat.size) made.error = kTooLarge;
  made.bytes.resize(std::min<std::size_t>(read, stat.size));
  return made;
}

std::string_view localName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// What a reader of one of the two formats does at an element.
struct Step {
  bool isSkipped = false;  // with all below
  bool keepsText = false;  // the text directly in it counts
  bool endsLine = false;   // at its end
  const char* adds = nullptr;
  int times = 1;
};

Step docxStep(const pugi::xml_node& node) {
  const auto name = localName(node);
  if (name == "t") return {.keepsText = true};
  if (name == "p" || name == "tr") return {.endsLine = true};
  if (name == "tab" || name == "tc") return {.adds = "\t"};
  if (name == "br" || name == "cr") return {.adds = "\n"};
  if (name == "noBreakHyphen") return {.adds = "-"};
  // Deleted text, what fields are made of, and the second copy of a text box for older readers.
  if (name == "del" || name == "moveFrom" || name == "instrText" || name == "pPr" || name == "rPr" || name == "tblPr" ||
      name == "sectPr" || name == "Fallback")
    return {.isSkipped = true};
  return {};
}

Step odtStep(const pugi::xml_node& node, bool isInParagraph) {
  const auto name = localName(node);
  if (name == "p" || name == "h") return {.keepsText = true, .endsLine = true};
  if (name == "s") return {.adds = " ", .times = std::clamp(node.attribute("text:c").as_int(1), 1, 100)};
  if (name == "tab") return {.adds = "\t"};
  if (name == "line-break") return {.adds = "\n"};
  if (name == "tracked-changes" || name == "annotation" || name == "forms" || name == "scripts" ||
      name == "binary-data")
    return {.isSkipped = true};
  return {.keepsText = isInParagraph};
}

// Walks without recursion, so that depth costs no stack. Nothing when it is deeper than any document.
template <class StepOf>
std::optional<QByteArray> textOf(const pugi::xml_node& root, StepOf stepOf) {
  struct Level {
    pugi::xml_node node;
    Step step;
  };
  QByteArray out;
  std::vector<Level> above;
  pugi::xml_node node = root;
  while (node) {
    bool goesDown = false;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (!above.empty() && above.back().step.keepsText) out += node.value();
    } else if (node.type() == pugi::node_element) {
      const Step step = stepOf(node, !above.empty() && above.back().step.keepsText);
      if (!step.isSkipped) {
        if (step.adds != nullptr)
          for (int time = 0; time < step.times; ++time) out += step.adds;
        if (node.first_child()) {
          if (above.size() >= static_cast<std::size_t>(kXmlDepthMax)) return std::nullopt;
          above.push_back({node, step});
          node = node.first_child();
          goesDown = true;
        } else if (step.endsLine) {
          out += '\n';
        }
      }
    }
    if (goesDown) continue;
    while (!node.next_sibling() && !above.empty()) {
      node = above.back().node;
      if (above.back().step.endsLine) out += '\n';
      above.pop_back();
      if (above.empty()) return out;
    }
    if (above.empty()) return out;
    node = node.next_sibling();
  }
  return out;
}

// Adds the text of one part; an error name, or nothing.
template <class StepOf>
const char* addPart(Part& source, const char* path, StepOf stepOf, QByteArray& into) {
  if (source.error != nullptr) return source.error;
  pugi::xml_document document;
  // Neither a document type nor its entities are read: only the five of XML itself mean something.
  constexpr unsigned kHow = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata | pugi::parse_eol;
  const auto parsed = document.load_buffer_inplace(source.bytes.data(), source.bytes.size(), kHow);
  if (parsed.status == pugi::status_out_of_memory) return kTooLarge;
  if (!parsed) return kDamaged;
  const pugi::xml_node root = *path == '\0' ? document.document_element() : document.first_element_by_path(path);
  if (!root) return kDamaged;
  const auto text = textOf(root, stepOf);
  if (!text) return kTooLarge;
  into += *text;
  return nullptr;
}

}  // namespace

Extracted officeText(const QByteArray& zipped) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(zipped.constData(), static_cast<zip_uint64_t>(zipped.size()), 0, &error);
  if (source == nullptr) return {{}, kDamaged};
  Zip zip(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!zip) {
    zip_source_free(source);
    return {{}, kDamaged};
  }
  if (const char* much = claimsTooMuch(zip.get())) return {{}, much};

  QByteArray text;
  const char* failed = nullptr;
  constexpr std::uint64_t kMimeBytesMax = 200;
  const auto mime = part(zip.get(), "mimetype", kMimeBytesMax);
  const std::string_view type(mime.bytes.data(), mime.bytes.size());
  if (type.starts_with("application/vnd.oasis.opendocument.text")) {
    auto content = part(zip.get(), "content.xml", kXmlBytesMax);
    if (!content.isThere) return {{}, kDamaged};
    // The encryption of ODF is in the manifest: its parts are no XML then.
    const auto manifest = part(zip.get(), "META-INF/manifest.xml", kXmlBytesMax);
    const std::string_view listed(manifest.bytes.data(), manifest.bytes.size());
    if (listed.find("encryption-data") != listed.npos) return {{}, kEncrypted};
    failed = addPart(content, "office:document-content/office:body", odtStep, text);
  } else if (auto body = part(zip.get(), "word/document.xml", kXmlBytesMax); body.isThere) {
    const auto step = [](const pugi::xml_node& node, bool) { return docxStep(node); };
    failed = addPart(body, "w:document/w:body", step, text);
    for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
      if (failed != nullptr) break;
      if (auto more = part(zip.get(), notes, kXmlBytesMax); more.isThere) failed = addPart(more, "", step, text);
    }
  } else {
    failed = kUnsupported;
  }
  if (failed == nullptr && static_cast<std::size_t>(text.size()) > kTextBytesMax) failed = kTooLarge;
  if (failed != nullptr) return {{}, failed};
  return {QString::fromUtf8(text), {}};
}

}  // namespace vb::client::extract
