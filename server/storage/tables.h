// Tables: what a job of Storage reads and writes, one interface per table. A read job gets them const: one consistent
// snapshot; a write job gets them inside its transaction. Valid only while the job runs, on its thread.
// When the database fails, the functions throw StorageFailure, which the storage catches and answers with.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/storage/contents.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/domain/records.h"
#include "shared/domain/scope.h"

namespace vb::server::storage {

// The database is gone, full or damaged; never caused by input.
class StorageFailure : public std::runtime_error {
 public:
  StorageFailure(ErrorCode code, const std::string& detail) : std::runtime_error(detail), code_(code) {}
  ErrorCode code() const { return code_; }

 private:
  ErrorCode code_;
};

struct Meta {
  std::string serverId;             // of this installation, for ever
  std::string epoch;                // a new one after every restore or repair
  std::int64_t commit = 0;          // number of the newest commit
  std::int64_t backedUpCommit = 0;  // a verified backup holds every commit up to this number of this epoch
};

struct ScopeState {
  Seq head = 0;
  Seq floor = 0;           // the oldest cursor a delta can start from: tombstones up to here may be pruned
  std::int64_t grant = 0;  // generation of the right to read
};

struct RecordDraft {
  std::string_view kind;
  std::string_view id;
  std::string_view about;  // id of the question it belongs to; empty: none
  std::string_view body;   // a JSON object
};

// The log of every scope.
class Records {
 public:
  // Gives one record; false stops the walk. The record is reused: copy what must stay.
  using Visit = std::function<bool(const Record&)>;

  virtual ~Records() = default;
  virtual ScopeState state(const Scope& scope) const = 0;
  // Tombstones are found too.
  virtual std::optional<Record> find(const Scope& scope, std::string_view kind, std::string_view id) const = 0;
  // Is there such a record in any scope, tombstones included?
  virtual bool isUsed(std::string_view kind, std::string_view id) const = 0;
  // The scope in which such a record lives; nothing when it lives nowhere.
  virtual std::optional<Scope> homeOf(std::string_view kind, std::string_view id) const = 0;
  // seq > after, ascending, tombstones included.
  virtual void after(const Scope& scope, Seq after, const Visit& visit) const = 0;
  // seq < before, descending, living only.
  virtual void before(const Scope& scope, Seq before, const Visit& visit) const = 0;
  // The living records that belong to a question.
  virtual void about(const Scope& scope, std::string_view question, const Visit& visit) const = 0;
  // The living records of one kind, by id.
  virtual void ofKind(const Scope& scope, std::string_view kind, const Visit& visit) const = 0;

