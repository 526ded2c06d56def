// What the helper says of a file that it gives no text of; the same words as DocumentText::errorCode.
#pragma once

namespace vb::client::extract {

inline constexpr char kUnsupported[] = "unsupported";  // no text in this type
inline constexpr char kEncrypted[] = "encrypted";      // asks for a password
inline constexpr char kDamaged[] = "damaged";          // does not read as what it says it is
inline constexpr char kTooLarge[] = "too_large";       // more than anybody reads, or made to be so
inline constexpr char kNotHere[] = "not_here";         // cannot be opened

}  // namespace vb::client::extract
