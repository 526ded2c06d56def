// A small file that holds a secret: for its owner only (0600), written beside and renamed.
#pragma once

#include <QByteArray>
#include <QString>

#include "shared/base/result.h"

namespace vb::client {

// Empty when there is no such file. ioFailed.
Result<QByteArray> readPrivateFile(const QString& path);
// Nothing to keep = no file. ioFailed; what was there before stays then.
Result<void> writePrivateFile(const QString& path, const QByteArray& content);

}  // namespace vb::client
