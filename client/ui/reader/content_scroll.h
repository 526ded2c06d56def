// ContentScroll: a column of reading width in a scroll area, exactly as high as what is in it; keeps what is being read
// in its place while the content changes, and scrolls by keyboard from wherever the focus is in it. GUI thread.
#pragma once

#include <functional>

#include <QScrollArea>

class QVBoxLayout;

namespace vb::client::ui {

class ContentScroll : public QScrollArea {
  Q_OBJECT

 public:
  // The column is at most `widthMax` wide, at the left, with `margin` beside it; of the left one kRingRoom is the
  // column's own.
  ContentScroll(int widthMax, int margin, QWidget* parent = nullptr);

  QVBoxLayout* column() const { return column_; }
  // The first thing in sight stays where it is on screen.
  void keepPlace(const std::function<void()>& change);
  // Lays out what was added, so that positions are true.
  void settle();
  // Arrows, Page Up and Down, Home, End and Space; false when it is another key.
  bool scrollByKey(const QKeyEvent& event);
  // Scrolls until the top of `inside` is the top of what is in sight.
  void showAtTop(const QWidget* inside);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fit();
  int topOf(const QWidget* inside) const;

  int widthMax_;
  QVBoxLayout* column_;
  bool fitting_ = false;
};

// Brings into sight what was opened somewhere in a ContentScroll; nothing when it is in none.
void reveal(QWidget* opened);

}  // namespace vb::client::ui
