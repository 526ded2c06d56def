#include "client/ui/members/members_page.h"

#include <QDateTime>
#include <QListView>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/members/about_panel.h"
#include "client/ui/members/invite_panel.h"
#include "client/ui/members/people_delegate.h"
#include "client/ui/members/people_model.h"
#include "client/ui/members/person_panel.h"
#include "client/ui/shell/page_scroll.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {
namespace {

const QString kAbout = QStringLiteral("about");
const QString kInvite = QStringLiteral("invite");

}  // namespace

ChannelPage* MembersPage::make(const Access& access, ChannelId channel, QObject* parent) {
  return new MembersPage(access, channel, parent);
}

MembersPage::MembersPage(const Access& access, ChannelId channel, QObject* parent)
    : ChannelPage(parent),
      access_(access),
      id_(channel),
      list_(new QWidget),
      people_(new PeopleModel(this)),
      view_(new QListView),
      count_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      invite_(new SecondaryButton(tr("Invite"))),
      read_(new PageScroll) {
  build();
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (known_ && (changes.channels || changes.people || changes.outbox)) reload();
  });
}

void MembersPage::build() {
  auto* column = new QVBoxLayout(list_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(16, 10, 16, 10);
  head->setSpacing(px(8));
  auto* search = new SearchField(tr("Find a member"));
  search->setAccessibleName(tr("Find a member"));
  head->addWidget(search);
  auto* row = new QHBoxLayout;
  invite_->setIconName(QStringLiteral("plus"));
  invite_->setCompact(true);
  row->addWidget(count_, 1);
  row->addWidget(invite_);
  head->addLayout(row);
  column->addLayout(head);
  column->addWidget(new Rule);
  view_->setAccessibleName(tr("Members"));
  view_->setFrameShape(QFrame::NoFrame);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setMouseTracking(true);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setTabKeyNavigation(false);
  view_->setModel(people_);
  view_->setItemDelegate(new PeopleDelegate(view_));
  view_->viewport()->setAutoFillBackground(false);
  column->addWidget(view_, 1);
  connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
    people_->setFilter(text);
    showChosen(false);
  });
  connect(search, &QLineEdit::returnPressed, this, [this] { view_->setFocus(); });
  connect(view_, &QAbstractItemView::activated, this,
          [this](const QModelIndex& index) { openRow(people_->row(index.row()).key(), true); });
  connect(view_, &QAbstractItemView::clicked, this,
          [this](const QModelIndex& index) { openRow(people_->row(index.row()).key(), true); });
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index, const QModelIndex&) {
            if (index.isValid() && view_->hasFocus() && !onePane_) openRow(people_->row(index.row()).key(), false);
          });
  connect(invite_, &Button::clicked, this, &MembersPage::openInvite);
}

QWidget* MembersPage::readPart() { return read_; }

void MembersPage::setChannel(const store::ChannelView& channel) {
  channel_ = channel;
  known_ = true;
  const Timestamp now = Timestamp(Milliseconds(QDateTime::currentMSecsSinceEpoch()));
  invite_->setVisible(may(channel.row.role, ChannelAction::invite, channel.channel, now));
  reload();
}

void MembersPage::reload() {
  people_->setPeople(access_.reader.channels().people(id_));
  count_->setText(tr("%n member(s)", nullptr, people_->members()));
  // What is being typed is left alone; what was shown and is gone makes room for the channel.
  if (panel_ != nullptr && panel_->isBusy()) return showChosen(false);
  if (open_ == kInvite && panel_ != nullptr) return;
  const bool hadFocus = panel_ != nullptr && panel_->isAncestorOf(panel_->window()->focusWidget());
  const QString key = people_->indexOf(open_) >= 0 ? open_ : kAbout;
  openRow(key, false);
  if (hadFocus) view_->setFocus();
}

void MembersPage::openRow(const QString& key, bool byUser) {
  const int index = people_->indexOf(key);
  if (index < 0 && key != kAbout) return;
  if (key == kAbout)
    show(new AboutPanel(access_, channel_), key);
  else
    show(new PersonPanel(access_, channel_, people_->row(index)), key);
  showChosen(byUser);
}

void MembersPage::openInvite() {
  show(new InvitePanel(access_, channel_), kInvite);
  showChosen(true);
  panel_->focusFirst();
}

void MembersPage::show(MemberPanel* panel, const QString& key) {
  open_ = key;
  panel_ = panel;
  read_->setPage(panel);
  connect(panel, &MemberPanel::finished, this, [this] {
    // Not within a signal of what is replaced.
    QMetaObject::invokeMethod(
        this,
        [this] {
          if (onePane_) Q_EMIT readerInFront(false);
          openRow(people_->indexOf(open_) >= 0 ? open_ : kAbout, false);
          view_->setFocus();
        },
        Qt::QueuedConnection);
  });
}

void MembersPage::showChosen(bool byUser) {
  const int index = people_->indexOf(open_);
  const QSignalBlocker quiet(view_->selectionModel());
  if (index >= 0)
    view_->setCurrentIndex(people_->index(index));
  else
    view_->selectionModel()->clear();
  view_->viewport()->update();
  if (byUser) Q_EMIT readerInFront(true);
}

void MembersPage::enter(const Visit&) {
  if (open_.isEmpty()) openRow(kAbout, false);
  view_->setFocus();
}

QVector<QWidget*> MembersPage::panes() { return {view_, panel_ != nullptr ? panel_->nextInFocusChain() : read_}; }

bool MembersPage::back() {
  if (!onePane_) return false;
  Q_EMIT readerInFront(false);
  view_->setFocus();
  return true;
}

void MembersPage::setOnePane(bool onePane) { onePane_ = onePane; }

QVariant MembersPage::place() const { return open_; }

void MembersPage::restorePlace(const QVariant& place) {
  if (known_ && people_->indexOf(place.toString()) >= 0) openRow(place.toString(), false);
}

}  // namespace vb::client::ui
