#include "shared/base/ids.h"

#include <sodium.h>

namespace vb {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool isDash(std::size_t position) { return position == 8 || position == 13 || position == 18 || position == 23; }

}  // namespace

Result<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return fail(ErrorCode::badField, "uuid: not 36 characters");
  Uuid id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isDash(i)) {
      if (text[i] != '-') return fail(ErrorCode::badField, "uuid: dash expected");
      continue;
    }
    const int digit = hexDigit(text[i]);
    if (digit < 0) return fail(ErrorCode::badField, "uuid: not a hexadecimal digit");
    auto& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | digit);
    ++nibble;
  }
  return id;
}

Uuid Uuid::v7(const Clock& clock, RandomSource& random) {
  Uuid id;
  random.fill(std::as_writable_bytes(std::span(id.bytes)));
  const auto ms = static_cast<std::uint64_t>(clock.now().time_since_epoch().count());
  for (int i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
  id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

Uuid Uuid::named(std::string_view name) {
  Uuid id;
  crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                     nullptr, 0);
  id.bytes[6] = static_cast<std::uint8_t>(0x80 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

std::string Uuid::text() const {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (isDash(out.size())) out.push_back('-');
    out.push_back(kDigits[bytes[i] >> 4]);
    out.push_back(kDigits[bytes[i] & 0x0f]);
  }
  return out;
}

}  // namespace vb
