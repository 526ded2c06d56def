#include "shared/base/clock.h"

#include <sodium.h>

namespace vb {
namespace {

class SystemClock final : public Clock {
 public:
  Timestamp now() const override {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
  }
  Milliseconds elapsed() const override {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

class SystemRandom final : public RandomSource {
 public:
  void fill(std::span<std::byte> bytes) override { randombytes_buf(bytes.data(), bytes.size()); }
};

}  // namespace

std::uint64_t RandomSource::below(std::uint64_t bound) {
  // Rejection keeps it uniform.
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
  std::uint64_t value = 0;
  do {
    fill(std::as_writable_bytes(std::span(&value, 1)));
  } while (value >= limit);
  return value % bound;
}

std::unique_ptr<Clock> createSystemClock() { return std::make_unique<SystemClock>(); }

std::unique_ptr<RandomSource> createSystemRandom() {
  if (sodium_init() < 0) std::abort();  // no source of randomness on this machine
  return std::make_unique<SystemRandom>();
}

}  // namespace vb
