#include "client/app/tour.h"

#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>

#include "client/app/tuning.h"
#include "client/ui/account/account_screen.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/document_reader/document_reader.h"
#include "client/ui/help/help_pages.h"

namespace vb::client::app {

using ui::Destination;

Tour::Tour(const StartOptions& options, ui::MainWindow& window, Engine& engine, Desk& desk, ui::Theme& theme,
           Languages& languages)
    : options_(options),
      window_(window),
      engine_(engine),
      desk_(desk),
      theme_(theme),
      languages_(languages),
      story_(options, engine) {
  patience_.setSingleShot(true);
  patience_.setInterval(kTourPatienceMs);
  connect(&patience_, &QTimer::timeout, this, [this] { fail(QStringLiteral("step %1 took too long").arg(at_)); });
}

void Tour::start() {
  patience_.start();
  connect(&desk_, &Desk::signInFinished, this, [this](const QString& code, const QString& detail) {
    if (!code.isEmpty()) return fail(QStringLiteral("signing in failed: %1 %2").arg(code, detail));
    waitUntilHere();
  });
  connect(&desk_, &Desk::linkChanged, this, [this] { waitUntilHere(); });
  QTimer::singleShot(kTourSettleMs, this, [this] {
    if (!desk_.isSignedIn())
      desk_.signIn(options_.server, options_.email, qEnvironmentVariable("VRAAGBAAK_PASSWORD"));
    else
      waitUntilHere();
  });
}

void Tour::waitUntilHere() {
  if (!steps_.isEmpty() || desk_.link().link != Link::live || engine_.reader().categories().isEmpty()) return;
  plan();
  next();
}

void Tour::plan() {
  const QString nl = QStringLiteral("nl");
  const QString en = QStringLiteral("en");
  const QVector<Look> looks{{QStringLiteral("nl-light"), nl, ui::ThemeMode::light, 1360, 100},
                            {QStringLiteral("nl-dark"), nl, ui::ThemeMode::dark, 1360, 100},
                            {QStringLiteral("nl-contrast"), nl, ui::ThemeMode::highContrast, 1360, 100},
                            {QStringLiteral("en-light"), en, ui::ThemeMode::light, 1360, 100},
                            {QStringLiteral("nl-900"), nl, ui::ThemeMode::light, 900, 100},
                            {QStringLiteral("nl-700"), nl, ui::ThemeMode::light, 700, 100},
                            {QStringLiteral("nl-200-percent"), nl, ui::ThemeMode::light, 1360, 200},
                            {QStringLiteral("en-200-percent"), en, ui::ThemeMode::light, 1360, 200}};
  addEmpty(looks.first());
  steps_.append({{}, [this] { story_.saveDrafts(); }, [this] { return story_.draftsSaved(); }});
  steps_.append({{}, [] {}, [this] { return !story_.richestChannel().isNil() && story_.documentsAreHere(); }});
  for (const Look& look : looks) {
    addFirstRun(look);
    addOnline(look);
    addChannels(look);
    addDocuments(look);
  }
  addStory();
  for (const Look& look : looks) addOffline(look);
}

void Tour::add(const Look& look, const char* name, std::function<void()> go) {
  steps_.append({look.folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"), std::move(go), {}});
}

void Tour::addPlace(const Look& look, const char* name, Destination where) {
  add(look, name, [this, where] { window_.go(where); });
}

void Tour::wear(const Look& look) {
  languages_.use(look.language);
  theme_.setMode(look.mode);
  theme_.setFontScalePercent(look.scalePercent);
  window_.resize(look.width, 860);
}

void Tour::addEmpty(const Look& look) {
  steps_.append({{}, [this, look] { wear(look); }, {}});
  addPlace(look, "20-nothing-to-send", Destination::outbox);
  addPlace(look, "21-no-drafts", Destination::drafts);
}

void Tour::addFirstRun(const Look& look) {
  using Page = ui::AccountScreen::Step;
  steps_.append({{}, [this, look] { wear(look); }, {}});
  const std::pair<const char*, Page> pages[] = {{"00-sign-in", Page::signIn},
                                                {"01-first-run-profile", Page::profile},
                                                {"02-first-run-expertise", Page::expertise}};
  for (const auto& [name, page] : pages)
    add(look, name, [this, page = page] {
      window_.go(Destination::account);
      static_cast<ui::AccountScreen*>(window_.screen(Destination::account))->setStep(page);
    });
}

void Tour::addOnline(const Look& look) {
  addPlace(look, "03-for-you", Destination::forYou);
  add(look, "04-question", [this] { window_.openQuestion(story_.longest()); });
  addPlace(look, "05-questions", Destination::questions);
  addPlace(look, "06-my-questions", Destination::mine);
  addPlace(look, "07-saved", Destination::saved);
  add(look, "08-ask", [this] { window_.openDraft(QLatin1String(kTourDraft)); });
  add(look, "09-search", [this] { window_.openSearch(QStringLiteral("briefadres")); });
  add(look, "10-switcher", [this] {
    window_.go(Destination::forYou);
    window_.openSwitcher();
  });
  add(look, "11-settings", [this] {
    if (QWidget* focused = QApplication::focusWidget())
      QApplication::sendEvent(focused,
                              std::make_unique<QKeyEvent>(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier).get());
    window_.go(Destination::settings);
  });
  const auto visit = [this](Destination where, const QString& part) {
    ui::Visit one;
    one.destination = where;
    one.text = part;
    window_.visit(one);
  };
  add(look, "12-help", [visit] { visit(Destination::help, ui::helpPages().first().name); });
  add(look, "13-shortcuts", [visit] { visit(Destination::help, QStringLiteral("shortcuts")); });
  add(look, "34-settings-documents", [visit] { visit(Destination::settings, QStringLiteral("document")); });
  steps_.append({{}, [this] { window_.screen(Destination::settings)->findChild<ui::SearchField*>()->clear(); }, {}});
}

void Tour::addChannels(const Look& look) {
  addPlace(look, "22-channels", Destination::channels);
  const auto open = [this](ui::ChannelTab tab, TopicId topic) {
    ui::Visit visit;
    visit.destination = Destination::channel;
    visit.channel = story_.richestChannel();
    visit.tab = tab;
    visit.topic = topic;
    window_.visit(visit);
  };
  using Filter = store::TopicFilter;
  add(look, "23-discussion", [this, open] { open(ui::ChannelTab::discussions, story_.topic(Filter::discussions)); });
  add(look, "24-case", [this, open] { open(ui::ChannelTab::cases, story_.topic(Filter::cases)); });
  add(look, "25-new-case",
      [this] { window_.openDraft(QStringLiteral("case/") + QString::fromStdString(story_.richestChannel().text())); });
  add(look, "35-new-discussion",
      [this] { window_.openDraft(QStringLiteral("topic/") + QString::fromStdString(story_.richestChannel().text())); });
  add(look, "26-members", [open] { open(ui::ChannelTab::members, {}); });
  add(look, "27-search-channels", [this] { window_.openSearch(QStringLiteral("verhuurder")); });
}

void Tour::addDocuments(const Look& look) {
  const auto open = [this](const QString& ending, const QString& words) {
    ui::Visit visit;
    visit.destination = Destination::channel;
    visit.channel = story_.richestChannel();
    visit.tab = ui::ChannelTab::documents;
    if (!ending.isEmpty()) visit.document = story_.document(ending);
    visit.text = words;
    window_.visit(visit);
  };
  // A page of a PDF is drawn by another process.
  const auto shown = [this](const char* name, const Look& one, std::function<void()> go) {
    add(one, name, std::move(go));
    steps_.last().done = [this, turns = std::make_shared<int>(0)] { return ++*turns > kTourPdfTurns; };
  };
  add(look, "28-documents", [open] { open({}, {}); });
  shown("29-document-markdown", look, [open] { open(QStringLiteral(".md"), {}); });
  shown("30-document-pdf", look, [open] { open(QStringLiteral(".pdf"), QStringLiteral("melding")); });
  shown("31-document-odt", look, [open] { open(QStringLiteral(".odt"), {}); });
  add(look, "32-versions", [this, open] {
    open(QStringLiteral(".md"), {});
    if (auto* reader = window_.findChild<ui::DocumentReader*>()) reader->showVersions(true);
  });
  // As the next look finds it.
  steps_.append({{},
                 [this] {
                   if (auto* reader = window_.findChild<ui::DocumentReader*>()) reader->showVersions(false);
                 },
                 {}});
  add(look, "33-search-documents", [this] { window_.openSearch(QStringLiteral("regiegroep")); });
}

void Tour::addStory() {
  const auto step = [this](std::function<void()> go, std::function<bool()> done) {
    steps_.append({{}, std::move(go), std::move(done)});
  };
  step([this] { story_.signInElsewhere(); }, [this] { return story_.isElsewhere(); });
  step([this] { story_.askElsewhere(); }, [this] { return story_.askedIsHere(); });
  step([this] { engine_.goOffline(); }, [this] { return desk_.link().link == Link::offline; });
  step([this] { story_.changeOnBothSides(); }, [this] { return story_.changedElsewhere(); });
  step([this] { engine_.goOnline(); }, [this] { return story_.needsAttention(); });
  step([this] { engine_.goOffline(); }, [this] { return desk_.link().link == Link::offline; });
  step([this] { story_.writeOffline(); }, [this] { return story_.isWritten(); });
}

void Tour::addOffline(const Look& look) {
  steps_.append({{}, [this, look] { wear(look); }, {}});
  addPlace(look, "14-offline", Destination::forYou);
  addPlace(look, "15-still-to-send", Destination::outbox);
  addPlace(look, "16-drafts", Destination::drafts);
  add(look, "17-ask-offline", [this] { window_.openDraft(QLatin1String(kTourDraft)); });
  add(look, "18-answer-waiting", [this] {
    window_.go(Destination::questions);
    window_.openQuestion(story_.longest());
  });
}

void Tour::next() {
  if (at_ == steps_.size()) {
    std::printf("%d pictures\n", pictures_);
    QApplication::exit(0);
    return;
  }
  patience_.start();
  steps_[at_].go();
  // What is found in another thread and what is laid out later is on screen by then.
  QTimer::singleShot(kTourSettleMs, this, &Tour::finishStep);
}

void Tour::finishStep() {
  const Step& step = steps_[at_];
  if (step.done && !step.done()) return QTimer::singleShot(kTourSettleMs, this, &Tour::finishStep);
  if (!step.picture.isEmpty()) {
    const QString path = options_.tourDirectory + QLatin1Char('/') + step.picture;
    QDir().mkpath(QFileInfo(path).path());
    if (!window_.grab().save(path)) return fail(QStringLiteral("cannot write %1").arg(path));
    ++pictures_;
  }
  ++at_;
  next();
}

void Tour::fail(const QString& why) {
  std::fprintf(stderr, "tour: %s\n", qPrintable(why));
  QApplication::exit(1);
}

}  // namespace vb::client::app
