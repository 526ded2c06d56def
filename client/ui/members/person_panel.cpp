#include "client/ui/members/person_panel.h"

#include <QVBoxLayout>

#include "client/ui/controls/avatar.h"
#include "client/ui/controls/buttons.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/members/ask_first.h"
#include "client/ui/members/member_words.h"
#include "client/ui/words/words.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {

PersonPanel::PersonPanel(const Access& access, const store::ChannelView& channel, const PeopleRow& row, QWidget* parent)
    : MemberPanel(access, channel, parent) {
  switch (row.kind) {
    case PeopleRow::Kind::request:
      addRequest(row.request);
      break;
    case PeopleRow::Kind::invitation:
      addInvitation(row.invitation);
      break;
    default:
      addMember(row.member);
  }
  column()->addStretch(1);
}

void PersonPanel::addPerson(const store::Person& person, const QString& name) {
  auto* head = new QHBoxLayout;
  head->setSpacing(px(12));
  head->addWidget(new Avatar(name), 0, Qt::AlignTop);
  auto* label = new PlainLabel(name, TextRole::title);
  head->addWidget(&label->wrapped(), 1);
  column()->addLayout(head);
  if (const QString meta = personMeta(person); !meta.isEmpty()) addText(meta, TextRole::meta, ColorRole::muted);
}

void PersonPanel::say(const QString& text) {
  access_.navigator.showToast({text, {}, {}, {}});
  Q_EMIT finished();
}

void PersonPanel::addTopics(const QVector<TopicId>& topics) {
  for (const TopicId id : topics)
    if (const auto topic = access_.reader.channels().topic(id)) addText(QStringLiteral("· ") + topic->row.title);
}

void PersonPanel::addRequest(const store::JoinRequestRow& request) {
  const QString name = personName(request.person.name);
  addPerson(request.person, name);
  addText(tr("Asked to join on %1").arg(dayText(request.at)), TextRole::meta, ColorRole::muted);
  if (!request.message.isEmpty()) addText(request.message, TextRole::reading);
  if (!mayDo(ChannelAction::invite)) return;
  auto* row = new FlowRow(10, 8);
  auto* accept = new PrimaryButton(tr("Let in"));
  accept->setAccessibleName(tr("Let %1 in").arg(name));
  auto* decline = new SecondaryButton(tr("Decline"));
  decline->setAccessibleName(tr("Decline the request of %1").arg(name));
  row->layout()->addWidget(accept);
  row->layout()->addWidget(decline);
  column()->addSpacing(px(8));
  column()->addWidget(row);
  const auto answer = [this, user = request.person.id, name](bool accepted) {
    access_.desk.channels().answerJoinRequest(channel_.row.id, user, accepted);
    say(accepted ? tr("%1 is a member now").arg(name) : tr("The request of %1 is declined").arg(name));
  };
  connect(accept, &Button::clicked, this, [answer] { answer(true); });
  connect(decline, &Button::clicked, this, [answer] { answer(false); });
}

void PersonPanel::addInvitation(const store::InvitationRow& invitation) {
  const QString name = invitation.person.id.isNil() ? invitation.email : personName(invitation.person.name);
  addPerson(invitation.person, name);
  addText(
      tr("Invited as %1 by %2 on %3")
          .arg(channelRoleName(invitation.role).toLower(), personName(invitation.invitedBy), dayText(invitation.at)),
      TextRole::meta, ColorRole::muted);
  if (!invitation.email.isEmpty())
    addText(
        tr("Who has this address joins with the code that was shown when it was made. The code is not kept "
           "anywhere; withdraw this invitation and make another when it is lost."));
  if (invitation.expiresAt != 0) addText(tr("The code works until %1.").arg(dayText(invitation.expiresAt)));
  if (!mayDo(ChannelAction::invite)) return;
  auto* withdraw = new SecondaryButton(tr("Withdraw the invitation"));
  column()->addSpacing(px(8));
  column()->addWidget(withdraw, 0, Qt::AlignLeft);
  connect(withdraw, &Button::clicked, this, [this, id = invitation.id] {
    access_.desk.channels().withdrawInvitation(channel_.row.id, id);
    say(tr("The invitation is withdrawn"));
  });
}

void PersonPanel::addMember(const store::MemberRow& member) {
  const QString name = personName(member.person.name);
  addPerson(member.person, name);
  addText(tr("%1 since %2").arg(channelRoleName(member.role), dayText(member.since)), TextRole::meta, ColorRole::muted);
  addText(channelRoleMeaning(member.role));
  if (member.role == ChannelRole::guest) addTopics(member.topics);
  if (member.isMe) return;
  const bool mayAppoint = mayDo(ChannelAction::appointModerator);
  if (mayAppoint && mayActOn(channel_.row.role, member.role)) addRoles(member);
  if (mayDo(ChannelAction::handOver) && member.role != ChannelRole::guest) {
    addHeading(tr("Hand over"));
    auto* over =
        new AskFirst({tr("Make %1 the owner").arg(name), tr("Hand the channel over to %1?").arg(name),
                      tr("You become a moderator. Only the new owner can undo this."), tr("Keep it"), tr("Hand over")});
    column()->addWidget(over);
    connect(over, &AskFirst::confirmed, this, [this, user = member.person.id, name] {
      access_.desk.channels().handOver(channel_.row.id, user);
      say(tr("%1 is the owner now").arg(name));
    });
  }
  const bool isAbove = member.role == ChannelRole::moderator || member.role == ChannelRole::owner;
  const bool mayRemove = isAbove ? mayAppoint : mayDo(ChannelAction::removeMember);
  if (!mayRemove || !mayActOn(channel_.row.role, member.role)) return;
  addHeading(tr("Remove"));
  auto* remove = new AskFirst({tr("Remove from this channel"), tr("Remove %1?").arg(name),
                               tr("They can no longer read the channel, at once, and it goes from their computer. What "
                                  "they wrote stays."),
                               tr("Keep"), tr("Remove")});
  column()->addWidget(remove);
  connect(remove, &AskFirst::confirmed, this, [this, user = member.person.id, name] {
    access_.desk.channels().removeMember(channel_.row.id, user);
    say(tr("%1 is removed").arg(name));
  });
}

void PersonPanel::addRoles(const store::MemberRow& member) {
  addHeading(tr("Role"));
  auto* row = new FlowRow(10, 8);
  for (const ChannelRole role : {ChannelRole::member, ChannelRole::moderator, ChannelRole::owner}) {
    if (role == member.role) continue;
    const QString text = role == ChannelRole::member      ? tr("Make a member")
                         : role == ChannelRole::moderator ? tr("Make a moderator")
                                                          : tr("Make an owner too");
    auto* make = new SecondaryButton(text);
    row->layout()->addWidget(make);
    connect(make, &Button::clicked, this, [this, role, user = member.person.id, name = member.person.name] {
      access_.desk.channels().setMemberRole(channel_.row.id, user, role, {});
      say(tr("%1 is %2 now").arg(personName(name), channelRoleName(role).toLower()));
    });
  }
  column()->addWidget(row);
}

}  // namespace vb::client::ui
