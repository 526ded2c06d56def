#include "client/core/store/text_index.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "client/core/store/tuning.h"

namespace vb::client::store {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kEpochHour = 262'968;   // 2000-01-01 in hours since 1970: older texts share the first hour
constexpr std::int64_t kHoursMax = 1'000'000;  // the year 2114; a wrong clock gets no further
constexpr std::int64_t kSlotsPerHour = 4'096;  // a busy platform writes fewer; an import spills into later hours

}  // namespace

TextIndex::TextIndex(Connection& connection)
    : connection_(connection),
      texts_{{},
             {connection, "INSERT INTO text_words (rowid, tokens) VALUES (?, ?)"},
             {connection, "INSERT INTO text_words (text_words, rowid, tokens) VALUES ('delete', ?, ?)"}},
      people_{{},
              {connection, "INSERT INTO person_words (rowid, tokens) VALUES (?, ?)"},
              {connection, "INSERT INTO person_words (person_words, rowid, tokens) VALUES ('delete', ?, ?)"}},
      lastInHour_(connection, "SELECT max(slot) FROM text_slot WHERE slot >= ? AND slot < ?"),
      insertSlot_(connection, "INSERT INTO text_slot (slot, rid) VALUES (?, ?)"),
      deleteSlot_(connection, "DELETE FROM text_slot WHERE slot = ?") {}

std::int64_t TextIndex::newSlot(std::int64_t at) {
  const std::int64_t wanted = std::clamp<std::int64_t>(at / kHourMs - kEpochHour, 1, kHoursMax);
  for (std::int64_t step = 0;; step = step == 0 ? 1 : step * 2) {
    const std::int64_t first = (wanted + step) * kSlotsPerHour;
    auto found = nextInHour_.find(first);
    if (found == nextInHour_.end()) {
      auto rows = lastInHour_.query(first, first + kSlotsPerHour);
      const std::int64_t next = rows.next() && !rows.isNull(0) ? rows.number(0) + 1 : first;
      found = nextInHour_.emplace(first, next).first;
    }
    if (found->second < first + kSlotsPerHour) return found->second++;
  }
}

void TextIndex::add(const IndexedText& text, std::int64_t row, std::int64_t rid) {
  if (!text.isPerson) insertSlot_.run(row, rid);
  queue(text.isPerson ? people_ : texts_, row, false, text);
}

void TextIndex::remove(const IndexedText& text, std::int64_t row) {
  if (!text.isPerson) deleteSlot_.run(row);
  queue(text.isPerson ? people_ : texts_, row, true, text);
}

void TextIndex::replace(const IndexedText& before, const IndexedText& after, std::int64_t row) {
  if (before.title == after.title && before.body == after.body) return;
  auto& into = after.isPerson ? people_ : texts_;
  queue(into, row, true, before);
  queue(into, row, false, after);
}

void TextIndex::queue(Queue& queue, std::int64_t row, bool isRemoval, const IndexedText& text) {
  queue.entries.push_back(Entry{row, isRemoval, text.title, text.body, {}});
  bytes_ += text.title.size() + text.body.size();
  if (bytes_ > kIndexBatchBytesMax) flush();
}

void TextIndex::makeTokens(Entry& entry) {
  entry.tokens = words_.tokens(entry.title, entry.body);
  entry.title = {};
  entry.body = {};
}

void TextIndex::write(Queue& queue, const Entry& entry) {
  (entry.isRemoval ? queue.remove : queue.add).run(entry.row, entry.tokens);
}

void TextIndex::flush(Queue& queue) {
  auto entries = std::exchange(queue.entries, {});
  // Stable: a row that was removed and added again stays in that order.
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.row < b.row; });
  if (entries.size() < kTokensAheadMin) {
    for (auto& entry : entries) {
      makeTokens(entry);
      write(queue, entry);
    }
    return;
  }
  // Cutting words costs as much as writing them: one core each.
  std::atomic<std::size_t> made = 0;
  std::jthread maker([&](const std::stop_token& stop) {
    for (std::size_t next = 0; next < entries.size() && !stop.stop_requested(); ++next) {
      makeTokens(entries[next]);
      made.store(next + 1, std::memory_order_release);
      made.notify_one();
    }
  });
  for (std::size_t next = 0; next < entries.size(); ++next) {
    for (auto seen = made.load(std::memory_order_acquire); seen <= next; seen = made.load(std::memory_order_acquire))
      made.wait(seen, std::memory_order_acquire);
    write(queue, entries[next]);
    entries[next].tokens = {};
  }
}

void TextIndex::flush() {
  flush(texts_);
  flush(people_);
  bytes_ = 0;
}

void TextIndex::forget() {
  texts_.entries.clear();
  people_.entries.clear();
  nextInHour_.clear();
  bytes_ = 0;
}

void TextIndex::clear() {
  forget();
  connection_.execute(
      "INSERT INTO text_words (text_words) VALUES ('delete-all');"
      "INSERT INTO person_words (person_words) VALUES ('delete-all');"
      "DELETE FROM text_slot");
}

void TextIndex::optimize() {
  flush();
  connection_.execute(
      "INSERT INTO text_words (text_words) VALUES ('optimize');"
      "INSERT INTO person_words (person_words) VALUES ('optimize')");
}

}  // namespace vb::client::store
