// MainWindow: rail, the screen in view, status line. Makes screens when first needed, keeps them, makes them anew for
// another language, size of text or user, and takes the user where asked; decides nothing about questions. Made by the
// application; GUI thread.
#pragma once

#include <functional>

#include <QHash>
#include <QTimer>
#include <QVector>
#include <QWidget>

#include "client/core/store/reader.h"
#include "client/models/desk.h"
#include "client/ui/shell/commands.h"
#include "client/ui/shell/link_words.h"
#include "client/ui/shell/navigator.h"
#include "client/ui/shell/preferences.h"
#include "client/ui/shell/screen.h"
#include "client/ui/theme/theme.h"

class QStackedWidget;

namespace vb::client::ui {

class Banner;
struct LinkWords;
class Rail;
class StatusLine;
class ToastBar;

class MainWindow : public QWidget, public Navigator {
  Q_OBJECT

 public:
  using MakeScreen = std::function<Screen*(QWidget* parent)>;
  using Now = std::function<QDateTime()>;

  MainWindow(store::Reader& reader, Desk& desk, Theme& theme, Preferences& preferences, Now now);
  ~MainWindow() override;

  // One screen may serve several destinations. Before the first visit.
  void registerScreen(const QVector<Destination>& destinations, MakeScreen make);
  // The switcher (Ctrl+K); shown over this window.
  void setSwitcher(std::function<void(QWidget* window)> open) { switcher_ = std::move(open); }
  Screen* screen(Destination destination);
  Destination current() const { return visit_.destination; }
  ToastBar& toastBar() { return *toast_; }
  Rail& rail() { return *rail_; }

  void go(Destination destination) override;
  void visit(const Visit& visit) override;
  void back() override;
  void openQuestion(QuestionId question, const QString& highlightId = {}) override;
  void openCategory(CategoryId category) override;
  void openAsk(const QString& title = {}) override;
  void openSearch(const QString& text = {}) override;
  void openDraft(const QString& key) override;
  void openSwitcher() override;
  void openLink(const QUrl& url) override;
  void showToast(const Toast& toast) override;
  QVector<QAction*> commands() const override { return commands_->all(); }

 Q_SIGNALS:
  void connectAsked();  // "try now"
  void shown(vb::client::ui::Destination destination);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void run(Commands::Id id);
  void move(const Visit& visit);
  void cyclePanes(int step);
  void popUpMenu();
  void fit();
  void renewLink();
  void renewDocuments();
  void sayOnBanner(const LinkWords& words, Link link);
  void renewCounts();
  void renewRight();
  void renewChannels();
  void openChannel(ChannelId channel);
  void scaleText(int step);
  void storeTyped();
  void makeAnew();
  QVector<QWidget*> takeScreens();
  void signedOut(const QString& notErased);
  void sayNotErased(const QString& code);
  void startAfresh();

  store::Reader& reader_;
  Desk& desk_;
  Theme& theme_;
  Preferences& preferences_;
  Now now_;
  Commands* commands_;
  Rail* rail_;
  QStackedWidget* stack_;
  QWidget* strip_;  // holds the banner
  Banner* banner_;
  StatusLine* status_;
  ToastBar* toast_;
  struct Place {
    MakeScreen make;
    Screen* screen = nullptr;
  };
  QVector<Place> places_;
  QHash<Destination, int> placeOf_;
  std::function<void(QWidget*)> switcher_;
  Visit visit_;
  QVector<Visit> history_;
  Link dismissed_ = Link::live;  // the state whose banner was closed
  QString bannerSays_;           // what is on the banner, so that it is made anew only when that differs
  QString bannerActions_;
  int builtForPercent_ = 100;  // the size of text that the screens were made for
  quint64 anewTicket_ = 0;     // screens are made anew when everything typed in them is stored
  QTimer minute_;
  QTimer documents_;  // what of them is coming is told of now and then
  DocumentsComing coming_;
};

}  // namespace vb::client::ui
