#include "client/ui/channels/channel_screen.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/pills.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr char kSplitter[] = "channel";
constexpr int kListWidth = 400;
constexpr int kListWidthMin = 280;
constexpr qint64 kDay = 24 * 60 * 60 * 1000LL;
constexpr int kRentNoticeDays = 30;

// The ground of the left part.
class Ground : public QWidget {
 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().bg); }
};

QString dayOf(const Timestamp& at) {
  return QLocale(dutchOnScreen() ? QLocale::Dutch : QLocale::English)
      .toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).date(), QStringLiteral("d MMMM yyyy"));
}

QString accessName(ChannelAccess access) {
  switch (access) {
    case ChannelAccess::open:
      return ChannelScreen::tr("Open channel");
    case ChannelAccess::onRequest:
      return ChannelScreen::tr("Channel on request");
    case ChannelAccess::closed:
    case ChannelAccess::unknown:
      break;
  }
  return ChannelScreen::tr("Closed channel");
}

}  // namespace

ChannelScreen::ChannelScreen(const Access& access, Preferences& preferences, Pages pages, QWidget* parent)
    : Screen(parent),
      access_(access),
      preferences_(preferences),
      pages_(std::move(pages)),
      splitter_(new QSplitter(Qt::Horizontal)),
      left_(new Ground),
      name_(new ElidedLabel({}, TextRole::heading)),
      organisation_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      notice_(new Banner(Banner::Kind::wait, {}, {})),
      lists_(new QStackedWidget),
      reads_(new QStackedWidget),
      empty_(new EmptyState) {
  build();
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (!channel_.isNil() && (changes.channels || changes.topics || changes.outbox)) reload();
  });
}

ChannelScreen::~ChannelScreen() = default;

