// The files of this computer that are dragged, dropped or pasted. Header only.
#pragma once

#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace vb::client::ui {

inline QStringList localFilesOf(const QMimeData& data) {
  QStringList files;
  for (const auto& url : data.urls())
    if (url.isLocalFile()) files << url.toLocalFile();
  return files;
}

}  // namespace vb::client::ui
