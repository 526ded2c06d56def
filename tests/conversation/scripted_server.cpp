#include "tests/conversation/scripted_server.h"

#include <algorithm>
#include <utility>

#include <QtGlobal>

namespace vb::test {

// ---- the line --------------------------------------------------------------------------------------------

void ScriptedLine::later(Milliseconds delay, std::function<void()> run) {
  time_.after(delay, [this, connection = connection_, run = std::move(run)] {
    if (connection == connection_ && !silent) run();
  });
}

void ScriptedLine::open(const client::net::Endpoint&, client::net::TransportEvents& events) {
  ++opens;
  ++connection_;
  isOpen_ = false;
  events_ = &events;
  later(Milliseconds(1), [this] {
    if (refusal) {
      ++connection_;
      return events_->failed(*refusal, "refused by the script");
    }
    isOpen_ = true;
    server_.connected();
    events_->opened();
  });
}

void ScriptedLine::send(std::string text) {
  if (!isOpen_) return;
  sent.push_back(text);
  later(Milliseconds(1), [this, text = std::move(text)] { server_.received(text); });
}

void ScriptedLine::ping() {
  ++pings;
  later(Milliseconds(2), [this] { events_->ponged(); });
}

void ScriptedLine::close() {
  ++connection_;
  isOpen_ = false;
}

void ScriptedLine::deliver(std::string text, Milliseconds delay) {
  if (!isOpen_) return;
  later(delay, [this, text = std::move(text)] { events_->textReceived(text); });
}

void ScriptedLine::cut() {
  if (!isOpen_) return;
  ++connection_;
  isOpen_ = false;
  const int connection = connection_;
  time_.after(Milliseconds(1), [this, connection] {
    if (connection == connection_) events_->closed(1006, "cut by the script");
  });
}

// ---- the server ------------------------------------------------------------------------------------------

namespace {

std::string kindOf(const std::string& scope) { return scope.substr(0, scope.find('/')); }

}  // namespace

std::size_t ScriptedServer::count(const std::string& what) const {
  return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), what));
}

void ScriptedServer::connected() { subscribed_.clear(); }

void ScriptedServer::release() {
  holdsHistory = false;
  for (const auto& message : std::exchange(held_, {})) reply(message);
}

void ScriptedServer::reply(const protocol::ServerMessage& message) {
  if (holdsHistory && std::holds_alternative<protocol::PageBack>(message)) {
    held_.push_back(message);
    return;
  }
  const auto delay = disorders ? Milliseconds(1 + time_.below(40)) : Milliseconds(1);
  line.deliver(protocol::encode(message), delay);
  if (doubles) line.deliver(protocol::encode(message), delay + Milliseconds(disorders ? time_.below(40) : 1));
}

void ScriptedServer::bye(const std::string& code, Milliseconds retryAfter) { reply(protocol::Bye{code, retryAfter}); }

void ScriptedServer::received(const std::string& frame) {
  const auto messages = protocol::decodeClientFrame(frame);
  if (!messages) qFatal("the client sent what is no protocol: %s", messages.error().detail.c_str());
  for (const auto& message : *messages) std::visit([this](const auto& one) { handle(one); }, message);
}

void ScriptedServer::handle(const protocol::Hello&) {
  seen.push_back("hello");
  if (!welcomeInstead.empty()) return line.deliver(welcomeInstead);
  reply(protocol::Welcome{1, serverId, epoch, user, time_.now(), backedUpCommit, 64, 256 * 1024, readOnly});
}

void ScriptedServer::handle(const protocol::Subscribe& message) {
  seen.push_back("subscribe " + kindOf(message.scope));
  if (hides.contains(message.scope)) return reply(protocol::Failed{"subscribe", message.scope, 0, "not_found", "", {}});
  subscribed_.insert(message.scope);
  reply(protocol::Subscribed{message.scope, epoch, 0, scopes[message.scope].head});
}

void ScriptedServer::handle(const protocol::Unsubscribe& message) {
  seen.push_back("unsubscribe " + kindOf(message.scope));
  subscribed_.erase(message.scope);
}