void ChannelScreen::build() {
  setOnSurface();
  auto* whole = new QHBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(splitter_);
  whole->addWidget(empty_);
  empty_->hide();
  auto* column = new QVBoxLayout(left_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setObjectName(QStringLiteral("head"));
  head->setContentsMargins(16, 14, 16, 10);
  head->setSpacing(4);
  head->addWidget(name_);
  head->addWidget(&organisation_->wrapped());
  head->addSpacing(4);
  head->addWidget(notice_);
  notice_->hide();
  tabs_ = new FilterPills(tr("Part of the channel"));
  head->addWidget(tabs_);
  column->addLayout(head);
  column->addWidget(new Rule);
  column->addWidget(lists_, 1);
  splitter_->setHandleWidth(1);
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(left_);
  splitter_->addWidget(reads_);
  splitter_->setStretchFactor(0, 0);
  splitter_->setStretchFactor(1, 1);
  left_->setMinimumWidth(px(kListWidthMin));
  reads_->setMinimumWidth(px(280));
  if (!splitter_->restoreState(preferences_.state(QLatin1String(kSplitter))))
    splitter_->setSizes({px(kListWidth), px(kListWidth * 2)});
  connect(splitter_, &QSplitter::splitterMoved, this, [this] {
    if (!onePane_) preferences_.setState(QLatin1String(kSplitter), splitter_->saveState());
  });
  connect(tabs_, &FilterPills::currentChanged, this, [this](int index) {
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = channel_;
    visit.tab = shownTabs_.value(index);
    access_.navigator.visit(visit);
  });
}

QString ChannelScreen::title() const {
  const ChannelPage* now = made_.value(tab_);
  const QString inside = now != nullptr ? now->title() : QString();
  return inside.isEmpty() ? view_.row.name : QStringLiteral("%1 · %2").arg(inside, view_.row.name);
}

void ChannelScreen::activate() {
  if (auto* now = current()) now->activate();
}

void ChannelScreen::enter(const Visit& visit) {
  if (visit.channel != channel_) {
    close();
    open(visit.channel);
  }
  if (channel_.isNil()) return;
  showTab(visit.tab);
  if (auto* now = current()) now->enter(visit);
  Q_EMIT titleChanged();
}

void ChannelScreen::open(ChannelId channel) {
  channel_ = channel;
  readerInFront_ = false;
  reload();
}

void ChannelScreen::close() {
  if (auto* now = current()) now->deactivate();
  for (ChannelPage* page : std::as_const(made_)) {
    lists_->removeWidget(page->listPart());
    if (page->readPart() != nullptr) reads_->removeWidget(page->readPart());
    page->listPart()->deleteLater();
    if (page->readPart() != nullptr) page->readPart()->deleteLater();
    page->deleteLater();
  }
  made_.clear();
  channel_ = {};
  view_ = {};
  shownTabs_.clear();
}

void ChannelScreen::reload() {
  auto view = access_.reader.channels().channel(channel_);
  if (!view || view->row.state != MembershipState::joined) return gone();
  view_ = std::move(*view);
  const bool isHere = view_.row.synced;
  splitter_->setVisible(isHere);
  empty_->setVisible(!isHere);
  if (!isHere)
    empty_->set(QStringLiteral("cloud"), tr("%1 is on its way").arg(view_.row.name),
                tr("What is in this channel comes to this computer as soon as there is a connection."));
  name_->setText(view_.row.name);
  QStringList about{accessName(view_.channel.access)};
  if (view_.row.role != ChannelRole::guest) about << tr("%n member(s)", nullptr, view_.members);
  if (!view_.row.organisation.isEmpty()) about << view_.row.organisation;
  organisation_->setText(about.join(QStringLiteral(" · ")));
  const auto& channel = view_.channel;
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  const bool mayExtend = view_.lease.has_value();
  const bool endsSoon = mayExtend && channel.leaseEndsAt &&
                        channel.leaseEndsAt->time_since_epoch().count() - now < kRentNoticeDays * kDay;
  QString heading;
  QString words;
  if (channel.deletedFrom) {
    heading = tr("Will be deleted from %1").arg(dayOf(*channel.deletedFrom));
    words = tr("Copy what you want to keep before then.");
  } else if (view_.readOnly) {
    heading = tr("The rent has ended");
    words = tr("Everything can be read, nothing can be added.");
  } else if (endsSoon) {
    heading = tr("The rent ends on %1").arg(dayOf(*channel.leaseEndsAt));
    words = tr("After that everything can still be read, but nothing added.");
  }
  notice_->set(channel.deletedFrom ? Banner::Kind::bad : Banner::Kind::wait, heading, words);
  notice_->setVisible(!heading.isEmpty());
  fillTabs(view_);
  for (ChannelPage* page : std::as_const(made_)) page->setChannel(view_);
}

// Access ended, or he left: the screen says so and leaves.
void ChannelScreen::gone() {
  const QString name = view_.row.name;
  close();
  splitter_->hide();
  empty_->show();
  empty_->set(QStringLiteral("lock"), tr("This channel is not here"),
              tr("You are not in it (any more), or it was deleted. What you had not sent yet is under Still to send."));
  if (name.isEmpty() || !isVisible()) return;
  access_.navigator.showToast({tr("You are no longer in %1. It is removed from this computer.").arg(name), {}, {}, {}});
  QMetaObject::invokeMethod(
      this, [this] { access_.navigator.go(Destination::channels); }, Qt::QueuedConnection);
}

void ChannelScreen::fillTabs(const store::ChannelView& view) {
  QVector<ChannelTab> wanted;
  const bool isGuest = view.row.role == ChannelRole::guest;
  for (const auto& [tab, make] : std::as_const(pages_)) {
    if (isGuest && tab == ChannelTab::members) continue;
    const bool hasCases = view.channel.access == ChannelAccess::closed || view.cases > 0;
    if (tab == ChannelTab::cases && !hasCases) continue;
    wanted << tab;
  }
  const auto words = [&](ChannelTab tab) {
    const auto counted = [](const QString& name, int count) {
      return count > 0 ? QStringLiteral("%1 · %2").arg(name).arg(count) : name;
    };
    switch (tab) {
      case ChannelTab::discussions:
        return counted(tr("Discussions"), view.topics);
      case ChannelTab::cases:
        return counted(tr("Cases"), view.cases);
      case ChannelTab::documents:
        return counted(tr("Documents"), view.documents);
      case ChannelTab::members:
        return view.requests > 0 ? tr("Members · %n request(s)", nullptr, view.requests)
                                 : counted(tr("Members"), view.members);
    }
    return QString();
  };
  if (wanted != shownTabs_) {
    shownTabs_ = wanted;
    auto* made = new FilterPills(tr("Part of the channel"));
    connect(made, &FilterPills::currentChanged, this, [this](int index) {
      Visit visit;
      visit.destination = Destination::channel;
      visit.channel = channel_;
      visit.tab = shownTabs_.value(index);
      access_.navigator.visit(visit);
    });
    for (const ChannelTab tab : std::as_const(shownTabs_)) made->add(words(tab));
    auto* head = left_->findChild<QVBoxLayout*>(QStringLiteral("head"));
    delete head->replaceWidget(tabs_, made);
    tabs_->hide();
    tabs_->deleteLater();
    tabs_ = made;
    tabs_->setCurrent(qMax(0, static_cast<int>(shownTabs_.indexOf(tab_))));
    return;
  }
  for (int i = 0; i < shownTabs_.size(); ++i) tabs_->setText(i, words(shownTabs_[i]));
}

ChannelPage* ChannelScreen::page(ChannelTab tab) {
  if (ChannelPage* known = made_.value(tab)) return known;
  for (const auto& [one, make] : std::as_const(pages_)) {
    if (one != tab) continue;
    ChannelPage* made = make(access_, channel_, this);
    made_.insert(tab, made);
    lists_->addWidget(made->listPart());
    if (made->readPart() != nullptr) reads_->addWidget(made->readPart());
    made->setOnePane(onePane_);
    made->setChannel(view_);
    connect(made, &ChannelPage::titleChanged, this, &Screen::titleChanged);
    connect(made, &ChannelPage::readerInFront, this, &ChannelScreen::showPart);
    return made;
  }
  return nullptr;
}

void ChannelScreen::showTab(ChannelTab tab) {
  if (!shownTabs_.contains(tab)) tab = shownTabs_.value(0, ChannelTab::discussions);
  if (auto* before = current(); before != nullptr && tab != tab_) before->deactivate();
  tab_ = tab;
  ChannelPage* now = page(tab);
  if (now == nullptr) return;
  tabs_->setCurrent(static_cast<int>(shownTabs_.indexOf(tab)));
  lists_->setCurrentWidget(now->listPart());
  if (now->readPart() != nullptr) reads_->setCurrentWidget(now->readPart());
  showPart(false);
}

void ChannelScreen::showPart(bool reader) {
  readerInFront_ = reader;
  auto* now = current();
  const bool hasReader = now != nullptr && now->readPart() != nullptr;
  left_->setVisible(!onePane_ || !reader || !hasReader);
  reads_->setVisible(hasReader && (!onePane_ || reader));
}

void ChannelScreen::deactivate() {
  if (auto* now = current()) now->deactivate();
}

QVector<QWidget*> ChannelScreen::panes() {
  auto* now = current();
  return now != nullptr ? now->panes() : QVector<QWidget*>{this};
}

bool ChannelScreen::back() {
  auto* now = current();
  if (now != nullptr && now->back()) return true;
  if (!onePane_ || !readerInFront_) return false;
  showPart(false);
  return true;
}

void ChannelScreen::setOnePane(bool onePane) {
  onePane_ = onePane;
  for (ChannelPage* page : std::as_const(made_)) page->setOnePane(onePane);
  showPart(readerInFront_);
}

void ChannelScreen::timePassed() {
  if (!channel_.isNil()) reload();
  for (ChannelPage* page : std::as_const(made_)) page->timePassed();
}

QVariant ChannelScreen::place() const {
  const ChannelPage* now = made_.value(tab_);
  return now != nullptr ? now->place() : QVariant();
}

void ChannelScreen::restorePlace(const QVariant& place) {
  if (auto* now = current()) now->restorePlace(place);
}

}  // namespace vb::client::ui
