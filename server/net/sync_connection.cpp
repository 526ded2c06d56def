#include "server/net/sync_connection.h"

#include <algorithm>
#include <utility>

#include "shared/protocol/codec.h"

namespace vb::server::net {
namespace {

// The api answers with encoded lines; the codec writes the type first.
bool isFailure(const api::Line& line) { return line->starts_with(R"({"type":"failed")"); }

api::Line lineOf(const protocol::ServerMessage& message) {
  return std::make_shared<const std::string>(protocol::encode(message));
}

api::Line notFoundLine(const char* request, const std::string& scope) {
  return lineOf(protocol::Failed{request, scope, 0, std::string(errorName(ErrorCode::notFound)), {}, {}});
}

}  // namespace

SyncConnection::SyncConnection(api::Caller caller, api::Api& api, PushHub& hub, Counters& counters, Wire& wire)
    : caller_(std::move(caller)), api_(api), hub_(hub), counters_(counters), wire_(&wire) {
  hub_.join(*this);
}

SyncConnection::~SyncConnection() { hub_.leave(*this); }

// ---- in --------------------------------------------------------------------------------------------------

void SyncConnection::received(std::string_view frame) {
  if (closing_ != 0 || drainAfterMs_ >= 0) return;
  ++counters_.framesIn;
  auto actions = session_.received(frame);
  if (waiting_.empty())
    waiting_ = std::move(actions);
  else
    std::move(actions.begin(), actions.end(), std::back_inserter(waiting_));
  advance();
  isHeld_ = !mayRead();
}

bool SyncConnection::mayRead() const { return closing_ == 0 && drainAfterMs_ < 0 && waiting_.empty(); }

bool SyncConnection::mayBegin(const session::ServerAction& action) const {
  if (greeting_ || queue_.bytes() > kAnswerBytesPause) return false;
  const bool isRead = !std::holds_alternative<session::Execute>(action);
  return !isRead || readsUnderWay_ < kReadsUnderWayMax;
}

void SyncConnection::advance() {
  if (advancing_) return;  // an api that answers at once comes back here
  advancing_ = true;
  while (closing_ == 0 && next_ < waiting_.size() && mayBegin(waiting_[next_])) {
    auto action = std::move(waiting_[next_++]);
    std::visit([this](auto&& one) { begin(std::forward<decltype(one)>(one)); }, std::move(action));
  }
  if (next_ >= waiting_.size() || closing_ != 0) {
    waiting_ = {};
    next_ = 0;
  }
  advancing_ = false;
  if (!isHeld_ || !mayRead() || wire_ == nullptr) return;
  isHeld_ = false;
  wire_->resume();
}

template <class Then>
api::OnLine SyncConnection::whenAnswered(Then then) {
  return [weak = weak_from_this(), then = std::move(then)](api::Line line) {
    const auto self = weak.lock();
    if (!self || self->wire_ == nullptr) return;
    then(*self, std::move(line));
    self->advance();
    self->byeWhenAnswered();
  };
}

void SyncConnection::begin(session::Greet action) {
  greeting_ = true;
  if (wire_ != nullptr) wire_->greeted(std::string_view(action.hello.client).substr(0, kClientNameBytesMax));
  api_.greet(caller_, std::move(action.hello), whenAnswered([](SyncConnection& self, api::Line line) {
               self.greeting_ = false;
               const bool failed = isFailure(line);
               self.send(std::move(line));
               if (failed) self.close(1008);
             }));
}

void SyncConnection::begin(session::OpenScope action) {
  // In the hub first: a change committed while the api looks is kept, so that no gap is left between the head that the
  // answer tells and the first push.
  const std::string scope = action.request.scope;
  hub_.subscribe(*this, scope);
  opening_.push_back(Opening{scope, {}});
  ++readsUnderWay_;
  api_.openScope(caller_, std::move(action.request), whenAnswered([scope](SyncConnection& self, const api::Line& line) {
                   self.opened(scope, line);
                   self.readEnded();
                 }));
}

void SyncConnection::opened(const std::string& scope, const api::Line& line) {
  const auto found =
      std::find_if(opening_.begin(), opening_.end(), [&](const Opening& one) { return one.scope == scope; });
  api::Line newest;
  if (found != opening_.end()) {
    newest = std::move(found->newest);
    opening_.erase(found);
    if (opening_.empty()) opening_ = {};
  }
  const bool isLost = std::find(lost_.begin(), lost_.end(), scope) != lost_.end();
  if (isLost) newest.reset();
  if (isLost && !isFailure(line)) return;  // it was told already
  if (isFailure(line)) {
    session_.refused(scope);
    hub_.unsubscribe(*this, scope);
    newest.reset();
  }
  send(line);
  if (newest) send(std::move(newest));
}

void SyncConnection::answerOfScope(const std::string& scope, const char* request, api::Line line) {
  const bool isLost = std::find(lost_.begin(), lost_.end(), scope) != lost_.end();
  readEnded();
  send(isLost ? notFoundLine(request, scope) : std::move(line));
}

void SyncConnection::readEnded() {
  if (--readsUnderWay_ == 0) lost_ = {};
}

void SyncConnection::begin(session::CloseScope action) {
  for (auto& one : opening_)
    if (one.scope == action.scope) one.newest.reset();
  hub_.unsubscribe(*this, action.scope);
}

void SyncConnection::begin(session::AnswerPull action) {
  ++readsUnderWay_;
  const std::string scope = action.request.scope;
  api_.pull(caller_, std::move(action.request), whenAnswered([scope](SyncConnection& self, api::Line line) {
              self.answerOfScope(scope, protocol::Pull::kType, std::move(line));
            }));
}

void SyncConnection::begin(session::AnswerPullBack action) {
  ++readsUnderWay_;
  const std::string scope = action.request.scope;
  api_.pullBack(caller_, std::move(action.request), whenAnswered([scope](SyncConnection& self, api::Line line) {
                  self.answerOfScope(scope, protocol::PullBack::kType, std::move(line));
                }));
}

void SyncConnection::begin(session::Execute action) {
  ++commandsUnderWay_;
  api_.execute(caller_, std::move(action.command), whenAnswered([](SyncConnection& self, api::Line line) {
                 --self.commandsUnderWay_;
                 self.session_.answered();
                 self.send(std::move(line));
               }));
}

void SyncConnection::begin(session::AnswerReach action) {
  ++readsUnderWay_;
  api_.reach(caller_, std::move(action.request), whenAnswered([](SyncConnection& self, api::Line line) {
               self.readEnded();
               self.send(std::move(line));
             }));
}

void SyncConnection::begin(session::Reply action) { send(lineOf(action.message)); }

void SyncConnection::begin(session::CloseConnection action) {
  ++counters_.badConversations;
  close(action.status);
}

// ---- out -------------------------------------------------------------------------------------------------

bool SyncConnection::takeFrame(OutgoingFrame& frame) {
  if (!queue_.take(frame)) return false;
  ++counters_.framesOut;
  counters_.linesOut += static_cast<std::int64_t>(frame.count);
  counters_.bytesOut += static_cast<std::int64_t>(frame.bytes);
  if (!waiting_.empty()) advance();
  return true;
}

void SyncConnection::pushed(const bus::Published& change) {
  if (closing_ != 0 || wire_ == nullptr) return;
  for (auto& one : opening_) {
    if (one.scope != change.scope.text()) continue;
    one.newest = change.frame;
    return;
  }
  if (queue_.bytes() + change.frame->size() > kQueueBytesMax) {
    // Everything that waits is state that the next sync brings anyway.
    ++counters_.lagging;
    queue_.clear();
    sayBye("lagging", Milliseconds(0), 1013);
    return;
  }
  send(change.frame, Wire::When::joined);
}

void SyncConnection::told(const api::Line& line) {
  if (greeted() && !greeting_) send(line, Wire::When::joined);
}

void SyncConnection::ended() {
  queue_.clear();
  sayBye("unauthorized", Milliseconds(0), 1008);
}

void SyncConnection::accessEnded(const Scope& scope, bool wasSubscribed) {
  if (closing_ != 0 || wire_ == nullptr) return;
  const std::string& name = scope.text();
  queue_.drop(name);
  for (auto& one : opening_)
    if (one.scope == name) one.newest.reset();
  session_.refused(name);
  if (readsUnderWay_ > 0) lost_.push_back(name);
  if (wasSubscribed) send(notFoundLine(protocol::Subscribe::kType, name));
}

void SyncConnection::send(api::Line line, Wire::When when) {
  if (closing_ != 0 || wire_ == nullptr) return;
  queue_.add(std::move(line));
  wire_->wake(when);
}

void SyncConnection::sayBye(std::string code, Milliseconds comeBackAfter, int status) {
  if (closing_ != 0 || wire_ == nullptr) return;
  queue_.add(lineOf(protocol::Bye{std::move(code), comeBackAfter}));
  close(status);
}

void SyncConnection::close(int status) {
  if (closing_ != 0 || wire_ == nullptr) return;
  closing_ = static_cast<std::int16_t>(status);
  wire_->wake(Wire::When::now);
}

void SyncConnection::drain(Milliseconds comeBackAfter) {
  if (drainAfterMs_ >= 0) return;
  drainAfterMs_ = static_cast<std::int32_t>(comeBackAfter.count());
  waiting_ = {};  // not begun, so not acknowledged: the client sends it again
  next_ = 0;
  byeWhenAnswered();
}

void SyncConnection::byeWhenAnswered() {
  if (drainAfterMs_ >= 0 && commandsUnderWay_ == 0) sayBye("unavailable", Milliseconds(drainAfterMs_), 1001);
}

void SyncConnection::gone() {
  wire_ = nullptr;
  queue_.clear();
  waiting_ = {};
  next_ = 0;
  hub_.leave(*this);
}

}  // namespace vb::server::net
