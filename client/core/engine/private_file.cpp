#include "client/core/engine/private_file.h"

#include <QFile>
#include <QSaveFile>

namespace vb::client {

Result<QByteArray> readPrivateFile(const QString& path) {
  QFile file(path);
  if (!file.exists()) return QByteArray();
  if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::ioFailed, "token file");
  return file.readAll();
}

Result<void> writePrivateFile(const QString& path, const QByteArray& content) {
  if (content.isEmpty()) {
    if (QFile::exists(path) && !QFile::remove(path)) return fail(ErrorCode::ioFailed, "token file");
    return {};
  }
  QSaveFile file(path);
  // The permissions come before the first byte.
  if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
      file.write(content) < 0 || !file.commit())
    return fail(ErrorCode::ioFailed, "token file");
  return {};
}

}  // namespace vb::client
