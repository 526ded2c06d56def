#include "tests/convergence/sync_world.h"

#include <algorithm>
#include <cstdio>

#include "shared/protocol/codec.h"

namespace vb::test {

// A client, what it holds on to outside its profile, and what was seen on its wire.
struct SyncWorld::Seat {
  std::unique_ptr<WorldClient> client;
  std::string name;
  std::string token;
  bool away = false;      // no network
  bool full = false;      // disk
  bool revoked = false;   // its first session was ended
  int quietAfterRevocation = 0;
  std::map<CommandId, std::string> answers;  // first final answer seen, without retry_after
  std::set<CommandId> applied;               // acknowledged as applied, by command
  std::string epoch;                         // of the last welcome
};

SyncWorld::SyncWorld(const WorldPlan& plan) : plan_(plan), random_(plan.seed) {}

SyncWorld::~SyncWorld() {
  seats_.clear();
  server_.reset();
}

std::vector<std::string> SyncWorld::run() {
  setUp();
  for (int operation = 0; operation < plan_.operations; ++operation) {
    act(operation);
    time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(400))));
  }
  settle();
  judge();
  return findings_;
}

void SyncWorld::setUp() {
  const auto path = std::filesystem::path(folder_.path().toStdString());
  server_ = std::make_unique<WorldServer>(time_, random_, path / "server");
  if (auto started = server_->start(); !started) return find("the server does not start: " + started.error().detail);
  const std::vector<std::string> names{"schulden", "wonen", "jeugd", "wmo"};
  server_->addCategories(names);
  for (const auto& name : names) categories_.push_back(CategoryId::named(name));
  std::string serverId;
  server_->look([&](const server::storage::Tables& tables) { serverId = tables.meta().serverId; });
  for (int i = 0; i < plan_.clients; ++i) {
    auto seat = std::make_unique<Seat>();
    seat->name = "user" + std::to_string(i);
    const auto user = server_->addUser(seat->name, i % 2 == 0 ? Role::policy : Role::practitioner);
    seat->token = server_->signIn(seat->name);
    seat->client = std::make_unique<WorldClient>(
        time_, plan_.seed * 1000 + static_cast<std::uint64_t>(i), *server_,
        WorldClient::Person{seat->name, user, seat->token, serverId},
        folder_.filePath(QStringLiteral("client%1").arg(i)),
        [this, raw = seat.get()](const std::string& frame) { tapped(*raw, frame); });
    seat->client->start();
    seats_.push_back(std::move(seat));
  }
  time_.runFor(Milliseconds(3000));
  for (auto& seat : seats_)
    for (const auto category : categories_)
      if (random_.chance(50)) seat->client->tick(category, true);
}

void SyncWorld::act(int operation) {
  if (plan_.wireFaults && operation == 5)
    for (auto& seat : seats_) seat->client->wire().setFaults({8, 15, 10, 15, Milliseconds(40)});
  auto& seat = *seats_[random_.below(seats_.size())];
  seat.client->actAtRandom(categories_);
  if (random_.chance(22)) disturb();
}

