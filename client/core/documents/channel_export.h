// ChannelExport: everything of a channel as files: documents with all versions, discussions and cases as Markdown,
// members, and one JSON with all records. Made by the desk, deletes itself at the end. Core thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "client/core/documents/content_files.h"
#include "client/core/documents/worker.h"
#include "client/core/net/content_client.h"
#include "client/core/store/cache.h"
#include "client/core/store/content_table.h"

namespace vb::client::documents {

class ChannelExport : public QObject {
  Q_OBJECT

 public:
  ChannelExport(store::Cache& cache, const ContentFiles& files, net::ContentClient& client, Worker& worker,
                QObject* parent);

  // Into a new folder inside `folder`. At the end an error name, or empty; `not_here` when contents are missing that
  // could not be fetched: the rest is there, and the JSON names them.
  void begin(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
             std::function<void(QString)> finished);

 private:
  struct Item {
    store::ReadableVersion version;
    QString target;  // below the new folder
    bool missing = false;
  };
  void next();
  void nextSoon();
  // What is not kept on this computer goes straight into the export, resumed after a cut.
  void fetch(qint64 from);
  void takeBytes();
  void fetched(const Result<void>& result);
  void copied(const Result<void>& done);
  void writeTexts();
  void end(const QString& errorCode);
  QString targetOf(const Item& item) const;

  store::Cache& cache_;
  const ContentFiles& files_;
  net::ContentClient& client_;
  Worker& worker_;
  ChannelId channel_;
  QString folder_;
  std::function<void(int, int)> progress_;
  std::function<void(QString)> finished_;
  std::vector<Item> items_;
  std::size_t at_ = 0;
  std::vector<Record> records_;
  // ---- the one that is fetched
  struct Drop {
    void operator()(net::ContentDownload* download) const { download->drop(); }
  };
  std::unique_ptr<net::ContentDownload, Drop> download_;
  std::optional<Result<void>> result_;  // how the request ended, with bytes that may still be taken
  qint64 written_ = 0;
  int tries_ = 0;
  bool hasBegun_ = false;
  bool isWriting_ = false;
};

}  // namespace vb::client::documents
