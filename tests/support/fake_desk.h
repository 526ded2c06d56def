// FakeDesk: a Desk that records what a screen asked for, and lets a test say what the core would. Drafts it stores as
// the core does: in the next turn of the event loop, or not while the disk is full. Owned by the test.
#pragma once

#include <functional>

#include <QStringList>

#include "client/models/desk.h"
#include "tests/support/fake_channel_door.h"
#include "tests/support/fake_document_door.h"

namespace vb::test {

class FakeDesk : public client::Desk {
 public:
  client::LinkState state;
  bool signedIn = true;
  UserId me = UserId::named("me");
  QUrl address{QStringLiteral("https://vraagbaak.example")};

  QVector<client::store::Draft>* disk = nullptr;  // where drafts are stored; borrowed
  bool diskFull = false;

  // Every call in order: "ask", "answer", ...
  QStringList calls;
  struct Asked {
    QuestionId id;
    QString title;
    QString body;
    QVector<CategoryId> categories;
    bool notBsn;
  };
  struct Written {
    QString kind;
    QString target;
    QString body;
    QStringList sources;
    bool notBsn;
  };
  struct SignIn {
    QUrl server;
    QString email;
    QString password;
  };
  QVector<Asked> askedQuestions;
  QVector<Written> written;
  QVector<SignIn> signIns;
  QStringList askedFrom;  // draft keys of ask()
  QVector<UpdateProfile> profiles;
  QVector<UpdateSettings> settings;
  QVector<EditPost> edits;
  QVector<DeletePost> removed;
  QVector<client::store::Draft> savedDrafts;
  QStringList removedDrafts;
  QVector<CommandId> retried;
  QVector<CommandId> discarded;
  QVector<std::pair<CommandId, bool>> withheld;
  QVector<std::pair<CommandId, bool>> resolved;
  QVector<std::pair<CommandId, QString>> rewritten;
  QVector<std::pair<CategoryId, bool>> expertise;
  QVector<qint64> laterUntil;
  quint64 searchTicket = 0;
  QString searchQuery;
  quint64 similarTicket = 0;
  QVector<CategoryId> reachAsked;

  client::LinkState link() const override { return state; }
  bool isSignedIn() const override { return signedIn; }
  UserId userId() const override { return me; }
  QUrl server() const override { return address; }

  void signIn(const QUrl& server, const QString& email, const QString& password) override {
    calls << QStringLiteral("signIn");
    signIns.append({server, email, password});
  }
  void registerAccount(const QUrl& server, const QString& email, const QString& password,
                       const UpdateProfile& profile) override {
    calls << QStringLiteral("registerAccount");
    signIns.append({server, email, password});
    profiles.append(profile);
  }
  void signOut(bool wipe) override { calls << (wipe ? QStringLiteral("wipe") : QStringLiteral("signOut")); }

