// What the documents room gives back of a document: plain values.
#pragma once

#include <QString>
#include <QStringList>

#include "shared/base/ids.h"

namespace vb::client {

// A document that is to be shown, as it is on this computer.
struct OpenedDocument {
  VersionId version;
  QString file;  // the content, read-only, verified; empty when errorCode is not
  QString name;
  QString mediaType;  // as found in the content, not as the sender called it
  QString errorCode;  // not_here, not_found, io_failed
  // May it be given to another program (A14)? Otherwise it can only be saved.
  bool mayOpenOutside = false;
};

// The text of a document: pages (of PDF) or one page.
struct DocumentText {
  VersionId version;
  QStringList pages;
  QString errorCode;  // unsupported (no text in this type), encrypted, damaged, too_large, not_here
};

}  // namespace vb::client
