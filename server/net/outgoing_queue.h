// OutgoingQueue: encoded messages on their way to one connection, in order. Lines are shared between connections, never
// copied. Owned by SyncConnection.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "server/api/api.h"
#include "server/net/tuning.h"

namespace vb::server::net {

// The lines of one text frame, joined by '\n' on the wire.
struct OutgoingFrame {
  std::array<api::Line, kFrameLinesMax> lines;
  std::size_t count = 0;
  std::size_t bytes = 0;

  void clear();
};

class OutgoingQueue {
 public:
  void add(api::Line line);
  // Moves what fits into one frame, at least one line; false when nothing waits.
  bool take(OutgoingFrame& frame);
  void clear();
  // Takes out what is about this scope; the codec writes the type first and the scope second.
  void drop(const std::string& scope);

  bool isEmpty() const { return lines_.empty(); }
  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<api::Line> lines_;
  std::size_t bytes_ = 0;
};

}  // namespace vb::server::net
