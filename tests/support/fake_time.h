// A clock that moves when told, and randomness that repeats: for tests.
#pragma once

#include <cstring>

#include "shared/base/clock.h"

namespace vb::test {

class FakeClock final : public Clock {
 public:
  explicit FakeClock(Timestamp start = Timestamp(Milliseconds(1'795'000'000'000))) : now_(start) {}
  Timestamp now() const override { return now_; }
  Milliseconds elapsed() const override { return elapsed_; }
  void advance(Milliseconds by) {
    now_ += by;
    elapsed_ += by;
  }
  // The wall clock jumps; monotonic time does not.
  void jump(Milliseconds by) { now_ += by; }

 private:
  Timestamp now_;
  Milliseconds elapsed_{0};
};

// SplitMix64: small, and the same on every machine.
class FakeRandom final : public RandomSource {
 public:
  explicit FakeRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  void fill(std::span<std::byte> bytes) override {
    for (std::size_t at = 0; at < bytes.size();) {
      const std::uint64_t value = next();
      const std::size_t part = std::min(sizeof value, bytes.size() - at);
      std::memcpy(bytes.data() + at, &value, part);
      at += part;
    }
  }
  bool chance(int percent) { return static_cast<int>(below(100)) < percent; }

 private:
  std::uint64_t state_;
};

}  // namespace vb::test
