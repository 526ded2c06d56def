// Salvage: what can still be read of one's own things in a damaged own.db.
#pragma once

#include <vector>

#include "client/core/store/document_tables.h"
#include "client/core/store/own_tables.h"

namespace vb::client::store {

struct Salvaged {
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<Draft> drafts;
  std::vector<OutboxEntry> entries;
  std::vector<Upload> uploads;
  std::vector<DocumentId> pins;
  std::vector<std::pair<ChannelId, OfflineRule>> rules;
};

// Reads from both ends of each table towards the damage; an unreadable file gives nothing.
Salvaged salvage(const QString& ownFile);

}  // namespace vb::client::store
