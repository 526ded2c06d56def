// A channel as the screens read it: members in every role, a discussion with posts, and a case. For tests.
#pragma once

#include "tests/ui/screen_fixture.h"

namespace vb::test {

inline const ChannelId kNorth = ChannelId::named("noord");
inline const TopicId kTalk = TopicId::named("werkafspraken");
inline const TopicId kCaseTopic = TopicId::named("casus");

inline client::store::PostView postBy(const client::store::Person& author, const char* text, int number) {
  client::store::PostView post;
  post.id = PostId::named("post " + std::to_string(number));
  post.topic = kTalk;
  post.body = QString::fromUtf8(text);
  post.author = author;
  post.postedAt = kSampleNow - qint64(1000 - number) * 60'000;
  post.seq = 10 + number;
  return post;
}

inline void fillChannels(FakeReader& reader, ChannelRole role) {
  using namespace client::store;
  auto& channels = reader.channelsNow;
  ChannelRow row;
  row.id = kNorth;
  row.name = QStringLiteral("Schuldhulp Noord");
  row.organisation = QStringLiteral("Samenwerking Schuldhulp Noord");
  row.description = QStringLiteral("Werkafspraken en casuïstiek");
  row.access = ChannelAccess::closed;
  row.role = role;
  row.state = MembershipState::joined;
  row.synced = true;
  row.unreadTopics = 2;
  channels.rows = {row};
  const auto other = [&](const char* name, ChannelAccess access, MembershipState state) {
    ChannelRow one;
    one.id = ChannelId::named(name);
    one.name = QString::fromUtf8(name);
    one.access = access;
    one.state = state;
    one.invitedBy = QStringLiteral("Mark Jansen");
    channels.rows.append(one);
  };
  other("Casuïstiek Zuid", ChannelAccess::closed, MembershipState::invited);
  other("VWS informeert", ChannelAccess::open, MembershipState::unknown);
  other("Regio Gooi", ChannelAccess::onRequest, MembershipState::unknown);
  ChannelView view;
  view.row = row;
  view.channel.name = row.name.toStdString();
  view.channel.access = ChannelAccess::closed;
  view.seq = 4;
  view.members = 3;
  view.topics = view.cases = 1;
  if (role == ChannelRole::owner) view.lease = Lease{"Regio", {}, {}, 80, 2'000'000'000, 120'000'000};
  channels.views = {view};
  const auto sanne = somebody("Sanne de Boer", Role::practitioner, "Schuldhulpverlener", "Gemeente Utrecht");
  const auto mark = somebody("Mark Jansen", Role::policy, "Beleidsmedewerker", "Gemeente Amersfoort");
  auto me = somebody("Noor Peters", Role::policy, "Beleidsmedewerker", "Gemeente Breda");
  me.id = reader.me;
  ChannelPeople people;
  people.members = {{me, role, kSampleNow, {}, true, SendState::none},
                    {mark, ChannelRole::moderator, kSampleNow, {}, false, SendState::none},
                    {sanne, ChannelRole::member, kSampleNow, {}, false, SendState::none}};
  if (role >= ChannelRole::moderator)
    people.requests = {{somebody("Iris Bos", Role::practitioner, "Wijkteam", "Gemeente Leek"),
                        QStringLiteral("Ik werk in Leek."), kSampleNow}};
  channels.peopleOf[kNorth] = people;
  TopicView talk;
  talk.row.id = kTalk;
  talk.row.channel = kNorth;
  talk.row.title = QStringLiteral("Werkafspraken vroegsignalering: wie belt wanneer?");
  talk.row.author = mark.id;
  talk.row.authorName = mark.name;
  talk.row.startedAt = talk.row.activityAt = kSampleNow - 3'600'000;
  talk.row.posts = 3;
  talk.row.unread = 1;
  talk.author = mark;
  talk.body = QStringLiteral("We bellen **binnen drie werkdagen**.");
  talk.seq = 5;
  TopicView one;
  one.row = talk.row;
  one.row.id = kCaseTopic;
  one.row.kind = TopicKind::caseDiscussion;
  one.row.title = QStringLiteral("Ouder met huurachterstand wil geen hulp");
  one.row.eraseAt = kSampleNow + qint64(40) * 24 * 3'600'000;
  one.row.posts = 0;
  one.author = sanne;
  one.caseParts =
      CaseParts{"Ouder A heeft vier maanden achterstand.", "Drie keer gebeld.", "Hoe krijgen we contact?", ""};
  channels.topicViews = {talk, one};
  auto own = postBy(me, "Ik zet het script bij Documenten.", 3);
  own.mine = true;
  channels.postViews = {postBy(sanne, "Telt een voicemail als belpoging?", 1),
                        postBy(mark, "Nee, alleen een gesprek telt.", 2), own};
}

}  // namespace vb::test
