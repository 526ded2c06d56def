// What the network room is told by its owner.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace vb::server::net {

enum class Level {
  error,  // somebody must look
  info,
  debug,
};
using Fields = std::vector<std::pair<std::string, std::string>>;
// An event for the log: never a token, an e-mail address or content.
using OnEvent = std::function<void(Level, std::string event, Fields)>;

struct TlsFiles {
  std::string certificate;  // PEM, with its chain
  std::string key;          // PEM
};

struct NetOptions {
  std::vector<std::string> listen;          // "127.0.0.1:8080", "[::1]:8080"; port 0: any
  TlsFiles tls;                             // both empty: plain
  bool behindProxy = false;                 // plain on other than loopback, since a proxy does the TLS
  std::vector<std::string> trustedProxies;  // addresses or networks whose X-Forwarded-For is believed
  bool metricsFromAnywhere = false;         // otherwise only from this machine, not through a proxy

  std::size_t connectionsMax = 60'000;    // in any stage
  std::size_t anonymousMax = 4'096;       // not signed in (yet), together
  std::size_t anonymousPerAddress = 512;  // an office behind one address comes back together after a restart
  std::size_t connectionsPerUser = 64;    // devices of one user

  std::function<std::string()> health;  // JSON; the status is 503 when readiness says no
  std::function<bool()> ready;
  std::function<std::string()> metrics;  // Prometheus text
  OnEvent onEvent;
};

}  // namespace vb::server::net