  // Writes a new version with the next seq of the scope; answers that seq.
  virtual Seq put(const Scope& scope, const RecordDraft& draft) = 0;
  // Leaves a tombstone with the next seq; 0 and nothing written when nothing lives there.
  virtual Seq remove(const Scope& scope, std::string_view kind, std::string_view id) = 0;
  // Forgets tombstones written before a moment, at most `max`, and raises the floor of their scopes; how many went.
  virtual int pruneTombstones(Timestamp before, int max) = 0;
};

struct Account {
  UserId user;
  std::string email;         // unique without regard to case
  std::string passwordHash;  // argon2id in libsodium's text form
  bool disabled = false;
};

class Accounts {
 public:
  virtual ~Accounts() = default;
  virtual std::optional<Account> find(UserId user) const = 0;
  virtual std::optional<Account> findByEmail(std::string_view email) const = 0;
  virtual std::vector<Account> all() const = 0;
  // False when the e-mail address is taken.
  virtual bool insert(const Account& account) = 0;
  virtual void setPasswordHash(UserId user, std::string_view hash) = 0;
  virtual void setDisabled(UserId user, bool disabled) = 0;
};

struct Token {
  std::string hash;  // SHA-256, hexadecimal; the token itself is nowhere
  UserId user;
  std::string device;
  Timestamp createdAt{};
  Timestamp lastUsedAt{};  // to the day
};

class Tokens {
 public:
  virtual ~Tokens() = default;
  virtual std::optional<Token> find(std::string_view hash) const = 0;
  virtual std::vector<Token> of(UserId user) const = 0;
  virtual void insert(const Token& token) = 0;
  virtual void touch(std::string_view hash, Timestamp usedAt) = 0;
  virtual void remove(std::string_view hash) = 0;
};

// Who ticked which category: routing reads this and nothing else. Holds only users who can sign in.
class Experts {
 public:
  virtual ~Experts() = default;
  // Distinct users who ticked any of the categories, `except` not counted.
  virtual std::int64_t count(const std::vector<CategoryId>& categories, UserId except) const = 0;
  virtual std::map<Role, std::int64_t> countByRole(const std::vector<CategoryId>& categories, UserId except) const = 0;
  virtual std::vector<CategoryId> of(UserId user) const = 0;
  virtual void put(CategoryId category, UserId user, Role role) = 0;
  virtual void remove(CategoryId category, UserId user) = 0;
  virtual void removeAll(UserId user) = 0;
  virtual void setRole(UserId user, Role role) = 0;
};

struct AppliedCommand {
  CommandId id;
  UserId user;
  std::string payloadHash;  // 32 bytes
  std::string answer;       // JSON, given again to the same command
  std::int64_t commit = 0;
};

class AppliedCommands {
 public:
  virtual ~AppliedCommands() = default;
  virtual std::optional<AppliedCommand> find(CommandId id) const = 0;
  virtual void insert(const AppliedCommand& command) = 0;
};

// A code that was given to somebody by e-mail address; its invitation stands in the channel's desk.
struct InvitationCode {
  std::string hash;  // SHA-256 of the code, hexadecimal; the code itself is nowhere
  ChannelId channel;
  InvitationId invitation;
  Timestamp expiresAt{};
};

struct DueCase {
  ChannelId channel;
  TopicId topic;
};

// What is looked up across channels: which there are, codes, and when cases must be erased.
class Channels {
 public:
  virtual ~Channels() = default;
  virtual std::vector<ChannelId> all() const = 0;
  virtual void insert(ChannelId channel) = 0;
  // With its codes and cases.
  virtual void remove(ChannelId channel) = 0;
  virtual std::optional<InvitationCode> findCode(std::string_view hash) const = 0;
  // False when such a code is there already.
  virtual bool insertCode(const InvitationCode& code) = 0;
  virtual void removeCode(InvitationId invitation) = 0;
  // The cases that must be erased at `now`, at most `max`.
  virtual std::vector<DueCase> dueCases(Timestamp now, int max) const = 0;
  virtual void setCaseDue(const DueCase& one, Timestamp eraseAt) = 0;
  virtual void removeCase(TopicId topic) = 0;
};

class Tables {
 public:
  virtual ~Tables() = default;
  // In a write job `commit` is the number of the commit that this job will be part of.
  virtual Meta meta() const = 0;
  // A verified backup holds everything up to `commit`; nothing for another epoch or an older number.
  virtual void noteBackup(const std::string& epoch, std::int64_t commit) = 0;
  virtual const Records& records() const = 0;
  virtual const Accounts& accounts() const = 0;
  virtual const Tokens& tokens() const = 0;
  virtual const Experts& experts() const = 0;
  virtual const AppliedCommands& commands() const = 0;
  virtual const Channels& channels() const = 0;
  virtual const Contents& contents() const = 0;
  virtual Records& records() = 0;
  virtual Accounts& accounts() = 0;
  virtual Tokens& tokens() = 0;
  virtual Experts& experts() = 0;
  virtual AppliedCommands& commands() = 0;
  virtual Channels& channels() = 0;
  virtual Contents& contents() = 0;
};

}  // namespace vb::server::storage
