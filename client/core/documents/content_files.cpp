#include "client/core/documents/content_files.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QThreadPool>
#include <QUuid>

#include "client/core/documents/file_names.h"
#include "client/core/documents/tuning.h"

namespace vb::client::documents {
namespace {

constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

Result<void> makeFolder(const QString& folder) {
  if (!QDir().mkpath(folder)) return fail(errno == ENOSPC ? ErrorCode::diskFull : ErrorCode::ioFailed, "folder");
  QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
  return {};
}

Result<void> syncFile(QFile& file) {
  if (!file.flush()) return failureOf(file, "flush");
  if (::fdatasync(file.handle()) != 0) return fail(errno == ENOSPC ? ErrorCode::diskFull : ErrorCode::ioFailed, "sync");
  return {};
}

// What another descriptor wrote, too.
Result<void> syncPath(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadWrite)) return failureOf(file, "open");
  return syncFile(file);
}

void syncFolder(const QString& folder) {
  const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// Over what is there, atomically; QFile::rename does not.
Result<void> rename(const QString& from, const QString& to) {
  if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) return {};
  return fail(errno == ENOENT   ? ErrorCode::notFound
              : errno == ENOSPC ? ErrorCode::diskFull
                                : ErrorCode::ioFailed,
              "rename");
}

std::string hexOf(const QCryptographicHash& hash) { return hash.result().toHex().toStdString(); }

Result<void> openForReading(QFile& file) {
  if (file.open(QIODevice::ReadOnly)) return {};
  return fail(file.exists() ? ErrorCode::ioFailed : ErrorCode::notFound, "open");
}

// Copies to the end, hashing; how much.
Result<ContentFiles::Copy> pour(QFile& from, QFileDevice& to) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  ContentFiles::Copy copy;
  while (true) {
    const QByteArray bytes = from.read(kCopyBytes);
    if (bytes.isEmpty()) break;
    hash.addData(bytes);
    if (to.write(bytes) != bytes.size()) return failureOf(to, "write");
    copy.size += bytes.size();
  }
  if (from.error() != QFileDevice::NoError) return fail(ErrorCode::ioFailed, "read");
  copy.sha256 = hexOf(hash);
  return copy;
}

}  // namespace

Error failureOf(const QFileDevice& file, const char* what) {
  const bool isFull =
      file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
  return fail(isFull ? ErrorCode::diskFull : ErrorCode::ioFailed,
              std::string(what) + ": " + file.errorString().toStdString());
}

Result<std::string> hashOf(const QString& path) {
  QFile file(path);
  if (auto opened = openForReading(file); !opened) return opened.error();
  QCryptographicHash hash(QCryptographicHash::Sha256);
  if (!hash.addData(&file)) return fail(ErrorCode::ioFailed, "read");
  return hexOf(hash);
}

QString ContentFiles::content(const std::string& sha256) const {
  const auto name = QString::fromStdString(sha256);
  return folder_ + QStringLiteral("/contents/") + name.left(2) + QLatin1Char('/') + name;
}
QString ContentFiles::part(const std::string& sha256) const {
  return folder_ + QStringLiteral("/parts/") + QString::fromStdString(sha256);
}
QString ContentFiles::upload(UploadId id) const {
  return folder_ + QStringLiteral("/uploads/") + QString::fromStdString(id.text());
}

Result<void> ContentFiles::prepare() const {
  for (const char* name : {"", "/contents", "/parts", "/uploads", "/outside"})
    if (auto made = makeFolder(folder_ + QLatin1String(name)); !made) return made;
  return {};
}

// ---- fetching --------------------------------------------------------------------------------------------

qint64 ContentFiles::partSize(const std::string& sha256, qint64 size) const {
  const QFileInfo facts(part(sha256));
  if (!facts.exists()) return QFileInfo(content(sha256)).size() == size ? size : 0;
  if (facts.size() <= size) return facts.size();
  QFile::remove(facts.filePath());
  return 0;
}

