// EngineDesk: the Desk of the running app; every call goes to the engine, every signal comes from it. Made by the
// application after the engine; outlives the screens. GUI thread.
#pragma once

#include "client/models/desk.h"

namespace vb::client {

class EngineDesk : public Desk {
  Q_OBJECT

 public:
  explicit EngineDesk(Engine& engine, QObject* parent = nullptr);

  LinkState link() const override { return engine_.link(); }
  bool isSignedIn() const override { return engine_.isSignedIn(); }
  UserId userId() const override { return engine_.userId(); }
  QUrl server() const override { return engine_.server(); }

  void signIn(const QUrl& server, const QString& email, const QString& password) override {
    engine_.signIn(server, email, password);
  }
  void registerAccount(const QUrl& server, const QString& email, const QString& password,
                       const UpdateProfile& profile) override {
    engine_.registerAccount(server, email, password, profile);
  }
  void signOut(bool wipe) override { engine_.signOut(wipe); }

  QuestionId ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                 const QString& draftKey) override {
    return engine_.ask(title, body, categories, notBsn, draftKey);
  }
  AnswerId answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn) override {
    return engine_.answer(question, body, sources, notBsn);
  }
  CommentId comment(QuestionId question, const QString& parentId, const QString& body, bool notBsn) override {
    return engine_.comment(question, parentId, body, notBsn);
  }
  void edit(const EditPost& edit) override { engine_.edit(edit); }
  void remove(const DeletePost& post) override { engine_.remove(post); }
  void thank(QuestionId question, AnswerId answer, bool on) override { engine_.thank(question, answer, on); }
  void markHelpful(QuestionId question, AnswerId answer, bool on) override {
    engine_.markHelpful(question, answer, on);
  }
  void setExpertise(CategoryId category, bool on) override { engine_.setExpertise(category, on); }
  void updateProfile(const UpdateProfile& profile) override { engine_.updateProfile(profile); }
  void setSaved(QuestionId question, const QString& targetId, bool on) override {
    engine_.setSaved(question, targetId, on);
  }
  void setFollow(QuestionId question, bool on) override { engine_.setFollow(question, on); }
  void setLater(QuestionId question, bool on, qint64 until) override { engine_.setLater(question, on, until); }
  void setNotForMe(QuestionId question, bool on) override { engine_.setNotForMe(question, on); }
  void markRead(QuestionId question) override { engine_.markRead(question); }
  void updateSettings(const UpdateSettings& settings) override { engine_.updateSettings(settings); }

  ChannelDoor& channels() override { return engine_.channels(); }
  DocumentDoor& documents() override { return engine_.documents(); }

  void retry(CommandId id) override { engine_.retry(id); }
  void discard(CommandId id) override { engine_.discard(id); }
  void withhold(CommandId id, bool on) override { engine_.withhold(id, on); }
  void rewrite(CommandId id, const QString& title, const QString& body, bool notBsn) override {
    engine_.rewrite(id, title, body, notBsn);
  }
  void resolveConflict(CommandId id, bool keepMine) override { engine_.resolveConflict(id, keepMine); }
  void saveDraft(const store::Draft& draft) override { engine_.saveDraft(draft); }
  void removeDraft(const QString& key) override { engine_.removeDraft(key); }
  void flush(quint64 ticket) override { engine_.flush(ticket); }

  void askReach(const QVector<CategoryId>& categories) override { engine_.askReach(categories); }
  void refresh(CategoryId category) override { engine_.refresh(category); }
  void search(quint64 ticket, const QString& query, int limit) override { engine_.search(ticket, query, limit); }
  void findSimilar(quint64 ticket, const QString& title, const QString& body, int limit) override {
    engine_.findSimilar(ticket, title, body, limit);
  }

 private:
  Engine& engine_;
};

}  // namespace vb::client
