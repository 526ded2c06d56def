#include "client/app/application.h"

#include <cstdio>

#include <QApplication>
#include <QMessageBox>

#include "client/app/first_paint.h"
#include "client/app/tour.h"
#include "client/platform/keychain_vault.h"
#include "client/platform/link.h"
#include "client/ui/account/account_screen.h"
#include "client/ui/ask/ask_screen.h"
#include "client/ui/channels/channel_screen.h"
#include "client/ui/channels/channels_screen.h"
#include "client/ui/documents/documents_page.h"
#include "client/ui/help/help_screen.h"
#include "client/ui/lists/browse_screen.h"
#include "client/ui/members/members_page.h"
#include "client/ui/outbox/drafts_screen.h"
#include "client/ui/outbox/outbox_screen.h"
#include "client/ui/reader/reader_pane.h"
#include "client/ui/search/search_screen.h"
#include "client/ui/search/switcher.h"
#include "client/ui/settings/settings_screen.h"
#include "client/ui/shell/channel_notice.h"
#include "client/ui/theme/icons.h"
#include "client/ui/topics/topics_page.h"

namespace vb::client::app {
namespace {

constexpr int kCannotStart = 1;
constexpr char kOfChannels[] = "channels";  // target of the notification of channels; no link that comes from outside

QDateTime now() { return QDateTime::currentDateTime(); }

}  // namespace

Application::Application(QApplication& qt, StartOptions options) : qt_(qt), options_(std::move(options)) {}

Application::~Application() {
  // The window's screens borrow desk and reader.
  window_.reset();
}

int Application::run() {
  preferences_ = std::make_unique<ui::Preferences>(options_.profileDirectory);
  languages_.use(options_.language.isEmpty() ? preferences_->language() : options_.language);
  instance_ = std::make_unique<platform::SingleInstance>(options_.profileDirectory);
  switch (instance_->claim(options_.link)) {
    case platform::SingleInstance::Claim::first:
      break;
    case platform::SingleInstance::Claim::handedOver:
      return 0;
    case platform::SingleInstance::Claim::noAnswer:
      return explain({ErrorCode::unavailable, "no answer"});
  }
  theme_ = std::make_unique<ui::Theme>(qt_);
  theme_->setMode(preferences_->themeMode());
  theme_->setFontScalePercent(preferences_->fontScalePercent());
  theme_->setListDensity(preferences_->density());
  if (!open()) return explain(openError_);
  applyLanguage();
  makeWindow();
  const int code = QApplication::exec();
  window_.reset();
  return code;
}

bool Application::open() {
  EngineOptions wished;
  wished.profileDirectory = options_.profileDirectory;
  wished.server = options_.server;
  wished.start = false;
  tokens_ = platform::createKeychainVault();
  wished.tokens = tokens_;
  engine_ = std::make_unique<Engine>(wished);
  const Result<void> opened = engine_->open();
  if (!opened) {
    openError_ = opened.error();
    return false;
  }
  desk_ = std::make_unique<EngineDesk>(*engine_);
  directory_ = std::make_unique<Directory>(engine_->reader());
  return true;
}

int Application::explain(const Error& error) {
  const QString what =
      error.detail == "no answer"
          ? tr("Vraagbaak runs already with this profile, but does not respond. End it and start again.")
      : error.detail == "locked" ? tr("Another program uses this profile. Close it and start again.")
      : error.code == ErrorCode::newerSchema
          ? tr("This profile was last used by a newer Vraagbaak. Nothing was changed. Install the newest "
               "version, or start with another profile.")
      : error.code == ErrorCode::diskFull
          ? tr("The disk is full, so your questions cannot be opened. Nothing is lost. Remove files you "
               "do not need and start again.")
          : tr("The folder with your questions cannot be opened: %1. What is in it was left alone.")
                .arg(options_.profileDirectory);
  std::fprintf(stderr, "%s\n", qPrintable(what));
  if (options_.firstPaint || !options_.tourDirectory.isEmpty()) return kCannotStart;
  QMessageBox box(QMessageBox::Warning, tr("Vraagbaak cannot start"), what, QMessageBox::Close);
  box.setTextFormat(Qt::PlainText);
  box.exec();
  return kCannotStart;
}

void Application::makeWindow() {
  window_ = std::make_unique<ui::MainWindow>(engine_->reader(), *desk_, *theme_, *preferences_, now);
  registerScreens();
  // What is in the cache is shown first; someone who never signed in on this profile has nothing there.
  const bool known = !engine_->reader().userId().isNil();
  window_->go(known ? ui::Destination::forYou : ui::Destination::account);
  if (!options_.tourDirectory.isEmpty()) {
    tour_ = std::make_unique<Tour>(options_, *window_, *engine_, *desk_, *theme_, languages_);
    tour_->start();
  }
  window_->show();
  new FirstPaint(*window_, [this] { afterFirstPaint(); });
}

void Application::registerScreens() {
  using ui::Destination;
  ui::MainWindow& window = *window_;
  const auto access = [this] { return ui::Access{*desk_, engine_->reader(), *window_}; };
  window.registerScreen({Destination::forYou, Destination::questions, Destination::mine, Destination::saved},
                        [this, access](QWidget* parent) -> ui::Screen* {
                          return new ui::BrowseScreen(
                              engine_->reader(), *desk_, *directory_, *window_, *preferences_,
                              [this, access](QWidget* right) -> ui::QuestionPane* {
                                return new ui::ReaderPane(access(), *preferences_, right);
                              },
                              now, parent);
                        });
  window.registerScreen({Destination::ask},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::AskScreen(access(), parent); });
  window.registerScreen({Destination::outbox},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::OutboxScreen(access(), parent); });
  window.registerScreen({Destination::drafts},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::DraftsScreen(access(), parent); });
  window.registerScreen({Destination::search},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::SearchScreen(access(), parent); });
  window.registerScreen({Destination::settings}, [this, access](QWidget* parent) -> ui::Screen* {
    auto* made = new ui::SettingsScreen(access(), *theme_, *preferences_, parent);
    // Queued: the screen itself is made anew in the other language.
    connect(
        made, &ui::SettingsScreen::languageChosen, this, [this](const QString& language) { languages_.use(language); },
        Qt::QueuedConnection);
    return made;
  });
  window.registerScreen({Destination::channels},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::ChannelsScreen(access(), parent); });
  window.registerScreen({Destination::channel}, [this, access](QWidget* parent) -> ui::Screen* {
    return new ui::ChannelScreen(access(), *preferences_,
                                 {{ui::ChannelTab::discussions, ui::TopicsPage::maker(false)},
                                  {ui::ChannelTab::cases, ui::TopicsPage::maker(true)},
                                  {ui::ChannelTab::documents, &ui::DocumentsPage::make},
                                  {ui::ChannelTab::members, &ui::MembersPage::make}},
                                 parent);
  });
  window.registerScreen({Destination::help},
                        [access](QWidget* parent) -> ui::Screen* { return new ui::HelpScreen(access(), parent); });
  window.registerScreen({Destination::account}, [this, access](QWidget* parent) -> ui::Screen* {
    auto* made = new ui::AccountScreen(access(), parent);
    made->setEmail(options_.email);
    return made;
  });
  window.setSwitcher([access](QWidget* over) { ui::Switcher::open(access(), over); });
}