Result<qint64> ContentFiles::append(const std::string& sha256, qint64 offset, const QByteArray& bytes) const {
  QFile file(part(sha256));
  if (!file.open(QIODevice::ReadWrite)) return failureOf(file, "open");
  if (file.size() < offset) return fail(ErrorCode::conflict, "offset");
  if (file.size() > offset && !file.resize(offset)) return failureOf(file, "resize");
  file.setPermissions(kOwnerOnly);
  if (!file.seek(offset) || file.write(bytes) != bytes.size() || !file.flush()) return failureOf(file, "write");
  return offset + bytes.size();
}

Result<void> ContentFiles::finish(const std::string& sha256, qint64 size) const {
  return finish(std::vector<Whole>{{sha256, size}}).front();
}

std::vector<Result<void>> ContentFiles::finish(const std::vector<Whole>& all) const {
  std::vector<Result<void>> results(all.size());
  // Those that are right so far, at once.
  const auto each = [&](const std::function<Result<void>(const Whole&)>& step) {
    QThreadPool threads;
    threads.setMaxThreadCount(kSyncsAtOnce);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (results[i]) threads.start([&, i] { results[i] = step(all[i]); });
    threads.waitForDone();
  };
  for (std::size_t i = 0; i < all.size(); ++i) results[i] = verify(all[i]);
  each([this](const Whole& one) { return syncPath(part(one.sha256)); });
  std::set<QString> folders;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!results[i]) continue;
    const QString target = content(all[i].sha256);
    const QString folder = QFileInfo(target).path();
    if (folders.insert(folder).second) results[i] = makeFolder(folder);
    if (results[i]) results[i] = rename(part(all[i].sha256), target);
  }
  each([this](const Whole& one) {
    syncFolder(QFileInfo(content(one.sha256)).path());
    return Result<void>();
  });
  return results;
}

Result<void> ContentFiles::verify(const Whole& whole) const {
  // Finished before, and its row was not stored.
  if (!QFile::exists(part(whole.sha256)) && QFile::exists(content(whole.sha256)))
    if (auto renamed = rename(content(whole.sha256), part(whole.sha256)); !renamed) return renamed;
  QFile file(part(whole.sha256));
  // An empty content has no part.
  if (!file.open(QIODevice::ReadWrite)) return failureOf(file, "open");
  QCryptographicHash hash(QCryptographicHash::Sha256);
  if (file.size() != whole.size || !hash.addData(&file) || hexOf(hash) != whole.sha256) {
    file.remove();
    return fail(ErrorCode::conflict, "not the content that was asked for");
  }
  file.setPermissions(kOwnerOnly);
  return {};
}

// ---- sending ---------------------------------------------------------------------------------------------

Result<ContentFiles::Copy> ContentFiles::copyAside(const QString& path, UploadId id) const {
  for (int tries = 0; tries < kCopyTries; ++tries) {
    QFile from(path);
    const QFileInfo before(path);
    if (!before.isFile()) return fail(ErrorCode::notFound, "no file");
    if (auto opened = openForReading(from); !opened) return opened.error();
    QFile to(upload(id));
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate)) return failureOf(to, "open");
    to.setPermissions(kOwnerOnly);
    auto copy = pour(from, to);
    if (!copy) {
      to.remove();
      return copy.error();
    }
    if (auto synced = syncFile(to); !synced) {
      to.remove();
      return synced.error();
    }
    const QFileInfo after(path);
    if (after.size() == copy->size && after.lastModified() == before.lastModified()) {
      syncFolder(folder_ + QStringLiteral("/uploads"));
      return copy;
    }
  }
  removeUpload(id);
  return fail(ErrorCode::conflict, "the file changes while it is copied");
}

Result<void> ContentFiles::adopt(UploadId id, const std::string& sha256) const {
  const QString target = content(sha256);
  const QString folder = QFileInfo(target).path();
  if (auto made = makeFolder(folder); !made) return made;
  if (auto renamed = rename(upload(id), target); !renamed) return renamed;
  syncFolder(folder);
  return {};
}

Result<QByteArray> ContentFiles::readUpload(UploadId id, qint64 offset, qint64 bytes) const {
  QFile file(upload(id));
  if (auto opened = openForReading(file); !opened) return opened.error();
  if (!file.seek(offset)) return fail(ErrorCode::ioFailed, "seek");
  return file.read(bytes);
}

