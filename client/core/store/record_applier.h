// RecordApplier: one record into the cache: the row, its projections, its words. Part of the cache's writer; works
// inside its transaction. A record is applied iff it is newer (C2); a deleted one leaves a tombstone with its seq.
#pragma once

#include "client/core/store/projections.h"
#include "client/core/store/record_table.h"
#include "client/core/store/text_index.h"

namespace vb::client::store {

class RecordApplier {
 public:
  RecordApplier(Connection& connection, Changes& changes);

  RecordTable& records() { return records_; }
  void setUser(UserId user) { projections_.setUser(user); }

  enum class Rule {
    ifNewer,  // within an epoch
    always,   // a rebuild: seqs of two epochs do not compare
  };
  void apply(const Scope& scope, const Record& record, Rule rule);
  // Without a trace.
  void erase(std::int64_t rid);
  // Before the commit.
  void flush();
  void forget();
  void optimizeIndex() { index_.optimize(); }
  // Projections and index from the records.
  void remakeProjections();

 private:
  static CategoryId categoryOf(const Scope& scope);

  RecordTable records_;
  Projections projections_;
  TextIndex index_;
  Statement setSlot_;
};

}  // namespace vb::client::store
