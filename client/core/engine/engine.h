// Engine: the interface's only door to the core, and the only class that crosses threads. Lives in the GUI thread (or
// in the only thread of vraagbaak-cli); the core runs in a thread of its own. Every action returns at once: it is
// written to the outbox together with what the user sees of it, and sent when there is a connection. Nothing here
// waits.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QString>
#include <QUrl>
#include <QVector>

#include "client/core/engine/channel_door.h"
#include "client/core/engine/channel_news.h"
#include "client/core/engine/document_door.h"
#include "client/core/engine/token_vault.h"
#include "client/core/store/reader.h"
#include "shared/domain/commands.h"

namespace vb::client {

enum class Link {
  signedOut,  // no account on this profile, or the token was revoked
  offline,    // no connection; tries again by itself
  connecting,
  syncing,    // connected, something is still coming in or going out
  live,       // everything is here and sent
  captive,    // something answered that is not our server (captive portal, F14)
  untrusted,  // certificate or TLS refused; nothing was sent (A19)
  readOnly,   // connected; the server cannot store now, what is typed stays here
};

// One state feeds status bar, banner, tray and tooltip.
struct LinkState {
  Link link = Link::offline;
  qint64 since = 0;         // UTC ms, when this state began
  qint64 lastSyncedAt = 0;  // 0 = never
  int waiting = 0;          // in the outbox, not yet on the server
  int needsAttention = 0;   // refused or conflict
  int syncPercent = -1;     // first sync; -1 = not known or not running
  bool clockWrong = false;  // this computer's clock differs from the server's by more than 10 minutes (F24)
  bool diskFull = false;    // this computer's disk is full; what is typed is kept in memory and tried again (F5)
  QString detail;           // for "copy details", English
};

// What changed in the cache since the last time; models look again at what they show.
struct ChangeSet {
  QVector<QuestionId> questions;  // these or anything under them
  bool manyQuestions = false;     // more than can be named: look at everything
  bool categories = false;
  bool people = false;
  bool expertise = false;
  bool marks = false;  // saved, read, later, ...
  bool outbox = false;
  bool drafts = false;
  bool profile = false;
  bool settings = false;
  bool channels = false;           // the list of them, members, what concerns a channel as a whole
  bool topics = false;             // topics, posts, lessons, marks: those of changedTopics, or all when it is empty
  QVector<TopicId> changedTopics;  // these or anything under them
  bool documents = false;          // documents, folders, what of them is on this computer
  bool uploads = false;
};

// For a desktop notification: never for one's own, never during the first sync, one summary instead of fifty.
struct NewQuestions {
  int count = 0;
  QuestionId newest;
  QString newestTitle;
  QString categoryNl;
  QString categoryEn;
};

struct Reach {
  QVector<CategoryId> categories;
  int total = 0;
  QVector<std::pair<Role, int>> byRole;  // groups of at least 5
  int other = 0;
  qint64 knownAt = 0;  // now when live; the moment of the last known number when offline
  bool known = false;
  bool live = false;
};

struct EngineOptions {
  QString profileDirectory;       // holds cache, drafts and outbox; made when missing, 0700
  QUrl server;                    // preset; empty = as stored in the profile
  bool readOnlyIfLocked = false;  // another process has the profile: read what is here beside it, without a connection
  bool start = true;              // connect by itself when signed in, once the event loop runs; false: goOnline() does
  bool storeToken = true;         // false: the token lives in memory only
  std::shared_ptr<TokenVault> tokens;  // where the token lives between runs; null = memory only
  QString device;                      // how this device is called in the list of sign-ins; empty = the host's name
};

class Engine : public QObject {
  Q_OBJECT

 public:
  explicit Engine(EngineOptions options, QObject* parent = nullptr);
  ~Engine() override;  // stops the core thread; what is typed and queued is on disk

  // Opens or migrates the cache. newerSchema, diskFull, ioFailed; badField with "locked" when another process has it
  // and it may not be, or cannot be, read beside that.
  Result<void> open();
  // After open(): the GUI thread's own reader.
  store::Reader& reader();
  // Connects now (after open, when signed in); called after the first paint. When connected already: looks whether the
  // connection is alive. Signed out: only tells the server of a sign-out that it did not hear of.
  void goOnline();
  void goOffline();

  LinkState link() const;
  // Opened beside another process: reader(), search, findSimilar and flush work, nothing connects, what would write is
  // refused (writeRefused, signInFinished: "forbidden") and kept nowhere.
  bool isReadOnly() const;
  bool isSignedIn() const;
  // Has the vault a token for this account? None although signed in: it was revoked or removed; sign in again. `done`
  // comes on the engine's thread, at once or later.
  void lookForToken(std::function<void(bool isThere)> done);
  UserId userId() const;
  QUrl server() const;

  // ---- account: answered by signInFinished --------------------------------------------------------------
  void signIn(const QUrl& server, const QString& email, const QString& password);
  void registerAccount(const QUrl& server, const QString& email, const QString& password, const UpdateProfile& profile);
  // Forgets the token here and revokes it at the server: now, or with the next connection, which need not be in this
  // run when the vault is lasting. wipe also removes the cache, outbox and drafts. Answered by signedOut, then by
  // tokensRevoked once the server knows.
  void signOut(bool wipe);

