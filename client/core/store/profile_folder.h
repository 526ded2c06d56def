// ProfileFolder: where a profile's files are, private to the user, and the lock that keeps a second process out.
// Owned by the cache; unlocks when it goes.
#pragma once

#include <functional>
#include <memory>

#include <QLockFile>
#include <QString>

#include "shared/base/result.h"

namespace vb::client::store {

// The profile directory itself, or a folder of its own in the local app data when it is on a network share: a
// write-ahead log needs memory that all its readers share, and locks that work.
QString localFolder(const QString& profileDirectory, const std::function<bool(const QString&)>& isOnNetwork = {});

inline QString ownFileIn(const QString& folder) { return folder + QStringLiteral("/own.db"); }

class ProfileFolder {
 public:
  // Makes the folder (0700) and locks it; badField "locked" when another process has it.
  static Result<std::unique_ptr<ProfileFolder>> open(const QString& folder);

  const QString& path() const { return path_; }
  QString cacheFile() const { return path_ + QStringLiteral("/cache.db"); }
  QString ownFile() const { return ownFileIn(path_); }
  // Written when damage was seen, so that the next opening looks closely.
  QString suspectFile() const { return path_ + QStringLiteral("/suspect"); }
  QString quarantine() const { return path_ + QStringLiteral("/quarantine"); }

  // Makes the file (0600) when it is missing; SQLite gives its companions the same mode.
  static bool touch(const QString& file);
  // Moves a damaged database and its companions aside, or removes them.
  void setAside(const QString& file) const;
  static bool removeDatabase(const QString& file);

 private:
  explicit ProfileFolder(const QString& path);
  QString path_;
  QLockFile lock_;
};

}  // namespace vb::client::store
