#include "client/ui/shell/screen.h"

#include <QPainter>

#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

void Screen::setOnSurface() { onSurface_ = true; }

void Screen::paintEvent(QPaintEvent* event) {
  if (!onSurface_) return QWidget::paintEvent(event);
  QPainter(this).fillRect(rect(), tokens().surface);
}

}  // namespace vb::client::ui
