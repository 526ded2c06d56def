#include "server/storage/sqlite/sqlite_tables.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace vb::server::storage {
namespace {

Account readAccount(const Rows& rows) {
  return Account{UserId{uuidFromBlob(rows.blob(0))}, std::string(rows.text(1)), std::string(rows.text(2)),
                 rows.number(3) != 0};
}

Token readToken(const Rows& rows) {
  return Token{std::string(rows.text(0)), UserId{uuidFromBlob(rows.blob(1))}, std::string(rows.text(2)),
               timestampFrom(rows.number(3)), timestampFrom(rows.number(4))};
}

}  // namespace

SqliteAccounts::SqliteAccounts(Database& database)
    : find_(database, "SELECT user, email, password_hash, disabled FROM account WHERE user = ?1"),
      findByEmail_(database, "SELECT user, email, password_hash, disabled FROM account WHERE email = ?1"),
      all_(database, "SELECT user, email, password_hash, disabled FROM account ORDER BY email"),
      insert_(database,
              "INSERT INTO account (user, email, password_hash, disabled) VALUES (?1, ?2, ?3, ?4)"
              " ON CONFLICT DO NOTHING RETURNING 1"),
      setPasswordHash_(database, "UPDATE account SET password_hash = ?2 WHERE user = ?1"),
      setDisabled_(database, "UPDATE account SET disabled = ?2 WHERE user = ?1") {}

std::optional<Account> SqliteAccounts::find(UserId user) const {
  auto rows = find_.run(user);
  if (!rows.next()) return std::nullopt;
  return readAccount(rows);
}

std::optional<Account> SqliteAccounts::findByEmail(std::string_view email) const {
  auto rows = findByEmail_.run(email);
  if (!rows.next()) return std::nullopt;
  return readAccount(rows);
}

std::vector<Account> SqliteAccounts::all() const {
  std::vector<Account> accounts;
  for (auto rows = all_.run(); rows.next();) accounts.push_back(readAccount(rows));
  return accounts;
}

bool SqliteAccounts::insert(const Account& account) {
  return insert_.run(account.user, account.email, account.passwordHash, account.disabled).next();
}

void SqliteAccounts::setPasswordHash(UserId user, std::string_view hash) { setPasswordHash_.exec(user, hash); }
void SqliteAccounts::setDisabled(UserId user, bool disabled) { setDisabled_.exec(user, disabled); }

SqliteTokens::SqliteTokens(Database& database)
    : find_(database, "SELECT hash, user, device, created_at, last_used_at FROM token WHERE hash = ?1"),
      of_(database, "SELECT hash, user, device, created_at, last_used_at FROM token WHERE user = ?1"),
      insert_(database, "INSERT INTO token (hash, user, device, created_at, last_used_at) VALUES (?1, ?2, ?3, ?4, ?5)"),
      touch_(database, "UPDATE token SET last_used_at = ?2 WHERE hash = ?1"),
      remove_(database, "DELETE FROM token WHERE hash = ?1") {}

std::optional<Token> SqliteTokens::find(std::string_view hash) const {
  auto rows = find_.run(hash);
  if (!rows.next()) return std::nullopt;
  return readToken(rows);
}

std::vector<Token> SqliteTokens::of(UserId user) const {
  std::vector<Token> tokens;
  for (auto rows = of_.run(user); rows.next();) tokens.push_back(readToken(rows));
  return tokens;
}

void SqliteTokens::insert(const Token& token) {
  insert_.exec(token.hash, token.user, token.device, token.createdAt, token.lastUsedAt);
}

void SqliteTokens::touch(std::string_view hash, Timestamp usedAt) { touch_.exec(hash, usedAt); }
void SqliteTokens::remove(std::string_view hash) { remove_.exec(hash); }

