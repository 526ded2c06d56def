#include "client/extract/content.h"

#include <QStringDecoder>

#include "client/extract/tuning.h"

namespace vb::client::extract {
namespace {

// Where a PDF may have its header (Adobe's readers look so far, and so do all others).
constexpr qsizetype kPdfHeaderWithin = 1'024;
// So much of a file decides whether it is text; the whole is decoded strictly afterwards.
constexpr qsizetype kLookedAt = 64 * 1'024;
constexpr qint64 kReadAtOnce = 256 * 1'024;

// Bytes 0x80 to 0x9F of Windows-1252; 0: none.
constexpr char16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool isControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\x1B';
}

bool startsAsUtf16(const QByteArray& bytes) { return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"); }

bool looksLikeText(const QByteArray& bytes) {
  if (startsAsUtf16(bytes)) return true;
  const auto end = bytes.begin() + std::min(kLookedAt, bytes.size());
  return std::none_of(bytes.begin(), end, isControl);
}

std::optional<QString> decodedUtf16(const QByteArray& bytes) {
  QStringDecoder decode(QStringDecoder::Utf16);  // with its mark
  QString text = decode(bytes);
  if (decode.hasError() || text.contains(QChar(u'\0'))) return std::nullopt;
  return text;
}

std::optional<QString> decodedWindows1252(const QByteArray& bytes) {
  QString text(bytes.size(), Qt::Uninitialized);
  qsizetype at = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char16_t letter = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
    if (letter == 0) return std::nullopt;
    text[at++] = QChar(letter);
  }
  return text;
}

}  // namespace

bool Content::open(const QString& path) {
  file_.setFileName(path);
  const bool opened = path.isEmpty() ? file_.open(0, QIODevice::ReadOnly) : file_.open(QIODevice::ReadOnly);
  if (!opened) return false;
  if (file_.isSequential()) {
    while (bytes_.size() <= kFileBytesMax) {
      const QByteArray more = file_.read(kReadAtOnce);
      if (more.isEmpty()) return true;
      bytes_ += more;
    }
    isTooLarge_ = true;
    return false;
  }
  isTooLarge_ = file_.size() > kFileBytesMax;
  if (isTooLarge_) return false;
  if (file_.size() == 0) return true;
  const auto* mapped = file_.map(0, file_.size());
  if (mapped == nullptr) return false;
  bytes_ = QByteArray::fromRawData(reinterpret_cast<const char*>(mapped), file_.size());
  return true;
}

ContentType Content::type() const {
  if (bytes_.startsWith("PK\x03\x04") || bytes_.startsWith("PK\x05\x06")) return ContentType::zip;
  const auto header = QByteArray::fromRawData(bytes_.constData(), std::min(kPdfHeaderWithin, bytes_.size()));
  if (header.contains("%PDF-")) return ContentType::pdf;
  return looksLikeText(bytes_) ? ContentType::text : ContentType::other;
}

std::optional<QString> decodedText(const QByteArray& bytes) {
  if (startsAsUtf16(bytes)) return decodedUtf16(bytes);
  if (std::any_of(bytes.begin(), bytes.end(), isControl)) return std::nullopt;
  QStringDecoder decode(QStringDecoder::Utf8);
  QString text = decode(bytes);
  if (!decode.hasError()) return text;
  return decodedWindows1252(bytes);
}

}  // namespace vb::client::extract
