// ClientUnderTest: the real cache, outbox, actions and sync engine of one user on a scripted line, in virtual time.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "client/core/actions/change_post.h"
#include "client/core/actions/own_profile.h"
#include "client/core/actions/set_mark.h"
#include "client/core/actions/write_post.h"
#include "client/core/sync/sync_engine.h"
#include "tests/conversation/scripted_server.h"

namespace vb::test {

class ClientUnderTest final : public client::sync::SyncEvents {
 public:
  ClientUnderTest(VirtualTime& clock, ScriptedServer& server) : time(clock), server_(server) { open(); }

  void open() {
    client::store::CacheOptions options;
    options.durable = false;
    options.isOnNetwork = [](const QString&) { return false; };
    options.fails = [this] { return diskFails || (failIn > 0 && --failIn == 0); };
    auto opened = client::store::Cache::open(directory.path(), options);
    if (!opened) qFatal("cache: %s", opened.error().detail.c_str());
    cache = *std::move(opened);
    if (auto bound = cache->bind(server_.serverId, server_.user); !bound) qFatal("bind");
    auto read = client::store::openReader(cache->directory());
    if (!read) qFatal("reader: %s", read.error().detail.c_str());
    reader = *std::move(read);
    outbox = std::make_unique<client::outbox::Outbox>(*cache, time);
    sync = std::make_unique<client::sync::SyncEngine>(
        client::sync::SyncParts{*cache, *reader, *outbox, server_.line, time, time, time}, *this);
  }
  // As a killed process does: nothing is finished.
  void reopen() {
    sync.reset();
    outbox.reset();
    reader.reset();
    cache.reset();
    open();
  }
  void start() { sync->start("https://server.example", "token"); }
  // Until everything is here, or a minute passed.
  bool settle(Milliseconds atMost = Milliseconds(60'000)) {
    for (Milliseconds passed{0}; passed < atMost; passed += Milliseconds(10)) {
      time.pass(Milliseconds(10));
      if (status.phase == client::sync::Phase::live) return true;
    }
    if (qEnvironmentVariableIsSet("SHOW_FRAMES"))
      for (const auto& frame : server_.line.sent) qWarning("%s", frame.substr(0, 200).c_str());
    std::string told;
    for (const auto& what : server_.seen) told += what + "; ";
    qWarning("not settled: phase %d, %s %s; the server saw: %s", int(status.phase),
             std::string(errorName(status.reason)).c_str(), status.detail.c_str(), told.c_str());
    return false;
  }
  client::actions::ActionParts parts() { return {*cache, *reader, *outbox, time, time}; }

  QuestionId ask(CategoryId category, const std::string& title) {
    const auto id = QuestionId::v7(time, time);
    auto done = client::actions::askQuestion(parts(), AskQuestion{id, title, "Tekst van de vraag.", {category}, false});
    if (!done) qFatal("ask: %s", done.error().detail.c_str());
    sync->outboxChanged();
    return id;
  }
  AnswerId answer(QuestionId question, const std::string& body) {
    const auto id = AnswerId::v7(time, time);
    auto done = client::actions::postAnswer(parts(), PostAnswer{id, question, {}, body, {}, false});
    if (!done) qFatal("answer: %s", done.error().detail.c_str());
    sync->outboxChanged();
    return id;
  }
  QStringList titles() {
    client::store::QuestionQuery query;
    query.list = client::store::QuestionList::category;
    query.filter = client::store::QuestionFilter::all;
    QStringList list;
    for (const auto& row : reader->questionRows(reader->questionIds(query, 0, 100'000))) list.append(row.title);
    list.sort();
    return list;
  }
  client::store::Cursor cursor(const Scope& scope) { return cache->cursor(scope); }
  // Does the cache hold exactly the living records of the server's scope?
  bool equals(const Scope& scope) {
    const auto& log = server_.scopes[scope.text()];
    if (cursor(scope).high != log.head || !cursor(scope).hasBottom()) return false;
    for (const auto& [key, record] : log.records) {
      const auto held = cache->record(key.first, key.second);
      if (record.deleted ? held.has_value() : (!held || held->seq != record.seq || held->body != record.body))
        return false;
    }
    return true;
  }

  VirtualTime& time;
  QTemporaryDir directory;
  std::unique_ptr<client::store::Cache> cache;
  std::unique_ptr<client::store::Reader> reader;
  std::unique_ptr<client::outbox::Outbox> outbox;
  std::unique_ptr<client::sync::SyncEngine> sync;
  bool diskFails = false;
  int failIn = 0;  // that many steps of the store from now, once

  client::sync::SyncStatus status;
  std::vector<client::sync::SyncStatus> statuses;
  int tokenRejections = 0;
  int storeFailures = 0;
  std::vector<std::optional<client::store::Reader::KnownReach>> reaches;

 private:
  void statusChanged(const client::sync::SyncStatus& now) override {
    status = now;
    statuses.push_back(now);
  }
  void tokenRejected() override { ++tokenRejections; }
  void reachAnswered(std::int64_t, std::optional<client::store::Reader::KnownReach> reach) override {
    reaches.push_back(std::move(reach));
  }
  void storeFailed(const Error& error) override {
    ++storeFailures;
    if (!diskFails)
      qWarning("the store failed: %s %s", std::string(errorName(error.code)).c_str(), error.detail.c_str());
  }

  ScriptedServer& server_;
};

// A server with two categories, one of them ticked, and questions in both.
struct World {
  VirtualTime time;
  ScriptedServer server{time};
  CategoryId debt = CategoryId::named("debt");
  CategoryId youth = CategoryId::named("youth");
  ClientUnderTest client{time, server};

  explicit World(int questions = 8) {
    server.addCategory(debt, "Armoede en schulden");
    server.addCategory(youth, "Jeugd en gezin");
    server.tick(debt);
    for (int i = 0; i < questions; ++i) {
      server.addQuestion(debt, "Schuldvraag nummer " + std::to_string(i));
      server.addQuestion(youth, "Jeugdvraag nummer " + std::to_string(i));
    }
  }
  bool agree() {
    return client.equals(Scope::user(server.user)) && client.equals(Scope::directory()) &&
           client.equals(Scope::category(debt)) && client.equals(Scope::category(youth));
  }
};

}  // namespace vb::test
