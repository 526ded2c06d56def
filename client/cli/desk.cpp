#include "client/cli/desk.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>

#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

EngineOptions options(const Arguments& arguments) {
  EngineOptions options;
  options.profileDirectory = arguments.profile;
  options.server = QUrl(arguments.server);
  options.start = false;
  options.tokens = std::make_shared<FileTokenVault>(QDir(arguments.profile).filePath(QStringLiteral("token.json")));
  return options;
}

}  // namespace

Desk::Desk(const Arguments& arguments) : arguments_(arguments), engine_(options(arguments)) {
  connect(&engine_, &Engine::linkChanged, this, &Desk::note);
  connect(&engine_, &Engine::flushed, this, [this](quint64 ticket) { flushed_ = ticket; });
  connect(&engine_, &Engine::storeFailed, this, [this](const QString& code) { storeError_ = code; });
  connect(&engine_, &Engine::writeRefused, this, [this](const QString& code, const QString& detail) {
    refusal_ = code;
    refusalDetail_ = detail;
  });
}

void Desk::note(const LinkState& state) {
  // Offline after an attempt, not before it.
  if (online_ && state.link == Link::offline && !state.detail.isEmpty()) tried_ = true;
}

int Desk::open(bool needsAccount) {
  if (const auto opened = engine_.open(); !opened) {
    const auto& error = opened.error();
    if (error.detail == "locked")
      complain(QStringLiteral("another program uses the profile %1").arg(arguments_.profile));
    else
      complain(QStringLiteral("the profile %1 cannot be opened: %2 %3")
                   .arg(arguments_.profile, QString::fromUtf8(errorName(error.code).data()),
                        QString::fromStdString(error.detail)));
    return kLocalStorage;
  }
  if (needsAccount && !engine_.isSignedIn()) {
    complain(QStringLiteral("nobody is signed in on this profile; use 'vraagbaak-cli sign-in EMAIL --server URL'"));
    return kNotSignedIn;
  }
  return kDone;
}

bool Desk::waitUntil(const std::function<bool()>& holds, std::chrono::milliseconds atMost) {
  if (holds()) return true;
  QEventLoop loop;
  const auto look = [&] {
    if (holds()) loop.quit();
  };
  QObject listener;
  connect(&engine_, &Engine::linkChanged, &listener, look);
  connect(&engine_, &Engine::changed, &listener, look);
  connect(&engine_, &Engine::flushed, &listener, look);
  connect(&engine_, &Engine::storeFailed, &listener, look);
  connect(&engine_, &Engine::signedOut, &listener, look);
  connect(&engine_, &Engine::signInFinished, &listener, look);
  connect(&engine_, &Engine::searchFinished, &listener, look);
  QTimer::singleShot(atMost, &loop, &QEventLoop::quit);
  loop.exec();
  return holds();
}

Desk::Reached Desk::connectAndSync(bool patient) {
  if (!online_) {
    online_ = true;
    tried_ = false;
    engine_.goOnline();
  }
  const auto isDecided = [&] {
    switch (engine_.link().link) {
      case Link::live:
      case Link::readOnly:
      case Link::captive:
      case Link::untrusted:
        return true;
      default:
        return !engine_.isSignedIn() || (tried_ && !patient);
    }
  };
  waitUntil(isDecided, std::chrono::seconds(arguments_.waitSeconds));
  if (!engine_.isSignedIn()) return Reached::signedOut;
  switch (engine_.link().link) {
    case Link::live:
      return Reached::live;
    case Link::readOnly:
      return Reached::readOnly;
    case Link::captive:
    case Link::untrusted:
      return Reached::untrusted;
    default:
      return Reached::nothing;
  }
}

int Desk::freshen() {
  if (arguments_.offline) return kDone;
  const auto reached = connectAndSync(false);
  if (reached == Reached::signedOut) {
    complain(QStringLiteral("the token is no longer good: sign in again"));
    return kNotSignedIn;
  }
  if (reached != Reached::live && reached != Reached::readOnly)
    complain(QStringLiteral("no connection (%1); this is from %2")
                 .arg(linkName(engine_.link().link), timeText(engine_.link().lastSyncedAt)));
  return kDone;
}

Desk::Ids Desk::outboxIds() {
  Ids ids;
  for (const auto& row : reader().outbox()) ids.insert(idText(row.id));
  return ids;
}

Desk::Sent Desk::finishWriting(const Ids& before) {
  storeError_.clear();
  refusal_.clear();
  engine_.flush(++flushes_);
  waitUntil([this] { return flushed_ == flushes_; }, std::chrono::seconds(30));
  if (!storeError_.isEmpty()) {
    complain(QStringLiteral("it could not be stored on this computer (%1)").arg(storeError_));
    return {kLocalStorage, QStringLiteral("not_stored"), storeError_, {}};
  }
  if (!refusal_.isEmpty()) {
    complain(QStringLiteral("refused: %1 %2").arg(refusal_, refusalDetail_).trimmed());
    return {kRefused, QStringLiteral("refused"), refusal_, refusalDetail_};
  }
  const auto ours = [&] {
    QVector<store::OutboxRow> rows;
    for (const auto& row : reader().outbox())
      if (!before.contains(idText(row.id))) rows.append(row);
    return rows;
  };
  const auto isUnderWay = [](const store::OutboxRow& row) {
    return row.state == store::SendState::waiting || row.state == store::SendState::sending;
  };
  if (!arguments_.offline) {
    if (!online_) {
      online_ = true;
      engine_.goOnline();
    }
    waitUntil(
        [&] {
          const auto rows = ours();
          return !engine_.isSignedIn() || std::none_of(rows.begin(), rows.end(), isUnderWay);
        },
        std::chrono::seconds(arguments_.waitSeconds));
  }
  const auto rows = ours();
  for (const auto& row : rows) {
    if (row.state != store::SendState::refused && row.state != store::SendState::conflict) continue;
    complain(QStringLiteral("%1: %2 %3; the text is kept, see 'vraagbaak-cli outbox'")
                 .arg(sendStateName(row.state), row.errorCode, row.errorDetail));
    return {kRefused, sendStateName(row.state), row.errorCode, row.errorDetail};
  }
  if (std::any_of(rows.begin(), rows.end(), isUnderWay)) {
    if (!arguments_.offline)
      complain(QStringLiteral("no answer yet (%1): queued, it is sent with the next connection")
                   .arg(linkName(engine_.link().link)));
    return {kDone, QStringLiteral("queued"), {}, {}};
  }
  return {kDone, QStringLiteral("received"), {}, {}};
}

}  // namespace vb::client::cli
