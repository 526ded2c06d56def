#include "tests/convergence/world_client.h"

#include <algorithm>

#include <QDir>

#include "client/core/actions/appreciate.h"
#include "client/core/actions/change_post.h"
#include "client/core/actions/own_profile.h"
#include "client/core/actions/set_mark.h"
#include "client/core/actions/write_post.h"

namespace vb::test {

using namespace client;

WorldClient::WorldClient(VirtualTime& time, std::uint64_t seed, WorldServer& server, Person person, QString folder,
                         Wire::Tap tap)
    : time_(time),
      random_(seed),
      server_(server),
      clock_(time),
      person_(std::move(person)),
      folder_(std::move(folder)),
      wire_(std::make_unique<Wire>(time, random_, server, std::move(tap))) {}

WorldClient::~WorldClient() { crash(); }

void WorldClient::start() {
  if (engine_) return;
  store::CacheOptions options;
  options.durable = false;
  options.isOnNetwork = [](const QString&) { return false; };
  options.fails = [this] { return diskFull_; };
  auto cache = store::Cache::open(folder_, options);
  if (!cache) return;  // the disk is full: tried again at the next start
  cache_ = std::move(*cache);
  if (!cache_->bind(person_.serverId, person_.user)) return crash();
  auto reader = store::openReader(cache_->directory());
  if (!reader) return crash();
  reader_ = std::move(*reader);
  outbox_ = std::make_unique<outbox::Outbox>(*cache_, clock_);
  (void)outbox_->connectionLost();
  engine_ = std::make_unique<sync::SyncEngine>(
      sync::SyncParts{*cache_, *reader_, *outbox_, *wire_, time_, clock_, random_}, *this);
  cache_->feed().listen([this](const store::Changes& changes) {
    if (changes.expertise || changes.marks || changes.categories || changes.channels) {
      // Not from within the commit.
      time_.after(Milliseconds(0), [this] {
        if (engine_) engine_->interestsChanged();
      });
    }
  });
  engine_->start("http://127.0.0.1:1", person_.token);
}

void WorldClient::crash() {
  engine_.reset();
  wire_->close();
  outbox_.reset();
  reader_.reset();
  cache_.reset();
}

void WorldClient::installAnew() {
  crash();
  QDir(folder_).removeRecursively();
  queued_.clear();
  start();
}

actions::ActionParts WorldClient::parts() { return {*cache_, *reader_, *outbox_, clock_, random_}; }

void WorldClient::note(const Result<CommandId>& queued) {
  if (!queued) return;
  if (!queued->isNil()) queued_.insert(*queued);
  if (engine_) engine_->outboxChanged();
}

QuestionId WorldClient::ask(const std::string& title, const std::vector<CategoryId>& categories) {
  const auto id = QuestionId::v7(clock_, random_);
  note(actions::askQuestion(parts(), {id, title, "Toelichting van " + person_.name, categories, false}));
  return id;
}

void WorldClient::tick(CategoryId category, bool on) { note(actions::setExpertise(parts(), category, on)); }

void WorldClient::actAtRandom(const std::vector<CategoryId>& categories) {
  if (!cache_) return;
  const auto rows = [this] {
    std::set<CommandId> ids;
    for (const auto& entry : cache_->outboxTable().all()) ids.insert(entry.id);
    return ids;
  };
  const auto before = rows();
  act(categories);
  // What the user took back, or gave another id by trying again, is not expected under its old id.
  const auto after = rows();
  for (const auto id : before)
    if (!after.contains(id)) queued_.erase(id);
}

std::string WorldClient::someText() { return "Tekst " + std::to_string(random_.below(1000000)); }

QList<store::QuestionView> WorldClient::ownQuestions() {
  QList<store::QuestionView> own;
  if (!cache_) return own;
  store::QuestionQuery everything;
  everything.list = store::QuestionList::category;
  everything.filter = store::QuestionFilter::all;
  for (const auto& id : reader_->questionIds(everything, 0, 40))
    if (auto view = reader_->question(id); view && view->row.mine) own.append(*std::move(view));
  return own;
}

std::optional<store::QuestionView> WorldClient::someOwn() {
  const auto own = ownQuestions();
  if (own.isEmpty()) return std::nullopt;
  return own[static_cast<qsizetype>(random_.below(static_cast<std::uint64_t>(own.size())))];
}

void WorldClient::edit(const store::QuestionView& question) {
  note(actions::editPost(
      parts(),
      {std::string(kinds::kQuestion), question.row.id.text(), {}, question.seq, {}, someText(), {}, {}, false}));
}

void WorldClient::editFirstOwn() {
  if (const auto own = ownQuestions(); !own.isEmpty()) edit(own.first());
}

void WorldClient::editSomeOwn() {
  if (const auto some = someOwn()) edit(*some);
}

void WorldClient::deleteSomeOwn() {
  const auto some = someOwn();
  if (!some) return;
  // Taken back before it was ever sent: not expected anywhere.
  std::set<CommandId> before;
  for (const auto& entry : cache_->outboxTable().all()) before.insert(entry.id);
  note(actions::deletePost(parts(), {std::string(kinds::kQuestion), some->row.id.text(), {}, some->seq}));
  for (const auto id : before)
    if (!cache_->outboxTable().find(id)) queued_.erase(id);
}

void WorldClient::answerTrouble() {
  for (const auto& entry : cache_->outboxTable().all()) {
    const auto fresh = CommandId::v7(clock_, random_);
    if (entry.state == store::OutboxState::conflict)
      note(outbox_->resolveConflict(entry.id, fresh, random_.chance(70)));
    else if (entry.state != store::OutboxState::refused)
      continue;
    else if (random_.chance(50))
      note(outbox_->retry(entry.id, fresh));
    else if (outbox_->discard(entry.id))
      note(CommandId());
    return;
  }
}

void WorldClient::signedIn(const std::string& token) {
  rejected_ = false;
  person_.token = token;
  if (engine_) engine_->start("http://127.0.0.1:1", token);
}

void WorldClient::act(const std::vector<CategoryId>& categories) {
  const auto pick = [this](const auto& list) { return list[random_.below(list.size())]; };
  const std::string text = someText();
  store::QuestionQuery everything;
  everything.list = store::QuestionList::category;
  everything.filter = store::QuestionFilter::all;
  const auto seen = reader_->questionIds(everything, 0, 40);
  if (random_.chance(5)) return answerTrouble();
  const auto dice = random_.below(100);
  if (dice < 22 || seen.isEmpty()) {
    std::set<CategoryId> chosen{pick(categories)};
    while (random_.chance(35) && chosen.size() < 3) chosen.insert(pick(categories));
    ask("Vraag: " + text, {chosen.begin(), chosen.end()});
    return;
  }
  if (dice < 30) return tick(pick(categories), random_.chance(70));
  const auto view = reader_->question(pick(seen));
  if (!view) return;
  const auto question = view->row.id;
  if (dice < 50) {
    note(actions::postAnswer(parts(), {AnswerId::v7(clock_, random_), question, {}, text, {}, false}));
  } else if (dice < 60) {
    note(actions::postComment(parts(), {CommentId::v7(clock_, random_), question, {}, question.text(), text, false}));
  } else if (dice < 70) {
    switch (random_.below(4)) {
      case 0:
        return note(actions::setSaved(parts(), question, question.text(), random_.chance(70)));
      case 1:
        return note(actions::setFollow(parts(), question, random_.chance(70)));
      case 2:
        return note(actions::setNotForMe(parts(), question, random_.chance(50)));
      default:
        return note(actions::markRead(parts(), question));
    }
  } else if (dice < 82 && !view->answers.isEmpty()) {
    const auto& answer = pick(view->answers);
    if (view->row.mine && !answer.mine)
      note(actions::markHelpful(parts(), question, answer.id, random_.chance(70)));
    else if (!answer.mine)
      note(actions::thankAnswer(parts(), question, answer.id, random_.chance(70)));
  } else if (view->row.mine) {
    if (dice < 96) {
      EditPost edit{std::string(kinds::kQuestion), question.text(), {}, view->seq, {}, text, {}, {}, false};
      note(actions::editPost(parts(), edit));
    } else {
      note(actions::deletePost(parts(), {std::string(kinds::kQuestion), question.text(), {}, view->seq}));
    }
  } else {
    for (const auto& answer : view->answers) {
      if (!answer.mine) continue;
      if (dice < 94)
        note(actions::editPost(
            parts(), {std::string(kinds::kAnswer), answer.id.text(), {}, answer.seq, {}, text, {}, {}, false}));
      else
        note(actions::deletePost(parts(), {std::string(kinds::kAnswer), answer.id.text(), {}, answer.seq}));
      return;
    }
  }
}

bool WorldClient::isQuiet() const {
  return engine_ && engine_->status().phase == sync::Phase::live && outbox_->toSend().empty() && !diskFull_;
}

WorldClient::Records WorldClient::records(const Scope& scope) {
  Records found;
  cache_->eachRecord(scope, [&](const Record& record) {
    if (!record.deleted) found[{record.kind, record.id}] = {record.seq, record.body};
  });
  return found;
}

std::string WorldClient::describe() {
  if (!engine_) return person_.name + ": not running";
  const auto& status = engine_->status();
  std::string text = person_.name + ": phase " + std::to_string(static_cast<int>(status.phase)) + " reason " +
                     std::string(errorName(status.reason)) + " " + status.detail + " waiting " +
                     std::to_string(outbox_->toSend().size());
  for (const auto& entry : cache_->outboxTable().all())
    if (entry.state != store::OutboxState::confirmed)
      text += "\n    " + entry.kind + " state " + std::to_string(static_cast<int>(entry.state)) + " " + entry.bodyJson;
  for (const auto& held : cache_->heldScopes())
    text += "\n    " + held.scope.text() + " [" + std::to_string(held.cursor.low) + ", " +
            std::to_string(held.cursor.high) + "] " + held.cursor.epoch;
  return text;
}

}  // namespace vb::test
