#include "client/app/first_paint.h"

#include <utility>

#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace vb::client::app {

FirstPaint::FirstPaint(QWidget& widget, std::function<void()> painted)
    : QObject(&widget), painted_(std::move(painted)) {
  widget.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint && !told_) {
    told_ = true;
    // After this paint and its siblings are on their way to the screen.
    QTimer::singleShot(0, this, [this] { painted_(); });
  }
  return QObject::eventFilter(watched, event);
}

double FirstPaint::millisecondsSinceStart() {
#ifdef Q_OS_LINUX
  QFile stat(QStringLiteral("/proc/self/stat"));
  if (!stat.open(QIODevice::ReadOnly)) return -1;
  const QByteArray text = stat.readAll();
  // Field 22 (proc(5)), counted from the one behind the name, which may hold spaces.
  const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
  const double startSeconds = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - startSeconds) * 1000;
#else
  return -1;
#endif
}

}  // namespace vb::client::app
