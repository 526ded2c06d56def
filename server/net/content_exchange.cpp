#include "server/net/content_exchange.h"

#include <algorithm>

#include <boost/beast/http/status.hpp>

namespace vb::server::net {

using Kind = ContentTarget::Kind;

void ContentExchange::begin(bool isDraining) {
  bodyIsRead_ = !call_.hasBody;
  if (call_.hasOrigin) return refuse(403, "forbidden", "origin");
  if (isDraining) return refuse(503, "unavailable", "shutting down");
  const bool isServed = room_.api.contents() != nullptr && call_.target.kind != Kind::unknown;
  if (!isServed) return refuse(404, "not_found", "");
  if (call_.method == "OPTIONS" && call_.target.kind != Kind::version)
    return reply(204, {{"Tus-Version", std::string(kTusVersion)},
                       {"Tus-Extension", std::string(kTusExtensions)},
                       {"Tus-Max-Size", std::to_string(room_.api.contents()->uploadBytesMax())}});
  if (isOfTus() && call_.tusResumable != kTusVersion)
    return refuse(412, "version_unsupported", "Tus-Resumable", {{"Tus-Version", std::string(kTusVersion)}});
  room_.api.authenticate(call_.bearer, whileHere([](ContentExchange& self, Result<api::Caller> caller) {
                           if (!caller) return self.refuse(caller.error());
                           self.authenticated(std::move(*caller));
                         }));
}

void ContentExchange::authenticated(api::Caller caller) {
  place_ = room_.places.take(caller.user);
  if (!place_) return refuse(fail(ErrorCode::tooManyRequests));
  const auto& method = call_.method;
  const auto kind = call_.target.kind;
  if (kind == Kind::version && (method == "GET" || method == "HEAD")) return send(caller);
  if (kind == Kind::uploads && method == "POST") return create(caller);
  if (kind == Kind::upload && method == "HEAD") return tellState(caller);
  if (kind == Kind::upload && method == "PATCH") return receive(caller);
  if (kind == Kind::upload && method == "DELETE") return drop(caller);
  refuse(404, "not_found", "");
}

// ---- up

void ContentExchange::create(const api::Caller& caller) {
  if (call_.hasBody) return refuse(400, "bad_message", "body");
  const auto size = readByteCount(call_.uploadLength);
  if (!size) return refuse(400, "bad_field", "upload_length");
  const auto metadata = readMetadata(call_.uploadMetadata);
  if (!metadata) return refuse(metadata.error());
  room_.api.contents()->createUpload(caller, {metadata->id, metadata->channel, metadata->topic, *size},
                                     whileHere([](ContentExchange& self, Result<api::UploadState> state) {
                                       if (!state) return self.refuse(state.error());
                                       self.reply(201, {{"Location", "/v1/uploads/" + state->id.text()},
                                                        {"Upload-Expires", httpDate(state->expiresAt)}});
                                     }));
}

void ContentExchange::tellState(const api::Caller& caller) {
  room_.api.contents()->uploadState(caller, call_.target.upload,
                                    whileHere([](ContentExchange& self, Result<api::UploadState> state) {
                                      if (!state) return self.refuse(state.error());
                                      self.reply(200, {{"Upload-Offset", std::to_string(state->offset)},
                                                       {"Upload-Length", std::to_string(state->size)},
                                                       {"Upload-Expires", httpDate(state->expiresAt)}});
                                    }));
}

void ContentExchange::drop(const api::Caller& caller) {
  room_.api.contents()->dropUpload(caller, call_.target.upload,
                                   whileHere([](ContentExchange& self, Result<void> dropped) {
                                     if (!dropped) return self.refuse(dropped.error());
                                     self.reply(204, {});
                                   }));
}

void ContentExchange::receive(const api::Caller& caller) {
  if (call_.contentType != "application/offset+octet-stream") return refuse(415, "unsupported", "Content-Type");
  const auto offset = readByteCount(call_.uploadOffset);
  if (!offset) return refuse(400, "bad_field", "upload_offset");
  room_.api.contents()->openUpload(
      caller, call_.target.upload, *offset, whileHere([](ContentExchange& self) { self.wire_.cut(); }),
      whileHere([offset = *offset](ContentExchange& self, Result<std::unique_ptr<api::UploadStream>> stream) {
        if (!stream) return self.refuse(stream.error());
        if (self.call_.bodyBytes.value_or(0) > (*stream)->size() - offset)
          return self.refuse(413, "too_large", "length");
        self.opened(std::move(*stream));
      }));
}

void ContentExchange::opened(std::unique_ptr<api::UploadStream> stream) {
  upload_ = std::move(stream);
  if (bodyIsRead_ || isDraining_) return store();
  awaitPiece();
}

void ContentExchange::awaitPiece() {
  isReading_ = true;
  wire_.readPiece(whileHere([](ContentExchange& self, BodyPiece piece) { self.takePiece(std::move(piece)); }));
}

void ContentExchange::takePiece(BodyPiece piece) {
  isReading_ = false;
  room_.counters.contentBytesIn += static_cast<std::int64_t>(piece.bytes.size());
  bodyIsRead_ = piece.isLast;
  upload_->add(std::move(piece.bytes),
               whileHere([isCut = piece.isCut](ContentExchange& self, const Result<std::int64_t>& offset) {
                 if (!offset) return isCut ? self.wire_.cut() : self.refuse(offset.error());
                 if (isCut || self.bodyIsRead_ || self.isDraining_) return self.store();
                 self.awaitPiece();
               }));
}

void ContentExchange::store() {
  wire_.bodyRead();
  upload_->finish(whileHere([](ContentExchange& self, const Result<api::UploadState>& state) {
    if (!self.bodyIsRead_) return self.wire_.cut();  // the rest must come another time
    if (!state) return self.refuse(state.error());
    self.reply(204, {{"Upload-Offset", std::to_string(state->offset)}, {"Upload-Expires", httpDate(state->expiresAt)}});
  }));
}

void ContentExchange::drain() {
  isDraining_ = true;
  if (isReading_) wire_.stopReading();
}

// ---- down

void ContentExchange::send(const api::Caller& caller) {
  room_.api.contents()->openContent(
      caller, call_.target.scope, call_.target.version,
      whileHere([](ContentExchange& self, Result<std::unique_ptr<api::ContentStream>> stream) {
        if (!stream) return self.refuse(stream.error());
        self.found(std::move(*stream));
      }));
}

void ContentExchange::found(std::unique_ptr<api::ContentStream> stream) {
  content_ = std::move(stream);
  const auto size = content_->size();
  const auto tag = '"' + content_->sha256() + '"';
  // Ranges are of GET alone (RFC 9110, 14.2).
  const bool asksRange = call_.method == "GET" && fitsIfRange(call_.ifRange, tag);
  const auto range = readRange(asksRange ? call_.range : std::string(), size);
  if (range.kind == ByteRange::Kind::outside)
    return refuse(416, "bad_field", "range", {{"Content-Range", "bytes */" + std::to_string(size)}});
  Headers headers{{"Content-Type", "application/octet-stream"},
                  {"Content-Disposition", "attachment"},
                  {"Accept-Ranges", "bytes"},
                  {"ETag", tag}};
  const bool isPart = range.kind == ByteRange::Kind::part;
  if (isPart)
    headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + '-' +
                                              std::to_string(range.first + range.bytes - 1) + '/' +
                                              std::to_string(size));
  at_ = range.first;
  left_ = range.bytes;
  auto head = headOf(isPart ? 206 : 200, headers, left_);
  if (call_.method == "HEAD") left_ = 0;
  if (left_ > 0) wire_.watch(whileHere([](ContentExchange& self) { self.look(); }));
  sendPiece(std::move(head));
}

