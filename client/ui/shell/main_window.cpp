#include "client/ui/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/shell/draft_places.h"
#include "client/ui/shell/link_dialog.h"
#include "client/ui/shell/link_words.h"
#include "client/ui/shell/rail.h"
#include "client/ui/shell/status_line.h"
#include "client/ui/shell/toast_bar.h"
#include "client/ui/shell/tuning.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {

MainWindow::MainWindow(store::Reader& reader, Desk& desk, Theme& theme, Preferences& preferences, Now now)
    : reader_(reader),
      desk_(desk),
      theme_(theme),
      preferences_(preferences),
      now_(std::move(now)),
      commands_(new Commands(this)),
      rail_(new Rail(this)),
      stack_(new QStackedWidget(this)),
      strip_(new QWidget(this)),
      banner_(new Banner(Banner::Kind::wait, {}, {}, strip_)),
      status_(new StatusLine(this)),
      toast_(new ToastBar(this)) {
  setWindowTitle(QStringLiteral("Vraagbaak"));
  setMinimumSize(360, 420);
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  auto* inStrip = new QVBoxLayout(strip_);
  inStrip->setContentsMargins(12, 10, 12, 10);
  inStrip->addWidget(banner_);
  right->addWidget(strip_);
  right->addWidget(stack_, 1);
  right->addWidget(toast_);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(rail_);
  middle->addLayout(right, 1);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(0);
  whole->addLayout(middle, 1);
  whole->addWidget(status_);
  strip_->hide();
  if (!restoreGeometry(preferences_.state(QStringLiteral("window")))) resize(1360, 860);

  connect(commands_, &Commands::triggered, this, &MainWindow::run);
  connect(rail_, &Rail::destinationChosen, this, &MainWindow::go);
  connect(rail_, &Rail::channelChosen, this, &MainWindow::openChannel);
  connect(rail_, &Rail::menuAsked, this, &MainWindow::popUpMenu);
  connect(status_, &StatusLine::waitingClicked, this, [this] { go(Destination::outbox); });
  connect(&desk_, &Desk::linkChanged, this, [this] { renewLink(); });
  documents_.setSingleShot(true);
  documents_.setInterval(kDocumentsTickMs);
  connect(&documents_, &QTimer::timeout, this, &MainWindow::renewDocuments);
  documents_.start();
  // Queued: what is being typed in has heard it too by then, and stores nothing more.
  connect(&desk_, &Desk::signedOut, this, &MainWindow::signedOut, Qt::QueuedConnection);
  connect(&desk_, &Desk::changed, this, [this](const ChangeSet& changes) {
    renewCounts();
    if (changes.channels || changes.topics || changes.outbox) renewChannels();
    if (changes.documents && !documents_.isActive()) documents_.start();
    // Settings that were refused fall back in the outbox.
    if (changes.settings || changes.outbox) renewRight();
  });
  connect(&desk_, &Desk::storeFailed, this, [this](const QString& code) {
    showToast({storeProblem(code), {}, {}, {}, kToastMs});
  });
  connect(&desk_, &Desk::writeRefused, this, [this](const QString& code, const QString& detail, bool keptAsDraft) {
    Toast refusal{writeRefusal(code, detail, keptAsDraft), {}, {}, {}, kToastMs};
    if (keptAsDraft) {
      refusal.actionText = tr("Open drafts");
      refusal.action = [this] { go(Destination::drafts); };
    }
    showToast(refusal);
  });
  connect(&desk_, &Desk::flushed, this, [this](quint64 ticket) {
    if (ticket == anewTicket_) makeAnew();
  });
  builtForPercent_ = theme_.fontScalePercent();
  connect(&theme_, &Theme::changed, this, [this] {
    fit();
    if (theme_.fontScalePercent() == builtForPercent_) return;
    builtForPercent_ = theme_.fontScalePercent();
    storeTyped();
  });
  minute_.setInterval(kAgeTickMs);
  minute_.setTimerType(Qt::VeryCoarseTimer);
  connect(&minute_, &QTimer::timeout, this, [this] {
    if (!isVisible()) return;
    renewLink();
    renewCounts();
    for (const Place& place : std::as_const(places_))
      if (place.screen != nullptr) place.screen->timePassed();
    // Ages in the lists are painted from now.
    stack_->update();
  });
  minute_.start();
  renewLink();
  renewCounts();
  renewChannels();
  renewRight();
  fit();
}

