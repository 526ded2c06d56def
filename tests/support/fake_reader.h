// FakeReader: a Reader over plain vectors that a test fills or changes, with varied sample content for screens and
// pictures. Owned by the test. Counts how many rows were asked for.
#pragma once

#include <algorithm>

#include "client/core/store/reader.h"
#include "tests/support/fake_channel_reader.h"

namespace vb::test {

class FakeReader : public client::store::Reader {
 public:
  using Row = client::store::QuestionRow;

  QVector<Row> rows;  // newest first
  QVector<client::store::CategoryRow> categoryRows;
  QVector<client::store::Person> people;
  QVector<client::store::QuestionView> views;
  QVector<client::store::OutboxRow> outboxRows;
  QVector<client::store::Draft> draftRows;
  client::store::SearchResults results;
  client::store::Counts countsNow;
  client::store::Freshness fresh;
  std::optional<KnownReach> reach;
  std::optional<OwnProfile> profile;
  Settings settingsNow;
  UserId me = UserId::named("me");
  QString rules = QStringLiteral("Houd het zakelijk.");
  int rowsAsked = 0;
  FakeChannelReader channelsNow;

  bool matches(const Row& row, const client::store::QuestionQuery& query) const {
    using client::store::QuestionFilter;
    using client::store::QuestionList;
    switch (query.list) {
      case QuestionList::forYou:
        if (row.mine) return false;
        break;
      case QuestionList::category:
        if (!query.category.isNil() && !row.categories.contains(query.category)) return false;
        break;
      case QuestionList::mine:
        if (!row.mine) return false;
        break;
      case QuestionList::saved:
        if (!row.saved) return false;
        break;
      case QuestionList::later:
        if (!row.later) return false;
        break;
      case QuestionList::followed:
        if (!row.followed) return false;
        break;
    }
    switch (query.filter) {
      case QuestionFilter::all:
        return true;
      case QuestionFilter::open:
        return !row.closed && !row.helped && !row.later;
      case QuestionFilter::unanswered:
        return row.answers == 0;
      case QuestionFilter::answered:
        return row.answers > 0;
      case QuestionFilter::helped:
        return row.helped;
      case QuestionFilter::unread:
        return row.unread;
      case QuestionFilter::later:
        return row.later;
    }
    return true;
  }

  QVector<QuestionId> questionIds(const client::store::QuestionQuery& query, int offset, int limit) override {
    QVector<QuestionId> ids;
    int skip = offset;
    for (const Row& row : rows) {
      if (!matches(row, query) || skip-- > 0) continue;
      if (ids.size() == limit) break;
      ids.append(row.id);
    }
    return ids;
  }
  int questionCount(const client::store::QuestionQuery& query) override {
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return matches(row, query); }));
  }
  QVector<Row> questionRows(const QVector<QuestionId>& ids) override {
    QVector<Row> found;
    rowsAsked += static_cast<int>(ids.size());
    for (const QuestionId id : ids)
      for (const Row& row : rows)
        if (row.id == id) {
          found.append(row);
          break;
        }
    return found;
  }
  std::optional<client::store::QuestionView> question(QuestionId id) override {
    for (const auto& view : views)
      if (view.row.id == id) return view;
    for (const Row& row : rows)
      if (row.id == id) {
        client::store::QuestionView view;
        view.row = row;
        view.author.name = row.authorName;
        view.author.municipality = row.place;
        return view;
      }
    return std::nullopt;
  }
  QVector<client::store::CategoryRow> categories() override { return categoryRows; }
  QVector<CategoryId> expertise() override {
    QVector<CategoryId> mine;
    for (const auto& category : categoryRows)
      if (category.mine) mine.append(category.id);
    return mine;
  }
  std::optional<OwnProfile> ownProfile() override { return profile; }
  std::optional<client::store::Person> person(UserId id) override {
    for (const auto& someone : people)
      if (someone.id == id) return someone;
    return std::nullopt;
  }
  Settings settings() override { return settingsNow; }
  QString houseRules(const QString&) override { return rules; }
  QVector<client::store::OutboxRow> outbox() override { return outboxRows; }
  QVector<client::store::Draft> drafts() override { return draftRows; }
  std::optional<client::store::Draft> draft(const QString& key) override {
    for (const auto& saved : draftRows)
      if (saved.key == key) return saved;
    return std::nullopt;
  }
  client::store::SearchResults search(const QString& query, int, const std::function<bool()>&) override {
    auto found = results;
    found.query = query;
    return found;
  }
  QVector<Row> similarQuestions(const QString&, const QString&, int limit) override {
    QVector<Row> found;
    for (const Row& row : rows)
      if (row.answers > 0 && found.size() < limit) found.append(row);
    return found;
  }
  client::store::Counts counts() override { return countsNow; }
  client::store::Freshness freshness() override { return fresh; }
  std::optional<KnownReach> knownReach(const QVector<CategoryId>&) override { return reach; }
  client::store::ChannelReader& channels() override { return channelsNow; }
  UserId userId() override { return me; }
  QString serverUrl() override { return QStringLiteral("https://vraagbaak.example"); }
};

// The moment at which the sample content is looked at: 16 November 2026, 10:42 in Amsterdam.
inline constexpr qint64 kSampleNow = 1794822120000;

