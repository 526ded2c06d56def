#include "client/ui/channels/channels_screen.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/form_field.h"
#include "client/ui/reader/state_chip.h"

namespace vb::client::ui {
namespace {

constexpr int kCodeCharsMin = 8;

QString groupOf(const store::ChannelRow& row) {
  switch (row.state) {
    case MembershipState::joined:
      return ChannelsScreen::tr("Your channels");
    case MembershipState::invited:
      return ChannelsScreen::tr("Invitations");
    case MembershipState::requested:
      return ChannelsScreen::tr("Asked to join");
    case MembershipState::unknown:
      break;
  }
  return ChannelsScreen::tr("Channels you can join");
}

}  // namespace

ChannelsScreen::ChannelsScreen(const Access& access, QWidget* parent)
    : CardListScreen(tr("Channels"),
                     tr("Organisations share discussions and cases in a channel. What is in yours can be read without "
                        "a network."),
                     parent),
      access_(access) {
  setEmpty(false);
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.channels || changes.outbox) reload();
  });
  reload();
}

void ChannelsScreen::activate() {
  asking_ = {};
  reload();
  for (QWidget* child : findChildren<Button*>())
    if (child->isVisibleTo(this)) return child->setFocus();
}

void ChannelsScreen::reload() {
  if (!asking_.isNil() || (code_ != nullptr && !code_->text().isEmpty())) return;
  const QString focused = focusWidget() != nullptr ? focusWidget()->accessibleName() : QString();
  while (QLayoutItem* item = cards()->takeAt(0)) {
    if (item->widget() != nullptr) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
  QString group;
  auto rows = access_.reader.channels().channels();
  // What asks for an answer comes first.
  std::stable_partition(rows.begin(), rows.end(),
                        [](const auto& row) { return row.state == MembershipState::invited; });
  for (const auto& row : std::as_const(rows)) {
    if (groupOf(row) != group) {
      group = groupOf(row);
      cards()->addWidget(new PlainLabel(group, TextRole::subheading));
    }
    cards()->addWidget(card(row));
  }
  if (rows.isEmpty())
    cards()->addWidget(
        &(new PlainLabel(tr("There are no channels for you yet. Somebody who moderates one can invite you."),
                         TextRole::row, ColorRole::muted))
             ->wrapped());
  cards()->addWidget(codeCard());
  if (focused.isEmpty()) return;
  for (auto* button : findChildren<Button*>())
    if (button->accessibleName() == focused && button->isVisibleTo(this)) return button->setFocus();
}

QWidget* ChannelsScreen::card(const store::ChannelRow& row) {
  auto* made = new Card(row.state == MembershipState::invited ? Card::Kind::soft : Card::Kind::plain);
  auto* column = new QVBoxLayout(made);
  column->setContentsMargins(px(18), px(14), px(18), px(14));
  column->setSpacing(px(6));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(10));
  head->addWidget(&(new PlainLabel(row.name, TextRole::rowStrong))->wrapped(), 1);
  auto* state = new Chip;
  showSendState(state, row.sendState);
  head->addWidget(state, 0, Qt::AlignTop);
  column->addLayout(head);
  if (!row.organisation.isEmpty())
    column->addWidget(&(new PlainLabel(row.organisation, TextRole::meta, ColorRole::muted))->wrapped());
  if (!row.description.isEmpty()) column->addWidget(&(new PlainLabel(row.description))->wrapped());
  if (row.state == MembershipState::invited && !row.invitedBy.isEmpty())
    column->addWidget(
        &(new PlainLabel(tr("%1 invites you.").arg(row.invitedBy), TextRole::meta, ColorRole::onSoft))->wrapped());
  addActions(row, made);
  return made;
}