MainWindow::~MainWindow() = default;

void MainWindow::registerScreen(const QVector<Destination>& destinations, MakeScreen make) {
  places_.append({std::move(make), nullptr});
  for (const Destination destination : destinations) placeOf_.insert(destination, static_cast<int>(places_.size()) - 1);
}

Screen* MainWindow::screen(Destination destination) {
  const auto at = placeOf_.constFind(destination);
  if (at == placeOf_.constEnd()) return nullptr;
  Place& place = places_[*at];
  if (place.screen == nullptr) {
    place.screen = place.make(stack_);
    stack_->addWidget(place.screen);
    connect(place.screen, &Screen::titleChanged, this, [this, made = place.screen] {
      if (stack_->currentWidget() == made)
        setWindowTitle(made->title().isEmpty() ? QStringLiteral("Vraagbaak")
                                               : QStringLiteral("%1 · Vraagbaak").arg(made->title()));
    });
    place.screen->setOnePane(width() < px(kOnePaneBelow));
  }
  return place.screen;
}

void MainWindow::go(Destination destination) {
  Visit wanted;
  wanted.destination = destination;
  visit(wanted);
}

void MainWindow::visit(const Visit& wanted) {
  if (wanted.destination != visit_.destination || wanted.channel != visit_.channel) {
    history_.append(visit_);
    if (history_.size() > kHistoryMax) history_.removeFirst();
  }
  move(wanted);
}

void MainWindow::move(const Visit& wanted) {
  auto* before = qobject_cast<Screen*>(stack_->currentWidget());
  Screen* next = screen(wanted.destination);
  if (next == nullptr) return;
  if (before != nullptr && before != next) before->deactivate();
  visit_ = wanted;
  const bool bare = wanted.destination == Destination::account;
  rail_->setVisible(!bare);
  rail_->setCurrent(wanted.destination, wanted.channel);
  stack_->setCurrentWidget(next);
  next->enter(wanted);
  setWindowTitle(next->title().isEmpty() ? QStringLiteral("Vraagbaak")
                                         : QStringLiteral("%1 · Vraagbaak").arg(next->title()));
  renewLink();
  Q_EMIT shown(wanted.destination);
}

void MainWindow::back() {
  auto* now = qobject_cast<Screen*>(stack_->currentWidget());
  if (now != nullptr && now->back()) return;
  while (!history_.isEmpty()) {
    const Visit last = history_.takeLast();
    if (last.destination == Destination::account || screen(last.destination) == nullptr) continue;
    return move(last);
  }
}

void MainWindow::openQuestion(QuestionId question, const QString& highlightId) {
  Visit wanted;
  wanted.destination = visit_.destination;
  // From a screen without a list one lands in the list of all questions.
  const bool listScreen = wanted.destination == Destination::forYou || wanted.destination == Destination::mine ||
                          wanted.destination == Destination::saved;
  if (!listScreen) wanted.destination = Destination::questions;
  wanted.question = question;
  wanted.highlightId = highlightId;
  visit(wanted);
}

void MainWindow::openCategory(CategoryId category) {
  Visit wanted;
  wanted.destination = Destination::questions;
  wanted.category = category;
  visit(wanted);
}

void MainWindow::openAsk(const QString& title) {
  Visit wanted;
  wanted.destination = Destination::ask;
  wanted.text = title;
  visit(wanted);
}

void MainWindow::openChannel(ChannelId channel) {
  Visit wanted;
  wanted.destination = Destination::channel;
  wanted.channel = channel;
  visit(wanted);
}

