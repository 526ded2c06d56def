#include "server/net/http_rules.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include "shared/protocol/messages.h"

namespace vb::server::net {
namespace http = boost::beast::http;

std::string_view pathOf(boost::beast::string_view target) {
  const std::string_view text(target.data(), target.size());
  return text.substr(0, text.find('?'));
}

std::string_view bearerOf(const RequestHead& head) {
  const auto value = head[http::field::authorization];
  const std::string_view text(value.data(), value.size());
  constexpr std::string_view kScheme = "Bearer ";
  if (text.size() <= kScheme.size() || !boost::beast::iequals(value.substr(0, kScheme.size()), "Bearer ")) return {};
  return text.substr(kScheme.size());
}

std::string forwardedFor(const RequestHead& head) {
  std::string list;
  const auto [first, last] = head.equal_range("X-Forwarded-For");
  for (auto line = first; line != last; ++line) {
    if (line != first) list += ',';
    list.append(line->value().data(), line->value().size());
  }
  return list;
}

std::optional<Refusal> refuseUpgrade(const RequestHead& head, std::size_t bytesBehindHead) {
  if (head.count(http::field::origin) > 0) return Refusal{403, "forbidden", "origin"};
  const bool asksUpgrade = http::token_list(head[http::field::connection]).exists("upgrade") &&
                           http::token_list(head[http::field::upgrade]).exists("websocket");
  if (!asksUpgrade) return Refusal{426, "unsupported", "a WebSocket lives here"};
  const bool isHandshake = head.method() == http::verb::get && head.count(http::field::sec_websocket_key) == 1 &&
                           head[http::field::sec_websocket_version] == "13" && head.count(http::field::host) == 1;
  if (!isHandshake || bytesBehindHead > 0) return Refusal{400, "bad_message", "handshake"};
  if (!http::token_list(head[http::field::sec_websocket_protocol]).exists(protocol::kSubprotocol))
    return Refusal{426, "version_unsupported", "subprotocol"};
  return {};
}

}  // namespace vb::server::net
