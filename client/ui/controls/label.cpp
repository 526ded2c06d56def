#include "client/ui/controls/label.h"

#include <QPainter>

#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

QString plainToolTip(const QString& text) {
  return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

PlainLabel::PlainLabel(const QString& text, TextRole role, ColorRole color, QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setTextRole(this, role);
  setColorRole(this, color);
  setText(text);
}

PlainLabel& PlainLabel::wrapped() {
  setWordWrap(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  return *this;
}

PlainLabel& PlainLabel::selectable() {
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  return *this;
}

ElidedLabel::ElidedLabel(const QString& text, TextRole role, ColorRole color, QWidget* parent) : QWidget(parent) {
  setTextRole(this, role);
  setColorRole(this, color);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setText(text);
}

void ElidedLabel::setText(const QString& text) {
  text_ = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(text_) + 2, fontMetrics().height()}; }
QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(QLatin1Char('M')) * 3, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                   fontMetrics().elidedText(text_, Qt::ElideRight, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent*) {
  setToolTip(fontMetrics().horizontalAdvance(text_) > width() ? plainToolTip(text_) : QString());
}

Rule::Rule(QWidget* parent) : QWidget(parent) {
  setFixedHeight(1);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Rule::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().line); }

}  // namespace vb::client::ui
