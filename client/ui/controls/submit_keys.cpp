#include "client/ui/controls/submit_keys.h"

namespace vb::client::ui {

SubmitKeys::SubmitKeys(QWidget* in, bool plainToo) : QObject(in), plainToo_(plainToo) { in->installEventFilter(this); }

bool SubmitKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
  const auto& key = *static_cast<QKeyEvent*>(event);
  if (!isSubmit(key) && !(plainToo_ && isEnter(key))) return QObject::eventFilter(watched, event);
  // A key that is held down would send what comes next on screen too.
  if (!key.isAutoRepeat()) Q_EMIT submitted();
  return true;
}

}  // namespace vb::client::ui
