// SqliteTables: all tables of one connection, and the classes of the smaller ones.
#pragma once

#include "server/storage/sqlite/sqlite_contents.h"
#include "server/storage/sqlite/sqlite_records.h"

namespace vb::server::storage {

class SqliteAccounts final : public Accounts {
 public:
  explicit SqliteAccounts(Database& database);
  std::optional<Account> find(UserId user) const override;
  std::optional<Account> findByEmail(std::string_view email) const override;
  std::vector<Account> all() const override;
  bool insert(const Account& account) override;
  void setPasswordHash(UserId user, std::string_view hash) override;
  void setDisabled(UserId user, bool disabled) override;

 private:
  mutable Statement find_, findByEmail_, all_;
  Statement insert_, setPasswordHash_, setDisabled_;
};

class SqliteTokens final : public Tokens {
 public:
  explicit SqliteTokens(Database& database);
  std::optional<Token> find(std::string_view hash) const override;
  std::vector<Token> of(UserId user) const override;
  void insert(const Token& token) override;
  void touch(std::string_view hash, Timestamp usedAt) override;
  void remove(std::string_view hash) override;

 private:
  mutable Statement find_, of_;
  Statement insert_, touch_, remove_;
};

class SqliteExperts final : public Experts {
 public:
  explicit SqliteExperts(Database& database);
  std::int64_t count(const std::vector<CategoryId>& categories, UserId except) const override;
  std::map<Role, std::int64_t> countByRole(const std::vector<CategoryId>& categories, UserId except) const override;
  std::vector<CategoryId> of(UserId user) const override;
  void put(CategoryId category, UserId user, Role role) override;
  void remove(CategoryId category, UserId user) override;
  void removeAll(UserId user) override;
  void setRole(UserId user, Role role) override;

 private:
  Rows countOfSeveral(const std::vector<CategoryId>& categories, UserId except) const;
  bool ticked(CategoryId category, UserId user) const;
  void add(CategoryId category, int difference);

  mutable Statement countOfOne_, ticked_, countOfSeveral_, of_;
  Statement put_, remove_, add_, setRole_;
};

class SqliteCommands final : public AppliedCommands {
 public:
  SqliteCommands(Database& database, const Clock& clock);
  std::optional<AppliedCommand> find(CommandId id) const override;
  void insert(const AppliedCommand& command) override;

 private:
  const Clock& clock_;
  mutable Statement find_;
  Statement insert_;
};

class SqliteChannels final : public Channels {
 public:
  explicit SqliteChannels(Database& database);
  std::vector<ChannelId> all() const override;
  void insert(ChannelId channel) override;
  void remove(ChannelId channel) override;
  std::optional<InvitationCode> findCode(std::string_view hash) const override;
  bool insertCode(const InvitationCode& code) override;
  void removeCode(InvitationId invitation) override;
  std::vector<DueCase> dueCases(Timestamp now, int max) const override;
  void setCaseDue(const DueCase& one, Timestamp eraseAt) override;
  void removeCase(TopicId topic) override;

 private:
  mutable Statement all_, findCode_, dueCases_;
  Statement insert_, remove_, removeCodes_, removeCases_, insertCode_, removeCode_, setCaseDue_, removeCase_;
};

class SqliteTables final : public Tables {
 public:
  SqliteTables(Database& database, const Clock& clock, AdvertisedHeads& advertised);

  Meta meta() const override;
  void noteBackup(const std::string& epoch, std::int64_t commit) override;
  const Records& records() const override { return records_; }
  const Accounts& accounts() const override { return accounts_; }
  const Tokens& tokens() const override { return tokens_; }
  const Experts& experts() const override { return experts_; }
  const AppliedCommands& commands() const override { return commands_; }
  const Channels& channels() const override { return channels_; }
  const Contents& contents() const override { return contents_; }
  Records& records() override { return records_; }
  Accounts& accounts() override { return accounts_; }
  Tokens& tokens() override { return tokens_; }
  Experts& experts() override { return experts_; }
  AppliedCommands& commands() override { return commands_; }
  Channels& channels() override { return channels_; }
  Contents& contents() override { return contents_; }

  SqliteRecords& log() { return records_; }
  // While a group is being written, meta() tells its number.
  void beginGroup(Meta meta) { group_ = std::move(meta); }
  void endGroup() { group_.reset(); }

 private:
  mutable Statement meta_;
  Statement noteBackup_;
  std::optional<Meta> group_;
  SqliteRecords records_;
  SqliteAccounts accounts_;
  SqliteTokens tokens_;
  SqliteExperts experts_;
  SqliteCommands commands_;
  SqliteChannels channels_;
  SqliteContents contents_;
};

}  // namespace vb::server::storage
