#include "client/platform/notifications.h"

#include <map>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QIcon>
#include <QSystemTrayIcon>
#include <QVariantMap>

#include "client/platform/tuning.h"

namespace vb::client::platform {
namespace {

constexpr char kService[] = "org.freedesktop.Notifications";
// Of the desktop entry and the icon.
constexpr char kDesktopName[] = "nl.vraagbaak.Vraagbaak";
constexpr char kPath[] = "/org/freedesktop/Notifications";

class DesktopNotifications : public Notifications {
  Q_OBJECT

 public:
  explicit DesktopNotifications(const QIcon& icon) : icon_(icon) {}

  void show(const Notification& notification) override {
    Shown& shown = shown_[notification.subject];
    shown.notification = notification;
    shown.isWanted = true;
    if (!hasService()) {
      balloon(notification);
      return;
    }
    listen();
    QDBusMessage call = method("Notify");
    // The specification lets servers read markup in the body: what others wrote is escaped.
    call << QStringLiteral("Vraagbaak") << shown.id << QLatin1String(kDesktopName) << notification.title
         << notification.text.toHtmlEscaped()
         << QStringList{QStringLiteral("default"), notification.open, QStringLiteral("open"), notification.open}
         << QVariantMap{{QStringLiteral("desktop-entry"), QLatin1String(kDesktopName)},
                        {QStringLiteral("category"), QStringLiteral("im.received")}}
         << -1;
    const auto pending = QDBusConnection::sessionBus().asyncCall(call, kDBusAnswerMs);
    auto* watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, &shown](QDBusPendingCallWatcher* done) {
      const QDBusPendingReply<uint> reply = *done;
      done->deleteLater();
      if (!reply.isError()) shown.id = reply.value();
      if (!shown.isWanted) return close(shown);
      if (reply.isError()) balloon(shown.notification);
    });
  }

  void clear(Subject subject) override {
    Shown& shown = shown_[subject];
    shown.isWanted = false;
    shown.notification = {};
    close(shown);
    if (ballooned_ == subject) tray_.reset();
  }

 private Q_SLOTS:
  void onAction(uint id, const QString&) {
    for (const auto& [subject, shown] : shown_)
      if (shown.isWanted && shown.id == id) return open(subject);
  }
  void onClosed(uint id, uint) {
    for (auto& [subject, shown] : shown_)
      if (shown.id == id) shown.id = 0;
  }

 private:
  struct Shown {
    Notification notification;
    uint id = 0;  // of the desktop; 0: not known, or not there
    bool isWanted = false;
  };

  void open(Subject subject) {
    const QString target = shown_[subject].notification.target;
    Q_EMIT opened(target);
  }

  static void close(Shown& shown) {
    if (shown.id != 0) QDBusConnection::sessionBus().asyncCall(method("CloseNotification") << shown.id, kDBusAnswerMs);
    shown.id = 0;
  }

  static QDBusMessage method(const char* name) {
    return QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kService),
                                          QLatin1String(name));
  }

  static bool hasService() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return false;
    const auto registered = bus.interface()->isServiceRegistered(QLatin1String(kService));
    if (registered.value()) return true;
    const QDBusReply<QStringList> startable = bus.interface()->activatableServiceNames();
    return startable.isValid() && startable.value().contains(QLatin1String(kService));
  }

  void listen() {
    if (listening_) return;
    listening_ = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kService), QStringLiteral("ActionInvoked"),
                this, SLOT(onAction(uint, QString)));
    bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kService),
                QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
  }

  void balloon(const Notification& notification) {
    if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
    if (!tray_) {
      tray_ = std::make_unique<QSystemTrayIcon>(icon_);
      connect(tray_.get(), &QSystemTrayIcon::messageClicked, this, [this] { open(ballooned_); });
      connect(tray_.get(), &QSystemTrayIcon::activated, this, [this] { open(ballooned_); });
      tray_->show();
    }
    ballooned_ = notification.subject;
    tray_->showMessage(notification.title, notification.text, icon_);
  }

  QIcon icon_;
  std::map<Subject, Shown> shown_;  // what is in it stays where it is
  std::unique_ptr<QSystemTrayIcon> tray_;
  Subject ballooned_ = Subject::questions;  // the balloon's, of which there is one
  bool listening_ = false;
};

}  // namespace

std::unique_ptr<Notifications> createNotifications(const QIcon& icon) {
  return std::make_unique<DesktopNotifications>(icon);
}

bool withinWorkingHours(int minuteOfDay, int fromMinutes, int untilMinutes) {
  if (fromMinutes == untilMinutes) return true;
  if (fromMinutes < untilMinutes) return minuteOfDay >= fromMinutes && minuteOfDay < untilMinutes;
  return minuteOfDay >= fromMinutes || minuteOfDay < untilMinutes;
}

}  // namespace vb::client::platform

#include "notifications.moc"
