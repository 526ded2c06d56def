// Plan: what is to be kept on this computer of the documents that the user may read: what to fetch, what goes. Pure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "client/core/store/content_table.h"
#include "client/core/store/upload_table.h"

namespace vb::client::documents {

struct PlanFacts {
  std::vector<store::ReadableVersion> versions;
  std::vector<store::Content> contents;
  std::map<ChannelId, store::OfflineRule> rules;  // those that are not the default
  std::set<DocumentId> pins;
  qint64 bytesMax = 0;        // of all that is kept; 0: no limit
  std::set<std::string> own;  // contents of files on their way up: not touched
};

struct Fetch {
  std::string scope;
  VersionId version;
  std::string sha256;
  qint64 size = 0;
  bool asked = false;
};

struct Plan {
  std::vector<store::Content> added;  // rows of what is to be fetched, and was not known
  std::vector<std::string> removed;   // rows and files: nobody may read it, or it has no place
  std::vector<Fetch> fetches;         // in this order
};

// What the user asked for comes first and stays, then what is pinned, then the rest, latest used or changed first: as
// much as fits. What does not fit is the least recently used.
Plan makePlan(const PlanFacts& facts);

}  // namespace vb::client::documents
