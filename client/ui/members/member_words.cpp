#include "client/ui/members/member_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

struct MemberWords {
  Q_DECLARE_TR_FUNCTIONS(MemberWords)
};

}  // namespace

QString channelRoleName(ChannelRole role) {
  switch (role) {
    case ChannelRole::none:
      return {};
    case ChannelRole::guest:
      return MemberWords::tr("Guest");
    case ChannelRole::member:
      return MemberWords::tr("Member");
    case ChannelRole::moderator:
      return MemberWords::tr("Moderator");
    case ChannelRole::owner:
      return MemberWords::tr("Owner");
  }
  return {};
}

QString channelRoleMeaning(ChannelRole role) {
  switch (role) {
    case ChannelRole::none:
      return {};
    case ChannelRole::guest:
      return MemberWords::tr("Reads and writes in the discussions chosen here, and sees nothing else.");
    case ChannelRole::member:
      return MemberWords::tr("Reads everything and starts discussions.");
    case ChannelRole::moderator:
      return MemberWords::tr("Also invites and removes people, pins and closes discussions, and deletes posts.");
    case ChannelRole::owner:
      return MemberWords::tr("Also appoints moderators, changes the channel and sees its rent.");
  }
  return {};
}

QString channelActionName(ChannelAction action) {
  switch (action) {
    case ChannelAction::readTopic:
      return MemberWords::tr("Read discussions");
    case ChannelAction::writePost:
      return MemberWords::tr("Write in discussions");
    case ChannelAction::editOwn:
      return MemberWords::tr("Change one's own posts");
    case ChannelAction::deleteOwn:
      return MemberWords::tr("Delete one's own posts");
    case ChannelAction::startTopic:
      return MemberWords::tr("Start a discussion");
    case ChannelAction::startCase:
      return MemberWords::tr("Bring in a case");
    case ChannelAction::seeMembers:
      return MemberWords::tr("See who is in it");
    case ChannelAction::readDocuments:
      return MemberWords::tr("Read documents");
    case ChannelAction::addDocument:
      return MemberWords::tr("Add documents, versions and folders");
    case ChannelAction::changeDocument:
      return MemberWords::tr("Rename, move and delete documents");
    case ChannelAction::writeLesson:
      return MemberWords::tr("Write what was learned from a case");
    case ChannelAction::closeOwnTopic:
      return MemberWords::tr("Close one's own discussions");
    case ChannelAction::closeTopic:
      return MemberWords::tr("Close every discussion");
    case ChannelAction::pinTopic:
      return MemberWords::tr("Pin discussions");
    case ChannelAction::deleteAny:
      return MemberWords::tr("Delete posts of others");
    case ChannelAction::invite:
      return MemberWords::tr("Invite people and answer requests");
    case ChannelAction::removeMember:
      return MemberWords::tr("Remove members and guests");
    case ChannelAction::appointModerator:
      return MemberWords::tr("Appoint moderators and owners");
    case ChannelAction::changeChannel:
      return MemberWords::tr("Change name, access and retention");
    case ChannelAction::seeLease:
      return MemberWords::tr("See the rent, seats and storage");
    case ChannelAction::exportChannel:
      return MemberWords::tr("Export everything");
    case ChannelAction::handOver:
      return MemberWords::tr("Hand over the channel");
    case ChannelAction::leave:
      return MemberWords::tr("Leave the channel");
  }
  return {};
}

QString channelAccessMeaning(ChannelAccess access) {
  switch (access) {
    case ChannelAccess::open:
      return MemberWords::tr("Open: every professional may join.");
    case ChannelAccess::onRequest:
      return MemberWords::tr("On request: a moderator decides who joins.");
    case ChannelAccess::closed:
    case ChannelAccess::unknown:
      return MemberWords::tr("Closed: by invitation only, and found by nobody else.");
  }
  return {};
}

QLocale localeOnScreen() {
  return dutchOnScreen() ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                         : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString dayText(qint64 at) {
  return localeOnScreen().toString(QDateTime::fromMSecsSinceEpoch(at).date(), QStringLiteral("d MMMM yyyy"));
}

}  // namespace vb::client::ui
