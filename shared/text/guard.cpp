#include "shared/text/guard.h"

#include <algorithm>

#include "shared/text/guard_scan.h"
#include "shared/text/tuning.h"

namespace vb::text {
namespace guard {

std::size_t spaceBytes(std::string_view text, std::size_t i) {
  const char c = at(text, i);
  if (c == ' ') return 1;
  if (c == '\xC2' && at(text, i + 1) == '\xA0') return 2;
  if (c == '\xE2' && at(text, i + 1) == '\x80') {
    const auto third = static_cast<unsigned char>(at(text, i + 2));
    if ((third >= 0x80 && third <= 0x8B) || third == 0xAF) return 3;
  }
  return 0;
}

std::size_t dashBytes(std::string_view text, std::size_t i) {
  const char c = at(text, i);
  if (c == '-') return 1;
  if (c == '\xE2' && at(text, i + 1) == '\x80') {
    const auto third = static_cast<unsigned char>(at(text, i + 2));
    if (third >= 0x90 && third <= 0x95) return 3;
  }
  return 0;
}

bool wordAt(std::string_view text, std::size_t i) {
  if (i >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return isAlnum(text[i]);
  if (c == 0xC2 && static_cast<unsigned char>(at(text, i + 1)) < 0xC0) return false;
  return !(c == 0xE2 && (at(text, i + 1) == '\x80' || at(text, i + 1) == '\x81' || at(text, i + 1) == '\x82'));
}

bool wordBefore(std::string_view text, std::size_t i) {
  if (i == 0) return false;
  std::size_t begin = i - 1;
  while (begin > 0 && i - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return wordAt(text, begin);
}

namespace {
std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return isUpper(c) ? char(c + 32) : c; });
  return lower;
}
}  // namespace

std::string contextBefore(std::string_view text, std::size_t i, std::size_t bytes) {
  const std::size_t begin = i > bytes ? i - bytes : 0;
  return lowered(text.substr(begin, i - begin));
}
std::string contextAfter(std::string_view text, std::size_t i, std::size_t bytes) {
  return lowered(text.substr(std::min(i, text.size()), bytes));
}
bool containsAny(std::string_view context, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [context](std::string_view word) { return context.find(word) != std::string_view::npos; });
}

std::vector<Group> digitGroups(std::string_view text, std::size_t from, std::size_t max) {
  std::vector<Group> groups;
  std::size_t i = from;
  char joint = 0;
  while (groups.size() < max && isDigit(at(text, i))) {
    const std::size_t begin = i;
    while (isDigit(at(text, i))) ++i;
    groups.push_back({begin, i, joint});
    // At most: space, one sign, space.
    std::size_t next = i + spaceBytes(text, i);
    joint = next > i ? ' ' : '\0';
    const char sign = at(text, next);
    if (const std::size_t dash = dashBytes(text, next); dash > 0) {
      joint = '-';
      next += dash;
    } else if (sign == '.' || sign == '/' || sign == ')') {
      joint = sign;
      ++next;
    }
    if (joint != '.') next += spaceBytes(text, next);
    if (joint == '\0' || !isDigit(at(text, next))) break;
    i = next;
  }
  return groups;
}

bool Findings::isFree(std::size_t begin, std::size_t end) const {
  const auto touches = [begin, end](const Finding& other) { return begin < other.end && other.begin < end; };
  return std::none_of(found_.begin(), found_.end(), touches) && std::none_of(blocked_.begin(), blocked_.end(), touches);
}
void Findings::add(PersonalData kind, std::size_t begin, std::size_t end) {
  if (isFree(begin, end)) found_.push_back({kind, begin, end});
}
void Findings::block(std::size_t begin, std::size_t end) { blocked_.push_back({PersonalData::email, begin, end}); }
std::vector<Finding> Findings::take() {
  std::sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  return std::move(found_);
}