// ---- giving away -----------------------------------------------------------------------------------------

Result<QString> ContentFiles::copyOutside(const QString& from, const QString& name) const {
  const QString folder = folder_ + QStringLiteral("/outside/") + QFileInfo(from).fileName() + QLatin1Char('-') +
                         QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
  if (auto made = makeFolder(folder); !made) return made.error();
  const QString path = folder + QLatin1Char('/') + safeFileName(name);
  QFile source(from);
  if (auto opened = openForReading(source); !opened) return opened.error();
  QFile copy(path);
  if (!copy.open(QIODevice::WriteOnly | QIODevice::Truncate)) return failureOf(copy, "open");
  if (const auto poured = pour(source, copy); !poured) {
    copy.remove();
    return poured.error();
  }
  copy.close();
  // What the browsers set on what they save; other programs open such a file with care.
  constexpr char kOrigin[] = "vraagbaak://document";
  ::setxattr(QFile::encodeName(path).constData(), "user.xdg.origin.url", kOrigin, sizeof kOrigin - 1, 0);
  copy.setPermissions(QFile::ReadOwner);
  return path;
}

Result<void> ContentFiles::saveAs(const QString& from, const QString& target, const std::string& sha256) const {
  QFile source(from);
  if (auto opened = openForReading(source); !opened) return opened;
  QSaveFile file(target);
  if (!file.open(QIODevice::WriteOnly)) return failureOf(file, "open");
  const auto poured = pour(source, file);
  if (!poured || (!sha256.empty() && poured->sha256 != sha256)) {
    file.cancelWriting();
    return poured ? fail(ErrorCode::conflict, "not what it should be") : poured.error();
  }
  if (!file.commit()) return failureOf(file, "save");
  return {};
}

// ---- going -----------------------------------------------------------------------------------------------

void ContentFiles::remove(const std::vector<std::string>& hashes) const {
  for (const auto& sha256 : hashes) {
    QFile::remove(content(sha256));
    QFile::remove(part(sha256));
  }
  removeOutside(hashes);
}

void ContentFiles::removeUpload(UploadId id) const { QFile::remove(upload(id)); }

void ContentFiles::removeOutside(const std::vector<std::string>& hashes) const {
  const QDir outside(folder_ + QStringLiteral("/outside"));
  for (const auto& name : outside.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
    if (std::find(hashes.begin(), hashes.end(), name.section(QLatin1Char('-'), 0, 0).toStdString()) != hashes.end())
      QDir(outside.filePath(name)).removeRecursively();
}

std::vector<std::string> ContentFiles::sweep(const Known& known, const QDateTime& outsideSince) const {
  const auto isKnown = [&](const QString& name) {
    return std::binary_search(known.contents.begin(), known.contents.end(), name.toStdString());
  };
  std::vector<std::string> here;
  QDirIterator contents(folder_ + QStringLiteral("/contents"), QDir::Files, QDirIterator::Subdirectories);
  while (contents.hasNext()) {
    contents.next();
    if (isKnown(contents.fileName()))
      here.push_back(contents.fileName().toStdString());
    else
      QFile::remove(contents.filePath());
  }
  const QDir parts(folder_ + QStringLiteral("/parts"));
  for (const auto& name : parts.entryList(QDir::Files))
    if (!isKnown(name)) QFile::remove(parts.filePath(name));
  const QDir uploads(folder_ + QStringLiteral("/uploads"));
  for (const auto& name : uploads.entryList(QDir::Files)) {
    const auto id = UploadId::parse(name.toStdString());
    if (!id || std::find(known.uploads.begin(), known.uploads.end(), *id) == known.uploads.end())
      QFile::remove(uploads.filePath(name));
  }
  const QDir outside(folder_ + QStringLiteral("/outside"));
  for (const auto& facts : outside.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
    if (facts.lastModified() < outsideSince || !isKnown(facts.fileName().section(QLatin1Char('-'), 0, 0)))
      QDir(facts.filePath()).removeRecursively();
  return here;
}

}  // namespace vb::client::documents
