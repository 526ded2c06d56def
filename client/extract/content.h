// Content: the bytes of one file, and what they are, by looking at them; a name or a sender's word plays no part.
#pragma once

#include <optional>

#include <QByteArray>
#include <QFile>

namespace vb::client::extract {

enum class ContentType {
  pdf,
  zip,    // DOCX and ODT are
  text,   // UTF-8, UTF-16 with a mark, Windows-1252; Markdown too
  other,  // nothing that has text for us
};

class Content {
 public:
  // A path, or standard input when it is empty. False when it cannot be read or is larger than kFileBytesMax.
  bool open(const QString& path);
  bool isTooLarge() const { return isTooLarge_; }
  const QByteArray& bytes() const { return bytes_; }
  ContentType type() const;

 private:
  QFile file_;
  QByteArray bytes_;  // mapped where that is possible; then it lives as long as the file
  bool isTooLarge_ = false;
};

// Plain text as such; nothing when these bytes are no text.
std::optional<QString> decodedText(const QByteArray& bytes);

}  // namespace vb::client::extract
