// PackedId: a record id as stored: 16 bytes for a UUID, 32 for two joined by a dot, its text otherwise. Halves the
// keys.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/ids.h"

namespace vb::client::store {

class PackedId {
 public:
  explicit PackedId(std::string_view text);
  explicit PackedId(const Uuid& uuid);
  // As read from a column.
  static std::string text(std::string_view stored, bool isBlob);

  bool isBlob() const { return size_ > 0; }
  std::string_view bytes() const {
    return isBlob() ? std::string_view(packed_.data(), size_) : std::string_view(text_);
  }

 private:
  std::array<char, 32> packed_{};
  std::size_t size_ = 0;
  std::string text_;
};

std::string_view bytesOf(const Uuid& uuid);
Uuid uuidOf(std::string_view bytes);  // nil unless 16 bytes
// The UUID that a text names in exactly the form in which we would write it.
std::optional<Uuid> canonicalUuid(std::string_view text);

}  // namespace vb::client::store
