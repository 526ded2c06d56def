// Fetching: brings contents to this computer, some at once, each resumed where it stopped; a row says "here" only after
// its file is safe (F17). Part of the desk, on the core thread.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>

#include <QObject>
#include <QTimer>

#include "client/core/documents/content_files.h"
#include "client/core/documents/plan.h"
#include "client/core/documents/worker.h"
#include "client/core/net/content_client.h"
#include "client/core/store/cache.h"
#include "shared/session/backoff.h"

namespace vb::client::documents {

class Fetching : public QObject {
  Q_OBJECT

 public:
  Fetching(store::Cache& cache, const ContentFiles& files, net::ContentClient& client, Worker& worker,
           RandomSource& random);
  ~Fetching() override;

  // In this order; what is under way and not among them is cut.
  void setQueue(std::vector<Fetch> queue);
  // The user asks for it: what failed before does not count.
  void tryAgain(const std::string& sha256);
  void goOnline();
  void goOffline();
  bool isBusy() const { return !transfers_.empty(); }

 Q_SIGNALS:
  // Rows are stored: what came can be read.
  void contentsCame();
  // Nothing is fetched for a while; told once, until something comes again.
  void diskIsFull();

 private:
  struct Transfer {
    Fetch fetch;
    struct Drop {
      void operator()(net::ContentDownload* download) const { download->drop(); }
    };
    std::unique_ptr<net::ContentDownload, Drop> download;
    qint64 at = 0;       // behind what was handed to the disk
    qint64 written = 0;  // behind what is on it
    std::size_t unwritten = 0;
    bool hasBegun = false;  // the first bytes came
    bool ended = false;     // all came
    bool isWhole = false;   // and all is written
    bool broken = false;    // nothing more is to be done with it
  };
  using Transfers = std::map<std::string, std::shared_ptr<Transfer>>;

  void startSome();
  bool hasRoom() const;
  void start(const Fetch& fetch);
  void request(const std::shared_ptr<Transfer>& transfer, qint64 from);
  void takeBytes(const std::shared_ptr<Transfer>& transfer);
  void ended(const std::shared_ptr<Transfer>& transfer, const Result<void>& result);
  void finish(const std::shared_ptr<Transfer>& transfer);
  // All that are whole, together.
  void finishSome();
  void finished(const std::shared_ptr<Transfer>& transfer, const Result<void>& result);
  void failed(const std::shared_ptr<Transfer>& transfer, const Error& error);
  void drop(const std::string& sha256);
  void note(const Fetch& fetch, store::ContentState state, qint64 bytesHere, const std::string& errorCode = {});
  void storeNotes();
  int percent() const;
  bool isUnderWay(const std::shared_ptr<Transfer>& transfer) const;
  // It is here, or cannot be had, though the row may not say so yet.
  bool isSettled(const std::string& sha256) const;

  store::Cache& cache_;
  const ContentFiles& files_;
  net::ContentClient& client_;
  Worker& worker_;
  session::Backoff backoff_;
  std::deque<Fetch> queue_;
  Transfers transfers_;
  std::vector<std::shared_ptr<Transfer>> whole_;  // until the group before them is on disk
  std::vector<Fetch> again_;                      // those that failed by themselves; the others do not wait for them
  std::map<std::string, int> failures_;           // of a content, in this run
  // What is to be stored of a content.
  struct Note {
    qint64 size = 0;
    qint64 bytesHere = 0;
    store::ContentState state = store::ContentState::waiting;
    std::string errorCode;
  };
  std::map<std::string, Note> notes_;
  QTimer storing_;
  QTimer retry_;           // with all
  QTimer later_;           // with those of again_
  qint64 roundBytes_ = 0;  // of what was asked for since nothing was
  qint64 doneBytes_ = 0;
  bool isFinishing_ = false;
  bool isOnline_ = false;
  bool isDiskFull_ = false;
};

}  // namespace vb::client::documents