void Application::afterFirstPaint() {
  if (options_.firstPaint) {
    std::printf("%.0f\n", FirstPaint::millisecondsSinceStart());
    std::fflush(stdout);
    QApplication::exit(0);
    return;
  }
  QApplication::setWindowIcon(ui::icon(QStringLiteral("brand"), Qt::black, 64));
  notifications_ = platform::createNotifications(QApplication::windowIcon());
  appearance_ = std::make_unique<platform::SystemAppearance>();
  listen();
  appearance_->start();
  engine_->goOnline();
  if (const auto question = platform::questionOfLink(options_.link)) raise(*question);
}

void Application::listen() {
  connect(instance_.get(), &platform::SingleInstance::raiseAsked, this,
          [this](std::optional<QuestionId> question) { raise(question.value_or(QuestionId{})); });
  connect(window_.get(), &ui::MainWindow::connectAsked, this, [this] { engine_->goOnline(); });
  connect(engine_.get(), &Engine::newQuestions, this, &Application::notify);
  connect(engine_.get(), &Engine::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings) applyLanguage();
    if (changes.channels && notified_.total() > 0 && !ui::mayStay(notified_, engine_->reader().channels())) {
      notified_ = {};
      notifications_->clear(platform::Subject::channels);
    }
  });
  connect(engine_.get(), &Engine::newInChannels, this, &Application::notifyOfChannels);
  connect(engine_.get(), &Engine::signedOut, this, [this] {
    notified_ = {};
    notifications_->clearAll();
  });
  connect(engine_.get(), &Engine::signInFinished, this, [this](const QString& errorCode) {
    // Pictures are made of what every user sees.
    if (!errorCode.isEmpty() || tokens_->isLasting() || tour_ != nullptr) return;
    ui::Navigator::Toast toast;
    toast.text = tr("This computer has no keychain, so you sign in again after each start.");
    window_->showToast(toast);
  });
  connect(engine_.get(), &Engine::cacheRebuilt, this, [this](int drafts, int unsent) {
    ui::Navigator::Toast toast;
    toast.text =
        tr("The local copy was damaged and has been built again. Your texts were saved: %1.").arg(drafts + unsent);
    window_->showToast(toast);
  });
  connect(notifications_.get(), &platform::Notifications::opened, this, &Application::openNotified);
  connect(appearance_.get(), &platform::SystemAppearance::darkChanged, theme_.get(), &ui::Theme::setSystemDark);
  connect(appearance_.get(), &platform::SystemAppearance::highContrastChanged, theme_.get(),
          &ui::Theme::setSystemHighContrast);
  connect(appearance_.get(), &platform::SystemAppearance::motionChanged, theme_.get(), &ui::Theme::setMotionAllowed);
}