void SyncWorld::disturb() {
  auto& seat = *seats_[random_.below(seats_.size())];
  const auto path = std::filesystem::path(folder_.path().toStdString());
  switch (random_.below(12)) {
    case 0:
    case 1:
      seat.away = !seat.away;
      seat.client->wire().setReachable(!seat.away);
      break;
    case 2:
      seat.client->wire().cut();
      ++hits_.cuts;
      break;
    case 3:
    case 4:
      if (!plan_.clientCrashes) break;
      ++hits_.clientCrashes;
      seat.client->crash();
      seat.client->start();
      break;
    case 5:
    case 6:
      if (!plan_.serverCrashes) break;
      ++hits_.serverCrashes;
      server_->crashAtNextCommit(random_.chance(50) ? server::storage::FaultPoint::beforeCommit
                                                    : server::storage::FaultPoint::afterCommit);
      // If nothing is written in the meantime it dies idle.
      time_.runFor(Milliseconds(300));
      server_->crash();
      time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(3000))));
      restartServer(false);
      break;
    case 7:
      if (!plan_.restores) break;
      std::filesystem::remove(path / "backup.db");
      hasBackup_ = server_->backup(path / "backup.db") || hasBackup_;
      hasBackup_ = std::filesystem::exists(path / "backup.db");
      break;
    case 8:
      if (!plan_.restores || !hasBackup_) break;
      server_->crash();
      if (random_.chance(50)) {
        ++hits_.restores;
        if (auto restored = server_->restore(path / "backup.db"); !restored) find("restore: " + restored.error().detail);
        restartServer(false);
      } else {
        // Behind its back: it must notice by the high-water mark (F26).
        ++hits_.copiedBack;
        std::int64_t before = 0;
        std::int64_t after = 0;
        if (server_->start()) {
          server_->look([&](const server::storage::Tables& tables) { before = tables.meta().commit; });
          server_->crash();
        }
        server_->copyBack(path / "backup.db");
        const auto started = server_->start();
        if (started) {
          server_->look([&](const server::storage::Tables& tables) { after = tables.meta().commit; });
          if (after < before) find("the server started on an older database without a word");
        } else if (started.error().code != ErrorCode::restoredDatabase) {
          find("the server refuses for another reason: " + started.error().detail);
        }
        server_->crash();
        restartServer(true);
      }
      break;
    case 9:
      if (!plan_.pruning) break;
      ++hits_.prunings;
      if (server_->isRunning()) server_->pruneTombstones();
      break;
    case 10:
      if (!plan_.diskFull) break;
      ++hits_.fullDisks;
      seat.full = !seat.full;
      seat.client->setDiskFull(seat.full);
      break;
    default:
      if (plan_.clocks) {
        ++hits_.clocks;
        seat.client->setClockWrongBy(std::chrono::hours(24 * 365 * 10) * (random_.chance(50) ? 1 : -1));
      }
  }
}

void SyncWorld::restartServer(bool acceptRestore) {
  auto started = server_->start(acceptRestore);
  if (!started) find("the server does not start again: " + std::string(errorName(started.error().code)) + " " + started.error().detail);
}

void SyncWorld::settle() {
  if (!server_->isRunning()) restartServer(false);
  for (auto& seat : seats_) {
    seat->client->wire().setFaults({});
    seat->client->wire().setReachable(true);
    seat->client->setDiskFull(false);
    seat->client->setClockWrongBy(Milliseconds(0));
    seat->client->start();
  }
  const auto allQuiet = [this] {
    return std::all_of(seats_.begin(), seats_.end(), [](const auto& seat) { return seat->client->isQuiet(); });
  };
  // Two rounds of quiet with a refresh of the not so live scopes between them; an hour is far beyond every back-off.
  for (int minute = 0; minute < 60; ++minute) {
    time_.runFor(std::chrono::minutes(1));
    if (minute >= 20 && allQuiet()) return;
  }
  for (auto& seat : seats_)
    if (!seat->client->isQuiet()) find("never quiet: " + seat->client->describe());
}

