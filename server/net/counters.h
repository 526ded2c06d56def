// Counters of the network room: plain numbers, written on the network thread, read there for the metrics.
#pragma once

#include <cstdint>

namespace vb::server::net {

struct Counters {
  std::int64_t connectionsOpen = 0;    // accepted, in any stage
  std::int64_t connectionsSynced = 0;  // WebSockets open now
  std::int64_t connectionsAccepted = 0;
  std::int64_t connectionsRefused = 0;  // over a limit: closed without an answer
  std::int64_t upgradesRefused = 0;
  std::int64_t httpRequests = 0;
  std::int64_t framesIn = 0;
  std::int64_t framesOut = 0;
  std::int64_t linesOut = 0;
  std::int64_t bytesOut = 0;
  std::int64_t pushes = 0;            // changes that had at least one receiver
  std::int64_t deliveries = 0;        // times receivers
  std::int64_t lagging = 0;           // connections closed because they did not keep up
  std::int64_t badConversations = 0;  // closed for what they sent
  std::int64_t timedOut = 0;          // closed because a deadline passed
  std::int64_t contentBytesIn = 0;    // of documents, by uploads
  std::int64_t contentBytesOut = 0;   // and by downloads
};

}  // namespace vb::server::net
