// NetServer: listens, serves HTTP and the sync protocol, and drains. On the thread that runs the io_context, apart from
// its construction.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>

#include "server/api/api.h"
#include "server/bus/bus.h"
#include "server/net/counters.h"
#include "server/net/options.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace vb::server::net {

class NetServer {
 public:
  virtual ~NetServer() = default;

  // Binds and accepts. ioFailed with the address when it is taken.
  virtual Result<void> listen() = 0;
  // Of the addresses in `listen`, in order; tells what port 0 became.
  virtual std::vector<std::uint16_t> ports() const = 0;
  // Reads certificate and key again, for new connections. On an error the old ones stay.
  virtual Result<void> reloadTls() = 0;
  // Accepts nothing more; every connection gets its acks and a `bye`; `done` when the last has gone or the deadline
  // passed.
  virtual void drain(std::function<void()> done) = 0;
  // Ends the connections whose token is no longer good. Asked for now and then: the hint that ends them at once may be
  // lost, and a token that grows too old gives none.
  virtual void recheckTokens() = 0;
  // Tells every client that a verified backup holds the commits up to this one.
  virtual void tellBackedUp(std::string epoch, std::int64_t commit) = 0;
  virtual const Counters& counters() const = 0;
};

// badField for an address, proxy, certificate or key that is none, for plain text on an address that others can reach,
// and for a proxy whose address is not told. Everything given must outlive the server.
Result<std::unique_ptr<NetServer>> createNetServer(boost::asio::io_context& io, api::Api& api, bus::Bus& bus,
                                                   RandomSource& random, NetOptions options);

}  // namespace vb::server::net