  QuestionId ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                 const QString& draftKey) override {
    calls << QStringLiteral("ask");
    askedFrom << draftKey;
    const auto id = QuestionId::named("asked " + title.toStdString());
    askedQuestions.append({id, title, body, categories, notBsn});
    dropDraft(draftKey);
    return id;
  }
  AnswerId answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn) override {
    calls << QStringLiteral("answer");
    written.append({QStringLiteral("answer"), QString::fromStdString(question.text()), body, sources, notBsn});
    dropDraft(QStringLiteral("answer/") + QString::fromStdString(question.text()));
    return AnswerId::named("answered " + body.toStdString());
  }
  CommentId comment(QuestionId, const QString& parentId, const QString& body, bool notBsn) override {
    calls << QStringLiteral("comment");
    written.append({QStringLiteral("comment"), parentId, body, {}, notBsn});
    dropDraft(QStringLiteral("comment/") + parentId);
    return CommentId::named("commented " + body.toStdString());
  }
  void edit(const EditPost& edit) override {
    calls << QStringLiteral("edit");
    edits.append(edit);
    dropDraft(QStringLiteral("edit/") + QString::fromStdString(edit.recordId));
  }
  void remove(const DeletePost& post) override {
    calls << QStringLiteral("remove");
    removed.append(post);
  }
  void thank(QuestionId, AnswerId, bool on) override { note("thank", on); }
  void markHelpful(QuestionId, AnswerId, bool on) override { note("markHelpful", on); }
  void setExpertise(CategoryId category, bool on) override {
    note("setExpertise", on);
    expertise.append({category, on});
  }
  void updateProfile(const UpdateProfile& profile) override {
    calls << QStringLiteral("updateProfile");
    profiles.append(profile);
  }
  void setSaved(QuestionId, const QString&, bool on) override { note("setSaved", on); }
  void setFollow(QuestionId, bool on) override { note("setFollow", on); }
  void setLater(QuestionId, bool on, qint64 until) override {
    note("setLater", on);
    laterUntil.append(until);
  }
  void setNotForMe(QuestionId, bool on) override { note("setNotForMe", on); }
  void markRead(QuestionId) override { calls << QStringLiteral("markRead"); }
  void updateSettings(const UpdateSettings& wished) override {
    calls << QStringLiteral("updateSettings");
    settings.append(wished);
  }

  FakeChannelDoor door;
  client::ChannelDoor& channels() override { return door; }
  FakeDocumentDoor documentDoor;
  client::DocumentDoor& documents() override { return documentDoor; }

  void retry(CommandId id) override {
    calls << QStringLiteral("retry");
    retried.append(id);
  }
  void discard(CommandId id) override {
    calls << QStringLiteral("discard");
    discarded.append(id);
  }
  void withhold(CommandId id, bool on) override {
    note("withhold", on);
    withheld.append({id, on});
  }
  void rewrite(CommandId id, const QString&, const QString& body, bool) override {
    calls << QStringLiteral("rewrite");
    rewritten.append({id, body});
    dropDraft(QStringLiteral("outbox/") + QString::fromStdString(id.text()));
  }
  void resolveConflict(CommandId id, bool keepMine) override {
    calls << QStringLiteral("resolveConflict");
    resolved.append({id, keepMine});
  }
  void saveDraft(const client::store::Draft& draft) override {
    calls << QStringLiteral("saveDraft");
    savedDrafts.append(draft);
    inCore([this, draft] {
      disk->removeIf([&](const auto& old) { return old.key == draft.key; });
      disk->prepend(draft);
    });
  }
  void removeDraft(const QString& key) override {
    calls << QStringLiteral("removeDraft");
    removedDrafts << key;
    dropDraft(key);
  }
  void flush(quint64 ticket) override {
    QMetaObject::invokeMethod(
        this, [this, ticket] { Q_EMIT flushed(ticket); }, Qt::QueuedConnection);
  }

  void askReach(const QVector<CategoryId>& categories) override { reachAsked = categories; }
  void refresh(CategoryId) override { calls << QStringLiteral("refresh"); }
  void search(quint64 ticket, const QString& query, int) override {
    searchTicket = ticket;
    searchQuery = query;
  }
  void findSimilar(quint64 ticket, const QString&, const QString&, int) override { similarTicket = ticket; }

 private:
  void inCore(const std::function<void()>& store) {
    const auto attempt = [this, store] {
      if (disk == nullptr) return;
      if (diskFull) return void(Q_EMIT storeFailed(QStringLiteral("disk_full")));
      store();
      client::ChangeSet changes;
      changes.drafts = true;
      Q_EMIT changed(changes);
    };
    QMetaObject::invokeMethod(this, attempt, Qt::QueuedConnection);
  }
  void dropDraft(const QString& key) {
    inCore([this, key] { disk->removeIf([&](const auto& old) { return old.key == key; }); });
  }
  void note(const char* what, bool on) {
    calls << QString::fromLatin1(what) + (on ? QStringLiteral(" on") : QStringLiteral(" off"));
  }
};

}  // namespace vb::test
