#include "tests/convergence/wire.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace vb::test {
namespace {

bool isPush(const std::string& line) { return line.starts_with(R"({"type":"change")"); }

std::vector<std::string> linesOf(const std::string& frame) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < frame.size();) {
    const auto end = std::min(frame.find('\n', at), frame.size());
    if (end > at) lines.push_back(frame.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void limitPages(std::string& frame, int records) {
  constexpr std::string_view kServersChoice = R"("records_max":0)";
  for (auto at = frame.find(kServersChoice); at != std::string::npos; at = frame.find(kServersChoice, at + 1))
    frame.replace(at + kServersChoice.size() - 1, 1, std::to_string(records));
}

}  // namespace

Wire::Wire(VirtualTime& time, FakeRandom& random, WorldServer& server, Tap tap)
    : time_(time), random_(random), server_(server), tap_(std::move(tap)) {}

Wire::~Wire() { close(); }

void Wire::open(const client::net::Endpoint& endpoint, client::net::TransportEvents& events) {
  close();
  events_ = &events;
  life_ = std::make_shared<int>();
  upFree_ = downFree_ = time_.elapsed();
  later(delay() + Milliseconds(1), [this, token = endpoint.token] {
    if (!reachable_) {
      life_.reset();
      return std::exchange(events_, nullptr)->failed(ErrorCode::network, "no network");
    }
    server_.accept(
        token,
        [this, life = std::weak_ptr<int>(life_)](Result<std::shared_ptr<WorldConnection>> accepted) {
          if (life.expired()) {
            if (accepted) (*accepted)->close();
            return;
          }
          if (!accepted) {
            life_.reset();
            return std::exchange(events_, nullptr)->failed(accepted.error().code, accepted.error().detail);
          }
          peer_ = *accepted;
          events_->opened();
        },
        [this, life = std::weak_ptr<int>(life_)](std::string frame) {
          if (!life.expired()) deliver(std::move(frame));
        },
        [this, life = std::weak_ptr<int>(life_)](int status) {
          if (life.expired()) return;
          const auto moment = std::max(downFree_, time_.elapsed());
          later(moment - time_.elapsed(), [this, status] {
            peer_.reset();
            life_.reset();
            if (auto* listener = std::exchange(events_, nullptr)) listener->closed(status, "closed by the server");
          });
        });
  });
}

void Wire::send(std::string text) {
  if (!life_) return;
  if (perMille(faults_.cutPerMille)) return later(Milliseconds(0), [this] { cut(); });
  if (faults_.pageRecords > 0) limitPages(text, faults_.pageRecords);
  upFree_ = std::max(upFree_, time_.elapsed()) + delay();
  later(upFree_ - time_.elapsed(), [this, text = std::move(text)] {
    if (!peer_) return;
    if (upTap_) upTap_(text);
    peer_->received(text);
  });
}

void Wire::deliver(std::string frame) {
  if (perMille(faults_.cutPerMille)) return later(Milliseconds(0), [this] { cut(); });
  std::string kept;
  const auto arrive = [this](std::string text) {
    if (!events_) return;
    tap_(text);
    events_->textReceived(std::move(text));
  };
  for (const auto& line : linesOf(frame)) {
    if (isPush(line)) {
      if (random_.chance(faults_.losePushPercent)) continue;
      if (random_.chance(faults_.latePushPercent)) {
        later(Milliseconds(200) + delay() * 10, [arrive, line] { arrive(line); });
        continue;
      }
      if (random_.chance(faults_.earlyPushPercent)) {
        later(Milliseconds(0), [arrive, line] { arrive(line); });
        continue;
      }
    }
    if (!kept.empty()) kept.push_back('\n');
    kept += line;
  }
  if (kept.empty()) return;
  if (random_.chance(faults_.doublePercent)) later(Milliseconds(100) + delay() * 20, [arrive, kept] { arrive(kept); });
  downFree_ = std::max(downFree_, time_.elapsed()) + delay();
  later(downFree_ - time_.elapsed(), [arrive, kept = std::move(kept)] { arrive(kept); });
}

void Wire::ping() {
  if (!peer_) return;
  later(delay() * 2, [this] {
    if (events_) events_->ponged();
  });
}

void Wire::close() {
  events_ = nullptr;
  life_.reset();
  if (auto peer = std::exchange(peer_, nullptr)) peer->close();
}

void Wire::setReachable(bool reachable) {
  reachable_ = reachable;
  if (!reachable) cut();
}

void Wire::cut() {
  if (!life_) return;
  if (auto peer = std::exchange(peer_, nullptr)) peer->close();
  life_.reset();
  auto* events = std::exchange(events_, nullptr);
  // Never from within a call of the client.
  time_.after(Milliseconds(0), [events] {
    if (events != nullptr) events->closed(1006, "cut");
  });
}

void Wire::later(Milliseconds delay, std::function<void()> run) {
  time_.after(delay, [life = std::weak_ptr<int>(life_), run = std::move(run)] {
    if (!life.expired()) run();
  });
}

}  // namespace vb::test
