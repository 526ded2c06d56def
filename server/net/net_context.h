// NetContext: what all connections of one network thread share. Held by NetServer and by every
// session: handlers that the io_context destroys at the end still hold sessions.
#pragma once

#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include "server/api/api.h"
#include "server/net/address_limits.h"
#include "server/net/content_places.h"
#include "server/net/counters.h"
#include "server/net/flusher.h"
#include "server/net/options.h"
#include "server/net/push_hub.h"
#include "server/net/sessions.h"
#include "server/net/write_batch.h"
#include "shared/base/clock.h"

namespace vb::server::net {

// One io_context, one thread: no strands and no type-erased executor in every socket.
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

struct NetContext {
  NetContext(boost::asio::io_context& ioContext, api::Api& theApi, bus::Bus& bus, RandomSource& randomSource,
             NetOptions netOptions, TrustedProxies trusted)
      : io(ioContext),
        api(theApi),
        random(randomSource),
        options(std::move(netOptions)),
        proxies(std::move(trusted)),
        hub(bus, counters),
        flusher(ioContext),
        limits(options.anonymousPerAddress, options.anonymousMax) {}

  void note(Level level, std::string event, Fields fields) const {
    if (options.onEvent) options.onEvent(level, std::move(event), std::move(fields));
  }
  Milliseconds comeBackAfter() const {
    return Milliseconds(static_cast<Milliseconds::rep>(random.below(static_cast<std::uint64_t>(kComeBackMax.count()))));
  }

  boost::asio::io_context& io;
  api::Api& api;
  RandomSource& random;
  NetOptions options;
  TrustedProxies proxies;
  Counters counters;
  PushHub hub;
  Flusher flusher;
  AddressLimits limits;
  WriteBatches batches;
  ContentPlaces contentPlaces;
  Sessions sessions;
  bool isDraining = false;
};

// Where a connection comes from; counted while it is not signed in.
struct Arrival {
  Address peer;
  std::unique_ptr<AddressLimits::Place> place;
};

// Begin serving an accepted socket; each is a translation unit of its own (Beast is heavy).
void servePlain(const std::shared_ptr<NetContext>& context, Socket socket, Arrival arrival);
void serveTls(const std::shared_ptr<NetContext>& context, Socket socket, std::shared_ptr<boost::asio::ssl::context> tls,
              Arrival arrival);

}  // namespace vb::server::net
