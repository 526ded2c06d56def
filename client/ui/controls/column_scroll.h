// ColumnScroll: a column of widgets, at most so wide, that scrolls when there is no room. Only as high as its content
// needs at its width. GUI thread.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace vb::client::ui {

class ColumnScroll : public QScrollArea {
  Q_OBJECT

 public:
  enum class Place { left, centre };

  // `widthMax` in px as they are; `margins` around the column, inside the scroll area.
  ColumnScroll(int widthMax, const QMargins& margins, Place place = Place::left, QWidget* parent = nullptr);
  // Without a stretch at its end.
  QVBoxLayout* column() const { return column_; }
  // The widget that holds the column.
  QWidget* inner() const { return inner_; }

 private:
  QWidget* inner_;
  QVBoxLayout* column_;
};

// Draws the ground of a screen in the colour of surfaces (white in the light theme) instead of that of the window.
void standOnSurface(QWidget* screen);

}  // namespace vb::client::ui
