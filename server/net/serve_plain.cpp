// Beast without TLS, instantiated once.
#include "server/net/http_session.h"

namespace vb::server::net {

void servePlain(const std::shared_ptr<NetContext>& context, Socket socket, Arrival arrival) {
  serve<Socket>(context, std::move(socket), std::move(arrival));
}

}  // namespace vb::server::net
