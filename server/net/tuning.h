// Limits of the network room.
#pragma once

#include <cstddef>

#include "shared/base/clock.h"

namespace vb::server::net {

// Deadlines, in seconds: the wheel turns once a second, so each may be one second late.
inline constexpr int kHeaderSeconds = 10;     // TLS handshake and request head: a slow sender is no client (slowloris)
inline constexpr int kBodySeconds = 10;       // to send the body of an HTTP request, and to take our answer
inline constexpr int kAnswerSeconds = 30;     // for us to answer it: passwords wait for their turn to be hashed
inline constexpr int kKeepAliveSeconds = 15;  // between two requests on one HTTP connection
inline constexpr int kHelloSeconds = 10;      // from the upgrade to the first message
inline constexpr int kPingSeconds = 30;       // nothing heard for so long: ping; nothing for as long again: gone
inline constexpr int kPingJitterSeconds = 6;  // earlier by up to so much
inline constexpr int kCloseSeconds = 5;       // to flush what waits and to answer our close frame
inline constexpr int kWheelSeconds = 64;      // longer than every deadline and its jitter

inline constexpr Milliseconds kDrainMax{8'000};      // shorter than the 10 s that service managers give at least
inline constexpr Milliseconds kComeBackMax{10'000};  // clients of a restarting server spread over so much

inline constexpr std::size_t kRecheckedAtOnce = 500;  // tokens in one read: some milliseconds of the only reader
inline constexpr std::size_t kRecheckSeconds = 20;    // a round is spread over so much, however many are connected

// HTTP
inline constexpr std::size_t kHeaderBytesMax = 8 * 1024;  // tokens are short and there are no cookies
inline constexpr std::size_t kBodyBytesMax = 64 * 1024;   // an account with its profile is under 2 KiB
inline constexpr int kRequestsPerConnection = 100;        // then a new connection, so that a restart can drain
inline constexpr int kRetryTooManySeconds = 60;           // connections of others end meanwhile
inline constexpr int kRetryUnavailableSeconds = 5;        // a restart takes about that

// Contents of documents
inline constexpr std::size_t kPieceBytes = 256 * 1024;  // of a body, in memory at once; a usual document in one
inline constexpr int kPieceSeconds = 45;                // to send or take one: 6 KiB a second, slower than any line
inline constexpr int kStoreSeconds = 60;                // for us to store a large one under its hash
inline constexpr int kContentDrainSeconds = 3;          // a download that ends so soon is not worth beginning again
inline constexpr int kContentRequestsPerConnection = 10'000;  // the first fetch of a channel: one connection, not many
inline constexpr int kExchangesPerUser = 48;                  // under way; a client has a few, on some devices
inline constexpr int kExchangesMax = 1'024;                   // of all users: 256 MiB of pieces
inline constexpr Milliseconds kLookEvery{500};  // at the rights of a reader while bytes flow; they stop within a second
inline constexpr std::size_t kMetadataPairsMax = 16;  // of Upload-Metadata; three are read

// WebSocket
inline constexpr std::size_t kReadBytes = 640;             // part of every idle connection; most messages are smaller
inline constexpr std::size_t kLargeReadBytes = 16 * 1024;  // while a larger message comes in
inline constexpr std::size_t kFrameLinesMax = 31;  // a line, its end and the header: 63 of the 64 parts of one sendmsg
inline constexpr std::size_t kFrameBytesMax = 512 * 1024;  // half of what a client accepts; one line may pass it
inline constexpr std::size_t kQueueBytesMax =
    1024 * 1024;  // pushes waiting; a reader that is further behind is lagging
inline constexpr std::size_t kAnswerBytesPause = 512 * 1024;  // answers waiting: no further request is begun
inline constexpr std::size_t kClientNameBytesMax = 80;        // of `client`, in the log
inline constexpr int kReadsUnderWayMax = 8;                   // pulls at once; a page is 192 KiB

// Fan-out
inline constexpr std::size_t kFlushAtOnce = 128;  // connections written before others get their turn
inline constexpr std::size_t kFlushKept =
    64 * 1024;  // places of connections already written, in a list that never empties
inline constexpr std::chrono::microseconds kFlushDelay{300};  // after a recent flush to several: what follows joins it
inline constexpr Milliseconds kFlushRecent{2};                // what counts as recent

inline constexpr int kBacklog = 4096;             // all clients of a restarted server knock at once
inline constexpr Milliseconds kAcceptPause{100};  // out of descriptors: let some close

}  // namespace vb::server::net
