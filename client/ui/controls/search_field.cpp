#include "client/ui/controls/search_field.h"

#include <QKeyEvent>
#include <QPainter>

#include "client/ui/theme/icons.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {
constexpr int kIconLeft = 12;
}

SearchField::SearchField(const QString& placeholder, const QString& shortcut, QWidget* parent)
    : QLineEdit(parent), shortcut_(shortcut) {
  setTextRole(this, TextRole::row);
  setPlaceholderText(placeholder);
  setAccessibleName(placeholder);
  makeRoom();
}

void SearchField::makeRoom() {
  const int key = shortcut_.isEmpty() ? 0 : QFontMetrics(fontOf(TextRole::caption)).horizontalAdvance(shortcut_) + 16;
  setTextMargins(px(16) + 8, 0, key, 0);
}

void SearchField::changeEvent(QEvent* event) {
  QLineEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange) makeRoom();
}

void SearchField::setOpensSearch(bool opens) {
  opensSearch_ = opens;
  setReadOnly(opens);
  if (opens) setCursor(Qt::PointingHandCursor);
}

void SearchField::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = tokens();
  const int size = px(16);
  painter.drawPixmap(kIconLeft, (height() - size) / 2,
                     iconPixmap(QStringLiteral("search"), t.muted, size, devicePixelRatioF()));
  if (shortcut_.isEmpty() || !text().isEmpty()) return;
  painter.setFont(fontOf(TextRole::caption));
  const int wide = painter.fontMetrics().horizontalAdvance(shortcut_) + 12;
  const int high = painter.fontMetrics().height() + 4;
  const QRectF key(width() - wide - 10.5, (height() - high) / 2 + 0.5, wide, high);
  painter.setPen(t.line);
  painter.setBrush(t.surface);
  painter.drawRoundedRect(key, 4, 4);
  painter.setPen(t.muted);
  painter.drawText(key, Qt::AlignCenter, shortcut_);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
  if (opensSearch_) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (enter || typed) {
      Q_EMIT activated(enter ? QString() : event->text());
      return;
    }
  }
  QLineEdit::keyPressEvent(event);
}

void SearchField::mouseReleaseEvent(QMouseEvent* event) {
  QLineEdit::mouseReleaseEvent(event);
  if (opensSearch_) Q_EMIT activated(QString());
}

}  // namespace vb::client::ui
