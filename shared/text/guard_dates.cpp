// Dates of birth and postal addresses.
#include <array>

#include "shared/text/guard_scan.h"
#include "shared/text/tuning.h"

namespace vb::text::guard {
namespace {

constexpr std::array<std::string_view, 30> kMonths = {
    "januari",  "februari", "maart",   "april",    "mei",   "juni", "juli", "augustus", "september", "oktober",
    "november", "december", "january", "february", "march", "may",  "june", "july",     "august",    "october",
    "jan",      "feb",      "mrt",     "apr",      "jun",   "jul",  "aug",  "sep",      "okt",       "nov"};

struct Number {
  int value = 0;
  std::size_t end = 0;
  std::size_t digits = 0;
};
Number numberAt(std::string_view text, std::size_t i) {
  Number number{0, i, 0};
  while (isDigit(at(text, number.end)) && number.digits < 5) {
    number.value = number.value * 10 + (text[number.end++] - '0');
    ++number.digits;
  }
  return number;
}

bool isYear(const Number& number, bool twoDigits) {
  if (number.digits == 4) return number.value >= 1900 && number.value < 2100;
  return twoDigits && number.digits == 2;
}
bool isDay(int value) { return value >= 1 && value <= 31; }
bool isMonth(int value) { return value >= 1 && value <= 12; }

std::size_t monthEnd(std::string_view text, std::size_t i) {
  const std::string word = contextAfter(text, i, 12);
  std::size_t longest = 0;
  for (const auto month : kMonths) {
    if (word.starts_with(month) && month.size() > longest) longest = month.size();
  }
  if (longest == 0) return 0;
  const std::size_t end = i + longest + (at(text, i + longest) == '.' ? 1 : 0);
  return isAsciiLetter(at(text, end)) ? 0 : end;
}

// "12-03-1984", "12/3/84", "1984-03-12", "12 maart 1984"; the end, 0 when it is no date.
std::size_t dateEnd(std::string_view text, std::size_t begin) {
  const Number first = numberAt(text, begin);
  if (first.digits == 0 || first.digits == 3 || first.digits > 4) return 0;
  std::size_t i = first.end;
  std::size_t sign = dashBytes(text, i);
  if (sign == 0 && (at(text, i) == '/' || at(text, i) == '.')) sign = 1;
  if (sign > 0 && isDigit(at(text, i + sign))) {
    const Number second = numberAt(text, i + sign);
    i = second.end;
    const std::size_t again = dashBytes(text, i) > 0                       ? dashBytes(text, i)
                              : (at(text, i) == '/' || at(text, i) == '.') ? 1
                                                                           : 0;
    if (again == 0 || second.digits > 2 || !isMonth(second.value)) return 0;
    const Number third = numberAt(text, i + again);
    const bool dayFirst = isDay(first.value) && first.digits <= 2 && isYear(third, true);
    const bool yearFirst = isYear(first, false) && third.digits >= 1 && third.digits <= 2 && isDay(third.value);
    return (dayFirst || yearFirst) && !wordAt(text, third.end) ? third.end : 0;
  }
  const std::size_t space = spaceBytes(text, i) + dashBytes(text, i + spaceBytes(text, i));
  if (space == 0 || first.digits > 2 || !isDay(first.value)) return 0;
  const std::size_t month = monthEnd(text, i + space);
  if (month == 0) return 0;
  const std::size_t yearAt = month + spaceBytes(text, month) + dashBytes(text, month + spaceBytes(text, month));
  const Number year = numberAt(text, yearAt);
  return yearAt > month && isYear(year, true) && !wordAt(text, year.end) ? year.end : 0;
}

bool speaksOfBirth(std::string_view text, std::size_t begin, std::size_t end) {
  std::string before = contextBefore(text, begin, tuning::kGuardContextBytes);
  // A sentence that ended before the date speaks of something else.
  for (std::size_t stop; (stop = before.find_first_of("\n;!?")) != std::string::npos;) before.erase(0, stop + 1);
  if (const std::size_t stop = before.rfind(". ");
      stop != std::string::npos && !before.substr(0, stop).ends_with("geb")) {
    before.erase(0, stop + 2);
  }
  if (containsAny(before, {"geboren", "geboorte", "geb.", "geb ", "gebdat", "born", "birth", "dob"})) return true;
  std::string after = contextAfter(text, end, 24);
  if (const std::size_t stop = after.find_first_of("\n.;!?"); stop != std::string::npos) after.erase(stop);
  return containsAny(after, {"geboren", "(geb", "born"});
}

// Letters of a postcode; SA, SD and SS are not given out.
bool isPostcode(std::string_view text, std::size_t i, std::size_t& end) {
  for (std::size_t k = 0; k < 4; ++k) {
    if (!isDigit(at(text, i + k))) return false;
  }
  if (text[i] == '0' || wordBefore(text, i)) return false;
  const std::size_t letters = i + 4 + spaceBytes(text, i + 4);
  if (!isUpper(at(text, letters)) || !isUpper(at(text, letters + 1)) || wordAt(text, letters + 2)) return false;
  const std::string_view pair = text.substr(letters, 2);
  if (pair == "SA" || pair == "SD" || pair == "SS") return false;
  end = letters + 2;
  return true;
}

// " 12", ", 12a", " nr. 12", " huisnummer 12"; the end, 0 when none follows.
std::size_t houseNumberEnd(std::string_view text, std::size_t i) {
  std::size_t here = i;
  if (at(text, here) == ',') ++here;
  here += spaceBytes(text, here);
  for (const std::string_view word : {"huisnummer", "huisnr.", "huisnr", "nummer", "nr.", "nr"}) {
    if (contextAfter(text, here, word.size()) != word) continue;
    here += word.size();
    if (at(text, here) == ':') ++here;
    here += spaceBytes(text, here);
    break;
  }
  if (here == i) return 0;
  const Number number = numberAt(text, here);
  if (number.digits == 0 || number.digits > 5 || number.value == 0) return 0;
  std::size_t end = number.end;
  if (isAsciiLetter(at(text, end)) && !wordAt(text, end + 1)) ++end;
  return wordAt(text, end) || at(text, end) == '%' ? 0 : end;
}

// Where "Dorpsstraat 12, " begins when it stands right before `postcode`; npos when it does not.
std::size_t streetBefore(std::string_view text, std::size_t postcode) {
  const auto none = std::string_view::npos;
  std::size_t i = postcode;
  while (i > 0 && (text[i - 1] == ' ' || text[i - 1] == ',' || text[i - 1] == '\n' || text[i - 1] == '\r')) --i;
  if (i == postcode) return none;
  std::size_t number = i;
  if (number > 0 && isAsciiLetter(text[number - 1])) --number;
  const std::size_t digitsEnd = number;
  while (number > 0 && isDigit(text[number - 1])) --number;
  if (number == digitsEnd || digitsEnd - number > 5 || number == 0 || text[number - 1] != ' ') return none;
  std::size_t street = number - 1;
  while (street > 0 && (wordBefore(text, street) || text[street - 1] == '-' || text[street - 1] == '.')) --street;
  const std::string name = contextAfter(text, street, number - 1 - street);
  const bool capital = isUpper(at(text, street)) || static_cast<unsigned char>(at(text, street)) >= 0xC3;
  if (!capital || name.size() < 3 || name == "postbus" || name == "antwoordnummer" || name == "artikel") return none;
  return street;
}

bool isPostBox(std::string_view text, std::size_t postcode) {
  return containsAny(contextBefore(text, postcode, 30), {"postbus", "antwoordnummer"});
}

}  // namespace

void findBirthDates(std::string_view text, Findings& findings) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!isDigit(text[i]) || wordBefore(text, i)) continue;
    const std::size_t end = dateEnd(text, i);
    if (end > 0 && speaksOfBirth(text, i, end)) findings.add(PersonalData::birthDate, i, end);
    if (end > 0) i = end - 1;
  }
}

void findAddresses(std::string_view text, Findings& findings) {
  for (std::size_t i = 0; i + 6 <= text.size(); ++i) {
    std::size_t end = 0;
    if (!isDigit(text[i]) || !isPostcode(text, i, end) || isPostBox(text, i)) continue;
    const std::size_t street = streetBefore(text, i);
    const std::size_t number = houseNumberEnd(text, end);
    if (street != std::string_view::npos) {
      findings.add(PersonalData::postalAddress, street, end);
    } else if (number > 0) {
      findings.add(PersonalData::postalAddress, i, number);
    }
    i = end - 1;
  }
}

}  // namespace vb::text::guard
