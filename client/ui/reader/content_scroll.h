// ContentScroll: a column in a scroll area that is never higher than its content, so that what follows it stands right
// under it; and that keeps what is being read in its place while the content changes. GUI thread.
#pragma once

#include <functional>

#include <QScrollArea>

namespace vb::client::ui {

class ContentScroll : public ColumnScroll {
  Q_OBJECT

 public:
  // The column is at most `widthMax` wide, at the left.
  explicit ContentScroll(int widthMax, QWidget* parent = nullptr);

  // The first thing in sight stays where it is on screen.
  void keepPlace(const std::function<void()>& change);
  // Lays out what was added, so that positions are true.
  void settle();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();

};

}  // namespace vb::client::ui
