// FirstPaint: tells once, after the window painted for the first time; how long that took since the process began.
#pragma once

#include <functional>

#include <QObject>

class QWidget;

namespace vb::client::app {

class FirstPaint : public QObject {
  Q_OBJECT

 public:
  FirstPaint(QWidget& widget, std::function<void()> painted);

  // Since the kernel started this process; -1 where that is not known.
  static double millisecondsSinceStart();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  std::function<void()> painted_;
  bool told_ = false;
};

}  // namespace vb::client::app
