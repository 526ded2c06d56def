#include "server/storage/sqlite/high_water.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "server/storage/sqlite/backup.h"

namespace vb::server::storage {
namespace {

constexpr std::size_t kEpochBytes = 36;
constexpr std::size_t kMarkBytes =
    kEpochBytes + 1 + 20 + 1;  // "<uuid> <20 digits>\n": one block, so that a write is whole

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix) {
  auto path = file;
  path += suffix;
  return path;
}

int openPrivately(const std::filesystem::path& path, int more) {
  return ::open(path.c_str(), O_RDWR | O_CLOEXEC | more, 0600);
}

Error whyNot(ErrorCode code, const std::filesystem::path& path) {
  return fail(code, path.string() + ": " + std::strerror(errno));
}

}  // namespace

Result<HighWaterMark> HighWaterMark::open(const std::filesystem::path& file, const std::filesystem::path& place) {
  HighWaterMark mark;
  mark.place_ = place.empty() ? beside(file, ".highwater") : place;
  mark.lock_ = openPrivately(beside(file, ".lock"), O_CREAT);
  if (mark.lock_ < 0) return whyNot(ErrorCode::ioFailed, beside(file, ".lock"));
  if (::flock(mark.lock_, LOCK_EX | LOCK_NB) != 0)
    return fail(ErrorCode::unavailable, "another process has this database open");
  mark.descriptor_ = openPrivately(mark.place_, 0);
  if (mark.descriptor_ < 0 && errno != ENOENT) return whyNot(ErrorCode::badField, mark.place_);
  return mark;
}

Result<void> HighWaterMark::create() {
  if (descriptor_ >= 0) return {};
  descriptor_ = openPrivately(place_, O_CREAT);
  if (descriptor_ < 0) return whyNot(ErrorCode::badField, place_);
  // Its name, too: a mark that a power failure takes away would look like a disk that is not there.
  return syncToDisk(place_.has_parent_path() ? place_.parent_path() : std::filesystem::path("."));
}

HighWaterMark::HighWaterMark(HighWaterMark&& other) noexcept
    : place_(std::move(other.place_)),
      lock_(std::exchange(other.lock_, -1)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

HighWaterMark::~HighWaterMark() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (lock_ >= 0) ::close(lock_);
}

Result<std::optional<HighWaterMark::Mark>> HighWaterMark::read() const {
  if (descriptor_ < 0) return std::optional<Mark>();
  std::array<char, kMarkBytes> bytes{};
  const auto got = ::pread(descriptor_, bytes.data(), bytes.size(), 0);
  if (got == 0) return std::optional<Mark>();
  if (got < 0) return whyNot(ErrorCode::ioFailed, place_);
  Mark mark{std::string(bytes.data(), kEpochBytes), 0};
  const char* digits = bytes.data() + kEpochBytes + 1;
  const bool isWhole = got == static_cast<ssize_t>(bytes.size()) && digits[-1] == ' ' && digits[20] == '\n';
  if (!isWhole || std::from_chars(digits, digits + 20, mark.commit).ptr != digits + 20)
    return fail(ErrorCode::restoredDatabase, "the high-water mark " + place_.string() + " is damaged");
  return std::optional<Mark>(std::move(mark));
}

std::optional<HighWaterMark::Mark> HighWaterMark::readBeside(const std::filesystem::path& file) {
  HighWaterMark mark;
  mark.place_ = beside(file, ".highwater");
  mark.descriptor_ = openPrivately(mark.place_, 0);
  auto read = mark.read();
  return read ? *read : std::nullopt;
}

void HighWaterMark::removeOther(const std::filesystem::path& file) const {
  std::error_code ignored;
  const auto other = beside(file, ".highwater");
  if (!std::filesystem::equivalent(place_, other, ignored)) std::filesystem::remove(other, ignored);
}

bool HighWaterMark::write(const Mark& mark, bool sync) {
  std::array<char, kMarkBytes + 1> bytes{};
  std::snprintf(bytes.data(), bytes.size(), "%36.36s %020lld\n", mark.epoch.c_str(),
                static_cast<long long>(mark.commit));
  if (descriptor_ < 0) return false;
  if (::pwrite(descriptor_, bytes.data(), kMarkBytes, 0) != static_cast<ssize_t>(kMarkBytes)) return false;
  return !sync || ::fdatasync(descriptor_) == 0;
}

}  // namespace vb::server::storage
