#include "client/app/tour.h"

#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>

#include "client/app/tuning.h"

namespace vb::client::app {

Tour::Tour(const StartOptions& options, ui::MainWindow& window, Desk& desk, store::Reader& reader, ui::Theme& theme,
           Languages& languages)
    : options_(options), window_(window), desk_(desk), reader_(reader), theme_(theme), languages_(languages) {
  patience_.setSingleShot(true);
  patience_.setInterval(kTourPatienceMs);
  connect(&patience_, &QTimer::timeout, this,
          [this] { fail(QStringLiteral("the server did not bring everything in time")); });
}

void Tour::start() {
  patience_.start();
  connect(&desk_, &Desk::signInFinished, this, [this](const QString& code, const QString& detail) {
    if (!code.isEmpty()) return fail(QStringLiteral("signing in failed: %1 %2").arg(code, detail));
    waitUntilHere();
  });
  connect(&desk_, &Desk::linkChanged, this, [this] { waitUntilHere(); });
  // The screen for signing in comes first, as a new user sees it.
  QTimer::singleShot(kTourSettleMs, this, [this] {
    QDir().mkpath(options_.tourDirectory);
    if (reader_.userId().isNil()) {
      window_.resize(1360, 860);
      window_.grab().save(options_.tourDirectory + QStringLiteral("/00-sign-in.png"));
    }
    const QString password = qEnvironmentVariable("VRAAGBAAK_PASSWORD");
    if (!desk_.isSignedIn())
      desk_.signIn(options_.server, options_.email, password);
    else
      waitUntilHere();
  });
}

void Tour::waitUntilHere() {
  if (!steps_.isEmpty() || desk_.link().link != Link::live || reader_.categories().isEmpty()) return;
  patience_.stop();
  plan();
  next();
}

void Tour::plan() {
  add(QStringLiteral("nl-light"), QStringLiteral("nl"), ui::ThemeMode::light, 1360, 100);
  add(QStringLiteral("nl-dark"), QStringLiteral("nl"), ui::ThemeMode::dark, 1360, 100);
  add(QStringLiteral("en-light"), QStringLiteral("en"), ui::ThemeMode::light, 1360, 100);
  add(QStringLiteral("nl-contrast"), QStringLiteral("nl"), ui::ThemeMode::highContrast, 1360, 100);
  add(QStringLiteral("nl-900"), QStringLiteral("nl"), ui::ThemeMode::light, 900, 100);
  add(QStringLiteral("nl-700"), QStringLiteral("nl"), ui::ThemeMode::light, 700, 100);
  add(QStringLiteral("nl-200-percent"), QStringLiteral("nl"), ui::ThemeMode::light, 1360, 200);
}

void Tour::add(const QString& folder, const QString& language, ui::ThemeMode mode, int width, int scalePercent) {
  using ui::Destination;
  const auto step = [&](const char* name, std::function<void()> go) {
    steps_.append({folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"), std::move(go)});
  };
  step("01-for-you", [this, language, mode, width, scalePercent] {
    languages_.use(language);
    theme_.setMode(mode);
    theme_.setFontScalePercent(scalePercent);
    window_.resize(width, 860);
    window_.go(Destination::forYou);
  });
  step("02-question", [this] {
    store::QuestionQuery query;
    query.filter = store::QuestionFilter::all;
    query.list = store::QuestionList::category;
    query.sort = store::QuestionSort::mostAnswers;
    const auto ids = reader_.questionIds(query, 0, 1);
    if (!ids.isEmpty()) window_.openQuestion(ids.first());
  });
  const std::pair<const char*, Destination> places[] = {{"03-questions", Destination::questions},
                                                        {"04-my-questions", Destination::mine},
                                                        {"05-saved", Destination::saved},
                                                        {"06-still-to-send", Destination::outbox},
                                                        {"07-drafts", Destination::drafts}};
  for (const auto& [name, where] : places) step(name, [this, where = where] { window_.go(where); });
  step("08-ask",
       [this] { window_.openAsk(QStringLiteral("Mag ik een briefadres weigeren als iemand bij vrienden slaapt?")); });
  step("09-search", [this] { window_.openSearch(QStringLiteral("briefadres")); });
  step("10-switcher", [this] {
    window_.go(Destination::forYou);
    window_.openSwitcher();
  });
  step("11-settings", [this] {
    if (QWidget* focused = QApplication::focusWidget())
      QApplication::sendEvent(focused,
                              std::make_unique<QKeyEvent>(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier).get());
    window_.go(Destination::settings);
  });
  step("12-help", [this] { window_.go(Destination::help); });
}

void Tour::next() {
  if (at_ == steps_.size()) {
    std::printf("%d pictures\n", static_cast<int>(steps_.size()));
    QApplication::exit(0);
    return;
  }
  steps_[at_].go();
  // What is found in another thread and what is laid out later is on screen by then.
  QTimer::singleShot(kTourSettleMs, this, [this] {
    const QString path = options_.tourDirectory + QLatin1Char('/') + steps_[at_].name;
    QDir().mkpath(QFileInfo(path).path());
    if (!window_.grab().save(path)) return fail(QStringLiteral("cannot write %1").arg(path));
    ++at_;
    next();
  });
}

void Tour::fail(const QString& why) {
  std::fprintf(stderr, "tour: %s\n", qPrintable(why));
  QApplication::exit(1);
}

}  // namespace vb::client::app