void SyncWorld::tapped(Seat& seat, const std::string& frame) {
  ++hits_.frames;
  for (const char c : seat.name + frame) trace_ = (trace_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  if (qEnvironmentVariableIsSet("VRAAGBAAK_TRACE"))
    std::fprintf(stderr, "%lld %s %s\n", static_cast<long long>(time_.elapsed().count()), seat.name.c_str(), frame.c_str());
  auto messages = protocol::decodeServerFrame(frame);
  if (!messages) return find("the server sent what is no message: " + messages.error().detail);
  const auto mayRead = [&](const std::string& name) {
    const auto scope = Scope::parse(name);
    return scope && (scope->kind() != ScopeKind::user || *scope == Scope::user(seat.client->person().user));
  };
  const auto checkScope = [&](const std::string& scope) {
    if (!mayRead(scope) && findingsSeen_.insert(scope).second) find(seat.name + " was sent " + scope);
  };
  for (const auto& message : *messages) {
    if (const auto* welcome = std::get_if<protocol::Welcome>(&message)) {
      if (seat.epoch != welcome->epoch) {
        // A new epoch may have lost what an old one answered.
        seat.answers.clear();
        seat.applied.clear();
        seat.epoch = welcome->epoch;
      }
    } else if (const auto* page = std::get_if<protocol::Page>(&message)) {
      checkScope(page->scope);
    } else if (const auto* back = std::get_if<protocol::PageBack>(&message)) {
      checkScope(back->scope);
    } else if (const auto* change = std::get_if<protocol::Change>(&message)) {
      checkScope(change->scope);
    } else if (const auto* ack = std::get_if<protocol::Ack>(&message)) {
      ++hits_.acks;
      if (ack->retryAfterMs) continue;
      const auto text = protocol::encode(protocol::ServerMessage(*ack));
      const auto [known, isNew] = seat.answers.emplace(ack->id, text);
      if (!isNew && known->second != text) find("two answers for one command: " + known->second + " and " + text);
      if (ack->status == protocol::AckStatus::applied) seat.applied.insert(ack->id);
    }
  }
}

void SyncWorld::judge() {
  for (auto& seat : seats_) {
    if (!seat->client->isQuiet()) continue;  // said already
    judgeRecords(*seat);
    judgeCommands(*seat);
  }
}

void SyncWorld::judgeRecords(Seat& seat) {
  std::vector<Scope> scopes{Scope::directory(), Scope::user(seat.client->person().user)};
  for (const auto category : categories_) scopes.push_back(Scope::category(category));
  for (const auto& scope : scopes) {
    std::map<std::pair<std::string, std::string>, std::pair<Seq, std::string>> truth;
    server_->look([&](const server::storage::Tables& tables) {
      tables.records().after(scope, 0, [&](const Record& record) {
        if (!record.deleted) truth[{record.kind, record.id}] = {record.seq, record.body};
        return true;
      });
    });
    const auto held = seat.client->records(scope);
    if (held == truth) continue;
    std::string what = seat.name + " differs in " + scope.text() + ":";
    for (const auto& [key, value] : truth) {
      const auto mine = held.find(key);
      if (mine == held.end())
        what += " lacks " + key.first + "@" + std::to_string(value.first);
      else if (mine->second != value)
        what += " holds " + key.first + "@" + std::to_string(mine->second.first) + " for @" + std::to_string(value.first);
    }
    for (const auto& [key, value] : held)
      if (!truth.contains(key)) what += " keeps " + key.first + "@" + std::to_string(value.first);
    find(what);
  }
  // References point to questions that exist.
  server_->look([&](const server::storage::Tables& tables) {
    for (const auto category : categories_)
      tables.records().ofKind(Scope::category(category), kinds::kQuestionRef, [&](const Record& record) {
        const auto ref = fromJsonText<QuestionRef>(record.body);
        const auto question =
            tables.records().find(Scope::category(ref->homeCategoryId), kinds::kQuestion, ref->questionId.text());
        if ((!question || question->deleted) && findingsSeen_.insert(record.id).second) find("a reference to nothing");
        return true;
      });
  });
}

void SyncWorld::judgeCommands(Seat& seat) {
  std::map<CommandId, client::store::OutboxState> rows;
  for (const auto& entry : seat.client->cache().outboxTable().all()) rows[entry.id] = entry.state;
  server_->look([&](const server::storage::Tables& tables) {
    for (const auto id : seat.applied)
      if (!tables.commands().find(id)) find(seat.name + ": acknowledged, but not on the server: " + id.text());
    for (const auto id : seat.client->queued()) {
      const auto onServer = tables.commands().find(id);
      const auto row = rows.find(id);
      const bool visible = row != rows.end() && (row->second == client::store::OutboxState::refused ||
                                                 row->second == client::store::OutboxState::conflict ||
                                                 row->second == client::store::OutboxState::queued);
      if (!onServer && !visible) find(seat.name + ": a command is nowhere: " + id.text());
    }
  });
}

}  // namespace vb::test
