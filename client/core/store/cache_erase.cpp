// The part of SqliteCache that takes away what may not be read any more, and sees to it that no file keeps it.
#include <utility>

#include <QDir>

#include "client/core/store/sqlite_cache.h"
#include "client/core/store/tuning.h"
#include "shared/domain/channel_records.h"

namespace vb::client::store {

Result<void> SqliteCache::purgeScope(const Scope& scope) {
  auto& table = parts_->applier.records();
  return write([&]() -> Result<void> {
    const auto number = table.scopeNumber(scope);
    eraseAll(table.ofScope(number));
    table.clearStaged(number);
    table.removeScope(number);
    scrubAfter();
    return {};
  });
}

void SqliteCache::removeLostTexts() {
  if (parts_->texts.removeUnreadable() == 0) return;
  // Deleting from FTS5 only marks; merging everything drops the words.
  parts_->texts.optimize();
  scrubLog();
}

void SqliteCache::scrubAfter() {
  parts_->applier.optimizeIndex();
  scrubLog();
}

void SqliteCache::scrubLog() {
  parts_->setMeta.run(kScrubDue, "1");
  purging_ = purging_ || !scrubDue_;
  scrubDue_ = true;
}

// In the channel, and in the discussion of who was a guest in it.
std::vector<std::int64_t> SqliteCache::recordsOfCase(TopicId topic, ChannelId channel) {
  auto& table = parts_->applier.records();
  std::vector<std::int64_t> rids;
  const auto add = [&](const char* kind, const Uuid& id) {
    for (const auto& scope : {Scope::channel(channel), Scope::discussion(topic)})
      if (!table.cursor(scope).isNew())
        if (const auto found = table.find(table.scopeNumber(scope), table.kindNumber(kind), PackedId(id)))
          rids.push_back(found->rid);
  };
  const auto addEarlier = [&](const Uuid& of) {
    auto rows = parts_->earlierOf.query(of);
    while (rows.next()) rids.push_back(rows.number(0));
  };
  std::vector<Uuid> posts;
  {
    auto rows = parts_->postsOfCase.query(topic);
    while (rows.next()) posts.push_back(rows.uuid(0));
  }
  for (const auto& post : posts) {
    add(kinds::kPost, post);
    addEarlier(post);
  }
  addEarlier(topic.uuid);
  add(kinds::kTopic, topic.uuid);
  auto attached = parts_->attachedTo.query(topic);
  while (attached.next()) rids.push_back(attached.number(0));
  return rids;
}

Result<int> SqliteCache::eraseExpired(qint64 now) {
  int erased = 0;
  auto done = write([&]() -> Result<void> {
    std::vector<std::pair<TopicId, ChannelId>> due;
    {
      auto rows = parts_->dueCases.query(now);
      while (rows.next()) due.emplace_back(TopicId{rows.uuid(0)}, ChannelId{rows.uuid(1)});
    }
    for (const auto& [topic, channel] : due) eraseAll(recordsOfCase(topic, channel));
    erased = static_cast<int>(due.size());
    if (erased > 0) scrubAfter();
    return {};
  });
  if (!done) return done.error();
  return erased;
}

// The log still holds the old pages, and so may a damaged copy.
void SqliteCache::scrub() {
  // Only the first try waits for readers; later commits try again.
  const bool isFirst = std::exchange(purging_, false);
  if (!truncateLog(isFirst ? kBusyMs : 0, nullptr)) return;
  if (!QDir(folder_->quarantine()).removeRecursively()) return;
  // What is left to say holds no words; when it cannot be stored, the next commit says it again.
  scrubDue_ = !guarded([&] { parts_->clearMeta.run(kScrubDue); });
}

// Not while a reader looks at an older state.
bool SqliteCache::truncateLog(int busyMilliseconds, const char* database) {
  sqlite3* handle = parts_->connection.handle();
  sqlite3_busy_timeout(handle, busyMilliseconds);
  const int done = sqlite3_wal_checkpoint_v2(handle, database, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle, kBusyMs);
  return done == SQLITE_OK;
}

}  // namespace vb::client::store