void MainWindow::openSearch(const QString& text) {
  Visit wanted;
  wanted.destination = Destination::search;
  wanted.text = text;
  visit(wanted);
}

void MainWindow::openDraft(const QString& key) {
  Visit wanted;
  wanted.draftKey = key;
  wanted.destination = Destination::ask;
  if (const auto inChannel = visitOfDraft(key, reader_)) return visit(*inChannel);
  if (key.startsWith(QLatin1String("answer/"))) {
    if (const auto id = QuestionId::parse(key.mid(7).toStdString())) {
      wanted.destination = Destination::questions;
      wanted.question = *id;
    }
  }
  visit(wanted);
}

void MainWindow::openSwitcher() {
  if (switcher_ && visit_.destination != Destination::account) switcher_(this);
}

void MainWindow::openLink(const QUrl& url) { askAndOpen(url, this); }

void MainWindow::showToast(const Toast& toast) { toast_->show(toast); }

void MainWindow::run(Commands::Id id) {
  const bool bare = visit_.destination == Destination::account;
  // Before signing in there is nowhere to go.
  if (bare && id < Commands::Id::help) return;
  switch (id) {
    case Commands::Id::ask:
      return openAsk();
    case Commands::Id::forYou:
      return go(Destination::forYou);
    case Commands::Id::questions:
      return go(Destination::questions);
    case Commands::Id::mine:
      return go(Destination::mine);
    case Commands::Id::saved:
      return go(Destination::saved);
    case Commands::Id::outbox:
      return go(Destination::outbox);
    case Commands::Id::drafts:
      return go(Destination::drafts);
    case Commands::Id::channels:
      return go(Destination::channels);
    case Commands::Id::search:
      return openSearch();
    case Commands::Id::switcher:
      return openSwitcher();
    case Commands::Id::settings:
      return go(Destination::settings);
    case Commands::Id::help:
      return go(Destination::help);
    case Commands::Id::back:
      return back();
    case Commands::Id::nextPane:
      return cyclePanes(1);
    case Commands::Id::previousPane:
      return cyclePanes(-1);
    case Commands::Id::larger:
      return scaleText(10);
    case Commands::Id::smaller:
      return scaleText(-10);
    case Commands::Id::normalSize:
      return scaleText(0);
    case Commands::Id::refresh:
      Q_EMIT connectAsked();
      return;
    case Commands::Id::menu:
      return popUpMenu();
    case Commands::Id::quit:
      close();
      return;
  }
}

void MainWindow::scaleText(int step) {
  theme_.setFontScalePercent(step == 0 ? 100 : theme_.fontScalePercent() + step);
  preferences_.setFontScalePercent(theme_.fontScalePercent());
}

void MainWindow::cyclePanes(int step) {
  QVector<QWidget*> stops;
  if (rail_->isVisible()) stops.append(rail_);
  if (auto* now = qobject_cast<Screen*>(stack_->currentWidget())) stops += now->panes();
  if (toast_->isVisible()) stops.append(toast_);
  stops.append(status_);
  QWidget* focused = QApplication::focusWidget();
  qsizetype at = -1;
  for (qsizetype i = 0; i < stops.size(); ++i)
    if (focused != nullptr && (stops[i] == focused || stops[i]->isAncestorOf(focused))) at = i;
  // A pane that takes no focus itself gives it to the first control in it that does.
  for (qsizetype tried = 0; tried < stops.size(); ++tried) {
    at = (at + step + stops.size()) % stops.size();
    QWidget* target = stops[at];
    if (target == rail_)
      target = rail_->channelButton(visit_.channel) != nullptr ? rail_->channelButton(visit_.channel)
               : rail_->button(visit_.destination) != nullptr  ? rail_->button(visit_.destination)
                                                               : rail_->button(Destination::forYou);
    if (target->focusPolicy() == Qt::NoFocus) {
      QWidget* inner = nullptr;
      for (QWidget* child : target->findChildren<QWidget*>())
        if (inner == nullptr && child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
          inner = child;
      target = inner;
    }
    if (target == nullptr || !target->isVisible()) continue;
    target->setFocus(Qt::TabFocusReason);
    return;
  }
}

void MainWindow::popUpMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  commands_->fill(*menu);
  menu->popup(rail_->mapToGlobal(QPoint(10, 50)));
  menu->setActiveAction(menu->actions().value(0));
}

