// SyncConnection: one signed-in conversation: ServerSession says what is to be done, Api does it, the answers and
// pushes wait in a bounded queue until the wire takes them. Knows no socket. On the network thread; held by its wire.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/api/api.h"
#include "server/net/counters.h"
#include "server/net/outgoing_queue.h"
#include "server/net/push_hub.h"
#include "shared/session/server_session.h"

namespace vb::server::net {

// What carries the frames.
class Wire {
 public:
  enum class When {
    now,     // somebody waits for this answer
    joined,  // a push: a moment later, with what comes after it
  };
  virtual ~Wire() = default;
  // Something waits, or the conversation is over: ask takeFrame() and closeStatus() when nothing is being written.
  virtual void wake(When when) = 0;
  // Reading may go on.
  virtual void resume() = 0;
  // It said hello; `client` is its name and version, as it says. For the log: a wire without one need not care.
  virtual void greeted(std::string_view client) { (void)client; }
};

class SyncConnection final : public PushHub::Receiver, public std::enable_shared_from_this<SyncConnection> {
 public:
  SyncConnection(api::Caller caller, api::Api& api, PushHub& hub, Counters& counters, Wire& wire);
  ~SyncConnection() override;

  // A whole text frame; only while mayRead(). When that is false afterwards, resume() comes.
  void received(std::string_view frame);
  // False while enough is under way or waiting: the sender is held back by TCP.
  bool mayRead() const;
  bool greeted() const { return session_.greeted(); }

  // The lines of the next frame; false when there are none.
  bool takeFrame(OutgoingFrame& frame);
  // 0, or the status to close with now that everything is written.
  int closeStatus() const { return closing_ != 0 && queue_.isEmpty() ? closing_ : 0; }
  bool isClosing() const { return closing_ != 0; }

  // Takes nothing new, answers what is under way, says goodbye (`come back after`) and closes.
  void drain(Milliseconds comeBackAfter);
  // The socket is gone: nothing is sent any more.
  void gone();

  UserId user() const override { return caller_.user; }
  const std::string& tokenHash() const override { return caller_.tokenHash; }
  void pushed(const bus::Published& change) override;
  void ended() override;
  void accessEnded(const Scope& scope, bool wasSubscribed) override;
  void told(const api::Line& line) override;

 private:
  // A scope between the request and the api's answer. Of the changes that arrive meanwhile the newest is kept: it tells
  // the client how far it is behind, and that leads to a pull.
  struct Opening {
    std::string scope;
    api::Line newest;
  };

  void advance();
  bool mayBegin(const session::ServerAction& action) const;
  void begin(session::Greet action);
  void begin(session::OpenScope action);
  void begin(session::CloseScope action);
  void begin(session::AnswerPull action);
  void begin(session::AnswerPullBack action);
  void begin(session::Execute action);
  void begin(session::AnswerReach action);
  void begin(session::Reply action);
  void begin(session::CloseConnection action);
  // A callback for the api that does nothing once this connection is gone.
  template <class Then>
  api::OnLine whenAnswered(Then then);
  void opened(const std::string& scope, const api::Line& line);
  // Not when access to the scope ended while it was looked up (F29).
  void answerOfScope(const std::string& scope, const char* request, api::Line line);
  void readEnded();
  void send(api::Line line, Wire::When when = Wire::When::now);
  void close(int status);
  void sayBye(std::string code, Milliseconds comeBackAfter, int status);
  void byeWhenAnswered();

  api::Caller caller_;
  api::Api& api_;
  PushHub& hub_;
  Counters& counters_;
  Wire* wire_;
  session::ServerSession session_;
  OutgoingQueue queue_;
  std::vector<session::ServerAction> waiting_;  // not begun yet, from next_ on
  std::vector<Opening> opening_;
  std::vector<std::string> lost_;  // scopes that were taken away while reads are under way
  std::uint32_t next_ = 0;
  std::int32_t drainAfterMs_ = -1;
  std::int16_t readsUnderWay_ = 0;
  std::int16_t commandsUnderWay_ = 0;
  std::int16_t closing_ = 0;  // the status to close with
  bool greeting_ = false;     // the welcome goes before every other answer
  bool advancing_ = false;
  bool isHeld_ = false;  // the wire was told to stop reading
};

}  // namespace vb::server::net