SqliteExperts::SqliteExperts(Database& database)
    : countOfOne_(database, "SELECT users FROM expert_count WHERE category = ?1"),
      ticked_(database, "SELECT 1 FROM expertise WHERE category = ?1 AND user = ?2"),
      countOfSeveral_(database,
                      "SELECT role, count(*) FROM (SELECT user, max(role) AS role FROM expertise"
                      " WHERE category IN (?1, ?2, ?3, ?4, ?5) AND user <> ?6 GROUP BY user) GROUP BY role"),
      of_(database, "SELECT category FROM expertise WHERE user = ?1"),
      put_(database, "INSERT INTO expertise (category, user, role) VALUES (?1, ?2, ?3)"),
      remove_(database, "DELETE FROM expertise WHERE category = ?1 AND user = ?2"),
      add_(database,
           "INSERT INTO expert_count (category, users) VALUES (?1, ?2)"
           " ON CONFLICT (category) DO UPDATE SET users = users + ?2"),
      setRole_(database, "UPDATE expertise SET role = ?2 WHERE user = ?1") {}

Rows SqliteExperts::countOfSeveral(const std::vector<CategoryId>& categories, UserId except) const {
  static_assert(limits::kCategoriesPerQuestionMax == 5, "the statement has five places");
  const auto at = [&](std::size_t i) { return i < categories.size() ? categories[i] : CategoryId{}; };
  return countOfSeveral_.run(at(0), at(1), at(2), at(3), at(4), except);
}

bool SqliteExperts::ticked(CategoryId category, UserId user) const { return ticked_.run(category, user).next(); }

std::int64_t SqliteExperts::count(const std::vector<CategoryId>& categories, UserId except) const {
  if (categories.size() == 1) {
    std::int64_t users = 0;
    {
      auto rows = countOfOne_.run(categories.front());
      if (rows.next()) users = rows.number(0);
    }
    return ticked(categories.front(), except) ? users - 1 : users;
  }
  std::int64_t sum = 0;
  for (auto rows = countOfSeveral(categories, except); rows.next();) sum += rows.number(1);
  return sum;
}

std::map<Role, std::int64_t> SqliteExperts::countByRole(const std::vector<CategoryId>& categories,
                                                        UserId except) const {
  std::map<Role, std::int64_t> counts;
  for (auto rows = countOfSeveral(categories, except); rows.next();)
    counts[static_cast<Role>(rows.number(0))] += rows.number(1);
  return counts;
}

void SqliteExperts::add(CategoryId category, int difference) { add_.exec(category, difference); }

void SqliteExperts::put(CategoryId category, UserId user, Role role) {
  if (ticked(category, user)) return;
  put_.exec(category, user, role);
  add(category, 1);
}

void SqliteExperts::remove(CategoryId category, UserId user) {
  if (!ticked(category, user)) return;
  remove_.exec(category, user);
  add(category, -1);
}

std::vector<CategoryId> SqliteExperts::of(UserId user) const {
  std::vector<CategoryId> categories;
  for (auto rows = of_.run(user); rows.next();) categories.push_back(CategoryId{uuidFromBlob(rows.blob(0))});
  return categories;
}

void SqliteExperts::removeAll(UserId user) {
  for (const auto category : of(user)) remove(category, user);
}

void SqliteExperts::setRole(UserId user, Role role) { setRole_.exec(user, role); }

SqliteCommands::SqliteCommands(Database& database, const Clock& clock)
    : clock_(clock),
      find_(database, "SELECT user, payload_hash, answer, commit_no FROM applied_command WHERE id = ?1"),
      insert_(database,
              "INSERT OR REPLACE INTO applied_command (id, user, payload_hash, answer, commit_no, applied_at)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)") {}

std::optional<AppliedCommand> SqliteCommands::find(CommandId id) const {
  auto rows = find_.run(id);
  if (!rows.next()) return std::nullopt;
  return AppliedCommand{id, UserId{uuidFromBlob(rows.blob(0))}, std::string(rows.blob(1)), std::string(rows.text(2)),
                        rows.number(3)};
}

void SqliteCommands::insert(const AppliedCommand& command) {
  insert_.exec(command.id, command.user, Blob{command.payloadHash}, command.answer, command.commit, clock_.now());
}