  // ---- writing: what is refused here is told by writeRefused; a text stays as a draft ----------------------
  // `draftKey`: the draft it was typed in, which goes; empty = "ask".
  QuestionId ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                 const QString& draftKey = {});
  AnswerId answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn);
  CommentId comment(QuestionId question, const QString& parentId, const QString& body, bool notBsn);
  void edit(const EditPost& edit);  // homeCategoryId may be nil: it is looked up
  void remove(const DeletePost& post);
  void thank(QuestionId question, AnswerId answer, bool on);
  void markHelpful(QuestionId question, AnswerId answer, bool on);
  void setExpertise(CategoryId category, bool on);
  void updateProfile(const UpdateProfile& profile);
  void setSaved(QuestionId question, const QString& targetId, bool on);
  void setFollow(QuestionId question, bool on);
  void setLater(QuestionId question, bool on, qint64 until = 0);
  void setNotForMe(QuestionId question, bool on);
  void markRead(QuestionId question);
  void updateSettings(const UpdateSettings& settings);

  // Everything that is done in channels; lives as long as the engine.
  ChannelDoor& channels();
  DocumentDoor& documents();  // the same for documents

  // ---- outbox and drafts ---------------------------------------------------------------------------------
  void retry(CommandId id);
  // writeRefused "already_sending" when it is on its way or there; so is withhold.
  void discard(CommandId id);
  // Kept back while a discard can still be taken back, and until it is; off: waits again.
  void withhold(CommandId id, bool on);
  // Replaces the text of something refused, in conflict or not yet sent, and queues it again; its draft
  // "outbox/<command>" goes.
  void rewrite(CommandId id, const QString& title, const QString& body, bool notBsn);
  // Conflict: send mine over the newest, or drop mine.
  void resolveConflict(CommandId id, bool keepMine);
  // Both are seen by reader() at once, whether or not the disk has room.
  void saveDraft(const store::Draft& draft);
  void removeDraft(const QString& key);

  // ---- looking -------------------------------------------------------------------------------------------
  void askReach(const QVector<CategoryId>& categories);          // answered by reachKnown, at once when offline
  void refresh(CategoryId category);                             // a category that is not live was opened
  void search(quint64 ticket, const QString& query, int limit);  // answered by searchFinished, in another thread
  void findSimilar(quint64 ticket, const QString& title, const QString& body, int limit);
  // Answered by flushed when everything asked of the engine before it is on disk, or was told of by storeFailed or
  // writeRefused.
  void flush(quint64 ticket);

 Q_SIGNALS:
  void linkChanged(const vb::client::LinkState& state);
  void changed(const vb::client::ChangeSet& changes);
  void newQuestions(const vb::client::NewQuestions& news);
  void newInChannels(const vb::client::ChannelNews& news);
  // errorCode empty = signed in. Otherwise an error name (bad_credentials, too_many_requests, network, ...).
  void signInFinished(const QString& errorCode, const QString& detail);
  // After signOut(), and when the token was revoked elsewhere or is not there: sign in again; nothing is lost.
  // `notErased`: an error name when signOut(true) left something of the user on this computer.
  void signedOut(const QString& notErased = {});
  // Every token that was signed out here is revoked at its server.
  void tokensRevoked();
  void reachKnown(const vb::client::Reach& reach);
  void searchFinished(quint64 ticket, const vb::client::store::SearchResults& results);
  void similarFound(quint64 ticket, const QVector<vb::client::store::QuestionRow>& rows);
  // Something typed could not be stored (disk full): it is held in memory; code is an error name.
  void storeFailed(const QString& errorCode);
  // This computer's own check refused an action: nothing was queued. An error name (forbidden, not_found, conflict,
  // bad_field, ...) or "already_sending", and which field or why, in English. `keptAsDraft`: it had a text, which is
  // among the drafts now.
  void writeRefused(const QString& errorCode, const QString& detail, bool keptAsDraft);
  void flushed(quint64 ticket);
  // Answers of DocumentDoor. Codes are error names; empty: it went well.
  void documentOpened(quint64 ticket, const vb::client::OpenedDocument& document);
  void documentSaved(quint64 ticket, const QString& errorCode);
  void documentTextRead(quint64 ticket, const vb::client::DocumentText& text);
  void exportProgressed(quint64 ticket, int done, int total);
  void exportFinished(quint64 ticket, const QString& errorCode);
  // A file could not be added: an error name (not_found, too_large, disk_full, io_failed, ...), and which file.
  void documentRefused(const QString& errorCode, const QString& detail);
  // The cache was damaged and rebuilt: how many drafts and unsent items were saved (F6).
  void cacheRebuilt(int draftsSaved, int unsentSaved);

 private:
  friend class EngineChannels;
  friend class EngineDocuments;
  class Private;
  std::unique_ptr<Private> d_;
};

}  // namespace vb::client

Q_DECLARE_METATYPE(vb::client::LinkState)
Q_DECLARE_METATYPE(vb::client::ChangeSet)
Q_DECLARE_METATYPE(vb::client::NewQuestions)
Q_DECLARE_METATYPE(vb::client::Reach)
Q_DECLARE_METATYPE(vb::client::store::SearchResults)
Q_DECLARE_METATYPE(vb::client::OpenedDocument)
Q_DECLARE_METATYPE(vb::client::DocumentText)
