// LastingReader: a Reader that stays the same object for its users while the cache under it is wiped or rebuilt.
// Without a cache it answers that nothing is here. Drafts that are on their way to the disk, or that it has no room
// for, are read as they will be there. One per thread, like the reader inside.
#pragma once

#include <QHash>

#include "client/core/engine/lasting_channel_reader.h"
#include "client/core/store/reader.h"

namespace vb::client {

class LastingReader final : public store::Reader {
 public:
  // Where the cache is; replaces the reader inside.
  Result<void> open(const QString& directory);
  // Everything of the user goes.
  void close();

  // What was asked to be kept of the draft `key`; nullopt: that it goes. The numbers ascend.
  void draftAsked(const QString& key, quint64 number, const std::optional<store::Draft>& draft);
  // It is on disk, or what is there replaces it.
  void draftStored(const QString& key, quint64 number);

  QVector<QuestionId> questionIds(const store::QuestionQuery& query, int offset, int limit) override;
  int questionCount(const store::QuestionQuery& query) override;
  QVector<store::QuestionRow> questionRows(const QVector<QuestionId>& ids) override;
  std::optional<store::QuestionView> question(QuestionId id) override;
  QVector<store::CategoryRow> categories() override;
  QVector<CategoryId> expertise() override;
  std::optional<OwnProfile> ownProfile() override;
  std::optional<store::Person> person(UserId id) override;
  Settings settings() override;
  QString houseRules(const QString& language) override;
  QVector<store::OutboxRow> outbox() override;
  QVector<store::Draft> drafts() override;
  std::optional<store::Draft> draft(const QString& key) override;
  store::SearchResults search(const QString& query, int limit, const std::function<bool()>& interrupted) override;
  QVector<store::QuestionRow> similarQuestions(const QString& title, const QString& body, int limit) override;
  store::Counts counts() override;
  store::Freshness freshness() override;
  std::optional<KnownReach> knownReach(const QVector<CategoryId>& categories) override;
  store::ChannelReader& channels() override;
  UserId userId() override;
  QString serverUrl() override;

 private:
  struct Asked {
    quint64 number = 0;
    std::optional<store::Draft> draft;
  };
  QHash<QString, Asked> asked_;
  std::unique_ptr<store::Reader> inner_;
  LastingChannelReader channels_{inner_};
};

}  // namespace vb::client
