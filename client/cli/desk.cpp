#include "client/cli/desk.h"

#include <algorithm>

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include "client/cli/error_words.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

EngineOptions options(const Arguments& arguments) {
  EngineOptions options;
  options.profileDirectory = arguments.profile;
  options.server = QUrl(arguments.server);
  options.start = false;
  options.readOnlyIfLocked = arguments.command->onlyReads();
  options.tokens = std::make_shared<FileTokenVault>(QDir(arguments.profile).filePath(QStringLiteral("token.json")));
  return options;
}

bool isUnderWay(const store::OutboxRow& row) {
  return row.state == store::SendState::waiting || row.state == store::SendState::sending;
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

int Desk::complainOfOpening(const Error& error) const {
  if (error.detail == "locked")
    return complain(
        kLocalStorage, QStringLiteral("profile_in_use"),
        QStringLiteral("another program uses the profile %1; only reading works meanwhile").arg(arguments_.profile));
  const QString code = QString::fromUtf8(errorName(error.code).data());
  return complain(kLocalStorage, code,
                  QStringLiteral("the profile %1 cannot be opened: %2")
                      .arg(arguments_.profile, wordsOf(code, QString::fromStdString(error.detail))));
}

int Desk::open() {
  const Needs needs = arguments_.command->needs;
  // Where nothing ever was, looking makes nothing: only signing in begins a profile.
  const bool isThere = QFileInfo::exists(arguments_.profile);
  if (isThere || needs == Needs::profile)
    if (const auto opened = engine_.open(); !opened) return complainOfOpening(opened.error());
  const bool hasCache = !engine_.userId().isNil();
  if ((needs == Needs::account && !engine_.isSignedIn()) || (needs == Needs::cache && !hasCache))
    return complain(
        kNotSignedIn, QStringLiteral("not_signed_in"),
        QStringLiteral("nobody is signed in on this profile; use 'vraagbaak-cli sign-in EMAIL --server URL'"));
  const QString from = timeText(engine_.link().lastSyncedAt);
  if (engine_.isReadOnly() && !arguments_.json)
    cli::note(QStringLiteral("another program uses the profile %1; what follows is what this computer holds, from %2")
                  .arg(arguments_.profile, from));
  else if (needs == Needs::cache && !engine_.isSignedIn())
    cli::note(QStringLiteral("signed out; what follows is what this computer holds, from %1").arg(from));
  return kDone;
}

int Desk::complain(ExitCode exit, const QString& code, const QString& message, const QJsonObject& fields) const {
  if (!arguments_.json) {
    cli::note(message);
    return exit;
  }
  auto document = fields;
  document.insert("error", errorJson(code, message));
  printJson(document, qstrcmp(arguments_.command->name, "watch") == 0);
  return exit;
}

void Desk::printRead(QJsonObject document) const {
  document.insert("read_only", engine_.isReadOnly());
  printJson(document);
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
  connect(&engine_, &Engine::tokensRevoked, &listener, look);
  connect(&engine_, &Engine::signInFinished, &listener, look);
  connect(&engine_, &Engine::searchFinished, &listener, look);
  connect(&engine_, &Engine::documentSaved, &listener, look);
  connect(&engine_, &Engine::documentTextRead, &listener, look);
  connect(&engine_, &Engine::documentRefused, &listener, look);
  connect(&engine_, &Engine::exportFinished, &listener, look);
  QTimer end;
  end.setSingleShot(true);
  connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
  end.start(atMost);
  loop.exec();
  return holds();
}

bool Desk::hasToken() {
  if (engine_.isReadOnly()) return engine_.isSignedIn();
  bool isThere = false;
  // A vault that is a file answers at once.
  if (engine_.isSignedIn()) engine_.lookForToken([&isThere](bool found) { isThere = found; });
  return isThere;
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
  if (arguments_.offline || engine_.isReadOnly() || !engine_.isSignedIn()) return kDone;
  const auto reached = connectAndSync(false);
  const QString from = timeText(engine_.link().lastSyncedAt);
  if (reached == Reached::signedOut) {
    const QString gone = QStringLiteral("the token is no longer good: sign in again");
    if (!arguments_.command->onlyReads()) return complain(kNotSignedIn, QStringLiteral("unauthorized"), gone);
    cli::note(QStringLiteral("%1; this is from %2").arg(gone, from));
  } else if (reached != Reached::live && reached != Reached::readOnly) {
    cli::note(QStringLiteral("no connection (%1); this is from %2").arg(linkName(engine_.link().link), from));
  }
  return kDone;
}

Desk::Ids Desk::outboxIds() {
  Ids ids;
  for (const auto& row : reader().outbox()) ids.insert(idText(row.id), row.createdAt);
  return ids;
}

Desk::Sent Desk::finishStoring() {
  storeError_.clear();
  refusal_.clear();
  engine_.flush(++flushes_);
  waitUntil([this] { return flushed_ == flushes_; }, std::chrono::seconds(30));
  if (!storeError_.isEmpty())
    return {kLocalStorage,
            QStringLiteral("not_stored"),
            storeError_,
            QStringLiteral("it could not be stored on this computer: ") + wordsOf(storeError_, {}),
            {}};
  if (!refusal_.isEmpty())
    return {kRefused,
            QStringLiteral("refused"),
            refusal_,
            QStringLiteral("refused: ") + wordsOf(refusal_, refusalDetail_),
            {}};
  return {};
}

Desk::Sent Desk::finishWriting(const Ids& before) {
  if (auto stored = finishStoring(); stored.exit != kDone) return stored;
  const auto ours = [&] {
    QVector<store::OutboxRow> rows;
    for (const auto& row : reader().outbox())
      if (before.value(idText(row.id), -1) != row.createdAt) rows.append(row);
    return rows;
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
  return answerOf(ours());
}

Desk::Sent Desk::answerOf(const QVector<store::OutboxRow>& rows) const {
  for (const auto& row : rows)
    if (row.state == store::SendState::refused || row.state == store::SendState::conflict)
      return {kRefused, sendStateName(row.state), row.errorCode,
              QStringLiteral("%1: %2; the text is kept, see 'vraagbaak-cli outbox'")
                  .arg(sendStateName(row.state), wordsOf(row.errorCode, row.errorDetail)),
              idText(row.id)};
  const auto waiting = std::find_if(rows.begin(), rows.end(), isUnderWay);
  if (waiting == rows.end())
    return {kDone, arguments_.offline ? QStringLiteral("queued") : QStringLiteral("received"), {}, {}, {}};
  if (!arguments_.offline)
    cli::note(QStringLiteral("no answer yet (%1): queued, it is sent with the next connection")
                  .arg(linkName(engine_.link().link)));
  return {kDone, QStringLiteral("queued"), {}, {}, idText(waiting->id)};
}

}  // namespace vb::client::cli