inline CategoryId addCategory(FakeReader& reader, const char* nl, const char* en, bool mine = false) {
  client::store::CategoryRow row;
  row.id = CategoryId::named(nl);
  row.nameNl = QString::fromUtf8(nl);
  row.nameEn = QString::fromUtf8(en);
  row.descriptionNl = QStringLiteral("Vragen over %1.").arg(row.nameNl);
  row.descriptionEn = QStringLiteral("Questions about %1.").arg(row.nameEn);
  row.position = static_cast<int>(reader.categoryRows.size()) + 1;
  row.mine = mine;
  reader.categoryRows.append(row);
  return row.id;
}

inline FakeReader::Row& addQuestion(FakeReader& reader, const char* title, CategoryId category, const char* author,
                                    const char* place, int minutesAgo, int answers, bool unread = false) {
  FakeReader::Row row;
  row.id = QuestionId::named(std::string(title) + std::to_string(minutesAgo));
  row.homeCategory = category;
  row.categories = {category};
  row.title = QString::fromUtf8(title);
  row.author = UserId::named(author);
  row.authorName = QString::fromUtf8(author);
  row.place = QString::fromUtf8(place);
  row.askedAt = row.activityAt = kSampleNow - qint64(minutesAgo) * 60'000;
  row.answers = answers;
  row.unread = unread;
  row.routedToMe = true;
  reader.rows.append(row);
  return reader.rows.last();
}

// Questions as in the pictures of the design, with long titles, chips of every kind and an unknown author.
inline void fillSample(FakeReader& reader) {
  using client::store::SendState;
  const CategoryId debt = addCategory(reader, "Armoede & Schulden", "Poverty & Debt", true);
  const CategoryId law = addCategory(reader, "Wet- en regelgeving", "Law & Regulation", true);
  const CategoryId area = addCategory(reader, "Wijkgericht werken", "Neighbourhood work");
  const CategoryId wmo = addCategory(reader, "Wmo & ondersteuning", "Social support", true);
  const CategoryId buy = addCategory(reader, "Inkoop & Contracten", "Procurement & Contracts");
  const CategoryId tongue = addCategory(reader, "Taal & Digitale inclusie", "Language & Digital inclusion", true);
  const CategoryId care = addCategory(reader, "Mantelzorg & Vrijwilligers", "Informal care & Volunteers");
  addCategory(reader, "Huiselijk geweld & Veiligheid", "Domestic violence & Safety");
  addCategory(reader, "Inburgering & Nieuwkomers", "Integration & Newcomers");
  addQuestion(reader, "Hoe berekenen jullie de beslagvrije voet bij wisselend inkomen?", debt, "Sanne de Boer",
              "Utrecht", 12, 1, true);
  addQuestion(reader, "Mag een wijkteam zonder toestemming overleggen met school?", law, "Joost Verhagen", "Zwolle", 48,
              2, true);
  addQuestion(reader, "Ervaring met een inloopspreekuur in de bibliotheek?", area, "Fatma Kaya", "Leeuwarden", 80, 1,
              true);
  auto& routed = addQuestion(reader, "Indexering van tarieven Wmo: welke clausule gebruiken jullie?", buy,
                             "Mark Jansen", "Amersfoort", 185, 0);
  routed.categories.append(wmo);
  routed.via.append(wmo);
  auto& plan = addQuestion(reader, "Voorbeeld van een plan van aanpak laaggeletterdheid", tongue, "Ilse Postma",
                           "Emmen", 1200, 6);
  plan.saved = true;
  addQuestion(reader, "Vroegsignalering: hoe snel bellen jullie na een melding?", debt, "Karim Aydin", "Tilburg", 1300,
              5);
  addQuestion(reader, "Mantelzorgwaardering naar een andere gemeente", care, "Wendy Smit", "Deventer", 4 * 1440, 4)
      .saved = true;
  addQuestion(reader, "Briefadres voor een dakloze zonder binding met de gemeente", law, "Noor Peters", "Breda",
              9 * 1440, 7)
      .followed = true;
  auto& helped = addQuestion(reader, "Weigeren briefadres: welke motivering houdt stand?", law, "Bram Visser", "Assen",
                             30 * 1440, 4);
  helped.helped = true;
  addQuestion(reader,
              "Wie heeft een verordening waarin het maatwerkbudget voor kwetsbare gezinnen zonder verblijfsdocument is "
              "uitgewerkt, met toelichting?",
              wmo, "", "", 420 * 1440, 3);
  auto& own = addQuestion(reader, "Mag ik een briefadres weigeren als iemand bij vrienden slaapt?", law, "Ik",
                          "Amersfoort", 4, 0);
  own.mine = true;
  own.sendState = SendState::waiting;
  auto& ownOld = addQuestion(reader, "Welke gemeenten werken met een jongerenpunt?", debt, "Ik", "Amersfoort", 3000, 2);
  ownOld.mine = true;
  auto& refused = addQuestion(reader, "Cliënt met BSN: hoe deel ik gegevens?", law, "Ik", "Amersfoort", 200, 0);
  refused.mine = true;
  refused.sendState = SendState::refused;
  reader.countsNow = {3, 2, 1, 1, 2};
  reader.fresh = {kSampleNow - 60'000, true, 13};
}

// `count` questions spread over the sample categories; newest first.
inline void fillMany(FakeReader& reader, int count) {
  const CategoryId category = addCategory(reader, "Ouderen", "Older people", true);
  for (int i = 0; i < count; ++i)
    addQuestion(reader, "Hoe organiseren jullie dagbesteding?", category, "Sanne de Boer", "Utrecht", 10 + i, i % 4,
                i % 3 == 0);
}

}  // namespace vb::test
