#include "client/extract/pdf_file.h"

#include <algorithm>

#include <QPainter>

#include "client/extract/errors.h"
#include "client/extract/tuning.h"

namespace vb::client::extract {
namespace {

// PDFium's sign for a hyphen at the end of a line.
constexpr char16_t kLineEndHyphen = 0xFFFE;
constexpr char16_t kSoftHyphen = 0x00AD;

QString readable(QString text) {
  for (QChar& letter : text) {
    if (letter == QChar(kLineEndHyphen) || letter == QChar(u'\x02'))
      letter = QChar(kSoftHyphen);
    else if (letter == QChar(u'\0'))
      letter = QChar(u' ');
  }
  return text;
}

// The point of a box nearest to `point`, a little inside of it: on a letter, where PDFium looks for one.
QPointF inside(const QRectF& box, QPointF point) {
  const double inset = std::min({1.0, box.width() / 2, box.height() / 2});
  const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
  return {std::clamp(point.x(), inner.left(), std::max(inner.left(), inner.right())),
          std::clamp(point.y(), inner.top(), std::max(inner.top(), inner.bottom()))};
}

double distance(QPointF a, QPointF b) {
  const QPointF between = a - b;
  return QPointF::dotProduct(between, between);
}

// Where one points beside the text, the nearest text is meant.
QPointF onText(const QVector<QRectF>& boxes, QPointF point) {
  QPointF best = point;
  double nearest = -1;
  for (const auto& box : boxes) {
    const QPointF candidate = inside(box, point);
    const double away = distance(candidate, point);
    if (nearest >= 0 && away >= nearest) continue;
    nearest = away;
    best = candidate;
  }
  return best;
}

PdfFile::Selected selected(const QPdfSelection& selection) {
  PdfFile::Selected made;
  if (!selection.isValid()) return made;
  made.start = selection.startIndex();
  made.text = readable(selection.text());
  for (const auto& polygon : selection.bounds()) {
    if (made.boxes.size() >= kBoxesMax) break;
    made.boxes.append(polygon.boundingRect());
  }
  return made;
}

}  // namespace

QString PdfFile::open(const QByteArray& bytes) {
  device_.setData(bytes);
  if (!device_.open(QIODevice::ReadOnly)) return QLatin1String(kDamaged);
  document_.load(&device_);
  if (document_.status() == QPdfDocument::Status::Ready)
    return document_.pageCount() > kPagesMax ? QLatin1String(kTooLarge) : QLatin1String();
  const auto error = document_.error();
  const bool isLocked =
      error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme;
  return QLatin1String(isLocked ? kEncrypted : kDamaged);
}

QString PdfFile::text(int page) { return readable(document_.getAllText(page).text()); }

QImage PdfFile::picture(int page, QSize pixels) {
  if (page < 0 || page >= pages() || pixels.isEmpty() || pixels.width() > kPixelsMax / pixels.height()) return {};
  QImage paper(pixels, QImage::Format_RGB32);
  if (paper.isNull()) return {};
  paper.fill(Qt::white);
  const QImage ink = document_.render(page, pixels);
  QPainter(&paper).drawImage(0, 0, ink);
  return paper;
}

PdfFile::Selected PdfFile::boxes(int page, int start, int length) {
  if (page < 0 || page >= pages()) return {};
  if (length < 0 && start == 0) return selected(document_.getAllText(page));
  return selected(document_.getSelectionAtIndex(page, start, length < 0 ? INT_MAX : length));
}

PdfFile::Selected PdfFile::between(int page, QPointF from, QPointF to) {
  if (page < 0 || page >= pages()) return {};
  const auto lines = boxes(page, 0, -1).boxes;
  return selected(document_.getSelection(page, onText(lines, from), onText(lines, to)));
}

}  // namespace vb::client::extract
