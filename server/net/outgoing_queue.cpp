#include "server/net/outgoing_queue.h"

#include <utility>

namespace vb::server::net {

void OutgoingFrame::clear() {
  for (std::size_t i = 0; i < count; ++i) lines[i].reset();
  count = bytes = 0;
}

void OutgoingQueue::add(api::Line line) {
  bytes_ += line->size();
  lines_.push_back(std::move(line));
}

bool OutgoingQueue::take(OutgoingFrame& frame) {
  frame.clear();
  while (frame.count < lines_.size() && frame.count < kFrameLinesMax) {
    auto& line = lines_[frame.count];
    if (frame.count > 0 && frame.bytes + 1 + line->size() > kFrameBytesMax) break;
    frame.bytes += line->size() + (frame.count > 0 ? 1 : 0);
    bytes_ -= line->size();
    frame.lines[frame.count++] = std::move(line);
  }
  lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(frame.count));
  if (lines_.empty() && lines_.capacity() > 4) lines_ = {};  // an idle connection keeps next to nothing
  return frame.count > 0;
}

void OutgoingQueue::drop(const std::string& scope) {
  const std::string named = R"(","scope":")" + scope + '"';
  std::erase_if(lines_, [&](const api::Line& line) {
    const auto at = line->find(named);
    const bool isOfScope = at != std::string::npos && line->find('"', line->find(':') + 2) == at;
    if (isOfScope) bytes_ -= line->size();
    return isOfScope;
  });
}

void OutgoingQueue::clear() {
  lines_ = {};
  bytes_ = 0;
}

}  // namespace vb::server::net
