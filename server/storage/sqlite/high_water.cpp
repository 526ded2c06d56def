#include "server/storage/sqlite/high_water.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace vb::server::storage {
namespace {

constexpr std::size_t kEpochBytes = 36;
constexpr std::size_t kMarkBytes =
    kEpochBytes + 1 + 20 + 1;  // "<uuid> <20 digits>\n": one block, so that a write is whole

}  // namespace

std::filesystem::path highWaterPath(const std::filesystem::path& file) {
  auto path = file;
  path += ".highwater";
  return path;
}

Result<HighWaterMark> HighWaterMark::open(const std::filesystem::path& file) {
  const int descriptor = ::open(highWaterPath(file).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(ErrorCode::ioFailed, "high-water mark: " + std::string(std::strerror(errno)));
  HighWaterMark mark(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    return fail(ErrorCode::unavailable, "another process has this database open");
  return mark;
}

HighWaterMark::HighWaterMark(HighWaterMark&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

HighWaterMark::~HighWaterMark() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<HighWaterMark::Mark> HighWaterMark::read() const {
  std::array<char, kMarkBytes> bytes{};
  if (::pread(descriptor_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return std::nullopt;
  Mark mark{std::string(bytes.data(), kEpochBytes), 0};
  const char* digits = bytes.data() + kEpochBytes + 1;
  if (std::from_chars(digits, digits + 20, mark.commit).ec != std::errc()) return std::nullopt;
  return mark;
}

bool HighWaterMark::write(const Mark& mark, bool sync) {
  std::array<char, kMarkBytes + 1> bytes{};
  std::snprintf(bytes.data(), bytes.size(), "%36.36s %020lld\n", mark.epoch.c_str(),
                static_cast<long long>(mark.commit));
  if (::pwrite(descriptor_, bytes.data(), kMarkBytes, 0) != static_cast<ssize_t>(kMarkBytes)) return false;
  return !sync || ::fdatasync(descriptor_) == 0;
}

}  // namespace vb::server::storage
