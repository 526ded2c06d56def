// ContentExchange: one request for contents, from its head to the last byte of its answer: tus uploads and range
// downloads, in pieces, never more than one of them in memory. Knows its connection as a ContentWire only. Owned by the
// connection. On the network thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/api/contents.h"
#include "server/net/content_places.h"
#include "server/net/counters.h"
#include "server/net/tus_rules.h"

namespace vb::server::net {

// What counts of the request.
struct ContentCall {
  std::string method;
  ContentTarget target;
  std::string bearer;
  bool hasOrigin = false;
  std::string tusResumable;
  std::string uploadLength;
  std::string uploadOffset;
  std::string uploadMetadata;
  std::string contentType;
  std::string range;
  std::string ifRange;
  bool hasBody = false;
  std::optional<std::int64_t> bodyBytes;  // none: it comes in chunks
};

// A part of the body. `isCut`: nothing more will come, and nothing can be answered.
struct BodyPiece {
  std::string bytes;
  bool isLast = false;
  bool isCut = false;
};

// The connection. What waits is called at most once, and not after the connection has gone.
class ContentWire {
 public:
  virtual ~ContentWire() = default;
  virtual void readPiece(std::function<void(BodyPiece)> done) = 0;
  // What waits for a piece gets what came of it, cut.
  virtual void stopReading() = 0;
  // Everything came: from now on it is our time that passes.
  virtual void bodyRead() = 0;
  virtual void write(std::string head, std::string bytes, std::function<void()> written) = 0;
  // Until the end, every kLookEvery.
  virtual void watch(std::function<void()> look) = 0;
  // Will the connection serve another request?
  virtual bool mayGoOn() const = 0;
  virtual void end(bool goesOn) = 0;
  // At once; what is on its way does not leave.
  virtual void cut() = 0;
};

struct ContentRoom {
  api::Api& api;
  ContentPlaces& places;
  Counters& counters;
};

class ContentExchange : public std::enable_shared_from_this<ContentExchange> {
 public:
  ContentExchange(ContentRoom room, ContentWire& wire, ContentCall call)
      : room_(room), wire_(wire), call_(std::move(call)) {}

  void begin(bool isDraining);
  // The server stops: what came is brought to disk, and the rest must come another time.
  void drain();

 private:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  void authenticated(api::Caller caller);

  void create(const api::Caller& caller);
  void tellState(const api::Caller& caller);
  void drop(const api::Caller& caller);
  void receive(const api::Caller& caller);
  void opened(std::unique_ptr<api::UploadStream> stream);
  void awaitPiece();
  void takePiece(BodyPiece piece);
  void store();

  void send(const api::Caller& caller);
  void found(std::unique_ptr<api::ContentStream> stream);
  void sendPiece(std::string head);
  void look();

  bool isOfTus() const { return call_.target.kind != ContentTarget::Kind::version; }
  void refuse(const Error& error);
  void refuse(int status, std::string_view code, std::string_view detail, Headers headers = {});
  // The whole answer.
  void reply(int status, Headers headers, std::string body = {});
  std::string headOf(int status, const Headers& headers, std::int64_t bytes);
  // Calls `then` unless the exchange is over by then.
  template <class Then>
  auto whileHere(Then then) {
    return [weak = weak_from_this(), then = std::move(then)](auto&&... values) {
      if (const auto self = weak.lock()) then(*self, std::forward<decltype(values)>(values)...);
    };
  }

  ContentRoom room_;
  ContentWire& wire_;
  ContentCall call_;
  std::unique_ptr<ContentPlaces::Place> place_;
  std::shared_ptr<api::UploadStream> upload_;
  std::shared_ptr<api::ContentStream> content_;
  std::int64_t at_ = 0;  // of the content, while it is sent
  std::int64_t left_ = 0;
  bool bodyIsRead_ = false;
  bool isReading_ = false;  // a piece is awaited
  bool isLooking_ = false;
  bool isDraining_ = false;
  bool goesOn_ = true;
};

}  // namespace vb::server::net