void ChannelsScreen::addActions(const store::ChannelRow& row, QWidget* into) {
  auto* buttons = new FlowRow(10, 8);
  const auto add = [&](Button* button, const QString& spoken, std::function<void()> act) {
    button->setAccessibleName(spoken);
    buttons->layout()->addWidget(button);
    connect(button, &Button::clicked, this, std::move(act));
  };
  auto& door = access_.desk.channels();
  switch (row.state) {
    case MembershipState::joined:
      add(new SecondaryButton(tr("Open")), tr("Open %1").arg(row.name), [this, id = row.id] {
        Visit visit;
        visit.destination = Destination::channel;
        visit.channel = id;
        access_.navigator.visit(visit);
      });
      break;
    case MembershipState::invited:
      add(new PrimaryButton(tr("Accept")), tr("Accept the invitation to %1").arg(row.name),
          [&door, id = row.id] { door.answerInvitation(id, true); });
      add(new SecondaryButton(tr("Decline")), tr("Decline the invitation to %1").arg(row.name),
          [&door, id = row.id] { door.answerInvitation(id, false); });
      break;
    case MembershipState::requested:
      add(new SecondaryButton(tr("Take back my request")), tr("Take back my request to join %1").arg(row.name),
          [&door, id = row.id] { door.leave(id); });
      break;
    case MembershipState::unknown:
      if (row.access == ChannelAccess::open)
        add(new SecondaryButton(tr("Join")), tr("Join %1").arg(row.name), [&door, id = row.id] { door.join(id, {}); });
      else
        add(new SecondaryButton(tr("Ask to join")), tr("Ask to join %1").arg(row.name), [this, row, into, buttons] {
          buttons->hide();
          askToJoin(row, into);
        });
      break;
  }
  into->layout()->addWidget(buttons);
}

void ChannelsScreen::askToJoin(const store::ChannelRow& row, QWidget* into) {
  asking_ = row.id;
  auto* message = new QLineEdit;
  message->setMaxLength(1000);
  auto* field = new FormField(tr("Who are you, and why do you want to join?"), message);
  field->setHint(tr("The moderators of the channel read this."));
  into->layout()->addWidget(field);
  auto* buttons = new FlowRow(10, 8);
  auto* send = new PrimaryButton(tr("Send the request"));
  auto* cancel = new SecondaryButton(tr("Cancel"));
  buttons->layout()->addWidget(send);
  buttons->layout()->addWidget(cancel);
  into->layout()->addWidget(buttons);
  const auto submit = [this, message, id = row.id] {
    asking_ = {};
    access_.desk.channels().join(id, message->text().trimmed());
    reload();
  };
  connect(send, &Button::clicked, this, submit);
  connect(message, &QLineEdit::returnPressed, this, submit);
  connect(cancel, &Button::clicked, this, [this] {
    asking_ = {};
    reload();
  });
  message->setFocus();
}

QWidget* ChannelsScreen::codeCard() {
  auto* made = new Card;
  auto* column = new QVBoxLayout(made);
  column->setContentsMargins(px(18), px(14), px(18), px(14));
  column->setSpacing(px(8));
  column->addWidget(new PlainLabel(tr("Invited by e-mail address?"), TextRole::rowStrong));
  code_ = new QLineEdit;
  code_->setMaxLength(100);
  code_->setMaximumWidth(px(320));
  auto* field = new FormField(tr("Code that you were given"), code_);
  column->addWidget(field);
  auto* use = new SecondaryButton(tr("Use the code"));
  column->addWidget(use, 0, Qt::AlignLeft);
  const auto submit = [this, field] {
    if (code_->text().trimmed().size() < kCodeCharsMin)
      return field->setProblem(tr("A code looks like K7PM-22QX-9RTD-41VB."));
    access_.desk.channels().redeemInvitation(code_->text());
    code_->clear();
    field->setProblem({});
    access_.navigator.showToast({tr("The code is sent. The channel appears here when it is right."), {}, {}, {}});
  };
  connect(use, &Button::clicked, this, submit);
  connect(code_, &QLineEdit::returnPressed, this, submit);
  return made;
}

}  // namespace vb::client::ui
