#include "client/platform/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include "client/platform/tuning.h"

namespace vb::client::platform {
namespace {

constexpr char kService[] = "org.freedesktop.portal.Desktop";
constexpr char kPath[] = "/org/freedesktop/portal/desktop";
constexpr char kSettings[] = "org.freedesktop.portal.Settings";
constexpr char kAppearance[] = "org.freedesktop.appearance";
constexpr char kGnome[] = "org.gnome.desktop.interface";

// Read wraps its answer in one variant too many.
QVariant unwrapped(QVariant value) {
  while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  return value;
}

}  // namespace

void SystemAppearance::start() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kSettings), QStringLiteral("SettingChanged"),
              this, SLOT(onSetting(QString, QString, QDBusVariant)));
  ask(QLatin1String(kAppearance), QStringLiteral("color-scheme"));
  ask(QLatin1String(kAppearance), QStringLiteral("contrast"));
  ask(QLatin1String(kGnome), QStringLiteral("enable-animations"));
}

void SystemAppearance::ask(const QString& group, const QString& key) {
  QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath),
                                                     QLatin1String(kSettings), QStringLiteral("Read"));
  call << group << key;
  auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, kDBusAnswerMs), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher* done) {
    const QDBusPendingReply<QVariant> reply = *done;
    if (!reply.isError()) tell(key, unwrapped(reply.value()));
    done->deleteLater();
  });
}

void SystemAppearance::onSetting(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group == QLatin1String(kAppearance) || group == QLatin1String(kGnome)) tell(key, unwrapped(value.variant()));
}

void SystemAppearance::tell(const QString& key, const QVariant& value) {
  if (key == QLatin1String("color-scheme")) Q_EMIT darkChanged(value.toUInt() == 1);
  if (key == QLatin1String("contrast")) Q_EMIT highContrastChanged(value.toUInt() == 1);
  if (key == QLatin1String("enable-animations")) Q_EMIT motionChanged(value.toBool());
}

}  // namespace vb::client::platform
