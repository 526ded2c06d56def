#include "client/core/engine/revocations.h"

#include <algorithm>

#include "client/core/engine/tuning.h"

namespace vb::client {

Revocations::Revocations(net::HttpClient& http, sync::Scheduler& scheduler, Heard heard)
    : http_(http), again_(scheduler), heard_(std::move(heard)), wait_(kRevokeRetry) {}

void Revocations::add(const QUrl& server, const std::string& token) {
  const auto isSame = [&](const Entry& one) { return one.token == token; };
  if (token.empty() || std::any_of(entries_.begin(), entries_.end(), isSame)) return;
  if (entries_.size() == kRevocationsMax) entries_.erase(entries_.begin());
  entries_.push_back({server, token});
  if (isOnline_) tryNow();
}

void Revocations::tryNow() {
  isOnline_ = true;
  again_.stop();
  for (auto& entry : entries_)
    if (!entry.isAsked) ask(entry);
}

void Revocations::pause() {
  isOnline_ = false;
  again_.stop();
}

void Revocations::ask(Entry& entry) {
  entry.isAsked = true;
  http_.signOut(entry.server, entry.token,
                [this, token = entry.token](const Result<void>& answer) { answered(token, answer); });
}

void Revocations::answered(const std::string& token, const Result<void>& answer) {
  const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.token == token; });
  if (entry == entries_.end()) return;
  // A token that the server does not know is what was wanted.
  if (!answer && answer.error().code != ErrorCode::unauthorized) {
    entry->isAsked = false;
    if (!isOnline_ || again_.isRunning()) return;
    again_.start(wait_, [this] { tryNow(); });
    wait_ = std::min(wait_ * 2, kRevokeRetryMax);
    return;
  }
  entries_.erase(entry);
  wait_ = kRevokeRetry;
  heard_(token, entries_.empty());
}

}  // namespace vb::client
