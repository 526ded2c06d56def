#include "server/blobs/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vb::server::blobs {

Error systemError(const std::string& what) {
  const int code = errno;
  const auto detail = what + ": " + std::strerror(code);
  if (code == ENOSPC || code == EDQUOT || code == EFBIG) return {ErrorCode::diskFull, detail};
  if (code == ENOENT) return {ErrorCode::notFound, detail};
  return {ErrorCode::ioFailed, detail};
}

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

File& File::operator=(File&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Result<File> File::openToRead(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return systemError("open");
  return File(descriptor);
}

Result<File> File::openToWrite(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return systemError("open");
  return File(descriptor);
}

Result<std::int64_t> File::size() const {
  struct stat facts {};
  if (::fstat(descriptor_, &facts) != 0) return systemError("stat");
  return static_cast<std::int64_t>(facts.st_size);
}

Result<void> File::cutTo(std::int64_t size) {
  if (::ftruncate(descriptor_, size) != 0) return systemError("truncate");
  return {};
}

Result<void> File::write(std::string_view bytes, std::int64_t offset) {
  while (!bytes.empty()) {
    const auto written = ::pwrite(descriptor_, bytes.data(), bytes.size(), offset);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return systemError("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += written;
  }
  return {};
}

Result<std::string> File::read(std::int64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const auto got = ::pread(descriptor_, bytes.data() + have, size - have, offset + static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return systemError("read");
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Result<void> File::sync() {
  if (::fdatasync(descriptor_) != 0) return systemError("sync");
  return {};
}

Result<void> syncFolder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return systemError("open folder");
  const bool isSynced = ::fsync(descriptor) == 0;
  const auto failed = isSynced ? Error{} : systemError("sync folder");
  ::close(descriptor);
  if (!isSynced) return failed;
  return {};
}

}  // namespace vb::server::blobs
