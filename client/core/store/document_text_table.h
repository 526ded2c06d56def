// DocumentTextTable: the text of contents that are on this computer, a page at a time, for search. Part of Cache, core
// thread. A text goes with the last readable version of its content, in the transaction that takes that version away.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "client/core/store/content_table.h"

namespace vb::client::store {

struct ContentText {
  std::string sha256;
  std::vector<QString> pages;  // in order; an empty one keeps its number
  std::string errorCode;       // why there is no text: unsupported, encrypted, damaged, too_large; empty: there is
};

class DocumentTextTable {
 public:
  virtual ~DocumentTextTable() = default;
  // Contents that are here and whose text was not read yet, newest documents first, at most `max`; current versions of
  // documents only.
  virtual std::vector<ReadableVersion> unread(int max) = 0;
  // Replaces or adds, and indexes; all in one transaction. Those that nobody may read any more are left out.
  virtual Result<void> save(const std::vector<ContentText>& texts) = 0;
  // As read before; nothing when it was not.
  virtual std::optional<ContentText> text(const std::string& sha256) = 0;
  virtual Result<void> remove(const std::vector<std::string>& hashes) = 0;
};

}  // namespace vb::client::store
