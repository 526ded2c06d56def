#include "shared/text/utf8.h"

namespace vb::text {
namespace {

// Base letters of U+00C0..U+017F and U+1E00..U+1EFF; '?' where more than one letter or none is meant.
constexpr char kLatin[] =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllll?"
    "?llnnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr char kLatinAdditional[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

std::string_view letterPair(char32_t codePoint) {
  switch (codePoint) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x13F:
    case 0x140:
      return "l";
    case 0x149:
      return "n";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

bool continues(std::string_view utf8, std::size_t at) {
  return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80;
}
char32_t bitsAt(std::string_view utf8, std::size_t at) { return static_cast<unsigned char>(utf8[at]) & 0x3F; }

}  // namespace

char32_t nextCodePoint(std::string_view utf8, std::size_t& at) {
  const auto first = static_cast<unsigned char>(utf8[at]);
  const std::size_t here = at++;
  if (first < 0x80) return first;
  if (first >= 0xC2 && first < 0xE0 && continues(utf8, here + 1)) {
    at = here + 2;
    return (static_cast<char32_t>(first & 0x1F) << 6) | bitsAt(utf8, here + 1);
  }
  if (first >= 0xE0 && first < 0xF0 && continues(utf8, here + 1) && continues(utf8, here + 2)) {
    const char32_t value =
        (static_cast<char32_t>(first & 0x0F) << 12) | (bitsAt(utf8, here + 1) << 6) | bitsAt(utf8, here + 2);
    if (value < 0x800 || (value >= 0xD800 && value < 0xE000)) return kReplacement;
    at = here + 3;
    return value;
  }
  if (first >= 0xF0 && first < 0xF5 && continues(utf8, here + 1) && continues(utf8, here + 2) &&
      continues(utf8, here + 3)) {
    const char32_t value = (static_cast<char32_t>(first & 0x07) << 18) | (bitsAt(utf8, here + 1) << 12) |
                           (bitsAt(utf8, here + 2) << 6) | bitsAt(utf8, here + 3);
    if (value < 0x10000 || value > 0x10FFFF) return kReplacement;
    at = here + 4;
    return value;
  }
  return kReplacement;
}

void appendUtf8(std::string& out, char32_t codePoint) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (codePoint < 0x80) {
    put(codePoint);
  } else if (codePoint < 0x800) {
    put(0xC0 | (codePoint >> 6));
    put(0x80 | (codePoint & 0x3F));
  } else if (codePoint < 0x10000) {
    put(0xE0 | (codePoint >> 12));
    put(0x80 | ((codePoint >> 6) & 0x3F));
    put(0x80 | (codePoint & 0x3F));
  } else {
    put(0xF0 | (codePoint >> 18));
    put(0x80 | ((codePoint >> 12) & 0x3F));
    put(0x80 | ((codePoint >> 6) & 0x3F));
    put(0x80 | (codePoint & 0x3F));
  }
}

void appendFolded(std::string& out, char32_t codePoint) {
  if (codePoint < 0x80) {
    out.push_back(static_cast<char>(codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
    return;
  }
  if (isCombining(codePoint)) return;
  char base = '?';
  if (codePoint >= 0xC0 && codePoint <= 0x17F) base = kLatin[codePoint - 0xC0];
  if (codePoint >= 0x1E00 && codePoint <= 0x1EFF) base = kLatinAdditional[codePoint - 0x1E00];
  if (base != '?') {
    out.push_back(base);
  } else if (const auto pair = letterPair(codePoint); !pair.empty()) {
    out += pair;
  } else if (codePoint >= 0x391 && codePoint <= 0x3A9) {
    appendUtf8(out, codePoint + 32);
  } else if (codePoint >= 0x410 && codePoint <= 0x42F) {
    appendUtf8(out, codePoint + 32);
  } else if (codePoint >= 0x400 && codePoint <= 0x40F) {
    appendUtf8(out, codePoint + 80);
  } else {
    appendUtf8(out, codePoint);
  }
}

bool isCombining(char32_t codePoint) {
  return (codePoint >= 0x300 && codePoint <= 0x36F) || codePoint == 0xAD || codePoint == 0x200C ||
         codePoint == 0x200D || codePoint == 0x2060;
}

bool isWordLetter(char32_t codePoint) {
  if (codePoint < 0x80) {
    const auto lower = codePoint | 0x20;
    return (codePoint >= '0' && codePoint <= '9') || (lower >= 'a' && lower <= 'z');
  }
  if (codePoint < 0xC0) return codePoint == 0xAA || codePoint == 0xB5 || codePoint == 0xBA;
  if (codePoint == 0xD7 || codePoint == 0xF7 || codePoint == kReplacement || codePoint == 0xFEFF) return false;
  if (isCombining(codePoint)) return false;
  const bool symbols = (codePoint >= 0x2000 && codePoint <= 0x2BFF) || (codePoint >= 0x3000 && codePoint <= 0x303F) ||
                       (codePoint >= 0xE000 && codePoint <= 0xF8FF) || (codePoint >= 0xFE00 && codePoint <= 0xFE1F) ||
                       (codePoint >= 0xFF00 && codePoint <= 0xFF0F) || (codePoint >= 0x1F000 && codePoint <= 0x1FAFF);
  return !symbols;
}

}  // namespace vb::text
