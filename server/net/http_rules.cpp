#include "server/net/http_rules.h"

#include <algorithm>
#include <limits>

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

bool isAskingToGoOn(const RequestHead& head) {
  return boost::beast::iequals(head[http::field::expect], "100-continue");
}

ContentCall contentCallOf(const RequestHead& head, bool hasBody, std::optional<std::uint64_t> bodyBytes) {
  // A header that stands there twice says nothing for certain.
  const auto value = [&](boost::beast::string_view name) {
    if (head.count(name) != 1) return std::string();
    const auto text = head[name];
    return std::string(text.data(), text.size());
  };
  ContentCall call;
  call.method = std::string(head.method_string());
  call.target = readTarget(pathOf(head.target()));
  call.bearer = std::string(bearerOf(head));
  call.hasOrigin = head.count(http::field::origin) > 0;
  call.tusResumable = value("Tus-Resumable");
  call.uploadLength = value("Upload-Length");
  call.uploadOffset = value("Upload-Offset");
  call.uploadMetadata = value("Upload-Metadata");
  call.contentType = value("Content-Type");
  call.range = value("Range");
  call.ifRange = value("If-Range");
  call.hasBody = hasBody;
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (bodyBytes) call.bodyBytes = static_cast<std::int64_t>(std::min(*bodyBytes, kMost));
  return call;
}

}  // namespace vb::server::net
