// SubmitKeys: sending or going on from the keyboard: Ctrl+Enter, of either Enter key, in a widget or what is in it.
// Owned by that widget; GUI thread.
#pragma once

#include <QKeyEvent>
#include <QWidget>

namespace vb::client::ui {

inline bool isEnter(const QKeyEvent& event) { return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter; }
inline bool isSubmit(const QKeyEvent& event) {
  return isEnter(event) && event.modifiers().testFlag(Qt::ControlModifier);
}

class SubmitKeys : public QObject {
  Q_OBJECT

 public:
  // `plainToo`: Enter alone does it as well.
  explicit SubmitKeys(QWidget* in, bool plainToo = false);
  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void submitted();

 private:
  bool plainToo_;
};

}  // namespace vb::client::ui
