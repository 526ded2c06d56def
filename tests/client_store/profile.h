// A profile in a temporary folder, and records as a server would send them.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "client/core/store/cache.h"
#include "client/core/store/connection.h"
#include "client/core/store/draft_table.h"
#include "shared/domain/commands.h"
#include "shared/domain/fields.h"

namespace vb::test {

using client::store::Cache;
using client::store::CacheOptions;
using client::store::Cursor;

inline const CategoryId kDebts = CategoryId::named("schulden");
inline const CategoryId kYouth = CategoryId::named("jeugd");
inline const CategoryId kWork = CategoryId::named("werk");
inline const UserId kMe = UserId::named("me");
inline const UserId kAnna = UserId::named("anna");
inline constexpr char kServer[] = "server-1";
inline constexpr char kEpoch[] = "epoch-1";
inline constexpr qint64 kStart = 1'790'000'000'000;  // a Monday morning of the tests

template <class Body>
Record record(const char* kind, const std::string& id, Seq seq, const Body& body) {
  return Record{kind, id, seq, false, toJsonText(body)};
}
inline Record tombstone(const char* kind, const std::string& id, Seq seq) { return Record{kind, id, seq, true, {}}; }

inline Question question(const std::string& title, UserId author, std::vector<CategoryId> categories, int minute = 0) {
  Question made;
  made.title = title;
  made.body = "Tekst bij " + title;
  made.authorId = author;
  made.categoryIds = std::move(categories);
  made.askedAt = Timestamp(Milliseconds(kStart + minute * 60'000));
  made.askedSeq = 1 + minute;
  made.routedTo = 12;
  return made;
}
inline Answer answer(QuestionId question, const std::string& body, UserId author, int minute = 0) {
  Answer made;
  made.questionId = question;
  made.body = body;
  made.authorId = author;
  made.postedAt = Timestamp(Milliseconds(kStart + minute * 60'000));
  return made;
}
inline Cursor upTo(Seq high, Seq low = 1, const char* epoch = kEpoch) { return Cursor{epoch, 1, low, high}; }

// The call must succeed; otherwise its error is shown.
#define STORED(call)                                                                                                 \
  do {                                                                                                               \
    const auto result_ = (call);                                                                                     \
    QVERIFY2(                                                                                                        \
        result_.ok(),                                                                                                \
        result_.ok() ? "" : (std::string(errorName(result_.error().code)) + ": " + result_.error().detail).c_str()); \
  } while (false)

class ProfileFolder {
 public:
  QString path() const { return dir_.path() + QStringLiteral("/profile"); }
  QString file(const char* name) const { return path() + QLatin1Char('/') + QLatin1String(name); }
  // Must open.
  std::unique_ptr<Cache> open(CacheOptions options = {}) const {
    options.durable = false;
    auto cache = Cache::open(path(), options);
    if (!cache) qFatal("%s: %s", std::string(errorName(cache.error().code)).c_str(), cache.error().detail.c_str());
    return std::move(*cache);
  }
  std::unique_ptr<Cache> openBound(CacheOptions options = {}) const {
    auto cache = open(std::move(options));
    if (!cache->bind(kServer, kMe)) qFatal("bind");
    return cache;
  }
  std::unique_ptr<client::store::Reader> reader(std::function<qint64()> now = {}) const {
    auto reader = client::store::openReader(path(), std::move(now));
    if (!reader) qFatal("reader: %s", reader.error().detail.c_str());
    return std::move(*reader);
  }
  // A number from the cache's file, by SQL.
  std::int64_t number(const char* sql) const {
    client::store::Connection connection(file("cache.db"), client::store::Connection::Mode::readOnly);
    return connection.number(sql);
  }

 private:
  QTemporaryDir dir_;
};

// Everything that a projection or a list could show, as one text: two caches with the same records have the same.
inline QStringList contents(const ProfileFolder& folder) {
  QStringList lines;
  client::store::Connection connection(folder.file("cache.db"), client::store::Connection::Mode::readOnly);
  for (const char* sql :
       {"SELECT scope.name, kind.name, hex(record.id), seq, deleted, body FROM record JOIN scope ON scope.ordinal = "
        "scope"
        " JOIN kind ON kind.ordinal = kind ORDER BY 1, 2, 3",
        "SELECT hex(id), hex(author), hex(categories), asked_at || ' ' || activity_at, answers, helped || ' ' || "
        "closed || ' ' || "
        "asked_seq || ' ' || news_seq || title FROM question ORDER BY 1",
        "SELECT hex(question), hex(id), hex(author), posted_at, seq, '' FROM answer ORDER BY 1, 2",
        "SELECT hex(question), hex(id), hex(author), posted_at, seq, '' FROM comment ORDER BY 1, 2",
        "SELECT hex(question), hex(answer), hex(user), '', '', '' FROM thanks ORDER BY 1, 2, 3",
        "SELECT hex(question), hex(category), asked_seq, '', '', '' FROM question_ref ORDER BY 1, 2",
        "SELECT hex(category), questions, unanswered, '', '', '' FROM category_total WHERE questions <> 0 ORDER BY 1",
        "SELECT name, epoch, grant_no, low, high, '' FROM scope ORDER BY 1"}) {
    client::store::Statement statement(connection, sql);
    auto rows = statement.query();
    while (rows.next()) {
      QStringList cells;
      for (int column = 0; column < 6; ++column) cells.append(rows.string(column));
      lines.append(cells.join(QLatin1Char('|')));
    }
  }
  return lines;
}

}  // namespace vb::test
