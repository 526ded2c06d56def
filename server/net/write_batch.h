// WriteBatch: one frame being written, with its buffers; lent from a pool, so that idle connections hold none.
#pragma once

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>

#include "server/net/outgoing_queue.h"

namespace vb::server::net {

// A view on buffers of a batch; cheap to copy, which Beast does often.
struct BufferView {
  using value_type = boost::asio::const_buffer;
  using const_iterator = const boost::asio::const_buffer*;
  const_iterator first = nullptr;
  const_iterator last = nullptr;
  const_iterator begin() const { return first; }
  const_iterator end() const { return last; }
};

struct WriteBatch {
  OutgoingFrame frame;
  std::array<boost::asio::const_buffer, 2 * kFrameLinesMax - 1> buffers;

  BufferView view() {
    static constexpr char kLineEnd = '\n';
    std::size_t used = 0;
    for (std::size_t i = 0; i < frame.count; ++i) {
      if (i > 0) buffers[used++] = boost::asio::const_buffer(&kLineEnd, 1);
      buffers[used++] = boost::asio::const_buffer(frame.lines[i]->data(), frame.lines[i]->size());
    }
    return {buffers.data(), buffers.data() + used};
  }
};

class WriteBatches {
 public:
  std::unique_ptr<WriteBatch> lend() {
    if (free_.empty()) return std::make_unique<WriteBatch>();
    auto batch = std::move(free_.back());
    free_.pop_back();
    return batch;
  }
  void giveBack(std::unique_ptr<WriteBatch> batch) {
    batch->frame.clear();
    if (free_.size() < kKeep) free_.push_back(std::move(batch));
  }

 private:
  static constexpr std::size_t kKeep = 256;  // twice a turn of the flusher
  std::vector<std::unique_ptr<WriteBatch>> free_;
};

}  // namespace vb::server::net
