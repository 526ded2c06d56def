#include "server/net/tus_rules.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <set>
#include <utility>

#include "server/net/tuning.h"

namespace vb::server::net {
namespace {

constexpr std::string_view kUploads = "/v1/uploads";
constexpr std::string_view kContents = "/v1/contents/";

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }
bool isNumber(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

// A number that is too large for us is larger than every content.
std::int64_t saturated(std::string_view digits) {
  return readByteCount(digits).value_or(std::numeric_limits<std::int64_t>::max());
}

std::string_view trimmed(std::string_view text) {
  const auto isBlank = [](char letter) { return letter == ' ' || letter == '\t'; };
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

int sextet(char letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
  if (isDigit(letter)) return letter - '0' + 52;
  if (letter == '+') return 62;
  return letter == '/' ? 63 : -1;
}

template <class IdType>
bool readId(const std::string& text, IdType& id) {
  const auto parsed = IdType::parse(text);
  if (!parsed || parsed->isNil()) return false;
  id = *parsed;
  return true;
}

Result<void> readPair(std::string_view key, const std::string& value, UploadMetadata& metadata) {
  if (key == "channel" && !readId(value, metadata.channel)) return fail(ErrorCode::badField, "channel");
  if (key == "topic" && !readId(value, metadata.topic)) return fail(ErrorCode::badField, "topic");
  if (key == "id" && !readId(value, metadata.id.emplace())) return fail(ErrorCode::badField, "id");
  return {};
}

}  // namespace

bool isContentPath(std::string_view path) {
  return path == kUploads || path.starts_with("/v1/uploads/") || path.starts_with(kContents);
}

ContentTarget readTarget(std::string_view path) {
  ContentTarget target;
  if (path == kUploads) {
    target.kind = ContentTarget::Kind::uploads;
  } else if (path.starts_with("/v1/uploads/")) {
    const auto id = UploadId::parse(path.substr(kUploads.size() + 1));
    if (!id) return target;
    target.kind = ContentTarget::Kind::upload;
    target.upload = *id;
  } else if (path.starts_with(kContents)) {
    path.remove_prefix(kContents.size());
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return target;
    auto scope = Scope::parse(path.substr(0, slash));
    const auto version = VersionId::parse(path.substr(slash + 1));
    if (!scope || !version) return target;
    target.kind = ContentTarget::Kind::version;
    target.scope = std::move(*scope);
    target.version = *version;
  }
  return target;
}

std::optional<std::int64_t> readByteCount(std::string_view text) {
  if (!isNumber(text) || text.size() > 18) return std::nullopt;
  std::int64_t count = 0;
  for (const char letter : text) count = count * 10 + (letter - '0');
  return count;
}

std::optional<std::string> decodeBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  text.remove_suffix(padding);
  std::string decoded;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char letter : text) {
    const int value = sextet(letter);
    if (value < 0) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    decoded += static_cast<char>((bits >> static_cast<unsigned>(have)) & 0xffU);
  }
  // What is left over says nothing, and says it in one way only.
  if ((bits & ((1U << static_cast<unsigned>(have)) - 1U)) != 0) return std::nullopt;
  return decoded;
}

Result<UploadMetadata> readMetadata(std::string_view text) {
  UploadMetadata metadata;
  std::set<std::string_view> keys;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto pair = trimmed(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    const auto space = pair.find(' ');
    const auto key = pair.substr(0, space);
    const auto value = decodeBase64(space == std::string_view::npos ? std::string_view() : pair.substr(space + 1));
    if (key.empty() || !value || !keys.insert(key).second || keys.size() > kMetadataPairsMax)
      return fail(ErrorCode::badField, "metadata");
    if (auto read = readPair(key, *value, metadata); !read) return read.error();
  }
  if (metadata.channel.isNil()) return fail(ErrorCode::badField, "channel");
  return metadata;
}

ByteRange readRange(std::string_view text, std::int64_t size) {
  const ByteRange whole{ByteRange::Kind::whole, 0, size};
  const ByteRange outside{ByteRange::Kind::outside, 0, 0};
  text = trimmed(text);
  constexpr std::string_view kUnit = "bytes=";
  const bool isBytes =
      text.size() > kUnit.size() && std::equal(kUnit.begin(), kUnit.end(), text.begin(), [](char lower, char letter) {
        return lower == (letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
      });
  if (!isBytes) return whole;
  text = trimmed(text.substr(kUnit.size()));
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return whole;
  const auto first = text.substr(0, dash);
  const auto last = text.substr(dash + 1);
  if (first.empty()) {
    if (!isNumber(last)) return whole;
    const auto bytes = std::min(saturated(last), size);
    if (bytes == 0) return outside;
    return {ByteRange::Kind::part, size - bytes, bytes};
  }
  if (!isNumber(first) || !(last.empty() || isNumber(last))) return whole;
  const auto from = saturated(first);
  const auto to = last.empty() ? std::numeric_limits<std::int64_t>::max() : saturated(last);
  if (to < from) return whole;
  if (from >= size) return outside;
  return {ByteRange::Kind::part, from, std::min(to, size - 1) - from + 1};
}

bool fitsIfRange(std::string_view ifRange, std::string_view entityTag) {
  ifRange = trimmed(ifRange);
  return ifRange.empty() || ifRange == entityTag;
}

std::string httpDate(Timestamp moment) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment) - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

}  // namespace vb::server::net
