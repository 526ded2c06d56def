#include "client/ui/shell/preferences.h"

#include <algorithm>

namespace vb::client::ui {
namespace {
constexpr char kTheme[] = "look/theme";
constexpr char kScale[] = "look/font_scale_percent";
constexpr char kDensity[] = "look/density";
constexpr char kLanguage[] = "look/language";

int bounded(const QVariant& value, int fallback, int least, int most) {
  bool read = false;
  const int number = value.toInt(&read);
  return read ? std::clamp(number, least, most) : fallback;
}
}  // namespace

Preferences::Preferences(const QString& profileDirectory)
    : file_(profileDirectory + QStringLiteral("/window.ini"), QSettings::IniFormat) {}

ThemeMode Preferences::themeMode() const {
  return static_cast<ThemeMode>(bounded(file_.value(QLatin1String(kTheme)), 0, 0, 3));
}
void Preferences::setThemeMode(ThemeMode mode) { file_.setValue(QLatin1String(kTheme), static_cast<int>(mode)); }

int Preferences::fontScalePercent() const { return bounded(file_.value(QLatin1String(kScale)), 100, 80, 200); }
void Preferences::setFontScalePercent(int percent) { file_.setValue(QLatin1String(kScale), percent); }

Density Preferences::density() const {
  return static_cast<Density>(bounded(file_.value(QLatin1String(kDensity)), 1, 0, 2));
}
void Preferences::setDensity(Density density) { file_.setValue(QLatin1String(kDensity), static_cast<int>(density)); }

QString Preferences::language() const { return file_.value(QLatin1String(kLanguage)).toString(); }
void Preferences::setLanguage(const QString& language) { file_.setValue(QLatin1String(kLanguage), language); }

QByteArray Preferences::state(const QString& part) const {
  return file_.value(QLatin1String("state/") + part).toByteArray();
}
void Preferences::setState(const QString& part, const QByteArray& state) {
  file_.setValue(QLatin1String("state/") + part, state);
}

}  // namespace vb::client::ui