void ContentExchange::sendPiece(std::string head) {
  if (left_ == 0) {
    if (head.empty()) return wire_.end(goesOn_);
    return wire_.write(std::move(head), {}, whileHere([](ContentExchange& self) { self.wire_.end(self.goesOn_); }));
  }
  const auto bytes = static_cast<std::size_t>(std::min(left_, static_cast<std::int64_t>(kPieceBytes)));
  content_->read(at_, bytes, whileHere([head = std::move(head)](ContentExchange& self, Result<std::string> read) {
                   if (!read && !head.empty()) return self.refuse(read.error());
                   if (!read) return self.wire_.cut();
                   const auto sent = static_cast<std::int64_t>(read->size());
                   self.at_ += sent;
                   self.left_ -= sent;
                   self.room_.counters.contentBytesOut += sent;
                   self.wire_.write(head, std::move(*read),
                                    self.whileHere([](ContentExchange& still) { still.sendPiece({}); }));
                 }));
}

void ContentExchange::look() {
  if (isLooking_) return;
  isLooking_ = true;
  content_->look(whileHere([](ContentExchange& self, const Result<void>& allowed) {
    self.isLooking_ = false;
    if (!allowed) self.wire_.cut();
  }));
}

// ---- answers

void ContentExchange::refuse(const Error& error) {
  // What went wrong inside is for the log, not for the wire.
  const bool isForTheWire = error.code == ErrorCode::badField || error.code == ErrorCode::tooLarge ||
                            error.code == ErrorCode::forbidden || error.code == ErrorCode::conflict;
  refuse(httpStatus(error.code), errorName(error.code), isForTheWire ? error.detail : std::string());
}

void ContentExchange::refuse(int status, std::string_view code, std::string_view detail, Headers headers) {
  std::string body = R"({"error":")";
  body.append(code).append(R"(","detail":")").append(detail).append("\"}");
  headers.emplace_back("Content-Type", "application/json");
  if (status == 401) headers.emplace_back("WWW-Authenticate", "Bearer");
  if (status == 429) headers.emplace_back("Retry-After", std::to_string(kRetryTooManySeconds));
  if (status == 503) headers.emplace_back("Retry-After", std::to_string(kRetryUnavailableSeconds));
  reply(status, std::move(headers), std::move(body));
}

void ContentExchange::reply(int status, Headers headers, std::string body) {
  upload_.reset();
  auto head = headOf(status, headers, static_cast<std::int64_t>(body.size()));
  if (call_.method == "HEAD") body.clear();
  wire_.write(std::move(head), std::move(body), whileHere([](ContentExchange& self) { self.wire_.end(self.goesOn_); }));
}

std::string ContentExchange::headOf(int status, const Headers& headers, std::int64_t bytes) {
  goesOn_ = bodyIsRead_ && wire_.mayGoOn();  // what is left of a body would be read as the next request
  const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
  std::string head = "HTTP/1.1 " + std::to_string(status) + ' ';
  head.append(reason.data(), reason.size());
  head += "\r\nServer: vraagbaak\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
  if (isOfTus()) head.append("Tus-Resumable: ").append(kTusVersion).append("\r\n");
  for (const auto& [name, value] : headers) head.append(name).append(": ").append(value).append("\r\n");
  if (status != 204) head.append("Content-Length: ").append(std::to_string(bytes)).append("\r\n");
  head.append("Connection: ").append(goesOn_ ? "keep-alive" : "close").append("\r\n\r\n");
  return head;
}

}  // namespace vb::server::net
