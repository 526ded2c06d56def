// Labels: text that is always plain (a name or title with markup in it shows the markup), in a role of the theme.
// GUI thread.
#pragma once

#include <QLabel>

#include "client/ui/theme/type.h"

namespace vb::client::ui {

// For setToolTip, which reads markup in what it gets: shows the text as it is.
QString plainToolTip(const QString& text);

class PlainLabel : public QLabel {
  Q_OBJECT

 public:
  explicit PlainLabel(const QString& text = {}, TextRole role = TextRole::row, ColorRole color = ColorRole::text,
                      QWidget* parent = nullptr);
  // A label that wraps tells its height for its width.
  PlainLabel& wrapped();
  // Selectable with the mouse; not in the tab order.
  PlainLabel& selectable();
};

// One line, cut with an ellipsis when there is no room; the whole text is its tooltip then, and always its accessible
// name.
class ElidedLabel : public QWidget {
  Q_OBJECT

 public:
  explicit ElidedLabel(const QString& text = {}, TextRole role = TextRole::row, ColorRole color = ColorRole::text,
                       QWidget* parent = nullptr);
  QString text() const { return text_; }
  void setText(const QString& text);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QString text_;
};

// A line of 1 px in the colour of lines.
class Rule : public QWidget {
  Q_OBJECT

 public:
  explicit Rule(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace vb::client::ui
