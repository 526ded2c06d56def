#include "client/core/store/profile_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

namespace vb::client::store {
namespace {

const QStringList kCompanions = {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};

bool systemSaysNetwork(const QString& folder) {
  QDir dir(folder);
  while (!dir.exists() && dir.cdUp()) {
  }
  const QByteArray type = QStorageInfo(dir).fileSystemType().toLower();
  for (const char* network : {"nfs", "cifs", "smb", "ncp", "afs", "9p", "fuse.sshfs", "davfs", "fuse.gvfs"})
    if (type.startsWith(network)) return true;
  return folder.startsWith(QLatin1String("//")) || folder.startsWith(QLatin1String("\\\\"));
}

}  // namespace

QString localFolder(const QString& profileDirectory, const std::function<bool(const QString&)>& isOnNetwork) {
  const QString absolute = QDir::cleanPath(QDir(profileDirectory).absolutePath());
  const bool remote = isOnNetwork ? isOnNetwork(absolute) : systemSaysNetwork(absolute);
  if (!remote) return absolute;
  const QByteArray name = QCryptographicHash::hash(absolute.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
  return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/profiles/") +
         QString::fromLatin1(name);
}

ProfileFolder::ProfileFolder(const QString& path) : path_(path), lock_(path + QStringLiteral("/lock")) {}

Result<std::unique_ptr<ProfileFolder>> ProfileFolder::open(const QString& folder) {
  if (!QDir().mkpath(folder)) return fail(ErrorCode::ioFailed, "profile folder cannot be made");
  QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  std::unique_ptr<ProfileFolder> opened(new ProfileFolder(folder));
  // Stale only when its process is gone, never by age: a suspended laptop still owns its lock.
  opened->lock_.setStaleLockTime(0);
  if (!opened->lock_.tryLock(0)) {
    if (opened->lock_.error() == QLockFile::LockFailedError) return fail(ErrorCode::badField, "locked");
    return fail(ErrorCode::ioFailed, "lock file");
  }
  return opened;
}

bool ProfileFolder::touch(const QString& file) {
  QFile made(file);
  if (!made.exists() && !made.open(QIODevice::WriteOnly)) return false;
  return QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

void ProfileFolder::setAside(const QString& file) const {
  QDir().mkpath(quarantine());
  QFile::setPermissions(quarantine(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  for (const QString& suffix : kCompanions) {
    const QString from = file + suffix;
    // One damaged copy of each is enough to look at; more would only fill the disk.
    const QString to = quarantine() + QLatin1Char('/') + QFileInfo(from).fileName();
    QFile::remove(to);
    if (QFile::exists(from) && !QFile::rename(from, to)) QFile::remove(from);
  }
}

bool ProfileFolder::removeDatabase(const QString& file) {
  bool gone = true;
  for (const QString& suffix : kCompanions)
    if (QFile::exists(file + suffix)) gone = QFile::remove(file + suffix) && gone;
  return gone;
}

}  // namespace vb::client::store
