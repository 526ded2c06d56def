// The text of DOCX and ODT: one part of a zip, unpacked within limits and read as XML without entities of its own.
#pragma once

#include <QByteArray>
#include <QString>

namespace vb::client::extract {

struct Extracted {
  QString text;
  QString error;  // an error name of the room: unsupported, encrypted, damaged, too_large; empty: none
};

Extracted officeText(const QByteArray& zipped);

}  // namespace vb::client::extract
