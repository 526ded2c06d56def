#include "server/blobs/content_folder.h"

#include <algorithm>
#include <cctype>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

#include <openssl/evp.h>

#include "server/blobs/file.h"
#include "server/blobs/tuning.h"

namespace vb::server::blobs {
namespace fs = std::filesystem;
namespace {

bool isHash(const std::string& text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
           return std::isdigit(letter) != 0 || (letter >= 'a' && letter <= 'f');
         });
}

Result<std::string> hashOf(const File& file, std::int64_t size) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
    return fail(ErrorCode::internal, "sha256");
  for (std::int64_t at = 0; at < size;) {
    const auto bytes = file.read(at, kHashBytes);
    if (!bytes) return bytes.error();
    if (bytes->empty()) return fail(ErrorCode::conflict, "shorter than told");
    EVP_DigestUpdate(context.get(), bytes->data(), bytes->size());
    at += static_cast<std::int64_t>(bytes->size());
  }
  unsigned char digest[32];
  unsigned int length = 0;
  if (EVP_DigestFinal_ex(context.get(), digest, &length) != 1 || length != sizeof digest)
    return fail(ErrorCode::internal, "sha256");
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

Error failureOf(const std::error_code& failed, const std::string& what) {
  return {failed == std::errc::no_space_on_device ? ErrorCode::diskFull : ErrorCode::ioFailed,
          what + ": " + failed.message()};
}

Result<void> makeFolder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return failureOf(failed, "folder of documents");
  return {};
}

timespec timeOf(Timestamp moment) {
  const auto milliseconds = moment.time_since_epoch().count();
  return {milliseconds / 1000, (milliseconds % 1000) * 1'000'000};
}

// The hash of what was copied: the file may have changed since it was looked at.
Result<std::string> copyAside(const File& from, std::int64_t size, const fs::path& aside) {
  auto to = File::openToWrite(aside);
  if (!to) return to.error();
  if (auto cut = to->cutTo(0); !cut) return cut.error();
  for (std::int64_t at = 0; at < size;) {
    const auto bytes = from.read(at, kHashBytes);
    if (!bytes) return bytes.error();
    if (bytes->empty()) return fail(ErrorCode::conflict, "the file became shorter");
    const auto part = std::string_view(*bytes).substr(0, static_cast<std::size_t>(size - at));
    if (auto written = to->write(part, at); !written) return written.error();
    at += static_cast<std::int64_t>(part.size());
  }
  auto sha256 = hashOf(*to, size);
  if (!sha256) return sha256;
  if (auto synced = to->sync(); !synced) return synced.error();
  return sha256;
}

}  // namespace

Result<void> ContentFolder::prepare() {
  for (const auto& folder : {folder_, folder_ / "incoming", folder_ / "contents"})
    if (auto made = makeFolder(folder); !made) return made;
  // Their names too: without them everything below is nowhere after a power loss.
  if (auto synced = syncFolder(folder_); !synced) return synced;
  return syncFolder(fs::absolute(folder_).parent_path());
}

fs::path ContentFolder::content(const std::string& sha256) const {
  return folder_ / "contents" / sha256.substr(0, 2) / sha256;
}

Result<std::int64_t> ContentFolder::append(UploadId upload, std::int64_t offset, const std::string& bytes) {
  auto file = File::openToWrite(incoming(upload));
  if (!file) return file.error();
  const auto size = file->size();
  if (!size) return size.error();
  if (offset < 0 || *size < offset) return fail(ErrorCode::conflict, "offset");
  if (*size > offset)
    if (auto cut = file->cutTo(offset); !cut) return cut.error();
  if (auto written = file->write(bytes, offset); !written) return written.error();
  return offset + static_cast<std::int64_t>(bytes.size());
}

Result<std::int64_t> ContentFolder::sync(UploadId upload) {
  auto file = File::openToWrite(incoming(upload));
  if (!file) return file.error();
  if (auto synced = file->sync(); !synced) return synced.error();
  // Its name too: without it the bytes are nowhere after a power loss.
  if (auto synced = syncFolder(folder_ / "incoming"); !synced) return synced.error();
  return file->size();
}

Result<StoredContent> ContentFolder::finish(UploadId upload, std::int64_t size) {
  auto file = File::openToWrite(incoming(upload));
  if (!file) return file.error();
  const auto here = file->size();
  if (!here) return here.error();
  if (*here != size) return fail(ErrorCode::conflict, "size");
  auto sha256 = hashOf(*file, size);
  if (!sha256) return sha256.error();
  if (auto synced = file->sync(); !synced) return synced.error();
  if (auto adopted = adopt(incoming(upload), *sha256); !adopted) return adopted.error();
  return StoredContent{*std::move(sha256), size};
}

// Also when the content is there already: it counts as stored now, so that no sweep takes it.
Result<void> ContentFolder::touch(const fs::path& file) const {
  const timespec now[2] = {timeOf(clock_.now()), timeOf(clock_.now())};
  if (::utimensat(AT_FDCWD, file.c_str(), now, AT_SYMLINK_NOFOLLOW) != 0) return systemError("time of a content");
  return {};
}

