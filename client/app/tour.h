// Tour: signs in, waits until everything is here, and saves a picture of every screen in both languages and every
// theme; then the app ends. For the demo without a display, and for a person to look at. GUI thread.
#pragma once

#include <functional>

#include <QObject>
#include <QTimer>
#include <QVector>

#include "client/app/languages.h"
#include "client/app/start_options.h"
#include "client/models/desk.h"
#include "client/ui/shell/main_window.h"

namespace vb::client::app {

class Tour : public QObject {
  Q_OBJECT

 public:
  Tour(const StartOptions& options, ui::MainWindow& window, Desk& desk, store::Reader& reader, ui::Theme& theme,
       Languages& languages);
  void start();

 private:
  struct Step {
    QString name;
    std::function<void()> go;
  };
  void plan();
  void add(const QString& folder, const QString& language, ui::ThemeMode mode, int width, int scalePercent);
  void waitUntilHere();
  void next();
  void fail(const QString& why);

  StartOptions options_;
  ui::MainWindow& window_;
  Desk& desk_;
  store::Reader& reader_;
  ui::Theme& theme_;
  Languages& languages_;
  QVector<Step> steps_;
  qsizetype at_ = 0;
  QTimer patience_;
};

}  // namespace vb::client::app
