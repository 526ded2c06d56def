// Tour: signs in, waits until everything is here, and saves a picture of every screen in both languages, every theme,
// several widths and sizes of text; then loses the network on purpose and shows what happens then. Then the app ends.
// For the demo without a display, and for a person to look at. GUI thread.
#pragma once

#include <functional>

#include <QObject>
#include <QTimer>
#include <QVector>

#include "client/app/languages.h"
#include "client/app/start_options.h"
#include "client/app/tour_story.h"
#include "client/ui/shell/main_window.h"

namespace vb::client::app {

class Tour : public QObject {
  Q_OBJECT

 public:
  Tour(const StartOptions& options, ui::MainWindow& window, Engine& engine, Desk& desk, ui::Theme& theme,
       Languages& languages);
  void start();

 private:
  struct Look {
    QString folder;
    QString language;
    ui::ThemeMode mode;
    int width;
    int scalePercent;
  };
  struct Step {
    QString picture;  // empty: none
    std::function<void()> go;
    std::function<bool()> done;  // asked until it is true; empty: after the time to settle
  };
  void plan();
  void addFirstRun(const Look& look);
  void addOnline(const Look& look);
  void addEmpty(const Look& look);
  void addOffline(const Look& look);
  void addChannels(const Look& look);
  void addDocuments(const Look& look);
  void addStory();
  void add(const Look& look, const char* name, std::function<void()> go);
  void addPlace(const Look& look, const char* name, ui::Destination where);
  void wear(const Look& look);
  void waitUntilHere();
  void next();
  void finishStep();
  void fail(const QString& why);

  StartOptions options_;
  ui::MainWindow& window_;
  Engine& engine_;
  Desk& desk_;
  ui::Theme& theme_;
  Languages& languages_;
  TourStory story_;
  QVector<Step> steps_;
  qsizetype at_ = 0;
  int pictures_ = 0;
  QTimer patience_;
};

}  // namespace vb::client::app
