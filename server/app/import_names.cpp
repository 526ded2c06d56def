#include "server/app/import_names.h"

#include <algorithm>
#include <array>

#include "server/app/import_batches.h"
#include "shared/domain/checks.h"
#include "shared/text/utf8.h"

namespace vb::server::app {
namespace {

struct NamedType {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array kTypes{
    NamedType{".md", "text/markdown"},
    NamedType{".markdown", "text/markdown"},
    NamedType{".txt", "text/plain"},
    NamedType{".csv", "text/csv"},
    NamedType{".pdf", "application/pdf"},
    NamedType{".png", "image/png"},
    NamedType{".jpg", "image/jpeg"},
    NamedType{".jpeg", "image/jpeg"},
    NamedType{".gif", "image/gif"},
    NamedType{".webp", "image/webp"},
    NamedType{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    NamedType{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    NamedType{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    NamedType{".odt", "application/vnd.oasis.opendocument.text"},
    NamedType{".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    NamedType{".odp", "application/vnd.oasis.opendocument.presentation"},
};

bool mayStand(std::string_view letter) {
  if (letter.find_first_of("/\\\t") != std::string_view::npos) return false;
  return checks::checkText("name", letter, 0, letter.size(), true).ok();
}

}  // namespace

std::string cleanedName(std::string_view raw) {
  std::string name;
  for (std::size_t at = 0; at < raw.size();) {
    const auto from = at;
    text::nextCodePoint(raw, at);
    const auto letter = raw.substr(from, at - from);
    name += mayStand(letter) ? letter : std::string_view("_");
  }
  name = trimmed(name);
  if (name.empty() || name == "." || name == "..") return "_";
  return name;
}

std::string mediaTypeOf(std::string_view name) {
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos) return "application/octet-stream";
  std::string ending(name.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  for (const auto& [known, type] : kTypes)
    if (ending == known) return std::string(type);
  return "application/octet-stream";
}

}  // namespace vb::server::app
