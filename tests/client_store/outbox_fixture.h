// What the tests of the outbox share: a bound cache with a question and an answer in it, an outbox over it, and the
// server's answers.
#pragma once

#include "client/core/outbox/outbox.h"
#include "client/core/store/draft_table.h"
#include "shared/base/planted_bugs.h"
#include "tests/client_store/profile.h"
#include "tests/support/fake_time.h"

namespace vb::test {

using namespace vb::client::store;
using Said = client::outbox::Answer;
using client::outbox::Outbox;

inline const Scope kScope = Scope::category(kDebts);
inline const QuestionId kQuestion = QuestionId::named("q");
inline const AnswerId kAnswer = AnswerId::named("theirs");

struct Plant {
  explicit Plant(PlantedBug bug) { plantedBugSwitch() = bug; }
  ~Plant() { plantedBugSwitch() = PlantedBug::none; }
};

inline protocol::Ack applied(CommandId id, Seq seq, std::int64_t commit = 10) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::applied;
  ack.effects = {{kScope.text(), seq}};
  ack.commit = commit;
  return ack;
}

inline protocol::Ack refused(CommandId id, const char* code) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::refused;
  ack.code = code;
  ack.detail = "body";
  return ack;
}

inline protocol::Ack inConflict(CommandId id, Seq newest) {
  protocol::Ack ack;
  ack.id = id;
  ack.status = protocol::AckStatus::conflict;
  ack.newest =
      json::object{{"kind", "answer"}, {"id", kAnswer.text()}, {"seq", newest}, {"body", {{"body", "van een ander"}}}};
  return ack;
}

inline PostAnswer reply(const char* name, const char* body) {
  return PostAnswer{AnswerId::named(name), kQuestion, kDebts, body, {"https://example.org"}, false};
}

inline EditPost edit(const char* kind, const std::string& record, Seq base, const char* body) {
  EditPost made;
  made.recordKind = kind;
  made.recordId = record;
  made.homeCategoryId = kDebts;
  made.baseSeq = base;
  made.body = body;
  return made;
}

class OutboxTestBase : public QObject {
 protected:
  void begin() {
    folder_ = std::make_unique<ProfileFolder>();
    start();
    STORED(cache_->applyRecords(
        kScope,
        {record(kinds::kQuestion, kQuestion.text(), 1, question("Beslag", kAnna, {kDebts})),
         record(kinds::kAnswer, kAnswer.text(), 2, answer(kQuestion, "hun antwoord", kMe, 1)),
         record(kinds::kThanks, kAnswer.text() + "." + kAnna.text(), 3, Thanks{kQuestion, kAnswer, kAnna, {}})},
        upTo(3)));
    reader_ = folder_->reader();
    next_ = 0;
  }
  void end() {
    reader_.reset();
    outbox_.reset();
    cache_.reset();
    folder_.reset();
  }

  void start() {
    cache_ = folder_->openBound();
    outbox_ = std::make_unique<Outbox>(*cache_, clock_);
    (void)outbox_->connectionLost();
  }
  void restart() {
    reader_.reset();
    outbox_.reset();
    cache_.reset();
    start();
    reader_ = folder_->reader();
  }
  CommandId queue(const CommandBody& body, const QString& title = {}) {
    const auto id = outbox_->queue(CommandId::named("command" + std::to_string(++next_)), body, title);
    if (!id) qFatal("queue: %s", id.error().detail.c_str());
    clock_.advance(Milliseconds(0));
    return *id;
  }
  Said answered(const protocol::Ack& ack) {
    const auto answer = outbox_->answered(ack, kEpoch);
    if (!answer) qFatal("answered: %s", answer.error().detail.c_str());
    return *answer;
  }

  FakeClock clock_;
  int next_ = 0;
  std::unique_ptr<ProfileFolder> folder_;
  std::unique_ptr<Cache> cache_;
  std::unique_ptr<Outbox> outbox_;
  std::unique_ptr<Reader> reader_;
};

}  // namespace vb::test
