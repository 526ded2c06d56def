// ContentTable: which contents of documents are on this computer, and which versions refer to them; part of Cache,
// core thread. It decides nothing: what is fetched or goes is decided in client/core/documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb::client::store {

// Stored as these numbers.
enum class ContentState {
  waiting = 0,  // to be fetched
  fetching = 1,
  here = 2,    // complete, hash verified, on disk
  failed = 3,  // tried again, unless errorCode is not_found
};

struct Content {
  std::string sha256;  // hexadecimal, lower case
  qint64 size = 0;
  qint64 bytesHere = 0;
  ContentState state = ContentState::waiting;
  qint64 lastUsed = 0;
  bool asked = false;  // whatever the rule says
  std::string errorCode;
  bool operator==(const Content&) const = default;
};

// A version that the user may read, and the document it belongs to.
struct ReadableVersion {
  std::string scope;  // that it is read in
  ChannelId channel;
  DocumentId document;
  VersionId version;
  int number = 0;
  std::string sha256;
  qint64 size = 0;
  qint64 at = 0;  // when the document changed, or this older version was added
  QString name;   // of the document
  bool current = false;
  bool trashed = false;
};

class ContentTable {
 public:
  virtual ~ContentTable() = default;
  virtual std::vector<Content> contents() = 0;
  virtual std::optional<Content> content(const std::string& sha256) = 0;
  // Replaces or adds; all in one transaction.
  virtual Result<void> save(const std::vector<Content>& contents) = 0;
  virtual Result<void> remove(const std::vector<std::string>& hashes) = 0;
  // How far the present round of fetching is; -1: nothing is being fetched.
  virtual Result<void> setPercent(int percent) = 0;

  // An error is never told as an empty list: what nobody may read is removed from this computer.
  virtual Result<std::vector<ReadableVersion>> readableVersions() = 0;
  virtual std::optional<ReadableVersion> readableVersion(VersionId id) = 0;
};

}  // namespace vb::client::store
