// Preferences: what belongs to this computer and profile: look, size and place of the window. A small file in the
// profile's folder; nothing of the user's work is in it. GUI thread; made by the application, borrowed by shell and
// settings.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {

// The part under which is kept how far one had read; goes when the user's data is erased.
inline constexpr char kReadingState[] = "reading";

class Preferences {
 public:
  explicit Preferences(const QString& profileDirectory);

  ThemeMode themeMode() const;
  void setThemeMode(ThemeMode mode);
  int fontScalePercent() const;  // 80 .. 200
  void setFontScalePercent(int percent);
  Density density() const;
  void setDensity(Density density);
  // "nl", "en"; empty = the system's.
  QString language() const;
  void setLanguage(const QString& language);

  // Geometry and splitters, by the name of the window's part.
  QByteArray state(const QString& part) const;
  void setState(const QString& part, const QByteArray& state);

 private:
  QSettings file_;
};

}  // namespace vb::client::ui