SqliteChannels::SqliteChannels(Database& database)
    : all_(database, "SELECT id FROM channel ORDER BY id"),
      findCode_(database, "SELECT hash, channel, invitation, expires_at FROM invitation_code WHERE hash = ?1"),
      dueCases_(database, "SELECT channel, topic FROM case_due WHERE erase_at <= ?1 ORDER BY erase_at LIMIT ?2"),
      insert_(database, "INSERT OR IGNORE INTO channel (id) VALUES (?1)"),
      remove_(database, "DELETE FROM channel WHERE id = ?1"),
      removeCodes_(database, "DELETE FROM invitation_code WHERE channel = ?1"),
      removeCases_(database, "DELETE FROM case_due WHERE channel = ?1"),
      insertCode_(database,
                  "INSERT INTO invitation_code (hash, channel, invitation, expires_at) VALUES (?1, ?2, ?3, ?4)"
                  " ON CONFLICT DO NOTHING RETURNING 1"),
      removeCode_(database, "DELETE FROM invitation_code WHERE invitation = ?1"),
      setCaseDue_(database, "INSERT OR REPLACE INTO case_due (topic, channel, erase_at) VALUES (?1, ?2, ?3)"),
      removeCase_(database, "DELETE FROM case_due WHERE topic = ?1") {}

std::vector<ChannelId> SqliteChannels::all() const {
  std::vector<ChannelId> ids;
  for (auto rows = all_.run(); rows.next();) ids.push_back(ChannelId{uuidFromBlob(rows.blob(0))});
  return ids;
}

void SqliteChannels::insert(ChannelId channel) { insert_.exec(channel); }

void SqliteChannels::remove(ChannelId channel) {
  removeCodes_.exec(channel);
  removeCases_.exec(channel);
  remove_.exec(channel);
}

std::optional<InvitationCode> SqliteChannels::findCode(std::string_view hash) const {
  auto rows = findCode_.run(hash);
  if (!rows.next()) return std::nullopt;
  return InvitationCode{std::string(rows.text(0)), ChannelId{uuidFromBlob(rows.blob(1))},
                        InvitationId{uuidFromBlob(rows.blob(2))}, timestampFrom(rows.number(3))};
}

bool SqliteChannels::insertCode(const InvitationCode& code) {
  return insertCode_.run(code.hash, code.channel, code.invitation, code.expiresAt).next();
}

void SqliteChannels::removeCode(InvitationId invitation) { removeCode_.exec(invitation); }

std::vector<DueCase> SqliteChannels::dueCases(Timestamp now, int max) const {
  std::vector<DueCase> due;
  for (auto rows = dueCases_.run(now, max); rows.next();)
    due.push_back({ChannelId{uuidFromBlob(rows.blob(0))}, TopicId{uuidFromBlob(rows.blob(1))}});
  return due;
}

void SqliteChannels::setCaseDue(const DueCase& one, Timestamp eraseAt) {
  setCaseDue_.exec(one.topic, one.channel, eraseAt);
}

void SqliteChannels::removeCase(TopicId topic) { removeCase_.exec(topic); }

SqliteTables::SqliteTables(Database& database, const Clock& clock, AdvertisedHeads& advertised)
    : meta_(database, "SELECT server_id, epoch, commit_no, backed_up_commit FROM meta"),
      noteBackup_(database, "UPDATE meta SET backed_up_commit = max(backed_up_commit, ?2) WHERE epoch = ?1"),
      records_(database, clock, advertised),
      accounts_(database),
      tokens_(database),
      experts_(database),
      commands_(database, clock),
      channels_(database),
      contents_(database) {}

Meta SqliteTables::meta() const {
  if (group_) return *group_;
  auto rows = meta_.run();
  if (!rows.next()) throw StorageFailure(ErrorCode::ioFailed, "the database does not say what it is");
  return Meta{std::string(rows.text(0)), std::string(rows.text(1)), rows.number(2), rows.number(3)};
}

void SqliteTables::noteBackup(const std::string& epoch, std::int64_t commit) {
  noteBackup_.exec(epoch, commit);
  if (group_ && group_->epoch == epoch) group_->backedUpCommit = std::max(group_->backedUpCommit, commit);
}

}  // namespace vb::server::storage