void ScriptedServer::handle(const protocol::Pull& message) {
  seen.push_back("pull " + kindOf(message.scope));
  if (hides.contains(message.scope)) return reply(protocol::Failed{"pull", message.scope, 0, "not_found", "", {}});
  const auto& log = scopes[message.scope];
  const bool afresh = message.after == 0;
  if (message.epoch != epoch && !(afresh && message.epoch.empty()))
    return reply(protocol::Resync{message.scope, epoch, 0, log.floor, log.head, "epoch"});
  if (message.after > log.head || (!afresh && message.after < log.floor && message.floor != log.floor))
    return reply(
        protocol::Resync{message.scope, epoch, 0, log.floor, log.head, message.after > log.head ? "ahead" : "floor"});
  std::vector<Record> records;
  for (const auto& [key, record] : log.records)
    if (record.seq > message.after) records.push_back(record);
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.seq < b.seq; });
  protocol::Page page{message.scope, epoch, 0, message.after, log.head, log.head, false, std::move(records)};
  if (page.records.size() > pageRecords) {
    page.records.resize(pageRecords);
    page.to = page.records.back().seq;
    page.more = page.to < log.head;
  }
  reply(page);
}

void ScriptedServer::handle(const protocol::PullBack& message) {
  seen.push_back("pull_back " + kindOf(message.scope));
  if (hides.contains(message.scope)) return reply(protocol::Failed{"pull_back", message.scope, 0, "not_found", "", {}});
  const auto& log = scopes[message.scope];
  if (message.before != 0 && message.epoch != epoch)
    return reply(protocol::Resync{message.scope, epoch, 0, log.floor, log.head, "epoch"});
  std::vector<Record> records;
  for (const auto& [key, record] : log.records)
    if (!record.deleted && (message.before == 0 || record.seq < message.before)) records.push_back(record);
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.seq > b.seq; });
  protocol::PageBack page{message.scope, epoch, 0, message.before, 1, log.head, std::move(records)};
  if (page.records.size() > pageRecords) {
    page.records.resize(pageRecords);
    page.from = page.records.back().seq;
  }
  reply(page);
}

void ScriptedServer::handle(const protocol::ReachQuery& message) {
  seen.push_back("reach");
  reply(protocol::ReachReply{message.re, 87, {{Role::practitioner, 40}, {Role::policy, 31}}, 16});
}

void ScriptedServer::handle(const protocol::Command& message) {
  seen.push_back("command " + message.kind);
  commands.push_back(message);
  const auto known = applied.find(message.id);
  protocol::Ack ack = known != applied.end() ? known->second.ack : execute(message);
  if (losesAcks > 0) {
    --losesAcks;
    return line.cut();
  }
  reply(ack);
}

