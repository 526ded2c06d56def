#include "client/core/store/projectors.h"
#include "shared/domain/channel_records.h"

namespace vb::client::store {
namespace {

std::int64_t milliseconds(const std::optional<Timestamp>& at) { return at ? at->time_since_epoch().count() : 0; }
std::int64_t milliseconds(Timestamp at) { return at.time_since_epoch().count(); }

// Rows of posts and topics, which are counted in each other whichever comes first.
class TopicProjector : public Projector {
 public:
  TopicProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c,
                "INSERT OR REPLACE INTO topic (id, rid, channel, is_case, author, started_at, started_seq, activity_at,"
                " posts, pinned, deleted, erase_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, max(?6, coalesce(max(posted_at),"
                " 0)), count(*), ?8, ?9, ?10 FROM post WHERE topic = ?1 AND deleted = 0"),
        remove_(c, "DELETE FROM topic WHERE id = ? AND rid = ?") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto topic = fromJson<Topic>(record.body);
    if (!id || !topic) return;
    changes_.topic(TopicId{*id});
    if (record.seq == topic->startedSeq) Arrivals::note(changes_.arrivals.topics, TopicId{*id});
    insert_.run(*id, record.rid, topic->channelId, topic->kind == TopicKind::caseDiscussion, topic->authorId,
                milliseconds(topic->startedAt), topic->startedSeq, topic->pinned, topic->deletedAt.has_value(),
                milliseconds(topic->eraseAt));
  }
  void remove(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    if (!id) return;
    changes_.topic(TopicId{*id});
    remove_.run(*id, record.rid);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class PostProjector : public Projector {
 public:
  PostProjector(Connection& c, Changes& changes)
      : changes_(changes),
        forget_(c, "DELETE FROM post WHERE id = ?"),
        insert_(c,
                "INSERT OR REPLACE INTO post (topic, posted_seq, id, rid, author, posted_at, deleted)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        remove_(c, "DELETE FROM post WHERE id = ? AND rid = ?"),
        total_(c,
               "UPDATE topic SET posts = (SELECT count(*) FROM post WHERE topic = ?1 AND deleted = 0), activity_at ="
               " max(started_at, coalesce((SELECT max(posted_at) FROM post WHERE topic = ?1 AND deleted = 0), 0))"
               " WHERE id = ?1"),
        added_(c, "UPDATE topic SET posts = posts + 1, activity_at = max(activity_at, ?2) WHERE id = ?1") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto post = fromJson<Post>(record.body);
    if (!id || !post) return;
    changes_.topic(post->topicId);
    const bool wasThere = forget_.run(*id) > 0;
    const bool isDeleted = post->deletedAt.has_value();
    // Its first version: an edit is no news.
    if (record.seq == post->postedSeq) Arrivals::note(changes_.arrivals.posts, PostId{*id});
    insert_.run(post->topicId, post->postedSeq, *id, record.rid, post->authorId, milliseconds(post->postedAt),
                isDeleted);
    if (wasThere || isDeleted)
      total_.run(post->topicId);
    else
      added_.run(post->topicId, milliseconds(post->postedAt));
  }
  void remove(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto post = fromJson<Post>(record.body);
    if (!id || !post) return;
    changes_.topic(post->topicId);
    if (remove_.run(*id, record.rid) > 0 && !post->deletedAt) total_.run(post->topicId);
  }

 private:
  Changes& changes_;
  Statement forget_, insert_, remove_, total_, added_;
};

class EarlierProjector : public Projector {
 public:
  EarlierProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c, "INSERT OR REPLACE INTO earlier (of_id, rid, seq) VALUES (?, ?, ?)"),
        remove_(c, "DELETE FROM earlier WHERE of_id = ? AND rid = ?") {}

  void put(const Projected& record) override {
    const auto earlier = fromJson<Earlier>(record.body);
    const auto of = earlier ? canonicalUuid(earlier->ofId) : std::nullopt;
    if (!of) return;
    changes_.topic(earlier->topicId);
    insert_.run(*of, record.rid, record.seq);
  }
  void remove(const Projected& record) override {
    const auto earlier = fromJson<Earlier>(record.body);
    const auto of = earlier ? canonicalUuid(earlier->ofId) : std::nullopt;
    if (!of) return;
    changes_.topic(earlier->topicId);
    remove_.run(*of, record.rid);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class TopicMarkProjector : public Projector {
 public:
  TopicMarkProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c,
                "INSERT OR REPLACE INTO topic_mark (topic, follow, mute, read_seq, position) VALUES (?, ?, ?, ?, ?)"),
        remove_(c, "DELETE FROM topic_mark WHERE topic = ?") {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto mark = fromJson<TopicMark>(record.body);
    if (!id || !mark) return;
    changes_.topic(TopicId{*id});
    insert_.run(*id, mark->follow, mark->mute, mark->readSeq, mark->positionPostId);
  }
  void remove(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    if (!id) return;
    changes_.topic(TopicId{*id});
    remove_.run(*id);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class LessonProjector : public Projector {
 public:
  explicit LessonProjector(Changes& changes) : changes_(changes) {}
  void put(const Projected& record) override { tell(record); }
  void remove(const Projected& record) override { tell(record); }

 private:
  void tell(const Projected& record) {
    if (const auto id = canonicalUuid(record.id)) changes_.topic(TopicId{*id});
  }
  Changes& changes_;
};

// One's own membership, with the moment it began.
class MembershipProjector : public Projector {
 public:
  MembershipProjector(Connection& c, Changes& changes)
      : changes_(changes),
        insert_(c, "INSERT OR REPLACE INTO joined (channel, since) VALUES (?, ?)"),
        remove_(c, "DELETE FROM joined WHERE channel = ?") {}

  void put(const Projected& record) override {
    changes_.channels = true;
    const auto id = canonicalUuid(record.id);
    const auto membership = fromJson<Membership>(record.body);
    if (!id || !membership) return;
    if (membership->state == MembershipState::joined) insert_.run(*id, milliseconds(membership->at));
    if (membership->state == MembershipState::invited) Arrivals::note(changes_.arrivals.invitedTo, ChannelId{*id});
  }
  void remove(const Projected& record) override {
    changes_.channels = true;
    if (const auto id = canonicalUuid(record.id)) remove_.run(*id);
  }

 private:
  Changes& changes_;
  Statement insert_, remove_;
};

class JoinRequestProjector : public Projector {
 public:
  explicit JoinRequestProjector(Changes& changes) : changes_(changes) {}
  void put(const Projected& record) override {
    changes_.channels = true;
    const auto user = canonicalUuid(record.id);
    if (user && record.scope != nullptr)
      Arrivals::note(changes_.arrivals.askedToJoin, {ChannelId{record.scope->id()}, UserId{*user}});
  }
  void remove(const Projected&) override { changes_.channels = true; }

 private:
  Changes& changes_;
};

}  // namespace

std::unique_ptr<Projector> createTopicProjector(Connection& connection, Changes& changes) {
  return std::make_unique<TopicProjector>(connection, changes);
}
std::unique_ptr<Projector> createChannelPostProjector(Connection& connection, Changes& changes) {
  return std::make_unique<PostProjector>(connection, changes);
}
std::unique_ptr<Projector> createEarlierProjector(Connection& connection, Changes& changes) {
  return std::make_unique<EarlierProjector>(connection, changes);
}
std::unique_ptr<Projector> createTopicMarkProjector(Connection& connection, Changes& changes) {
  return std::make_unique<TopicMarkProjector>(connection, changes);
}
std::unique_ptr<Projector> createLessonProjector(Changes& changes) {
  return std::make_unique<LessonProjector>(changes);
}
std::unique_ptr<Projector> createMembershipProjector(Connection& connection, Changes& changes) {
  return std::make_unique<MembershipProjector>(connection, changes);
}
std::unique_ptr<Projector> createJoinRequestProjector(Changes& changes) {
  return std::make_unique<JoinRequestProjector>(changes);
}

}  // namespace vb::client::store
