#include "client/ui/theme/theme.h"

#include <algorithm>

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>

#include "client/ui/theme/style.h"

namespace vb::client::ui {
namespace {

// A screenless platform names no UI font; the design was drawn with Inter.
QFont uiFont() {
  QFont font = QApplication::font();
  const QString platform = QGuiApplication::platformName();
  if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal")) {
    font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(13);
  }
  return font;
}

bool looksDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace

Theme::Theme(QApplication& application)
    : QObject(&application),
      application_(application),
      systemFont_(uiFont()),
      systemDark_(looksDark(QApplication::palette())) {
  QApplication::setStyle(new Style);
  apply();
  application.installEventFilter(this);
}

void Theme::setMode(ThemeMode mode) {
  if (mode_ == mode) return;
  mode_ = mode;
  apply();
}

void Theme::setFontScalePercent(int percent) {
  percent = std::clamp(percent, 80, 200);
  if (scalePercent_ == percent) return;
  scalePercent_ = percent;
  apply();
}

void Theme::setListDensity(Density density) {
  setDensity(density);
  Q_EMIT changed();
}

void Theme::setSystemDark(bool dark) {
  if (systemDark_ == dark) return;
  systemDark_ = dark;
  apply();
}

void Theme::setSystemHighContrast(bool highContrast) {
  if (systemHighContrast_ == highContrast) return;
  systemHighContrast_ = highContrast;
  apply();
}

void Theme::setMotionAllowed(bool allowed) { motionAllowed_ = allowed; }

bool Theme::eventFilter(QObject* watched, QEvent* event) {
  // A palette that is not ours comes from the desktop.
  if (watched == &application_ && event->type() == QEvent::ApplicationPaletteChange && !applying_)
    setSystemDark(looksDark(QApplication::palette()));
  return QObject::eventFilter(watched, event);
}

void Theme::apply() {
  applying_ = true;
  const bool highContrast = mode_ == ThemeMode::highContrast || (mode_ == ThemeMode::system && systemHighContrast_);
  const bool dark = mode_ == ThemeMode::dark || (mode_ == ThemeMode::system && systemDark_);
  publishTokens(highContrast ? highContrastTokens(systemDark_) : dark ? darkTokens() : lightTokens());
  setTypeBase(systemFont_, scalePercent_ / 100.0);
  QApplication::setPalette(paletteOf(tokens()));
  QApplication::setFont(fontOf(TextRole::row));
  renewRoles();
  applying_ = false;
  Q_EMIT changed();
}

}  // namespace vb::client::ui
