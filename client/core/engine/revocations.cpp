#include "client/core/engine/revocations.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "client/core/engine/private_file.h"
#include "client/core/engine/tuning.h"

namespace vb::client {

Revocations::Revocations(QString file, net::HttpClient& http, sync::Scheduler& scheduler, std::function<void()> done)
    : file_(std::move(file)), http_(http), again_(scheduler), done_(std::move(done)), wait_(kRevokeRetry) {
  load();
}

void Revocations::add(const QUrl& server, const std::string& token, bool lasting) {
  const auto isSame = [&](const Entry& one) { return one.token == token; };
  if (token.empty() || std::any_of(entries_.begin(), entries_.end(), isSame)) return;
  if (entries_.size() == kRevocationsMax) entries_.erase(entries_.begin());
  entries_.push_back({server, token, lasting});
  // Before it is sent: the program may end first.
  if (lasting) save();
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
  const bool wasLasting = entry->lasting;
  entries_.erase(entry);
  wait_ = kRevokeRetry;
  if (wasLasting) save();
  if (entries_.empty()) done_();
}

void Revocations::load() {
  const auto content = readPrivateFile(file_);
  if (!content) return;
  for (const auto& value : QJsonDocument::fromJson(*content).array()) {
    const auto one = value.toObject();
    const auto token = one.value(QLatin1String("token")).toString().toStdString();
    if (token.empty() || entries_.size() == kRevocationsMax) continue;
    entries_.push_back({QUrl(one.value(QLatin1String("server")).toString()), token, true});
  }
}

void Revocations::save() const {
  QJsonArray list;
  for (const auto& entry : entries_)
    if (entry.lasting)
      list.append(QJsonObject{{QStringLiteral("server"), entry.server.toString()},
                              {QStringLiteral("token"), QString::fromStdString(entry.token)}});
  // Without room on the disk it is tried in this run only; a token expires by itself too.
  (void)writePrivateFile(file_, list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact));
}

}  // namespace vb::client
