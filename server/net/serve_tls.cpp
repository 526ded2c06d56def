// Beast over TLS, instantiated once.
#include <boost/beast/websocket/ssl.hpp>

#include "server/net/http_session.h"

namespace vb::server::net {

void serveTls(const std::shared_ptr<NetContext>& context, Socket socket, std::shared_ptr<boost::asio::ssl::context> tls,
              Arrival arrival) {
  // OpenSSL counts the references to its context; ours may be replaced meanwhile.
  serve<boost::asio::ssl::stream<Socket>>(context, boost::asio::ssl::stream<Socket>(std::move(socket), *tls),
                                          std::move(arrival));
}

}  // namespace vb::server::net
