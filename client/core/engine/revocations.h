// Revocations: tokens that were signed out here and that their server has still to hear of. Who signs out without a
// connection is signed out at the server with the next one: what is left to do stands in a file for its owner only,
// beside the cache, that outlives a wipe and holds server and token and nothing else. Core thread, owned by Core.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QString>
#include <QUrl>

#include "client/core/net/http_client.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class Revocations {
 public:
  // Takes up what an earlier run left in `file`. `done` is called each time that nothing is left to revoke.
  Revocations(QString file, net::HttpClient& http, sync::Scheduler& scheduler, std::function<void()> done);

  // `lasting` false: for this run only, never on disk.
  void add(const QUrl& server, const std::string& token, bool lasting);
  // Nothing is sent before the first time, nor after pause().
  void tryNow();
  void pause();

 private:
  struct Entry {
    QUrl server;
    std::string token;
    bool lasting = false;
    bool isAsked = false;
  };
  void ask(Entry& entry);
  void answered(const std::string& token, const Result<void>& answer);
  void load();
  void save() const;

  QString file_;
  net::HttpClient& http_;
  sync::Timer again_;
  std::function<void()> done_;
  std::vector<Entry> entries_;
  Milliseconds wait_;
  bool isOnline_ = false;
};

}  // namespace vb::client