namespace {

bool isLocalPart(char c) { return isAlnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\''; }

void findLinks(std::string_view text, Findings& findings) {
  const auto endsLink = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '|';
  };
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    std::size_t begin = std::string_view::npos;
    if (text.substr(i, 3) == "://" && i > 0 && isAsciiLetter(text[i - 1])) {
      begin = i;
      while (begin > 0 && isAsciiLetter(text[begin - 1])) --begin;
    } else if (text.substr(i, 4) == "www." && !wordBefore(text, i)) {
      begin = i;
    }
    if (begin == std::string_view::npos) continue;
    std::size_t end = i + 4;
    while (end < text.size() && !endsLink(text[end])) ++end;
    findings.block(begin, end);
    i = end;
  }
}

bool isRealDomain(std::string_view domain) {
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain.find("..") != std::string_view::npos) return false;
  const std::string_view top = domain.substr(dot + 1);
  return top.size() >= 2 && std::all_of(top.begin(), top.end(), isAsciiLetter);
}

// ddmmyyyy or yyyymmdd written without signs.
bool looksLikeDate(std::string_view eight) {
  const auto number = [eight](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (eight[i] - '0');
    return value;
  };
  const auto plausible = [](int day, int month, int year) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year < 2100;
  };
  return plausible(number(0, 2), number(2, 2), number(4, 4)) || plausible(number(6, 2), number(4, 2), number(0, 4));
}

bool namesBsn(std::string_view context) {
  return containsAny(context, {"bsn", "burgerservicenummer", "burger service nummer", "sofi"});
}

class BsnSearch {
 public:
  BsnSearch(std::string_view text, Findings& findings) : text_(text), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < text_.size();) {
      if (!isDigit(text_[i])) {
        ++i;
        continue;
      }
      const auto groups = digitGroups(text_, i, text_.size());
      for (std::size_t first = 0; first < groups.size();) first += tryFrom(groups, first);
      i = groups.back().end;
    }
  }

 private:
  // Groups used up: those of a finding, else one.
  std::size_t tryFrom(const std::vector<Group>& groups, std::size_t first) {
    std::string digits;
    for (std::size_t last = first; last < groups.size(); ++last) {
      digits += text_.substr(groups[last].begin, groups[last].end - groups[last].begin);
      if (digits.size() > 9) break;
      if (digits.size() >= 8 && isBsn(groups, first, last, digits)) {
        findings_.add(PersonalData::bsn, groups[first].begin, groups[last].end);
        return last - first + 1;
      }
    }
    return 1;
  }

  bool isBsn(const std::vector<Group>& groups, std::size_t first, std::size_t last, const std::string& digits) const {
    const std::size_t begin = groups[first].begin;
    const std::size_t end = groups[last].end;
    if (!passesElevenTest(digits) || !findings_.isFree(begin, end) || wordAt(text_, end)) return false;
    const std::string before = contextBefore(text_, begin, tuning::kGuardContextBytes);
    const bool named = namesBsn(before);
    if (wordBefore(text_, begin) &&
        !(named && (before.ends_with("bsn") || before.ends_with("nummer") || before.ends_with("nr")))) {
      return false;
    }
    if (named) return true;
    const bool whole = first == last;
    const bool joinedBefore = first > 0 && groups[first].joint != ' ';
    const bool joinedAfter = last + 1 < groups.size() && groups[last + 1].joint != ' ';
    if (joinedBefore || joinedAfter) return false;
    if (!whole && !grouped(groups, first, last)) return false;
    if (digits.size() == 8 && (looksLikeDate(digits) || containsAny(before, {"kvk", "kamer van koophandel", "agb"})))
      return false;
    return !isAmount(before, end);
  }

  // The ways people write one: 123 456 782, 1234.56.782, 12345 6782, or digit by digit; and not part of a longer row.
  bool grouped(const std::vector<Group>& groups, std::size_t first, std::size_t last) const {
    std::string shape;
    for (std::size_t i = first; i <= last; ++i) {
      if (i > first && (groups[i].joint != groups[first + 1].joint || groups[i].joint == '/' || groups[i].joint == ')'))
        return false;
      shape += char('0' + (groups[i].end - groups[i].begin));
    }
    const bool alone = first == 0 && last + 1 == groups.size();
    const bool usual = shape == "333" || shape == "423" || shape == "432" || shape == "324" || shape == "233" ||
                       shape == "323" || shape == "332";
    const bool nine = groups[last].end - groups[first].begin >= 10 && shape != "44";  // two years make eight digits
    if (alone) return usual || shape == "2222" || (nine && shape.size() <= 3) || shape == "111111111";
    const bool thousands = shape == "333" && first > 0 && groups[first - 1].end - groups[first - 1].begin <= 3;
    const bool goesOn =
        shape == "333" && last + 1 < groups.size() && groups[last + 1].end - groups[last + 1].begin == 3;
    return usual && !thousands && !goesOn;
  }

  bool isAmount(std::string_view before, std::size_t end) const {
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (before.ends_with("\xE2\x82\xAC") || before.ends_with("eur") || before.ends_with("euro") ||
        before.ends_with('$'))
      return true;
    if (at(text_, end) == ',' && isDigit(at(text_, end + 1))) return true;
    const std::string after = contextAfter(text_, end + spaceBytes(text_, end), 4);
    return after.starts_with("euro") || after.starts_with("\xE2\x82\xAC") || after.starts_with("eur ");
  }

  std::string_view text_;
  Findings& findings_;
};

}  // namespace

