// The texts of contents in cache.db. Each writing call is a transaction through `write`, or joins the one that is open.
#pragma once

#include "client/core/store/document_text_table.h"
#include "client/core/store/own_tables.h"

namespace vb::client::store {

class SqliteDocumentTextTable : public DocumentTextTable {
 public:
  SqliteDocumentTextTable(Connection& connection, Changes& changes, Write write);
  std::vector<ReadableVersion> unread(int max) override;
  Result<void> save(const std::vector<ContentText>& texts) override;
  std::optional<ContentText> text(const std::string& sha256) override;
  Result<void> remove(const std::vector<std::string>& hashes) override;
};

}  // namespace vb::client::store