void MainWindow::fit() {
  rail_->setCollapsed(width() < px(kRailCollapsesBelow));
  for (const Place& place : std::as_const(places_))
    if (place.screen != nullptr) place.screen->setOnePane(width() < px(kOnePaneBelow));
}

void MainWindow::renewDocuments() {
  const auto storage = reader_.channels().storage();
  coming_ = {storage.documentsFetching + storage.documentsWaiting, storage.percent};
  renewLink();
}

void MainWindow::renewLink() {
  const LinkState state = desk_.link();
  const LinkWords words = wordsOf(state, now_(), coming_);
  status_->setWords(words);
  if (state.link != dismissed_) dismissed_ = Link::live;
  const bool wanted = !words.bannerTitle.isEmpty() && visit_.destination != Destination::account &&
                      (dismissed_ != state.link || state.diskFull);
  if (wanted) sayOnBanner(words, state.link);
  strip_->setVisible(wanted);
}

// Buttons that say the same stay as they are: somebody may be about to press one.
void MainWindow::sayOnBanner(const LinkWords& words, Link link) {
  if (words.bannerTitle + words.bannerText != bannerSays_)
    banner_->set(words.bannerIsBad ? Banner::Kind::bad : Banner::Kind::wait, words.bannerTitle, words.bannerText);
  bannerSays_ = words.bannerTitle + words.bannerText;
  const QString actions = words.bannerAction + QLatin1Char('\n') + tr("Hide") + QString::number(static_cast<int>(link));
  if (actions == bannerActions_) return;
  bannerActions_ = actions;
  banner_->clearActions();
  if (!words.bannerAction.isEmpty())
    connect(banner_->addAction(words.bannerAction), &QAbstractButton::clicked, this, [this, link] {
      if (link == Link::signedOut)
        go(Destination::account);
      else
        Q_EMIT connectAsked();
    });
  connect(banner_->addAction(tr("Hide"), true), &QAbstractButton::clicked, this, [this, link] {
    dismissed_ = link;
    renewLink();
  });
}

void MainWindow::renewCounts() {
  const store::Counts counts = reader_.counts();
  rail_->setCount(Destination::forYou, counts.forYouOpen);
  rail_->setCount(Destination::outbox, counts.waitingToSend + counts.needsAttention, counts.needsAttention > 0);
  rail_->setCount(Destination::drafts, counts.drafts);
}

void MainWindow::renewChannels() {
  QVector<RailChannel> joined;
  int invited = 0;
  for (const auto& row : reader_.channels().channels()) {
    if (row.state == MembershipState::joined) joined.append({row.id, row.name, row.unreadTopics});
    if (row.state == MembershipState::invited) ++invited;
  }
  rail_->setChannels(joined, invited);
}

void MainWindow::renewRight() {
  const Settings settings = reader_.settings();
  const auto time = [](int minutes) {
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
  };
  status_->setRight(tr("Working hours %1–%2 · %3")
                        .arg(time(settings.workFromMinutes), time(settings.workUntilMinutes),
                             settings.notify ? tr("notifications on") : tr("notifications off")));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (auto* now = qobject_cast<Screen*>(stack_->currentWidget())) now->deactivate();
  toast_->expire();
  preferences_.setState(QStringLiteral("window"), saveGeometry());
  QWidget::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    commands_->retranslate();
    storeTyped();
  }
  QWidget::changeEvent(event);
}

}  // namespace vb::client::ui
