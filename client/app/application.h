// Application: wires the desktop app: engine, window, screens, desktop. Decides nothing about questions. GUI thread.
// The window is filled from the cache and painted first; network, keychain, portal and tray come after that.
#pragma once

#include <memory>

#include <QObject>

#include "client/app/languages.h"
#include "client/app/start_options.h"
#include "client/core/engine/engine.h"
#include "client/models/directory.h"
#include "client/models/engine_desk.h"
#include "client/platform/notifications.h"
#include "client/platform/single_instance.h"
#include "client/platform/system_appearance.h"
#include "client/ui/shell/main_window.h"

class QApplication;

namespace vb::client::app {

class Tour;

class Application : public QObject {
  Q_OBJECT

 public:
  Application(QApplication& qt, StartOptions options);
  ~Application() override;
  // Until the window is closed; the process's exit code.
  int run();

 private:
  bool open();
  void makeWindow();
  void registerScreens();
  void afterFirstPaint();
  void listen();
  void notify(const NewQuestions& news);
  void notifyOfChannels(const ChannelNews& news);
  bool mayNotify() const;
  void openNotified(const QString& target);
  void raise();
  void raise(QuestionId question);
  void applyLanguage();
  int explain(const Error& error);

  QApplication& qt_;
  StartOptions options_;
  Languages languages_;
  std::unique_ptr<platform::SingleInstance> instance_;
  std::unique_ptr<ui::Preferences> preferences_;
  std::unique_ptr<ui::Theme> theme_;
  std::shared_ptr<TokenVault> tokens_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<EngineDesk> desk_;
  std::unique_ptr<Directory> directory_;
  std::unique_ptr<ui::MainWindow> window_;
  std::unique_ptr<platform::Notifications> notifications_;
  ChannelNews notified_;  // what the notification of channels tells
  std::unique_ptr<platform::SystemAppearance> appearance_;
  std::unique_ptr<Tour> tour_;
  Error openError_;
};

}  // namespace vb::client::app
