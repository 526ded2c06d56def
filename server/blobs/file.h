// File: a file descriptor that closes itself, and the few things done with it. Errors say what and why: diskFull,
// notFound, ioFailed. Any thread; one at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace vb::server::blobs {

class File {
 public:
  File() = default;
  ~File();
  File(File&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  File& operator=(File&& other) noexcept;

  static Result<File> openToRead(const std::filesystem::path& path);
  // Made when it is missing, for this user alone.
  static Result<File> openToWrite(const std::filesystem::path& path);

  Result<std::int64_t> size() const;
  Result<void> cutTo(std::int64_t size);
  Result<void> write(std::string_view bytes, std::int64_t offset);
  // Fewer than `size` at the end only.
  Result<std::string> read(std::int64_t offset, std::size_t size) const;
  Result<void> sync();

 private:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

// What stands in a folder is on disk: after a rename in it.
Result<void> syncFolder(const std::filesystem::path& folder);
// The error of the last call of the system.
Error systemError(const std::string& what);

}  // namespace vb::server::blobs
