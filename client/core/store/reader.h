// Reader: read-only view of the local cache on its own connection; one per thread. Each call is one short snapshot;
// lists are asked for as ids and fetched in windows, so that a list of 100,000 rows costs what is on screen.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QString>
#include <QVector>

#include "client/core/store/channel_reader.h"
#include "client/core/store/views.h"

namespace vb::client::store {

enum class QuestionList {
  forYou,    // in a ticked category (by itself or by reference), not one's own, not "not for me"; its filters open and
             // unread leave out what was put aside until later
  category,  // one category, or all when none is given
  mine,      // asked by this user, those still in the outbox included
  saved,
  later,  // put aside and not back yet
  followed,
};
enum class QuestionFilter { all, open, unanswered, answered, helped, unread, later };
enum class QuestionSort { newest, activity, unansweredFirst, mostAnswers };

struct QuestionQuery {
  QuestionList list = QuestionList::forYou;
  QuestionFilter filter = QuestionFilter::open;
  QuestionSort sort = QuestionSort::newest;
  CategoryId category;  // nil = all
};

class Reader {
 public:
  virtual ~Reader() = default;

  // At most `limit` ids in order, from `offset`; enough to fill a screen quickly, the rest in the background.
  virtual QVector<QuestionId> questionIds(const QuestionQuery& query, int offset, int limit) = 0;
  virtual int questionCount(const QuestionQuery& query) = 0;
  // Same order as `ids`; an id that is gone is left out.
  virtual QVector<QuestionRow> questionRows(const QVector<QuestionId>& ids) = 0;
  virtual std::optional<QuestionView> question(QuestionId id) = 0;

  virtual QVector<CategoryRow> categories() = 0;  // by position, archived ones last
  virtual QVector<CategoryId> expertise() = 0;    // pending ticks included
  virtual std::optional<OwnProfile> ownProfile() = 0;
  virtual std::optional<Person> person(UserId id) = 0;
  virtual Settings settings() = 0;
  virtual QString houseRules(const QString& language) = 0;

  virtual QVector<OutboxRow> outbox() = 0;  // oldest first, confirmed ones left out
  virtual QVector<Draft> drafts() = 0;      // newest first
  virtual std::optional<Draft> draft(const QString& key) = 0;

  // Newest first at once; `interrupted` is asked now and then, true gives back what was found so far.
  virtual SearchResults search(const QString& query, int limit, const std::function<bool()>& interrupted = {}) = 0;
  // Answered questions like this draft, best first.
  virtual QVector<QuestionRow> similarQuestions(const QString& title, const QString& body, int limit) = 0;

  virtual Counts counts() = 0;
  virtual Freshness freshness() = 0;
  // Last known reach of these categories (any order), with its moment.
  struct KnownReach {
    int total = 0;
    QVector<std::pair<Role, int>> byRole;
    int other = 0;
    qint64 at = 0;
  };
  virtual std::optional<KnownReach> knownReach(const QVector<CategoryId>& categories) = 0;

  // On this reader's connection; stays the same object.
  virtual ChannelReader& channels() = 0;

  virtual UserId userId() = 0;  // nil before the first sign-in
  virtual QString serverUrl() = 0;
};

// `directory` is the profile's cache folder. Opens read-only; fails when there is no cache yet or a newer app wrote it.
// `now` in UTC ms decides what was put aside until later; the system's clock when not given.
Result<std::unique_ptr<Reader>> openReader(const QString& directory, std::function<qint64()> now = {});

}  // namespace vb::client::store
