#include "client/ui/document_reader/image_view.h"

#include <algorithm>

#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QPainter>
#include <QPrinter>

#include "client/ui/document_reader/tuning.h"

namespace vb::client::ui {

ImageView::ImageView(QWidget* parent) : QScrollArea(parent), label_(new QLabel) {
  setFrameShape(QFrame::NoFrame);
  setAlignment(Qt::AlignCenter);
  setFocusPolicy(Qt::StrongFocus);
  setWidget(label_);
}

QString ImageView::open(const QString& file, const QString& name) {
  clear();
  if (QFileInfo(file).size() > kImageBytesMax) return QStringLiteral("too_large");
  QImageReader reader(file);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.width() > kImageSideMax || size.height() > kImageSideMax) return QStringLiteral("too_large");
  if (!reader.read(&image_)) return QStringLiteral("damaged");
  setAccessibleName(tr("Picture %1").arg(name));
  label_->setAccessibleName(tr("Picture %1").arg(name));
  zoom_ = 0;
  show();
  return {};
}

void ImageView::clear() {
  image_ = {};
  label_->clear();
}

void ImageView::show() {
  if (image_.isNull()) return;
  const QSize room = viewport()->size() - QSize(32, 32);
  QSize size = image_.size();
  if (zoom_ > 0)
    size = size * zoom_;
  else if (size.width() > room.width() || size.height() > room.height())
    size = size.scaled(room, Qt::KeepAspectRatio);
  const double ratio = devicePixelRatioF();
  auto shown = QPixmap::fromImage(image_.scaled(size * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  shown.setDevicePixelRatio(ratio);
  label_->setPixmap(shown);
  label_->resize(size);
}

void ImageView::zoom(int step) {
  const double now = image_.width() > 0 ? static_cast<double>(label_->width()) / image_.width() : 1;
  zoom_ = step == 0 ? 0 : std::clamp(step > 0 ? now * kZoomStep : now / kZoomStep, 0.05, kZoomMax);
  show();
}

void ImageView::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (zoom_ == 0) show();
}

void ImageView::print(QPrinter& printer) {
  QPainter painter(&printer);
  const QSizeF fit =
      QSizeF(image_.size())
          .scaled(printer.pageLayout().paintRectPixels(printer.resolution()).size(), Qt::KeepAspectRatio);
  painter.drawImage(QRectF(QPointF(0, 0), fit), image_);
}

}  // namespace vb::client::ui
