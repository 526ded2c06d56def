#include "client/core/store/sqlite_cache.h"

#include <algorithm>
#include <utility>

#include "client/core/store/known_reach.h"
#include "client/core/store/tuning.h"
#include "shared/base/planted_bugs.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/commands.h"

namespace vb::client::store {
namespace {

constexpr char kServerId[] = "server_id";
constexpr char kUserId[] = "user_id";
constexpr char kServerUrl[] = "server_url";

}  // namespace

// ---- transactions ----------------------------------------------------------------------------------------

Cache::Transaction::Transaction(Cache& cache) : cache_(cache), begun_(cache.begin()), open_(begun_.ok()) {}

Cache::Transaction::~Transaction() {
  if (open_) cache_.rollBack();
}

Result<void> Cache::Transaction::commit() {
  if (!open_) return begun_.ok() ? fail(ErrorCode::internal, "committed twice") : begun_.error();
  open_ = false;
  return cache_.commit();
}

Result<void> SqliteCache::begin() {
  commitHeld();
  if (depth_ == 0) {
    doomed_.reset();
    const auto begun = guarded([&] { parts_->begin.run(); });
    if (!begun) return begun;
  }
  ++depth_;
  return {};
}

Result<void> SqliteCache::commit() {
  if (depth_ > 1) {
    --depth_;
    return {};
  }
  if (doomed_) {
    rollBack();
    return *doomed_;
  }
  const auto committed = guarded([&] {
    parts_->applier.flush();
    if (feed_.pending().versionsRemoved) removeLostTexts();
    parts_->commit.run();
  });
  if (!committed) {
    noteDamage(committed.error());
    rollBack();
    return committed;
  }
  depth_ = 0;
  if (scrubDue_) scrub();
  feed_.committed();
  return {};
}

void SqliteCache::rollBack() {
  if (depth_ > 1) {
    // Part of a larger transaction was given up: the whole cannot be kept.
    if (!doomed_) doomed_ = fail(ErrorCode::internal, "rolled back inside");
    --depth_;
    return;
  }
  depth_ = 0;
  holding_ = false;
  unstored_.insert(unstored_.end(), heldBack_.begin(), heldBack_.end());
  forgetHeld();
  if (std::exchange(purging_, false)) scrubDue_ = false;
  // A full disk may have rolled back by itself already. Without the fault hook: taking back always works.
  if (parts_->connection.isInTransaction())
    sqlite3_exec(parts_->connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  parts_->applier.forget();
  feed_.rolledBack();
}

Result<void> SqliteCache::write(const std::function<Result<void>()>& work) {
  if (doomed_ && depth_ > 0) return *doomed_;
  if (const auto begun = begin(); !begun) return begun;
  auto done = Result<void>();
  bool failed = false;
  try {
    done = work();
  } catch (const StoreFailure& failure) {
    done = failure.error;
    failed = true;
    noteDamage(failure.error);
  }
  if (done) return commit();
  // A refusal that wrote nothing leaves a transaction around it as it was.
  if (depth_ > 1) {
    if (failed) doomed_ = done.error();
    --depth_;
    return done;
  }
  rollBack();
  return done;
}

template <class Work>
auto SqliteCache::read(Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const StoreFailure& failure) {
    noteDamage(failure.error);
    return {};
  }
}

// ---- whose cache this is ---------------------------------------------------------------------------------

Binding SqliteCache::binding() {
  return read([&] {
    Binding binding{parts_->facts.get(kServerId), {}};
    if (auto user = UserId::parse(parts_->facts.get(kUserId))) binding.userId = *user;
    return binding;
  });
}

Result<void> SqliteCache::bind(const std::string& serverId, UserId userId) {
  const auto bound = binding();
  if (!bound.serverId.empty()) {
    if (bound.serverId != serverId) return fail(ErrorCode::forbidden, "another server");
    if (bound.userId != userId) return fail(ErrorCode::forbidden, "another user");
    return {};
  }
  auto written = write([&]() -> Result<void> {
    parts_->facts.set(kServerId, serverId);
    parts_->facts.set(kUserId, userId.text());
    return {};
  });
  if (!written) return written;
  parts_->applier.setUser(userId);
  return write([&]() -> Result<void> {
    parts_->setMeta.run("bound", serverId + ' ' + userId.text());
    return {};
  });
}

QString SqliteCache::serverUrl() { return QString::fromStdString(fact(kServerUrl)); }
Result<void> SqliteCache::setServerUrl(const QString& url) { return setFact(kServerUrl, url.toStdString()); }
std::string SqliteCache::fact(const std::string& name) {
  return read([&] { return parts_->facts.get(name); });
}

Result<void> SqliteCache::setFact(const std::string& name, const std::string& value) {
  return write([&]() -> Result<void> {
    parts_->facts.set(name, value);
    return {};
  });
}

std::string SqliteCache::meta(const std::string& name) {
  auto rows = parts_->getMeta.query(name);
  return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

// ---- scopes ----------------------------------------------------------------------------------------------

std::vector<HeldScope> SqliteCache::heldScopes() {
  return read([&] { return parts_->applier.records().heldScopes(); });
}

Cursor SqliteCache::cursor(const Scope& scope) {
  return read([&] { return parts_->applier.records().cursor(scope); });
}

Result<void> SqliteCache::applyAll(const Scope& scope, const std::vector<Record>& records, RecordApplier::Rule rule) {
  for (const auto& record : records) parts_->applier.apply(scope, record, rule);
  return {};
}

void SqliteCache::eraseAll(const std::vector<std::int64_t>& rids) {
  for (const auto rid : rids) parts_->applier.erase(rid);
}

Result<void> SqliteCache::applyRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) {
  auto& table = parts_->applier.records();
  return write([&]() -> Result<void> {
    const Cursor stored = table.cursor(scope);
    if (!stored.isNew() && (stored.epoch != cursor.epoch || stored.grant != cursor.grant))
      return fail(ErrorCode::internal, "page of another epoch or grant");
    Cursor next = cursor;
    if (!stored.isNew()) {
      // A doubled page never takes back what is held.
      next.low = std::min(stored.low, cursor.low);
      next.high = std::max(stored.high, cursor.high);
    }
    table.setCursor(scope, next);
    if (planted(PlantedBug::cursorOutsideTransaction)) {
      for (const auto& [lateScope, lateRecords] : late_)
        (void)applyAll(lateScope, lateRecords, RecordApplier::Rule::ifNewer);
      late_ = {{scope, records}};
      return {};
    }
    return applyAll(scope, records, RecordApplier::Rule::ifNewer);
  });
}

Result<void> SqliteCache::holdRecords(const Scope& scope, const std::vector<Record>& records, const Cursor& cursor) {
  if (std::find(unstored_.begin(), unstored_.end(), scope) != unstored_.end())
    return fail(heldFailure_ ? heldFailure_->code : ErrorCode::ioFailed, "an earlier page of it was lost");
  if (depth_ > 0 && !holding_) return applyRecords(scope, records, cursor);
  if (!holding_)
    if (const auto begun = begin(); !begun) return begun;
  heldBack_.push_back(scope);
  for (const auto& record : records) heldBytes_ += record.body.size();
  holding_ = false;  // what is written now belongs to it
  auto applied = applyRecords(scope, records, cursor);
  if (doomed_) {
    heldFailure_ = doomed_;
    rollBack();
    return applied;
  }
  holding_ = true;
  if (heldBytes_ > kHeldBytesMax) commitHeld();
  return applied;
}

Result<void> SqliteCache::storeHeld() {
  commitHeld();
  if (const auto failure = std::exchange(heldFailure_, std::nullopt)) return *failure;
  return {};
}

void SqliteCache::commitHeld() {
  if (!std::exchange(holding_, false)) return;
  isLogLong_ = true;
  sqlite3_wal_autocheckpoint(parts_->connection.handle(), kCheckpointPagesHistory);
  if (const auto stored = commit(); !stored) heldFailure_ = stored.error();
  sqlite3_wal_autocheckpoint(parts_->connection.handle(), kCheckpointPages);
  forgetHeld();
}

void SqliteCache::forgetHeld() {
  heldBack_.clear();
  heldBytes_ = 0;
}

Result<void> SqliteCache::beginRebuild(const Scope& scope) {
  auto& table = parts_->applier.records();
  return write([&]() -> Result<void> {
    const auto number = table.scopeNumber(scope);
    table.clearStaged(number);
    table.setRebuilding(number, true);
    if (planted(PlantedBug::rebuildInPlace)) eraseAll(table.ofScope(number));
    return {};
  });
}

Result<void> SqliteCache::stageRecords(const Scope& scope, const std::vector<Record>& records) {
  auto& table = parts_->applier.records();
  return write([&]() -> Result<void> {
    const auto number = table.scopeNumber(scope);
    if (!table.isRebuilding(number)) return fail(ErrorCode::internal, "no rebuild under way");
    for (const auto& record : records) table.stage(number, record);
    if (planted(PlantedBug::rebuildInPlace)) return applyAll(scope, records, RecordApplier::Rule::always);
    return {};
  });
}

Result<void> SqliteCache::finishRebuild(const Scope& scope, const Cursor& cursor) {
  auto& table = parts_->applier.records();
  return write([&]() -> Result<void> {
    const auto number = table.scopeNumber(scope);
    if (!table.isRebuilding(number)) return fail(ErrorCode::internal, "no rebuild under way");
    eraseAll(table.notStaged(number));
    RecordTable::Page page;
    Record last;
    bool isFirst = true;
    do {
      page = table.staged(number, isFirst ? nullptr : &last);
      isFirst = false;
      if (!page.records.empty()) last = page.records.back();
      (void)applyAll(scope, page.records, RecordApplier::Rule::always);
    } while (page.more);
    table.clearStaged(number);
    table.setRebuilding(number, false);
    table.setCursor(scope, cursor);
    return {};
  });
}

qint64 SqliteCache::nextExpiry() {
  return read([&]() -> qint64 {
    auto rows = parts_->nextExpiry.query();
    return rows.next() ? rows.number(0) : 0;
  });
}

Result<void> SqliteCache::setLastSynced(qint64 at) {
  auto written = write([&]() -> Result<void> {
    parts_->setMeta.run("last_synced", std::to_string(at));
    return {};
  });
  // History has come down: the next start is not to read a long log. Not while a reader looks; then the next time.
  if (written && depth_ == 0 && isLogLong_ && truncateLog(0, "main")) isLogLong_ = false;
  return written;
}

Result<void> SqliteCache::saveReach(const std::vector<CategoryId>& categories, const Reader::KnownReach& reach) {
  return write([&]() -> Result<void> {
    parts_->saveReach.run(reachKey(categories), reachText(reach), reach.at);
    return {};
  });
}

// ---- looking things up -----------------------------------------------------------------------------------

std::optional<Record> SqliteCache::record(const std::string& kind, const std::string& id) {
  return read([&]() -> std::optional<Record> {
    auto found = parts_->applier.records().living(kind, id);
    if (!found) return std::nullopt;
    return std::move(found->record);
  });
}

void SqliteCache::eachRecord(const Scope& scope, const std::function<void(const Record&)>& visit) {
  read([&]() -> bool {
    auto& records = parts_->applier.records();
    for (const auto rid : records.ofScope(records.scopeNumber(scope)))
      if (const auto named = records.byRid(rid); named && !named->record.deleted) visit(named->record);
    return true;
  });
}

CategoryId SqliteCache::homeCategory(QuestionId question) {
  return read([&]() -> CategoryId {
    {
      auto rows = parts_->questionHome.query(question);
      if (rows.next()) return CategoryId{rows.uuid(0)};
    }
    for (const auto& entry : parts_->outbox.all()) {
      if (entry.kind != AskQuestion::kKind) continue;
      const auto ask = fromJsonText<AskQuestion>(entry.bodyJson);
      if (ask && ask->questionId == question && !ask->categoryIds.empty()) return ask->categoryIds.front();
    }
    return {};
  });
}

}  // namespace vb::client::store
