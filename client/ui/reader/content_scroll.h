// ContentScroll: a column in a scroll area that is never higher than its content, so that what follows it stands right
// under it; and that keeps what is being read in its place while the content changes. GUI thread.
#pragma once

#include <functional>

#include <QScrollArea>

class QVBoxLayout;

namespace vb::client::ui {

class ContentScroll : public QScrollArea {
  Q_OBJECT

 public:
  // The column is at most `widthMax` wide, at the left.
  explicit ContentScroll(int widthMax, QWidget* parent = nullptr);

  QVBoxLayout* column() const { return column_; }
  // The first thing in sight stays where it is on screen.
  void keepPlace(const std::function<void()>& change);
  // Lays out what was added, so that positions are true.
  void settle();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();

  QVBoxLayout* column_;
};

}  // namespace vb::client::ui
