#include "client/ui/theme/icons.h"

#include <cmath>

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace vb::client::ui {

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) {
  const QString key =
      QStringLiteral("vb:%1:%2:%3:%4").arg(name, color.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  const int device = static_cast<int>(std::ceil(size * devicePixelRatio));
  pixmap = QPixmap(device, device);
  pixmap.fill(Qt::transparent);
  if (file.open(QIODevice::ReadOnly)) {
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
  }
  pixmap.setDevicePixelRatio(devicePixelRatio);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

QIcon icon(const QString& name, const QColor& color, int size) {
  QIcon made;
  made.addPixmap(iconPixmap(name, color, size, 1.0));
  made.addPixmap(iconPixmap(name, color, size, 2.0));
  return made;
}

}  // namespace vb::client::ui
