// TextIndex: the writing side of search: texts in FTS5 by recency, people beside them. Part of the cache's writer;
// works inside its transaction and collects until flush(), because FTS5 is quick only when rows come in order. Of a
// large flush the tokens are made by a thread of its own, which ends before flush() does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client/core/store/connection.h"
#include "client/core/store/index_words.h"
#include "client/core/store/indexed_text.h"

namespace vb::client::store {

class TextIndex {
 public:
  explicit TextIndex(Connection& connection);

  // The place for a text of this moment: the newest first when walked backwards.
  std::int64_t newSlot(std::int64_t at);
  // `row` is the slot of a text, the rid of a person.
  void add(const IndexedText& text, std::int64_t row, std::int64_t rid);
  void remove(const IndexedText& text, std::int64_t row);
  // Same place, other words.
  void replace(const IndexedText& before, const IndexedText& after, std::int64_t row);
  // Before the commit.
  void flush();
  void forget();  // rolled back

  // Empties it, to be filled again.
  void clear();
  // Removes what deleted texts left behind in the segments.
  void optimize();

 private:
  struct Entry {
    std::int64_t row;
    bool isRemoval;
    std::string title;  // both empty once there are tokens
    std::string body;
    std::string tokens;
  };
  struct Queue {
    std::vector<Entry> entries;
    Statement add;
    Statement remove;
  };
  void queue(Queue& queue, std::int64_t row, bool isRemoval, const IndexedText& text);
  void flush(Queue& queue);
  void write(Queue& queue, const Entry& entry);
  void makeTokens(Entry& entry);

  Connection& connection_;
  IndexWords words_;
  Queue texts_;
  Queue people_;
  std::size_t bytes_ = 0;
  std::map<std::int64_t, std::int64_t> nextInHour_;
  Statement lastInHour_;
  Statement insertSlot_;
  Statement deleteSlot_;
};

}  // namespace vb::client::store