bool Application::mayNotify() const {
  const Settings settings = engine_->reader().settings();
  const QTime time = QTime::currentTime();
  return settings.notify && !window_->isActiveWindow() &&
         platform::withinWorkingHours(time.hour() * 60 + time.minute(), settings.workFromMinutes,
                                      settings.workUntilMinutes);
}

void Application::notify(const NewQuestions& news) {
  if (!mayNotify()) return;
  const QString category = languages_.current() == QLatin1String("nl") ? news.categoryNl : news.categoryEn;
  platform::Notification shown;
  if (news.count == 1) {
    shown.title = category.isEmpty() ? tr("New question for you") : tr("New question in %1").arg(category);
    shown.text = news.newestTitle;
  } else {
    shown.title = tr("%n new question(s) for you", nullptr, news.count);
    shown.text = tr("The newest: %1").arg(news.newestTitle);
  }
  shown.open = tr("Open");
  shown.target = platform::linkOfQuestion(news.newest);
  notifications_->show(shown);
}

void Application::notifyOfChannels(const ChannelNews& news) {
  // What it tells of may be gone since.
  if (!mayNotify() || !ui::mayStay(news, engine_->reader().channels())) return;
  const auto notice = ui::channelNotice(news);
  notified_ = news;
  notifications_->show(
      {platform::Subject::channels, notice.title, notice.text, tr("Open"), QLatin1String(kOfChannels)});
}

void Application::openNotified(const QString& target) {
  if (target != QLatin1String(kOfChannels)) return raise(platform::questionOfLink(target).value_or(QuestionId{}));
  raise();
  if (notified_.total() > 0 && !engine_->reader().userId().isNil()) window_->visit(ui::channelNotice(notified_).visit);
}

void Application::raise() {
  if (window_->isMinimized()) window_->showNormal();
  window_->show();
  window_->raise();
  window_->activateWindow();
}

void Application::raise(QuestionId question) {
  raise();
  if (!question.isNil() && !engine_->reader().userId().isNil()) window_->openQuestion(question);
}

void Application::applyLanguage() {
  if (!options_.language.isEmpty()) return;
  // Of the user on every device; of this computer until the first sync.
  const QString ofUser = QString::fromStdString(engine_->reader().settings().language);
  languages_.use(ofUser.isEmpty() ? preferences_->language() : ofUser);
}

}  // namespace vb::client::app
