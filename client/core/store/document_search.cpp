#include "client/core/store/document_search.h"

#include <algorithm>

#include "client/core/store/snippet.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"

namespace vb::client::store {
namespace {

// Words that a name must not hold alone for its document to be looked into: one of two is enough.
constexpr std::size_t kWordsForNamesMin = 2;
constexpr int kNamesLookedIntoMax = 200;  // that hold a word of what is typed

}  // namespace

DocumentSearch::DocumentSearch(Connection& c, DocumentLists& lists)
    : lists_(lists),
      places_(c,
              "SELECT d.id, min(p.slot), count(*) AS fitting FROM"
              " (SELECT rowid AS slot FROM document_words WHERE document_words MATCH ?1 LIMIT ?3) w"
              " CROSS JOIN document_piece p ON p.slot = w.slot JOIN content_text t ON t.number = p.content"
              " JOIN version v ON v.sha256 = t.sha256 JOIN document d ON d.current = v.id"
              " WHERE d.trashed_at = 0 GROUP BY d.id ORDER BY fitting DESC, d.changed_at DESC LIMIT ?2"),
      placesIn_(c,
                "SELECT min(p.slot), count(*) FROM document d JOIN version v ON v.id = d.current"
                " JOIN content_text t ON t.sha256 = v.sha256 JOIN document_piece p ON p.content = t.number"
                " WHERE d.id = ?1 AND p.slot IN (SELECT rowid FROM document_words WHERE document_words MATCH ?2"
                " AND rowid BETWEEN (SELECT min(slot) FROM document_piece WHERE content = t.number)"
                " AND (SELECT max(slot) FROM document_piece WHERE content = t.number))"),
      names_(c, "SELECT id, name FROM document WHERE trashed_at = 0"),
      piece_(c, "SELECT page, text FROM document_piece WHERE slot = ?"),
      document_(c,
                "SELECT d.name, coalesce(t.channel, d.channel), d.folder, d.topic, d.changed_at, d.current, v.author"
                " FROM document d LEFT JOIN version v ON v.id = d.current LEFT JOIN topic t ON t.id = d.topic"
                " WHERE d.id = ? AND d.trashed_at = 0"),
      folder_(c,
              "SELECT f.name, f.channel, f.parent, r.body FROM folder f JOIN record r ON r.rid = f.rid WHERE f.id = ?"),
      folderUp_(c, "SELECT name, parent FROM folder WHERE id = ?"),
      topicTitle_(c, "SELECT r.body FROM topic t JOIN record r ON r.rid = t.rid WHERE t.id = ?"),
      exists_(c, "SELECT 1 FROM document_words WHERE document_words MATCH ? LIMIT 1") {}

void DocumentSearch::find(const std::vector<QueryWord>& words, int limit, SearchResults& into,
                          const std::function<QString(ChannelId)>& channelName) {
  auto found = places(words, limit);
  if (words.size() >= kWordsForNamesMin && static_cast<int>(found.size()) < limit)
    for (const auto& place : placesByName(words, limit))
      if (std::none_of(found.begin(), found.end(), [&](const Place& one) { return one.document == place.document; }))
        found.push_back(place);
  for (const auto& place : found)
    if (auto hit = describe(place, words, channelName)) into.hits.append(*std::move(hit));
}

std::vector<DocumentSearch::Place> DocumentSearch::places(const std::vector<QueryWord>& words, int limit) {
  std::vector<Place> found;
  auto rows = places_.query(matchExpression(words), limit, kPiecesLookedAtMax);
  while (rows.next()) found.push_back({DocumentId{rows.uuid(0)}, rows.number(1), static_cast<int>(rows.number(2))});
  return found;
}

std::vector<DocumentSearch::Place> DocumentSearch::placesByName(const std::vector<QueryWord>& words, int limit) {
  struct Named {
    DocumentId id;
    std::vector<QueryWord> others;
  };
  std::vector<Named> named;
  {
    auto rows = names_.query();
    while (rows.next() && named.size() < kNamesLookedIntoMax) {
      const std::string name(rows.bytes(1));
      Named one{DocumentId{rows.uuid(0)}, {}};
      for (const auto& word : words)
        if (!holdsAll(name, {word})) one.others.push_back(word);
      if (!one.others.empty() && one.others.size() < words.size()) named.push_back(std::move(one));
    }
  }
  // What the name says most of comes first.
  std::stable_sort(named.begin(), named.end(),
                   [](const Named& a, const Named& b) { return a.others.size() < b.others.size(); });
  std::vector<Place> found;
  for (const auto& one : named) {
    if (static_cast<int>(found.size()) >= limit) break;
    auto rows = placesIn_.query(one.id, matchExpression(one.others));
    if (rows.next() && rows.number(1) > 0) found.push_back({one.id, rows.number(0), static_cast<int>(rows.number(1))});
  }
  return found;
}

QString DocumentSearch::placeOf(ChannelId channel, FolderId folder, TopicId topic,
                                const std::function<QString(ChannelId)>& channelName) {
  QStringList names;
  for (int steps = 0; steps < kFolderStepsMax && !folder.isNil(); ++steps) {
    auto rows = folderUp_.query(folder);
    if (!rows.next()) break;
    names.prepend(rows.string(0));
    folder = FolderId{rows.uuid(1)};
  }
  if (!topic.isNil())
    if (auto rows = topicTitle_.query(topic); rows.next())
      if (const auto body = fromJsonText<Topic>(rows.bytes(0))) names.prepend(QString::fromStdString(body->title));
  names.prepend(channelName(channel));
  return names.join(QStringLiteral(" / "));
}

std::optional<SearchHit> DocumentSearch::describe(const Place& place, const std::vector<QueryWord>& words,
                                                  const std::function<QString(ChannelId)>& channelName) {
  auto hit = named(SearchKind::document, kinds::kDocument, place.document.uuid, words, channelName);
  if (!hit) return std::nullopt;
  auto rows = piece_.query(place.slot);
  if (!rows.next()) return hit;
  hit->page = static_cast<int>(rows.number(0));
  const auto around = snippet(std::string(rows.bytes(1)), words);
  hit->snippet = around.text;
  hit->marks = around.marks;
  return hit;
}

std::optional<SearchHit> DocumentSearch::named(SearchKind kind, const std::string& recordKind, const Uuid& id,
                                               const std::vector<QueryWord>& words,
                                               const std::function<QString(ChannelId)>& channelName) {
  SearchHit hit;
  hit.kind = kind;
  hit.id = QString::fromStdString(id.text());
  std::string name;
  if (recordKind == kinds::kFolder) {
    auto rows = folder_.query(id);
    if (!rows.next()) return std::nullopt;
    name = rows.bytes(0);
    hit.channel = ChannelId{rows.uuid(1)};
    hit.folder = FolderId{id};
    if (const auto folder = fromJsonText<Folder>(rows.bytes(3))) hit.at = folder->createdAt.time_since_epoch().count();
    hit.place = placeOf(hit.channel, FolderId{rows.uuid(2)}, {}, channelName);
  } else {
    const auto row = lists_.row(DocumentId{id});
    if (!row || row->trashed) return std::nullopt;
    name = row->name.toStdString();
    hit.document = row->id;
    hit.channel = row->channel;
    hit.folder = row->folder;
    hit.at = row->changedAt;
    hit.authorName = row->changedBy;
    auto rows = document_.query(id);
    if (rows.next()) hit.version = VersionId{rows.uuid(5)};
    hit.place = placeOf(row->channel, row->folder, row->topic, channelName);
  }
  const auto title = marked(name, words);
  hit.title = title.text;
  hit.titleMarks = title.marks;
  return hit;
}

}  // namespace vb::client::store
