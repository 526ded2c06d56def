// Theme: puts the design on the application: style, palette, fonts; follows the desktop live unless the user chose.
// Made once by the application after QApplication, before the first widget. GUI thread.
#pragma once

#include <QFont>
#include <QObject>

#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

class QApplication;

namespace vb::client::ui {

class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(QApplication& application);

  ThemeMode mode() const { return mode_; }
  void setMode(ThemeMode mode);
  int fontScalePercent() const { return scalePercent_; }
  void setFontScalePercent(int percent);  // held within 80 .. 200
  void setListDensity(Density density);
  bool motionAllowed() const { return motionAllowed_; }

  // What the desktop says; the platform room calls these, at the start and when it changes.
  void setSystemDark(bool dark);
  void setSystemHighContrast(bool highContrast);
  void setMotionAllowed(bool allowed);

 Q_SIGNALS:
  // Colours, fonts or sizes changed; every widget has its new palette and font by now.
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void apply();

  QApplication& application_;
  QFont systemFont_;
  ThemeMode mode_ = ThemeMode::system;
  int scalePercent_ = 100;
  bool systemDark_ = false;
  bool systemHighContrast_ = false;
  bool motionAllowed_ = true;
  bool applying_ = false;
};

}  // namespace vb::client::ui
