#include "client/core/store/document_texts.h"

namespace vb::client::store {

SqliteDocumentTextTable::SqliteDocumentTextTable(Connection&, Changes&, Write) {}
std::vector<ReadableVersion> SqliteDocumentTextTable::unread(int) { return {}; }
Result<void> SqliteDocumentTextTable::save(const std::vector<ContentText>&) { return {}; }
std::optional<ContentText> SqliteDocumentTextTable::text(const std::string&) { return {}; }
Result<void> SqliteDocumentTextTable::remove(const std::vector<std::string>&) { return {}; }

}  // namespace vb::client::store
