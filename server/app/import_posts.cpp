#include "server/app/import_posts.h"

#include <charconv>
#include <expat.h>
#include <memory>

#include "server/app/import_limits.h"

namespace vb::server::app {
namespace {

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

void onElement(void* context, const XML_Char* name, const XML_Char** attributes) {
  auto& row = *static_cast<PostRow*>(context);
  if (std::string_view(name) != "row") return;
  for (; attributes[0]; attributes += 2) row.fields.emplace(attributes[0], attributes[1]);
}

bool parseRow(XML_ParserStruct* parser, std::string_view text, PostRow& row, std::string& why) {
  XML_ParserReset(parser, "UTF-8");
  XML_SetUserData(parser, &row);
  XML_SetStartElementHandler(parser, &onElement);
  if (XML_Parse(parser, text.data(), static_cast<int>(text.size()), XML_TRUE) != XML_STATUS_OK) {
    why = std::string("no XML: ") + XML_ErrorString(XML_GetErrorCode(parser));
    return false;
  }
  return true;
}

// Could this row's PostTypeId be `type`? Only a look at the raw text, to spare the parsing of most others.
bool mayBeOf(std::string_view row, std::string_view type) {
  constexpr std::string_view kName = "PostTypeId";
  if (type.empty()) return true;
  for (std::size_t at = row.find(kName); at != std::string_view::npos; at = row.find(kName, at)) {
    at = row.find_first_not_of(" \t\r\n=", at + kName.size());
    if (at == std::string_view::npos) return false;
    if ((row[at] == '"' || row[at] == '\'') && row.substr(at + 1).starts_with(type)) return true;
  }
  return false;
}

std::string_view trimmedView(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::string_view PostRow::field(std::string_view name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

std::uint32_t PostRow::number(std::string_view name) const {
  const std::string_view text = field(name);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value <= limits::kPostIdMax ? value : 0;
}

bool PostsReader::nextLine(std::string& line) {
  line.clear();
  tooLong_ = false;
  bool any = false;
  for (int c; (c = in_.rdbuf()->sbumpc()) != std::char_traits<char>::eof();) {
    any = true;
    if (c == '\n') break;
    if (line.size() < limits::kRowBytesMax)
      line.push_back(static_cast<char>(c));
    else
      tooLong_ = true;
  }
  if (any) ++line_;
  return any;
}

Result<void> PostsReader::read(std::string_view type, const std::function<Result<void>(const PostRow&)>& each,
                               const Bad& bad) {
  in_.clear();
  in_.seekg(0);
  line_ = 0;
  const Parser parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  std::string line;
  std::string gathered;  // a row that goes on over lines
  long begunAt = 0;
  const auto giveUp = [&gathered, &begunAt, &bad] {
    if (!gathered.empty()) bad(begunAt, "a row without an end");
    gathered.clear();
  };
  while (nextLine(line)) {
    const std::string_view text = trimmedView(line);
    if (text.starts_with("<row") || text.starts_with("</")) giveUp();
    if (gathered.empty() && !text.starts_with("<row")) continue;
    if (tooLong_ || gathered.size() + text.size() > limits::kRowBytesMax) {
      bad(gathered.empty() ? line_ : begunAt, "a row too long to be one");
      gathered.clear();
      continue;
    }
    if (gathered.empty()) begunAt = line_;
    gathered.append(text).push_back('\n');
    if (!text.ends_with("/>") && !text.ends_with("</row>")) continue;
    if (mayBeOf(gathered, type)) {
      PostRow row;
      row.line = begunAt;
      std::string why;
      if (parseRow(parser.get(), gathered, row, why)) {
        if (type.empty() || row.field("PostTypeId") == type)
          if (auto done = each(row); !done) return done;
      } else {
        bad(begunAt, why);
      }
    }
    gathered.clear();
  }
  giveUp();
  if (in_.bad()) return fail(ErrorCode::ioFailed, "reading");
  return {};
}

std::vector<std::string> tagsOf(std::string_view text) {
  std::vector<std::string> tags;
  std::string tag;
  for (const char c : text) {
    if (c != '<' && c != '>' && c != '|') {
      tag += c;
    } else if (!tag.empty()) {
      tags.push_back(std::move(tag));
      tag.clear();
    }
  }
  if (!tag.empty()) tags.push_back(std::move(tag));
  return tags;
}

}  // namespace vb::server::app
