// Projections: narrow copies of records for lists, and the text index, kept in the transaction that writes the record.
// One projector per kind; kinds without one are only stored. Part of the cache's writer.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "client/core/store/change_feed.h"
#include "client/core/store/connection.h"
#include "shared/domain/fields.h"
#include "shared/domain/records.h"
#include "shared/domain/scope.h"

namespace vb::client::store {

// Change it whenever a projection of some record changes: they are made again from the records then.
inline constexpr int kProjectionVersion = 4;

// A living version of a record, as a projector sees it.
struct Projected {
  std::int64_t rid = 0;
  std::string_view id;
  Seq seq = 0;
  CategoryId category;  // of the scope; nil when that is no category
  const json::object& body;
  const Scope* scope = nullptr;
};

class Projector {
 public:
  virtual ~Projector() = default;
  virtual void put(const Projected& record) = 0;
  // The same values as it was put with; a replaced record is removed and put.
  virtual void remove(const Projected& record) = 0;
};

// The rows of `question`, and what follows from what is under them. Shared by the projectors.
class QuestionTotals {
 public:
  QuestionTotals(Connection& connection, Changes& changes);

  void setUser(UserId user) { user_ = user; }
  UserId user() const { return user_; }
  // Before anything of this question or under it changes.
  void touch(QuestionId id);
  // Was there a row before the first touch?
  bool wasHere(QuestionId id) const;
  // Before the commit: counts, activity and news of what was touched.
  void flush();
  void forget() { touched_.clear(); }

 private:
  struct Before {
    std::string categories;  // empty: no row
    bool isUnanswered = false;
    bool isOpenOfOthers = false;
  };
  Before look(QuestionId id);

  Changes& changes_;
  UserId user_;
  std::map<QuestionId, Before> touched_;
  Statement look_;
  Statement answers_;
  Statement comments_;
  Statement helped_;
  Statement update_;
  Statement addTotal_;
  Statement addGroup_;
};

class Projections {
 public:
  Projections(Connection& connection, Changes& changes);
  ~Projections();

  void setUser(UserId user) { totals_.setUser(user); }
  // Nothing happens for unknown kinds, or bodies that do not read as their kind.
  void put(std::string_view kind, const Projected& record);
  void remove(std::string_view kind, const Projected& record);
  void flush() { totals_.flush(); }
  void forget() { totals_.forget(); }
  // Empties all, to be filled again from the records.
  void clear();

 private:
  Projector* find(std::string_view kind) const;

  Connection& connection_;
  Changes& changes_;
  QuestionTotals totals_;
  std::unordered_map<std::string_view, std::unique_ptr<Projector>> projectors_;
};

}  // namespace vb::client::store
