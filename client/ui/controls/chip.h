// Chip: a state or category in a word, on a soft ground. Not focusable; its text is its accessible name. The static
// functions paint the same chip in an item delegate. GUI thread.
#pragma once

#include <QWidget>

namespace vb::client::ui {

enum class ChipKind {
  ok,        // done, here: green
  wait,      // waiting: amber
  bad,       // held back, refused: red
  grey,      // absent, neutral
  category,  // a category
};

class Chip : public QWidget {
  Q_OBJECT

 public:
  explicit Chip(const QString& text = {}, ChipKind kind = ChipKind::grey, QWidget* parent = nullptr);
  void set(const QString& text, ChipKind kind);
  QString text() const { return text_; }
  ChipKind kind() const { return kind_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  static QSize sizeFor(const QString& text);
  // Cuts the text when `rect` is too narrow.
  static void paint(QPainter* painter, const QRect& rect, const QString& text, ChipKind kind);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
  ChipKind kind_;
};

}  // namespace vb::client::ui
