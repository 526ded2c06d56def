// SqliteReader: the reader over its own read-only connection, with own.db attached. What it parsed of people, expertise
// and outbox is kept until another connection commits.
#pragma once

#include "client/core/store/reader.h"
#include "client/core/store/search.h"

namespace vb::client::store {

class SqliteReader : public Reader {
 public:
  // Throws StoreFailure.
  SqliteReader(const QString& directory, std::function<qint64()> now);
  ~SqliteReader() override;

  QVector<QuestionId> questionIds(const QuestionQuery& query, int offset, int limit) override;
  int questionCount(const QuestionQuery& query) override;
  QVector<QuestionRow> questionRows(const QVector<QuestionId>& ids) override;
  std::optional<QuestionView> question(QuestionId id) override;
  QVector<CategoryRow> categories() override;
  QVector<CategoryId> expertise() override;
  std::optional<OwnProfile> ownProfile() override;
  std::optional<Person> person(UserId id) override;
  Settings settings() override;
  QString houseRules(const QString& language) override;
  QVector<OutboxRow> outbox() override;
  QVector<Draft> drafts() override;
  std::optional<Draft> draft(const QString& key) override;
  SearchResults search(const QString& query, int limit, const std::function<bool()>& interrupted) override;
  QVector<QuestionRow> similarQuestions(const QString& title, const QString& body, int limit) override;
  Counts counts() override;
  Freshness freshness() override;
  std::optional<KnownReach> knownReach(const QVector<CategoryId>& categories) override;
  ChannelReader& channels() override;
  UserId userId() override;
  QString serverUrl() override;

 private:
  struct Parts;
  // Runs `work` in one snapshot, with what changed looked at again; a default when the disk fails.
  template <class Work>
  auto look(Work&& work) -> decltype(work());
  void refresh();

  std::unique_ptr<Parts> parts_;
};

}  // namespace vb::client::store
