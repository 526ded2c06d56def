#include "client/core/store/projectors.h"

namespace vb::client::store {
namespace {

// Answers and comments differ in their table only.
template <class Post>
class PostProjector : public Projector {
 public:
  PostProjector(Connection& connection, QuestionTotals& totals, const char* insert, const char* remove)
      : totals_(totals), insert_(connection, insert), remove_(connection, remove) {}

  void put(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto post = fromJson<Post>(record.body);
    if (!id || !post) return;
    totals_.touch(post->questionId);
    insert_.run(post->questionId, *id, post->authorId, post->postedAt.time_since_epoch().count(), record.seq,
                record.rid);
  }

  void remove(const Projected& record) override {
    const auto id = canonicalUuid(record.id);
    const auto post = fromJson<Post>(record.body);
    if (!id || !post) return;
    totals_.touch(post->questionId);
    remove_.run(post->questionId, *id);
  }

 private:
  QuestionTotals& totals_;
  Statement insert_;
  Statement remove_;
};

class ThanksProjector : public Projector {
 public:
  ThanksProjector(Connection& connection, QuestionTotals& totals)
      : totals_(totals),
        insert_(connection, "INSERT OR REPLACE INTO thanks (question, answer, user) VALUES (?, ?, ?)"),
        remove_(connection, "DELETE FROM thanks WHERE question = ? AND answer = ? AND user = ?") {}

  void put(const Projected& record) override { change(record, insert_); }
  void remove(const Projected& record) override { change(record, remove_); }

 private:
  void change(const Projected& record, Statement& statement) {
    const auto thanks = fromJson<Thanks>(record.body);
    if (!thanks) return;
    totals_.touch(thanks->questionId);
    statement.run(thanks->questionId, thanks->answerId, thanks->userId);
  }

  QuestionTotals& totals_;
  Statement insert_;
  Statement remove_;
};

class HelpfulProjector : public Projector {
 public:
  HelpfulProjector(Connection& connection, QuestionTotals& totals)
      : totals_(totals),
        insert_(connection, "INSERT OR REPLACE INTO helpful (question, answer) VALUES (?, ?)"),
        remove_(connection, "DELETE FROM helpful WHERE question = ? AND answer = ?") {}

  void put(const Projected& record) override { change(record, insert_); }
  void remove(const Projected& record) override { change(record, remove_); }

 private:
  void change(const Projected& record, Statement& statement) {
    const auto helpful = fromJson<Helpful>(record.body);
    if (!helpful) return;
    totals_.touch(helpful->questionId);
    statement.run(helpful->questionId, helpful->answerId);
  }

  QuestionTotals& totals_;
  Statement insert_;
  Statement remove_;
};

class MarkProjector : public Projector {
 public:
  MarkProjector(Connection& connection, Changes& changes, const char* kind)
      : changes_(changes),
        kind_(kind),
        insert_(connection,
                "INSERT OR REPLACE INTO mark (target, kind, question, at, until, seq) VALUES (?, ?, ?, ?, ?, ?)"),
        remove_(connection, "DELETE FROM mark WHERE target = ? AND kind = ?") {}

  void put(const Projected& record) override {
    const auto mark = fromJson<Mark>(record.body);
    if (!mark) return;
    changes_.marks = true;
    changes_.question(mark->questionId);
    const std::int64_t until = mark->until ? mark->until->time_since_epoch().count() : 0;
    insert_.run(PackedId(record.id), kind_, mark->questionId, mark->at.time_since_epoch().count(), until, mark->seq);
  }

  void remove(const Projected& record) override {
    changes_.marks = true;
    if (const auto mark = fromJson<Mark>(record.body)) changes_.question(mark->questionId);
    remove_.run(PackedId(record.id), kind_);
  }

 private:
  Changes& changes_;
  const char* kind_;
  Statement insert_;
  Statement remove_;
};

class NoticeProjector : public Projector {
 public:
  NoticeProjector(Changes& changes, bool Changes::*what) : changes_(changes), what_(what) {}
  void put(const Projected&) override { changes_.*what_ = true; }
  void remove(const Projected&) override { changes_.*what_ = true; }

 private:
  Changes& changes_;
  bool Changes::*what_;
};

}  // namespace

std::unique_ptr<Projector> createAnswerProjector(Connection& connection, QuestionTotals& totals) {
  return std::make_unique<PostProjector<Answer>>(
      connection, totals,
      "INSERT OR REPLACE INTO answer (question, id, author, posted_at, seq, rid) VALUES (?, ?, ?, ?, ?, ?)",
      "DELETE FROM answer WHERE question = ? AND id = ?");
}

std::unique_ptr<Projector> createCommentProjector(Connection& connection, QuestionTotals& totals) {
  return std::make_unique<PostProjector<Comment>>(
      connection, totals,
      "INSERT OR REPLACE INTO comment (question, id, author, posted_at, seq, rid) VALUES (?, ?, ?, ?, ?, ?)",
      "DELETE FROM comment WHERE question = ? AND id = ?");
}

std::unique_ptr<Projector> createThanksProjector(Connection& connection, QuestionTotals& totals) {
  return std::make_unique<ThanksProjector>(connection, totals);
}

std::unique_ptr<Projector> createHelpfulProjector(Connection& connection, QuestionTotals& totals) {
  return std::make_unique<HelpfulProjector>(connection, totals);
}

std::unique_ptr<Projector> createMarkProjector(Connection& connection, Changes& changes, const char* kind) {
  return std::make_unique<MarkProjector>(connection, changes, kind);
}

std::unique_ptr<Projector> createNoticeProjector(Changes& changes, bool Changes::*what) {
  return std::make_unique<NoticeProjector>(changes, what);
}

}  // namespace vb::client::store
