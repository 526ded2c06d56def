#include "client/core/store/packed_id.h"

#include <algorithm>
#include <cstring>

namespace vb::client::store {
namespace {

constexpr std::size_t kUuidChars = 36;
constexpr std::size_t kUuidBytes = 16;

}  // namespace

std::optional<Uuid> canonicalUuid(std::string_view text) {
  if (text.size() != kUuidChars) return std::nullopt;
  // Upper case parses too, but would come back as lower case.
  if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return std::nullopt;
  auto parsed = Uuid::parse(text);
  if (!parsed) return std::nullopt;
  return *parsed;
}

PackedId::PackedId(std::string_view text) {
  if (const auto one = canonicalUuid(text)) {
    std::memcpy(packed_.data(), one->bytes.data(), kUuidBytes);
    size_ = kUuidBytes;
    return;
  }
  if (text.size() == 2 * kUuidChars + 1 && text[kUuidChars] == '.') {
    const auto first = canonicalUuid(text.substr(0, kUuidChars));
    const auto second = canonicalUuid(text.substr(kUuidChars + 1));
    if (first && second) {
      std::memcpy(packed_.data(), first->bytes.data(), kUuidBytes);
      std::memcpy(packed_.data() + kUuidBytes, second->bytes.data(), kUuidBytes);
      size_ = 2 * kUuidBytes;
      return;
    }
  }
  text_ = text;
}

PackedId::PackedId(const Uuid& uuid) : size_(kUuidBytes) { std::memcpy(packed_.data(), uuid.bytes.data(), kUuidBytes); }

std::string PackedId::text(std::string_view stored, bool isBlob) {
  if (!isBlob) return std::string(stored);
  if (stored.size() == 2 * kUuidBytes)
    return uuidOf(stored.substr(0, kUuidBytes)).text() + '.' + uuidOf(stored.substr(kUuidBytes)).text();
  return uuidOf(stored).text();
}

std::string_view bytesOf(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
}

Uuid uuidOf(std::string_view bytes) {
  Uuid uuid;
  if (bytes.size() == uuid.bytes.size()) std::memcpy(uuid.bytes.data(), bytes.data(), bytes.size());
  return uuid;
}

}  // namespace vb::client::store
