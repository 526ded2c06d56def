// ContentFiles: where the files of documents are, and what is done with them on disk: parts/ while fetching, contents/
// by their hash, uploads/ the copies of what is on its way up, outside/ the copies for other programs. All calls touch
// the disk: on the worker's thread. Errors: diskFull, ioFailed, notFound, conflict as said.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QDateTime>
#include <QFileDevice>
#include <QString>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb::client::documents {

class ContentFiles {
 public:
  explicit ContentFiles(QString folder) : folder_(std::move(folder)) {}

  QString content(const std::string& sha256) const;
  QString part(const std::string& sha256) const;
  QString upload(UploadId id) const;

  Result<void> prepare() const;

  // ---- fetching
  // So much of it is here already, all of it when it was finished before; what is longer than `size` is thrown away.
  qint64 partSize(const std::string& sha256, qint64 size) const;
  // At `offset`, behind what is there; conflict when less is there. The new size.
  Result<qint64> append(const std::string& sha256, qint64 offset, const QByteArray& bytes) const;
  // The part is complete: verified, on disk, renamed (F17). conflict: it is not what it should be, and is thrown away.
  Result<void> finish(const std::string& sha256, qint64 size) const;
  // Of many, in far less time than one after the other; a result for each.
  struct Whole {
    std::string sha256;
    qint64 size = 0;
  };
  std::vector<Result<void>> finish(const std::vector<Whole>& all) const;

  // ---- sending
  struct Copy {
    std::string sha256;
    qint64 size = 0;
  };
  // A copy aside, on disk. conflict: the file changed while it was copied, again and again.
  Result<Copy> copyAside(const QString& file, UploadId id) const;
  // What was on its way up is a content now.
  Result<void> adopt(UploadId id, const std::string& sha256) const;
  Result<QByteArray> readUpload(UploadId id, qint64 offset, qint64 bytes) const;

  // ---- giving away
  // A read-only copy for other programs, marked as coming from elsewhere, under its name.
  Result<QString> copyOutside(const QString& from, const QString& name) const;
  // Over what stands there, when it is complete. conflict: it has not this hash (empty: any); nothing is saved.
  Result<void> saveAs(const QString& from, const QString& target, const std::string& sha256) const;

  // ---- going
  void remove(const std::vector<std::string>& hashes) const;
  void removeUpload(UploadId id) const;
  void removeOutside(const std::vector<std::string>& hashes) const;
  // What nobody knows of goes; the hashes of the contents that are here.
  struct Known {
    std::vector<std::string> contents;
    std::vector<UploadId> uploads;
  };
  std::vector<std::string> sweep(const Known& known, const QDateTime& outsideSince) const;

 private:
  Result<void> verify(const Whole& whole) const;

  QString folder_;
};

// Of a file, as hexadecimal; notFound, ioFailed.
Result<std::string> hashOf(const QString& file);

// Of what has just failed with this file: diskFull or ioFailed.
Error failureOf(const QFileDevice& file, const char* what);

}  // namespace vb::client::documents
