// DraftTable: what is being typed, in own.db; part of Cache, engine thread. A draft is on disk when the call returns.
#pragma once

#include "client/core/store/views.h"
#include "shared/base/result.h"

namespace vb::client::store {

class DraftTable {
 public:
  virtual ~DraftTable() = default;
  // Empty title and body remove it. `savedAt` is the caller's.
  virtual Result<void> save(const Draft& draft) = 0;
  virtual Result<void> remove(const QString& key) = 0;
};

}  // namespace vb::client::store