Result<void> ContentFolder::adopt(const fs::path& file, const std::string& sha256) {
  const auto target = content(sha256);
  if (auto made = makeFolder(target.parent_path()); !made) return made;
  if (auto touched = touch(file); !touched) return touched;
  std::error_code failed;
  fs::rename(file, target, failed);
  if (failed) return failureOf(failed, "rename");
  return syncNameOf(target);
}

Result<void> ContentFolder::syncNameOf(const fs::path& content) const {
  if (auto synced = syncFolder(content.parent_path()); !synced) return synced;
  return syncFolder(folder_ / "contents");
}

Result<void> ContentFolder::discard(UploadId upload) {
  std::error_code failed;
  fs::remove(incoming(upload), failed);
  if (failed) return fail(ErrorCode::ioFailed, "remove: " + failed.message());
  return {};
}

Result<StoredContent> ContentFolder::copyIn(const fs::path& path, std::int64_t bytesMax) {
  auto from = File::openToRead(path);
  if (!from) return from.error();
  const auto size = from->size();
  if (!size) return size.error();
  if (*size > bytesMax) return fail(ErrorCode::tooLarge, "size");
  auto sha256 = hashOf(*from, *size);
  if (!sha256) return sha256.error();
  // Importing the same files again writes nothing.
  std::error_code missing;
  const auto known = fs::file_size(content(*sha256), missing);
  // Its name may be there and not be on disk: a sync failed after it got it.
  if (!missing && static_cast<std::int64_t>(known) == *size && touch(content(*sha256)) && syncNameOf(content(*sha256)))
    return StoredContent{*std::move(sha256), *size};
  const auto aside = folder_ / "incoming" / ("copy-" + *sha256);
  auto copied = copyAside(*from, *size, aside);
  auto adopted = copied ? adopt(aside, *copied) : Result<void>(copied.error());
  if (!adopted) {
    std::error_code ignored;
    fs::remove(aside, ignored);
    return adopted.error();
  }
  return StoredContent{*std::move(copied), *size};
}

Result<std::string> ContentFolder::read(const std::string& sha256, std::int64_t offset, std::size_t bytesMax) {
  if (!isHash(sha256)) return fail(ErrorCode::notFound);
  const auto file = File::openToRead(content(sha256));
  if (!file) return file.error();
  return file->read(offset, bytesMax);
}

bool ContentFolder::has(const std::string& sha256) const {
  std::error_code none;
  return isHash(sha256) && fs::is_regular_file(content(sha256), none);
}

Result<void> ContentFolder::takeFrom(const ContentFolder& other, const std::string& sha256) {
  if (!other.has(sha256)) return fail(ErrorCode::notFound, sha256);
  const auto target = content(sha256);
  if (auto made = makeFolder(target.parent_path()); !made) return made;
  std::error_code notLinked;
  fs::create_hard_link(other.content(sha256), target, notLinked);
  if (!notLinked) return syncNameOf(target);
  auto from = File::openToRead(other.content(sha256));
  if (!from) return from.error();
  const auto size = from->size();
  if (!size) return size.error();
  const auto aside = folder_ / "incoming" / ("copy-" + sha256);
  auto copied = copyAside(*from, *size, aside);
  Result<void> adopted = copied ? Result<void>() : copied.error();
  if (adopted && *copied != sha256) adopted = fail(ErrorCode::conflict, sha256);
  if (adopted) adopted = adopt(aside, sha256);
  std::error_code ignored;
  if (!adopted) fs::remove(aside, ignored);
  return adopted;
}

bool ContentFolder::isUnchanged(const fs::path& file, Timestamp before) const {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) return false;
  const auto changed = Milliseconds(facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1'000'000);
  return Timestamp(changed) < before;
}

Result<std::vector<std::string>> ContentFolder::unchangedSince(Timestamp before) {
  std::vector<std::string> hashes;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder_ / "contents", failed), end; entry != end && !failed;
       entry.increment(failed)) {
    auto name = entry->path().filename().string();
    if (isHash(name) && isUnchanged(entry->path(), before)) hashes.push_back(std::move(name));
  }
  if (failed) return fail(ErrorCode::ioFailed, failed.message());
  return hashes;
}

Result<std::int64_t> ContentFolder::remove(const std::vector<std::string>& hashes, Timestamp before) {
  std::int64_t removed = 0;
  for (const auto& sha256 : hashes) {
    if (!isHash(sha256) || !isUnchanged(content(sha256), before)) continue;
    std::error_code failed;
    if (fs::remove(content(sha256), failed)) ++removed;
    if (failed) return fail(ErrorCode::ioFailed, failed.message());
  }
  return removed;
}

Result<std::int64_t> ContentFolder::removeIncoming(const std::function<bool(UploadId)>& isKnown, Timestamp before) {
  std::int64_t removed = 0;
  std::error_code failed;
  for (fs::directory_iterator entry(folder_ / "incoming", failed), end; entry != end && !failed;
       entry.increment(failed)) {
    const auto id = UploadId::parse(entry->path().filename().string());
    if ((id && isKnown(*id)) || !isUnchanged(entry->path(), before)) continue;
    std::error_code notRemoved;
    if (fs::remove(entry->path(), notRemoved)) ++removed;
  }
  if (failed) return fail(ErrorCode::ioFailed, failed.message());
  return removed;
}

}  // namespace vb::server::blobs
