// IBANs (ISO 13616) and telephone numbers (the Dutch numbering plan, E.164).
#include <algorithm>
#include <array>
#include <utility>

#include "shared/text/guard_scan.h"
#include "shared/text/tuning.h"

namespace vb::text::guard {
namespace {

// Length per country as far as a Dutch municipality meets them; others by the standard's bounds.
constexpr std::array<std::pair<std::string_view, std::size_t>, 36> kIbanLengths{
    {{"NL", 18}, {"BE", 16}, {"DE", 22}, {"FR", 27}, {"GB", 22}, {"LU", 20}, {"ES", 24}, {"IT", 27}, {"PT", 25},
     {"PL", 28}, {"AT", 20}, {"CH", 21}, {"DK", 18}, {"SE", 24}, {"NO", 15}, {"FI", 18}, {"IE", 22}, {"BG", 22},
     {"RO", 24}, {"HU", 28}, {"CZ", 24}, {"SK", 24}, {"SI", 19}, {"HR", 21}, {"GR", 27}, {"CY", 28}, {"MT", 31},
     {"EE", 20}, {"LV", 21}, {"LT", 20}, {"TR", 26}, {"UA", 29}, {"LI", 21}, {"IS", 26}, {"MC", 27}, {"SM", 27}}};

std::size_t ibanLength(std::string_view country) {
  for (const auto& [name, length] : kIbanLengths) {
    if (name == country) return length;
  }
  return 0;
}

bool passesMod97(const std::string& iban) {
  int rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    rest = isDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; }

// The end of the IBAN that begins at `begin`, 0 when there is none.
std::size_t ibanEnd(std::string_view text, std::size_t begin) {
  const std::string country{upper(at(text, begin)), upper(at(text, begin + 1))};
  const std::size_t length = ibanLength(country);
  if (length == 0) return 0;
  std::string iban;
  bool afterGap = true;
  for (std::size_t i = begin; i < text.size();) {
    if (isAlnum(text[i])) {
      iban += upper(text[i++]);
      afterGap = false;
      if (iban.size() == length) return !wordAt(text, i) && passesMod97(iban) ? i : 0;
      continue;
    }
    std::size_t gap = spaceBytes(text, i) + dashBytes(text, i);
    if (gap == 0 && text[i] == '.') gap = 1;
    if (gap == 0 || afterGap) return 0;
    afterGap = true;
    i += gap;
  }
  return 0;
}

// Words that say what a number is, when it is no telephone number.
bool namedOtherwise(std::string_view before) {
  return containsAny(before, {"zaak", "dossier", "kenmerk", "kvk", "factuur", "artikel", "toewijzingsnummer",
                              "ordernummer", "cli\xC3\xABntnummer", "clientnummer", "klantnummer", "rekening", "agb",
                              "polis", "referentie", "bericht", "isbn", "ecli", "\xE2\x82\xAC"});
}

// The digits of the first groups, up to `last`.
bool isDutchNumber(std::string_view text, const std::vector<Group>& groups, std::size_t last) {
  const std::size_t lead = groups[0].end - groups[0].begin;
  std::string digits;
  for (std::size_t i = 0; i <= last; ++i) {
    digits += text.substr(groups[i].begin, groups[i].end - groups[i].begin);
    // "06 1 2 3" is counting, "06 12 34 56 78" is a number.
    if (i > 0 && groups[i].end - groups[i].begin < 2) return false;
    if (i > 1 && groups[i].joint == '/') return false;
  }
  if (digits.size() != 10 || digits[0] != '0' || digits[1] == '0' || digits[1] == '9') return false;
  if (digits.starts_with("08") && !(digits[2] == '5' || digits[2] == '8' || digits[2] == '7'))
    return false;  // 0800 is public
  if (lead == 10) return true;
  if (lead == 2) return digits[1] == '6';
  // An area code of three or four digits: 010 .. 079, 0111 .. 0599.
  return (lead == 3 || lead == 4) && digits[1] != '6';
}

}  // namespace

void findIbans(std::string_view text, Findings& findings) {
  for (std::size_t i = 0; i + 15 <= text.size(); ++i) {
    if (!isAsciiLetter(text[i]) || !isAsciiLetter(text[i + 1])) continue;
    std::size_t check = i + 2;
    check += spaceBytes(text, check);
    if (!isDigit(at(text, check)) || wordBefore(text, i)) continue;
    if (const std::size_t end = ibanEnd(text, i); end > 0) {
      findings.add(PersonalData::iban, i, end);
      i = end - 1;
    }
  }
}

namespace {

// "+31 6 12345678", "+31 (0)20 123 45 67", "0031-20-1234567", "+32 470 12 34 56"; the end, 0 when it is none.
std::size_t internationalEnd(std::string_view text, std::size_t begin) {
  std::size_t i = begin;
  const bool plus = at(text, i) == '+';
  i += plus ? 1 : 2;
  std::string digits;
  std::size_t end = 0;
  int gap = 0;
  while (i < text.size()) {
    if (isDigit(text[i])) {
      digits += text[i++];
      end = i;
      gap = 0;
      if (digits.starts_with("31") && digits.size() == 11 && digits[2] != '0') break;
      if (digits.size() > 15) return 0;
      continue;
    }
    if (text.substr(i, 3) == "(0)") {
      i += 3;
      continue;
    }
    std::size_t step = spaceBytes(text, i) + dashBytes(text, i);
    if (step == 0 && (text[i] == '.' || text[i] == '(' || text[i] == ')' || text[i] == '/')) step = 1;
    if (step == 0 || ++gap > 3) break;
    i += step;
  }
  if (end == 0 || wordAt(text, end)) return 0;
  if (digits.starts_with("310") && digits.size() == 12) return end;
  if (digits.starts_with("31")) return digits.size() == 11 && digits[2] != '0' ? end : 0;
  return plus && digits.size() >= 10 && digits.size() <= 14 && digits[0] != '0' ? end : 0;
}

std::size_t nationalEnd(std::string_view text, std::size_t begin, const std::vector<Group>& groups) {
  for (std::size_t last = 0; last < groups.size() && last < 6; ++last) {
    if (!isDutchNumber(text, groups, last)) continue;
    const bool goesOn = last + 1 < groups.size() && groups[last + 1].joint != ' ' && groups[last + 1].joint != '/';
    if (goesOn || wordAt(text, groups[last].end)) return 0;
    const std::string before = contextBefore(text, begin, 24);
    return namedOtherwise(before) ? 0 : groups[last].end;
  }
  return 0;
}

}  // namespace

void findPhones(std::string_view text, Findings& findings) {
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool inNumber =
        i > 0 && (isDigit(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == ',') && i > 1 && isDigit(text[i - 2]);
    if ((c != '+' && c != '0') || inNumber || wordBefore(text, i)) {
      ++i;
      continue;
    }
    const bool international = (c == '+' && isDigit(at(text, i + 1))) || text.substr(i, 4) == "0031";
    std::size_t begin = i;
    std::size_t end = 0;
    if (international) {
      end = internationalEnd(text, i);
    } else if (c == '0') {
      const auto groups = digitGroups(text, i, 7);
      end = nationalEnd(text, i, groups);
      if (end > 0 && begin > 0 && text[begin - 1] == '(') --begin;
    }
    if (end > 0) findings.add(PersonalData::phone, begin, end);
    ++i;
    if (end > i) i = end;
    while (end == 0 && isDigit(at(text, i))) ++i;
  }
}

}  // namespace vb::text::guard
