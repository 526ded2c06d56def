// Where the helper process is: beside the program that asks for it. Header only, so that who starts it links nothing of
// it.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QString>

namespace vb::client::extract {

inline QString program() {
#ifdef Q_OS_WIN
  const QString name = QStringLiteral("vraagbaak-extract.exe");
#else
  const QString name = QStringLiteral("vraagbaak-extract");
#endif
  return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

}  // namespace vb::client::extract
