// Rules for HTTP requests that need no socket: what a target names, whose token it is, who may become a WebSocket.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/beast/core/string_type.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

#include "server/net/content_exchange.h"

namespace vb::server::net {

using RequestHead = boost::beast::http::header<true, boost::beast::http::fields>;

struct Refusal {
  int status;
  std::string_view code;
  std::string_view detail;
};

// Without the query.
std::string_view pathOf(boost::beast::string_view target);
// The token of `Authorization: Bearer`; empty when there is none.
std::string_view bearerOf(const RequestHead& head);
// X-Forwarded-For as one list, in the order of its lines: a proxy may add its own line instead of going on with ours.
std::string forwardedFor(const RequestHead& head);
// 403 for a browser (A2), 400 for what is no handshake or speaks before it is answered, 426 without our subprotocol.
std::optional<Refusal> refuseUpgrade(const RequestHead& head, std::size_t bytesBehindHead);
// `Expect: 100-continue`: the body comes when we say so.
bool isAskingToGoOn(const RequestHead& head);
// What counts of a request for contents; of its body what the parser found.
ContentCall contentCallOf(const RequestHead& head, bool hasBody, std::optional<std::uint64_t> bodyBytes);

}  // namespace vb::server::net
