// WorldClient: one real client of a SyncWorld: cache, outbox, actions and sync engine on virtual time, over a Wire. It
// does what users do, by seed, with what it has on its own screen.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QString>

#include "client/core/actions/parts.h"
#include "client/core/sync/sync_engine.h"
#include "shared/protocol/messages.h"
#include "tests/convergence/wire.h"

namespace vb::test {

class WorldClient final : public client::sync::SyncEvents {
 public:
  struct Person {
    std::string name;
    UserId user;
    std::string token;
    std::string serverId;
  };
  WorldClient(VirtualTime& time, std::uint64_t seed, WorldServer& server, Person person, QString folder, Wire::Tap tap);
  ~WorldClient() override;

  // ---- life ----------------------------------------------------------------------------------------------
  void start();
  // As kill -9: what is not on disk is gone; start() again.
  void crash();
  // A new device of the same person: what was held here is gone, and so is what was never sent.
  void installAnew();
  // The next write of the cache fails half way, as on a full disk, and so do the ones after it until it is lifted.
  void setDiskFull(bool full) { diskFull_ = full; }
  void setClockWrongBy(Milliseconds skew) { clock_.setWrongBy(skew); }
  Wire& wire() { return *wire_; }

  // ---- the user ------------------------------------------------------------------------------------------
  // One random intention. Notes the command that it queued.
  void actAtRandom(const std::vector<CategoryId>& categories);
  // The same in some channel: joins and leaves, invites and removes, writes and reads.
  void actInChannels(const std::vector<UserId>& people);
  QuestionId ask(const std::string& title, const std::vector<CategoryId>& categories);
  void tick(CategoryId category, bool on);
  // The first own question on the list gets another text; some own question does, or goes.
  void editFirstOwn();
  void editSomeOwn();
  void deleteSomeOwn();
  // After the server ended the session.
  bool isRejected() const { return rejected_; }
  void signedIn(const std::string& token);

  // ---- looking -------------------------------------------------------------------------------------------
  bool isQuiet() const;
  const Person& person() const { return person_; }
  client::store::Cache& cache() { return *cache_; }
  client::store::Reader& reader() { return *reader_; }
  client::outbox::Outbox& outbox() { return *outbox_; }
  // Every living record of a scope as (kind, id) -> (seq, body).
  using Records = std::map<std::pair<std::string, std::string>, std::pair<Seq, std::string>>;
  Records records(const Scope& scope);
  // Ids of commands that were durably queued and not discarded or folded by the user.
  const std::set<CommandId>& queued() const { return queued_; }
  int storeFailures() const { return storeFailures_; }
  std::string describe();

 private:
  void statusChanged(const client::sync::SyncStatus&) override {}
  void tokenRejected() override { rejected_ = true; }
  void reachAnswered(std::int64_t, std::optional<client::store::Reader::KnownReach>) override {}
  void storeFailed(const Error&) override { ++storeFailures_; }

  client::actions::ActionParts parts();
  // What was refused or is in conflict is tried again, kept or given up.
  void answerTrouble();
  std::string someText();
  QList<client::store::QuestionView> ownQuestions();
  std::optional<client::store::QuestionView> someOwn();
  void edit(const client::store::QuestionView& question);
  void act(const std::vector<CategoryId>& categories);
  void manageMembers(const client::store::ChannelRow& channel, const std::vector<UserId>& people);
  void writeIn(const client::store::ChannelRow& channel);
  // Not among the queued ones: what is lost with a channel is expected nowhere.
  void noteInChannel(const Result<CommandId>& queued);
  void note(const Result<CommandId>& queued);

  VirtualTime& time_;
  FakeRandom random_;
  WorldServer& server_;
  WorldClock clock_;
  Person person_;
  QString folder_;
  std::unique_ptr<Wire> wire_;
  std::unique_ptr<client::store::Cache> cache_;
  std::unique_ptr<client::store::Reader> reader_;
  std::unique_ptr<client::outbox::Outbox> outbox_;
  std::unique_ptr<client::sync::SyncEngine> engine_;
  std::set<CommandId> queued_;
  bool diskFull_ = false;
  bool rejected_ = false;
  int storeFailures_ = 0;
};

}  // namespace vb::test
