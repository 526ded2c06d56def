// The oracle of a SyncWorld: what is seen on the wires, what strangers may get, and what must be so in the end.
#include <cstdio>

#include "shared/protocol/codec.h"
#include "tests/convergence/seat.h"

namespace vb::test {

void SyncWorld::tapped(Seat& seat, const std::string& frame) {
  ++hits_.frames;
  for (const char c : seat.name + frame) trace_ = (trace_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  if (qEnvironmentVariableIsSet("VRAAGBAAK_TRACE"))
    std::fprintf(stderr, "%lld %s %s\n", static_cast<long long>(time_.elapsed().count()), seat.name.c_str(),
                 frame.c_str());
  auto messages = protocol::decodeServerFrame(frame);
  if (!messages) return find("the server sent what is no message: " + messages.error().detail);
  const auto mayRead = [&](const std::string& name) {
    const auto scope = Scope::parse(name);
    return scope && (scope->kind() != ScopeKind::user || *scope == Scope::user(seat.client->person().user));
  };
  const auto checkScope = [&](const std::string& scope) {
    if (!mayRead(scope) && findingsSeen_.insert(scope).second) find(seat.name + " was sent " + scope);
  };
  checkRebuilds(seat);
  for (const auto& message : *messages) {
    if (const auto* resync = std::get_if<protocol::Resync>(&message)) {
      if (const auto scope = Scope::parse(resync->scope))
        seat.rebuilt[*scope] = {seat.client->cache().cursor(*scope), seat.client->records(*scope)};
    }
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
    } else if (const auto* failed = std::get_if<protocol::Failed>(&message)) {
      const auto scope = Scope::parse(failed->scope);
      if (scope && scope->kind() == ScopeKind::channel) ++hits_.channelsLost;
    } else if (const auto* ack = std::get_if<protocol::Ack>(&message)) {
      ++hits_.acks;
      if (ack->retryAfterMs) continue;
      const auto text = protocol::encode(protocol::ServerMessage(*ack));
      const auto [known, isNew] = seat.answers.emplace(ack->id, text);
      if (!isNew && known->second != text) find("two answers for one command: " + known->second + " and " + text);
      if (ack->status != protocol::AckStatus::applied) continue;
      seat.applied.insert(ack->id);
      // No two changes start from the same version, within one history (S4).
      if (const auto edit = edits_.find(ack->id); edit != edits_.end()) {
        const auto [first, isFirst] = editedFrom_.emplace(seat.epoch + ' ' + edit->second, ack->id);
        if (!isFirst && first->second != ack->id) find("two changes of one version: " + edit->second);
      }
    }
  }
}

void SyncWorld::tappedUp(const Seat& seat, const std::string& frame) {
  auto messages = protocol::decodeClientFrame(frame);
  if (!messages) return find(seat.name + " sent what is no message: " + messages.error().detail);
  for (const auto& message : *messages) {
    const auto* command = std::get_if<protocol::Command>(&message);
    if (command == nullptr) continue;
    const auto parsed = parseCommand(command->kind, command->body);
    if (!parsed) continue;
    if (const auto* edit = std::get_if<EditPost>(&*parsed))
      edits_[command->id] = edit->recordId + '@' + std::to_string(edit->baseSeq);
    if (const auto* gone = std::get_if<DeletePost>(&*parsed))
      edits_[command->id] = gone->recordId + '@' + std::to_string(gone->baseSeq);
  }
}

// While a scope is built anew, what was held stays on the screen (C3).
void SyncWorld::checkRebuilds(Seat& seat) {
  std::erase_if(seat.rebuilt, [&](const auto& one) {
    const auto& [scope, before] = one;
    if (!(seat.client->cache().cursor(scope) == before.cursor)) return true;
    if (seat.client->records(scope) == before.records) return false;
    find(seat.name + ": what was held changed before the rebuild was done: " + scope.text());
    return true;
  });
}

// Somebody who asks for what is not theirs, and for anything once the session has ended.
void SyncWorld::pry(Seat& seat) {
  ++hits_.pryings;
  const auto* stranger = seats_.front().get();
  for (const auto& other : seats_)
    if (other->account != seat.account) stranger = other.get();
  const auto token = server_->signIn(seat.account);
  std::shared_ptr<WorldConnection> connection;
  std::set<std::string> served;
  const auto onFrame = [&served](const std::string& frame) {
    auto messages = protocol::decodeServerFrame(frame);
    if (!messages) return;
    for (const auto& message : *messages) {
      if (const auto* page = std::get_if<protocol::Page>(&message)) served.insert(page->scope);
      if (const auto* back = std::get_if<protocol::PageBack>(&message)) served.insert(back->scope);
      if (const auto* opened = std::get_if<protocol::Subscribed>(&message)) served.insert(opened->scope);
    }
  };
  const auto say = [&](const protocol::ClientMessage& message) {
    if (connection) connection->received(protocol::encode(message));
    time_.runFor(Milliseconds(100));
  };
  server_->accept(
      token,
      [&connection](Result<std::shared_ptr<WorldConnection>> accepted) {
        if (accepted) connection = *accepted;
      },
      onFrame, [&connection](int) { connection.reset(); });
  time_.runFor(Milliseconds(100));
  say(protocol::Hello{protocol::kVersion, "pry", {}});
  const auto foreign = Scope::user(stranger->client->person().user).text();
  say(protocol::Subscribe{foreign});
  say(protocol::PullBack{foreign, "", 0, 0, 0});
  say(protocol::Pull{foreign, "", 0, 0, 0});
  if (served.contains(foreign)) find(seat.name + " was served the scope of " + stranger->name);
  served.clear();
  server_->loseEndHints(true);
  server_->endSession(token);
  server_->loseEndHints(false);
  say(protocol::PullBack{"directory", "", 0, 0, 0});
  if (!served.empty()) find(seat.name + " was served after the session had ended");
  if (connection) connection->close();
}

void SyncWorld::judge() {
  for (auto& seat : seats_) {
    if (!seat->client->isQuiet()) continue;  // said already
    judgeRecords(*seat);
    judgeChannels(*seat);
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
        what +=
            " holds " + key.first + "@" + std::to_string(mine->second.first) + " for @" + std::to_string(value.first);
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
  using client::store::OutboxState;
  std::map<CommandId, OutboxState> rows;
  for (const auto& entry : seat.client->cache().outboxTable().all()) {
    rows[entry.id] = entry.state;
    if (entry.state == OutboxState::inFlight) find(seat.name + ": quiet, and yet under way: " + entry.id.text());
  }
  server_->look([&](const server::storage::Tables& tables) {
    for (const auto id : seat.applied)
      if (!tables.commands().find(id)) find(seat.name + ": acknowledged, but not on the server: " + id.text());
    for (const auto id : seat.client->queued()) {
      const auto onServer = tables.commands().find(id);
      const auto row = rows.find(id);
      const bool visible =
          row != rows.end() && (row->second == OutboxState::refused || row->second == OutboxState::conflict ||
                                row->second == OutboxState::queued);
      if (!onServer && !visible)
        find(seat.name + ": a command is nowhere: " + id.text() +
             (row == rows.end() ? "" : " row " + std::to_string(static_cast<int>(row->second))));
    }
  });
}

}  // namespace vb::test
