// Notifications: says something on the desktop, with a click that opens it. Interface, and one implementation per way:
// org.freedesktop.Notifications over D-Bus, else a balloon of the tray. GUI thread; owned by the application.
#pragma once

#include <memory>

#include <QObject>
#include <QString>

class QIcon;

namespace vb::client::platform {

// One notification of each is on the desktop at most, so that there is never a pile.
enum class Subject { questions, channels };

struct Notification {
  Subject subject = Subject::questions;
  QString title;   // plain text
  QString text;    // plain text
  QString open;    // label of the action; the whole notification does the same
  QString target;  // given back by opened()
};

class Notifications : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  // Replaces the one of the same subject.
  virtual void show(const Notification& notification) = 0;
  // Takes it off the desktop, also one that is only on its way there.
  virtual void clear(Subject subject) = 0;
  void clearAll() {
    clear(Subject::questions);
    clear(Subject::channels);
  }

 Q_SIGNALS:
  void opened(const QString& target);
};

// Chooses when the first one is shown; nothing is asked of the desktop before that.
std::unique_ptr<Notifications> createNotifications(const QIcon& icon);

// 08:30 to 17:00 as minutes after midnight; a window over midnight works too. Equal ends mean always.
bool withinWorkingHours(int minuteOfDay, int fromMinutes, int untilMinutes);

}  // namespace vb::client::platform
