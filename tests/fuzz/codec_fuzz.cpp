// Any bytes as a frame, in both directions: an answer or an Error, and what was understood is understood again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "shared/protocol/codec.h"

using namespace vb::protocol;

namespace {

// Of a type that is not known nothing but the type is kept.
bool isUnknown(const ClientMessage&) { return false; }
bool isUnknown(const ServerMessage& message) { return std::holds_alternative<Unknown>(message); }

template <class Messages, class Decode>
void again(const Messages& messages, Decode decode) {
  for (const auto& message : messages) {
    if (isUnknown(message)) continue;
    const std::string text = encode(message);
    const auto second = decode(text);
    if (!second || second->size() != 1) std::abort();
    if (encode(second->front()) != text) std::abort();
  }
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view frame(reinterpret_cast<const char*>(data), size);
  if (const auto messages = decodeClientFrame(frame)) again(*messages, decodeClientFrame);
  if (const auto messages = decodeServerFrame(frame)) again(*messages, decodeServerFrame);
  return 0;
}
