// SystemAppearance: what the desktop wishes: dark, more contrast, less motion; over the settings portal
// (org.freedesktop.portal.Settings), now and when it changes. Qt 6.4 does not tell. GUI thread; owned by the
// application.
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace vb::client::platform {

class SystemAppearance : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  // Asks the portal, without waiting; call after the first paint.
  void start();

 Q_SIGNALS:
  void darkChanged(bool dark);
  void highContrastChanged(bool highContrast);
  void motionChanged(bool allowed);

 private Q_SLOTS:
  void onSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void ask(const QString& group, const QString& key);
  void tell(const QString& key, const QVariant& value);
};

}  // namespace vb::client::platform
