// Time and randomness, injected everywhere so that whole-system runs are repeatable.
// Wall time is shown to people; it never orders anything.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace vb {

using Milliseconds = std::chrono::milliseconds;
// UTC; on the wire and on disk an integer of milliseconds since 1970-01-01T00:00Z.
using Timestamp = std::chrono::sys_time<Milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  // Wall time in UTC. May jump.
  virtual Timestamp now() const = 0;
  // Monotonic time since some fixed moment. For timeouts.
  virtual Milliseconds elapsed() const = 0;
};

class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::byte> bytes) = 0;
  // Uniform in [0, bound); bound > 0.
  std::uint64_t below(std::uint64_t bound);
};

std::unique_ptr<Clock> createSystemClock();
// libsodium's randombytes.
std::unique_ptr<RandomSource> createSystemRandom();

}  // namespace vb
