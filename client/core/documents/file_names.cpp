#include "client/core/documents/file_names.h"

#include <QFile>
#include <QHash>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QStringList>

#include "shared/base/limits.h"

namespace vb::client::documents {
namespace {

// Media type, and the endings that it may have.
const QHash<QString, QStringList>& allowed() {
  static const QHash<QString, QStringList> kAllowed{
      {"application/pdf", {"pdf"}},
      {"text/plain", {"txt", "md", "markdown", "csv", "log"}},
      {"text/markdown", {"md", "markdown"}},
      {"text/csv", {"csv"}},
      {"image/png", {"png"}},
      {"image/jpeg", {"jpg", "jpeg"}},
      {"image/gif", {"gif"}},
      {"image/webp", {"webp"}},
      {"image/tiff", {"tif", "tiff"}},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", {"pptx"}},
      {"application/vnd.oasis.opendocument.text", {"odt"}},
      {"application/vnd.oasis.opendocument.spreadsheet", {"ods"}},
      {"application/vnd.oasis.opendocument.presentation", {"odp"}},
  };
  return kAllowed;
}

bool isHidden(QChar sign) {
  // Those that turn the direction of what follows, or are nothing to see.
  const auto code = sign.unicode();
  return sign.category() == QChar::Other_Control || sign.category() == QChar::Other_Format ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         sign.category() == QChar::Separator_Line || sign.category() == QChar::Separator_Paragraph;
}

QString cutTo(QString text, qsizetype bytes) {
  while (text.toUtf8().size() > bytes) {
    text.chop(1);
    if (!text.isEmpty() && text.back().isHighSurrogate()) text.chop(1);
  }
  return text;
}

}  // namespace

QString safeFileName(const QString& name) {
  static const QRegularExpression kReserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"),
                                            QRegularExpression::CaseInsensitiveOption);
  QString clean;
  for (const QChar sign : name) {
    if (isHidden(sign)) continue;
    clean += QStringLiteral("/\\:*?\"<>|").contains(sign) ? QLatin1Char('_') : sign;
  }
  clean = clean.simplified();
  while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' '))) clean.chop(1);
  while (clean.startsWith(QLatin1Char('.'))) clean.remove(0, 1);
  if (clean.isEmpty()) return QStringLiteral("document");
  if (kReserved.match(clean).hasMatch()) clean.prepend(QLatin1Char('_'));
  constexpr auto kMax = static_cast<qsizetype>(limits::kFileNameBytesMax);
  if (clean.toUtf8().size() <= kMax) return clean;
  const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
  const QString suffix = dot > 0 && clean.size() - dot <= 12 ? clean.mid(dot) : QString();
  return cutTo(clean.left(clean.size() - suffix.size()), kMax - suffix.toUtf8().size()) + suffix;
}

bool mayOpenOutside(const QString& mediaType, const QString& name) {
  const auto endings = allowed().constFind(mediaType);
  if (endings == allowed().constEnd()) return false;
  const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
  return dot > 0 && endings->contains(name.mid(dot + 1).toLower());
}

QString mediaTypeOf(const QString& path, const QString& name) {
  static const QMimeDatabase kTypes;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QMimeType type = kTypes.mimeTypeForData(file.read(16 * 1024));
  const QMimeType byName = kTypes.mimeTypeForFile(name, QMimeDatabase::MatchExtension);
  // The name may say more of the same kind: Markdown is text, DOCX is a ZIP.
  if (byName.isValid() && !byName.isDefault() && byName.inherits(type.name())) return byName.name();
  return type.name();
}

}  // namespace vb::client::documents