protocol::Ack ScriptedServer::execute(const protocol::Command& message) {
  protocol::Ack ack;
  ack.id = message.id;
  ack.status = protocol::AckStatus::refused;
  if (readOnly) {
    ack.code = "read_only";
    ack.retryAfterMs = Milliseconds(1000);
    return ack;
  }
  if (tooMany.erase(message.id) > 0) {
    ack.code = "too_many_requests";
    ack.retryAfterMs = Milliseconds(1000);
    return ack;
  }
  const auto payload = message.kind + json::serialize(message.body);
  if (const auto refused = refuses.find(message.kind); refused != refuses.end()) {
    ack.code = refused->second;
  } else {
    ack.status = protocol::AckStatus::applied;
    const auto command = parseCommand(message.kind, message.body);
    if (!command) qFatal("bad command %s", message.kind.c_str());
    const auto effect = [&](const Scope& scope, const std::string& kind, const std::string& id,
                            const json::object& body) {
      ack.effects.push_back({scope.text(), write(scope, kind, id, body)});
    };
    if (const auto* ask = std::get_if<AskQuestion>(&*command)) {
      const auto home = Scope::category(ask->categoryIds.front());
      Question question{
          ask->title, ask->body,           user, ask->categoryIds, time_.now(), {}, scopes[home.text()].head + 1,
          87,         QuestionState::open, ""};
      effect(home, kinds::kQuestion, ask->questionId.text(), toJson(question));
      ack.routedTo = 87;
    } else if (const auto* answer = std::get_if<PostAnswer>(&*command)) {
      effect(Scope::category(answer->homeCategoryId), kinds::kAnswer, answer->answerId.text(),
             toJson(Answer{answer->questionId, answer->body, user, time_.now(), {}, answer->sources, ""}));
    } else if (const auto* expertise = std::get_if<SetExpertise>(&*command)) {
      const auto head = scopes[Scope::category(expertise->categoryId).text()].head;
      if (!expertise->on)
        ack.effects.push_back(
            {Scope::user(user).text(), erase(Scope::user(user), kinds::kExpertise, expertise->categoryId.text())});
      else
        effect(Scope::user(user), kinds::kExpertise, expertise->categoryId.text(),
               toJson(Expertise{expertise->categoryId, head, time_.now()}));
    } else if (const auto* mark = std::get_if<SetMark>(&*command)) {
      effect(Scope::user(user), mark->markKind, mark->targetId,
             toJson(Mark{mark->targetId, mark->questionId, time_.now(), {}, mark->seq}));
    } else if (const auto* edit = std::get_if<EditPost>(&*command)) {
      const auto scope = Scope::category(edit->homeCategoryId);
      auto& record = scopes[scope.text()].records[{edit->recordKind, edit->recordId}];
      auto body = parseJsonObject(record.body);
      if (!body) qFatal("edit of nothing");
      if (record.seq != edit->baseSeq) {
        ack.status = protocol::AckStatus::conflict;
        ack.code = "conflict";
        ack.newest = json::object{{"kind", record.kind}, {"id", record.id}, {"seq", record.seq}, {"body", *body}};
      } else {
        if (edit->body) (*body)["body"] = *edit->body;
        if (edit->title) (*body)["title"] = *edit->title;
        effect(scope, edit->recordKind, edit->recordId, *body);
      }
    } else {
      qFatal("the script does not know %s", message.kind.c_str());
    }
  }
  ack.commit = ++commit;
  applied[message.id] = {payload, ack};
  return ack;
}

void ScriptedServer::put(const Scope& scope, Record record) {
  auto& log = scopes[scope.text()];
  const Seq prev = log.head;
  record.seq = ++log.head;
  log.records[{record.kind, record.id}] = record;
  if (subscribed_.contains(scope.text()) && !losesPushes)
    reply(protocol::Change{scope.text(), epoch, prev, log.head, {record}});
}

Seq ScriptedServer::write(const Scope& scope, const std::string& kind, const std::string& id,
                          const json::object& body) {
  put(scope, Record{kind, id, 0, false, json::serialize(body)});
  return scopes[scope.text()].head;
}

Seq ScriptedServer::erase(const Scope& scope, const std::string& kind, const std::string& id) {
  put(scope, Record{kind, id, 0, true, ""});
  return scopes[scope.text()].head;
}

void ScriptedServer::addCategory(CategoryId id, const std::string& name) {
  Category category;
  category.nameNl = category.nameEn = name;
  category.position = static_cast<int>(scopes["directory"].head) + 1;
  write(Scope::directory(), kinds::kCategory, id.text(), toJson(category));
}

QuestionId ScriptedServer::addQuestion(CategoryId home, const std::string& title, UserId author) {
  const auto scope = Scope::category(home);
  const auto id = QuestionId::v7(time_, time_);
  write(scope, kinds::kQuestion, id.text(),
        toJson(Question{
            title, "", author, {home}, time_.now(), {}, scopes[scope.text()].head + 1, 3, QuestionState::open, ""}));
  return id;
}

void ScriptedServer::tick(CategoryId id) {
  write(Scope::user(user), kinds::kExpertise, id.text(),
        toJson(Expertise{id, scopes[Scope::category(id).text()].head, time_.now()}));
}

void ScriptedServer::restore(const Backup& then, std::string newEpoch) {
  scopes = then.scopes;
  applied = then.applied;
  commit = then.commit;
  epoch = std::move(newEpoch);
}

}  // namespace vb::test