void findLinksAndEmails(std::string_view text, Findings& findings) {
  findLinks(text, findings);
  for (std::size_t sign = text.find('@'); sign != std::string_view::npos; sign = text.find('@', sign + 1)) {
    std::size_t begin = sign;
    while (begin > 0 && isLocalPart(text[begin - 1])) --begin;
    while (begin < sign && !isAlnum(text[begin])) ++begin;
    std::size_t end = sign + 1;
    while (end < text.size() && (isAlnum(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    while (end > sign + 1 && !isAlnum(text[end - 1])) --end;
    if (begin == sign || !isRealDomain(text.substr(sign + 1, end - sign - 1))) continue;
    findings.add(PersonalData::email, begin, end);
  }
}

void findBsns(std::string_view text, Findings& findings) { BsnSearch(text, findings).run(); }

}  // namespace guard

bool passesElevenTest(std::string_view digits) {
  if ((digits.size() != 8 && digits.size() != 9) || !std::all_of(digits.begin(), digits.end(), guard::isDigit))
    return false;
  int sum = 0;
  int weight = static_cast<int>(digits.size());
  bool allZero = true;
  for (const char digit : digits) {
    allZero = allZero && digit == '0';
    sum += (digit - '0') * (weight == 1 ? -1 : weight);
    --weight;
  }
  return !allZero && sum % 11 == 0;
}

std::vector<Finding> findPersonalData(std::string_view utf8) {
  guard::Findings findings;
  guard::findLinksAndEmails(utf8, findings);
  guard::findIbans(utf8, findings);
  guard::findPhones(utf8, findings);
  guard::findBsns(utf8, findings);
  guard::findBirthDates(utf8, findings);
  guard::findAddresses(utf8, findings);
  return findings.take();
}

bool containsBsn(std::string_view utf8) {
  if (std::count_if(utf8.begin(), utf8.end(), guard::isDigit) < 8) return false;
  guard::Findings findings;
  guard::findLinksAndEmails(utf8, findings);
  guard::findIbans(utf8, findings);
  guard::findPhones(utf8, findings);
  guard::findBsns(utf8, findings);
  const auto found = findings.take();
  return std::any_of(found.begin(), found.end(), [](const Finding& one) { return one.kind == PersonalData::bsn; });
}

}  // namespace vb::text
