// Desk: what a screen may do and hear, as an interface over the engine, so that a screen can be tested with a recorder
// in place of the core. Lives in the GUI thread. Every action returns at once; signals are the engine's own.
#pragma once

#include <QObject>

#include "client/core/engine/engine.h"

namespace vb::client {

class Desk : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  virtual LinkState link() const = 0;
  virtual bool isSignedIn() const = 0;
  virtual UserId userId() const = 0;
  virtual QUrl server() const = 0;

  virtual void signIn(const QUrl& server, const QString& email, const QString& password) = 0;
  virtual void registerAccount(const QUrl& server, const QString& email, const QString& password,
                               const UpdateProfile& profile) = 0;
  virtual void signOut(bool wipe) = 0;

  virtual QuestionId ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                         const QString& draftKey) = 0;
  virtual AnswerId answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn) = 0;
  virtual CommentId comment(QuestionId question, const QString& parentId, const QString& body, bool notBsn) = 0;
  virtual void edit(const EditPost& edit) = 0;
  virtual void remove(const DeletePost& post) = 0;
  virtual void thank(QuestionId question, AnswerId answer, bool on) = 0;
  virtual void markHelpful(QuestionId question, AnswerId answer, bool on) = 0;
  virtual void setExpertise(CategoryId category, bool on) = 0;
  virtual void updateProfile(const UpdateProfile& profile) = 0;
  virtual void setSaved(QuestionId question, const QString& targetId, bool on) = 0;
  virtual void setFollow(QuestionId question, bool on) = 0;
  virtual void setLater(QuestionId question, bool on, qint64 until) = 0;
  virtual void setNotForMe(QuestionId question, bool on) = 0;
  virtual void markRead(QuestionId question) = 0;
  virtual void updateSettings(const UpdateSettings& settings) = 0;

  virtual ChannelDoor& channels() = 0;
  virtual DocumentDoor& documents() = 0;

  virtual void retry(CommandId id) = 0;
  virtual void discard(CommandId id) = 0;
  virtual void withhold(CommandId id, bool on) = 0;
  virtual void rewrite(CommandId id, const QString& title, const QString& body, bool notBsn) = 0;
  virtual void resolveConflict(CommandId id, bool keepMine) = 0;
  virtual void saveDraft(const store::Draft& draft) = 0;
  virtual void removeDraft(const QString& key) = 0;
  // Answered by flushed when everything asked before it can be read back.
  virtual void flush(quint64 ticket) = 0;

  virtual void askReach(const QVector<CategoryId>& categories) = 0;
  virtual void refresh(CategoryId category) = 0;
  virtual void search(quint64 ticket, const QString& query, int limit) = 0;
  virtual void findSimilar(quint64 ticket, const QString& title, const QString& body, int limit) = 0;

 Q_SIGNALS:
  void linkChanged(const vb::client::LinkState& state);
  void changed(const vb::client::ChangeSet& changes);
  void signInFinished(const QString& errorCode, const QString& detail);
  void signedOut(const QString& notErased = {});
  void reachKnown(const vb::client::Reach& reach);
  void searchFinished(quint64 ticket, const vb::client::store::SearchResults& results);
  void similarFound(quint64 ticket, const QVector<vb::client::store::QuestionRow>& rows);
  void storeFailed(const QString& errorCode);
  void writeRefused(const QString& errorCode, const QString& detail, bool keptAsDraft);
  void flushed(quint64 ticket);
  void documentOpened(quint64 ticket, const vb::client::OpenedDocument& document);
  void documentSaved(quint64 ticket, const QString& errorCode);
  void documentTextRead(quint64 ticket, const vb::client::DocumentText& text);
  void exportProgressed(quint64 ticket, int done, int total);
  void exportFinished(quint64 ticket, const QString& errorCode);
  void documentRefused(const QString& errorCode, const QString& detail);
};

}  // namespace vb::client
