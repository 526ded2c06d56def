// Core: everything behind the engine's door, on the core thread: the cache, the outbox, the sync engine and the
// account. Made and owned by Engine, moved to the core thread before open(); every call below happens there. Speaks
// back through signals only.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QObject>

#include "client/core/actions/parts.h"
#include "client/core/documents/document_desk.h"
#include "client/core/engine/change_courier.h"
#include "client/core/engine/lasting_reader.h"
#include "client/core/engine/link_keeper.h"
#include "client/core/engine/news_desk.h"
#include "client/core/engine/qt_scheduler.h"
#include "client/core/engine/revocations.h"
#include "client/core/net/http_client.h"
#include "client/core/net/web_socket_transport.h"
#include "client/core/sync/sync_engine.h"

namespace vb::client {

// Of the profile, kept with one's own things: not empty when its user signed out here.
inline constexpr char kSignedOutFact[] = "signed_out";

class Core : public QObject, private sync::SyncEvents, private documents::DocumentEvents {
  Q_OBJECT

 public:
  using Write = std::function<Result<void>(const actions::ActionParts&)>;

  explicit Core(EngineOptions options);
  ~Core() override;

  struct Opened {
    QString directory;  // for readers of other threads
    UserId user;
    QString server;  // as stored
    bool signedIn = false;
    LinkState link;
  };
  Result<Opened> open();
  void close();

  // An empty token means that none is stored: sign in again.
  void goOnline(const QUrl& server, const std::string& token);
  void goOffline();
  void wake();
  void signIn(const QUrl& given, const QString& email, const QString& password);
  void registerAccount(const QUrl& server, const QString& email, const QString& password, const UpdateProfile& profile);
  void signOut(bool wipe);
  // In this run; answered by tokenRevoked.
  void revoke(const QUrl& server, const std::string& token);
  // What is left to revoke may be sent from now on, also when nobody is signed in.
  void revokeNow();

  // Runs an action. What the disk has no room for is kept in memory, in order, and tried again (F5). What the rules
  // refuse leaves its text behind as a draft, if it has one: nothing typed is lost by an answer.
  void write(Write action, const std::optional<store::Draft>& typed = {});
  // The same for a draft: of what is kept in memory only the newest of each key counts. The outbox is not looked at.
  // `number` ascends; answered by draftStored.
  void keepDraft(const QString& key, quint64 number, Write action);
  void askReach(const QVector<CategoryId>& categories);
  void refresh(CategoryId category);
  // What is asked of the documents on this computer; what cannot be done is told by storeFailed (the disk) or
  // fileRefused.
  void settle();  // what changed is looked at now
  void askDesk(const std::function<Result<void>(documents::DocumentDesk&)>& ask);

 Q_SIGNALS:
  void linkChanged(const vb::client::LinkState& state);
  void changed(const vb::client::ChangeSet& changes);
  void newQuestions(const vb::client::NewQuestions& news);
  void newInChannels(const vb::client::ChannelNews& news);
  // With an empty code: signed in; keep the token.
  void signInFinished(const QString& errorCode, const QString& detail, const QUrl& server, vb::UserId user,
                      const QString& token);
  void tokenGone();
  void reachKnown(const vb::client::Reach& reach);
  void storeFailed(const QString& errorCode);
  void writeRefused(const QString& errorCode, const QString& detail, bool keptAsDraft);
  // On disk, with everything that was asked of this draft up to `number`.
  void draftStored(const QString& key, quint64 number);
  // `notErased`: an error name when a wipe left something behind.
  void signOutFinished(const QString& notErased);
  void tokenRevoked(const QString& token);
  void tokensRevoked();  // nothing is left to revoke
  void cacheRebuilt(int draftsSaved, int unsentSaved);
  void fileRefused(const QString& errorCode, const QString& detail);
  // The cache was wiped or begun anew: open readers again.
  void cacheReplaced(const QString& directory);

 private:
  // What stands on one open cache.
  struct House;

  // SyncEvents
  void statusChanged(const sync::SyncStatus& status) override;
  void tokenRejected() override;
  void reachAnswered(std::int64_t re, std::optional<store::Reader::KnownReach> reach) override;
  void storeFailed(const Error& error) override;

  // DocumentEvents
  void outboxGrew() override;
  void documentRefused(const QString& errorCode, const QString& detail) override {
    Q_EMIT fileRefused(errorCode, detail);
  }

  Result<void> openHouse();
  // A wipe may have left none: tried anew at each need.
  Result<void> ensureHouse();
  void tellAnew();
  void finishSignIn(const QUrl& server, Result<net::SignedIn> result);
  Result<void> keepAccount(const QUrl& server, const net::SignedIn& account);
  void repair();
  Result<void> wipe();
  struct Held {
    QString draftKey;  // empty: a command
    quint64 draftNumber = 0;
    Write action;
    std::optional<store::Draft> typed;
  };
  Result<void> attempt(const Write& action);
  // Did it work? Held or refused is told.
  bool store(Held one);
  bool stored(const Held& one);  // true
  void refuse(const Error& error, const std::optional<store::Draft>& typed);
  void retryHeld();
  void tellReach(const QVector<CategoryId>& categories, const std::optional<store::Reader::KnownReach>& reach,
                 bool live);
  void updateLink();
  // Cases go at their date, also without a connection.
  void eraseExpired();

  EngineOptions options_;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<RandomSource> random_;
  std::unique_ptr<QtScheduler> scheduler_;
  std::unique_ptr<net::WebSocketTransport> transport_;
  std::unique_ptr<net::HttpClient> http_;
  std::unique_ptr<Revocations> revocations_;
  std::unique_ptr<ChangeCourier> courier_;
  std::unique_ptr<sync::Timer> writeRetry_;
  std::unique_ptr<sync::Timer> expiry_;
  std::unique_ptr<House> house_;
  LinkKeeper link_;
  QUrl server_;
  std::string token_;
  bool signedIn_ = false;
  qint64 lastSyncedAt_ = 0;
  std::deque<Held> held_;
  quint64 draftsAsked_ = 0;  // the newest number
  sync::Phase phase_ = sync::Phase::stopped;
  std::int64_t reachNumber_ = 0;
  std::map<std::int64_t, QVector<CategoryId>> reachAsked_;
  bool repairing_ = false;
};

}  // namespace vb::client
