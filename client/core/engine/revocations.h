// Revocations: tells servers of the tokens that were signed out here, until each has heard of it. In memory only: what
// is to outlive the run is kept by UnheardSignOuts. Core thread, owned by Core.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QUrl>

#include "client/core/net/http_client.h"
#include "client/core/sync/scheduler.h"

namespace vb::client {

class Revocations {
 public:
  // `heard`: this token is revoked; `isLast`: nothing is left to revoke.
  using Heard = std::function<void(const std::string& token, bool isLast)>;
  Revocations(net::HttpClient& http, sync::Scheduler& scheduler, Heard heard);

  void add(const QUrl& server, const std::string& token);
  // Nothing is sent before the first time, nor after pause().
  void tryNow();
  void pause();

 private:
  struct Entry {
    QUrl server;
    std::string token;
    bool isAsked = false;
  };
  void ask(Entry& entry);
  void answered(const std::string& token, const Result<void>& answer);

  net::HttpClient& http_;
  sync::Timer again_;
  Heard heard_;
  std::vector<Entry> entries_;
  Milliseconds wait_;
  bool isOnline_ = false;
};

}  // namespace vb::client
