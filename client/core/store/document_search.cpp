#include "client/core/store/document_search.h"

#include <algorithm>
#include <bit>

#include "client/core/store/document_texts.h"
#include "client/core/store/snippet.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"
#include "shared/text/words.h"

namespace vb::client::store {

DocumentSearch::DocumentSearch(Connection& c, DocumentLists& lists, WordForms& forms)
    : lists_(lists),
      forms_(forms),
      pieces_(c, "SELECT rowid FROM document_words WHERE document_words MATCH ? ORDER BY rowid DESC LIMIT ?"),
      documentsOf_(c,
                   "SELECT d.id FROM content_text t JOIN version v ON v.sha256 = t.sha256"
                   " JOIN document d ON d.id = v.document AND d.current = v.id"
                   " WHERE t.number = ? AND d.trashed_at = 0 ORDER BY d.changed_at DESC"),
      allNames_(c, "SELECT id, name FROM document WHERE trashed_at = 0"),
      piece_(c, "SELECT page, text FROM document_piece WHERE slot = ?"),
      current_(c, "SELECT current FROM document WHERE id = ?"),
      folder_(c,
              "SELECT f.name, f.channel, f.parent, r.body FROM folder f JOIN record r ON r.rid = f.rid WHERE f.id = ?"),
      folderUp_(c, "SELECT name, parent FROM folder WHERE id = ?"),
      topicTitle_(c, "SELECT r.body FROM topic t JOIN record r ON r.rid = t.rid WHERE t.id = ?"),
      exists_(c, "SELECT 1 FROM document_words WHERE document_words MATCH ? LIMIT 1") {}

void DocumentSearch::lookAgain() {
  onTheWay_.reset();
  names_.reset();
  notSearched_.reset();
}

int DocumentSearch::notSearched() {
  if (!notSearched_) notSearched_ = lists_.notSearched();
  return *notSearched_;
}

QVector<SearchHit> DocumentSearch::find(const std::vector<QueryWord>& words, int limit,
                                        const std::function<QString(ChannelId)>& channelName) {
  wasCut_ = false;
  std::vector<Place> places;
  const auto room = static_cast<std::size_t>(limit);
  placesIn(words, room, nullptr, places);
  if (words.size() > 1) placesByName(words, room, places);
  QVector<SearchHit> hits;
  for (const auto& place : places)
    if (auto hit = describe(place, words, channelName)) hits.append(*std::move(hit));
  return hits;
}

std::vector<DocumentSearch::Fitting> DocumentSearch::contents(const std::string& expression) {
  std::vector<Fitting> found;
  auto rows = pieces_.query(expression, kPiecesLookedAtMax);
  for (int looked = 0; rows.next(); ++looked) {
    const auto slot = rows.number(0);
    wasCut_ = wasCut_ || looked + 1 == kPiecesLookedAtMax;
    if (found.empty() || found.back().content != contentOf(slot)) found.push_back({contentOf(slot), slot, 0});
    found.back().slot = slot;
    ++found.back().pieces;
  }
  std::stable_sort(found.begin(), found.end(), [](const Fitting& a, const Fitting& b) { return a.pieces > b.pieces; });
  return found;
}

void DocumentSearch::placesIn(const std::vector<QueryWord>& words, std::size_t limit, const std::set<DocumentId>* among,
                              std::vector<Place>& into) {
  for (const auto& fitting : contents(matchExpression(words))) {
    if (into.size() >= limit) return;
    auto rows = documentsOf_.query(fitting.content);
    while (rows.next() && into.size() < limit) {
      const DocumentId id{rows.uuid(0)};
      const auto isHere = [&](const Place& one) { return one.document == id; };
      if ((among == nullptr || among->contains(id)) && std::none_of(into.begin(), into.end(), isHere))
        into.push_back({id, fitting.slot});
    }
  }
}

const std::vector<DocumentSearch::Name>& DocumentSearch::names() {
  if (names_) return *names_;
  std::vector<Name> read;
  auto rows = allNames_.query();
  while (rows.next()) {
    Name name{DocumentId{rows.uuid(0)}, {}};
    for (auto& word : text::cutWords(rows.bytes(1))) name.words.push_back(std::move(word.folded));
    read.push_back(std::move(name));
  }
  return names_.emplace(std::move(read));
}

void DocumentSearch::placesByName(const std::vector<QueryWord>& words, std::size_t limit, std::vector<Place>& into) {
  // By which words their names hold, as bits; kQueryWordsMax is less than there are.
  std::map<unsigned, std::set<DocumentId>> byWords;
  const unsigned all = (1U << words.size()) - 1;
  for (const auto& name : names()) {
    unsigned held = 0;
    for (std::size_t at = 0; at < words.size(); ++at)
      if (std::any_of(name.words.begin(), name.words.end(),
                      [&](const std::string& word) { return matches(words[at], word, forms_); }))
        held |= 1U << at;
    if (held != 0 && held != all) byWords[held].insert(name.document);
  }
  // What the name says most of comes first.
  std::vector<unsigned> order;
  for (const auto& [held, documents] : byWords) order.push_back(held);
  std::stable_sort(order.begin(), order.end(),
                   [](unsigned a, unsigned b) { return std::popcount(a) > std::popcount(b); });
  if (order.size() > kNameQueriesMax) order.resize(kNameQueriesMax);
  for (const unsigned held : order) {
    std::vector<QueryWord> others;
    for (std::size_t at = 0; at < words.size(); ++at)
      if ((held & (1U << at)) == 0) others.push_back(words[at]);
    placesIn(others, limit, &byWords[held], into);
  }
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
  auto hit = named(kinds::kDocument, place.document.uuid, words, channelName);
  if (!hit) return std::nullopt;
  auto rows = piece_.query(place.slot);
  if (!rows.next()) return hit;
  hit->page = static_cast<int>(rows.number(0));
  const auto around = snippet(rows.bytes(1), words, forms_);
  hit->snippet = around.text;
  hit->marks = around.marks;
  return hit;
}

std::optional<SearchHit> DocumentSearch::named(const std::string& recordKind, const Uuid& id,
                                               const std::vector<QueryWord>& words,
                                               const std::function<QString(ChannelId)>& channelName) {
  SearchHit hit;
  hit.kind = SearchKind::document;
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
    if (!onTheWay_) onTheWay_ = lists_.onTheWay();
    const auto row = lists_.row(DocumentId{id}, *onTheWay_);
    if (!row || row->trashed) return std::nullopt;
    name = row->name.toStdString();
    hit.document = row->id;
    hit.channel = row->channel;
    hit.folder = row->folder;
    hit.at = row->changedAt;
    hit.authorName = row->changedBy;
    auto rows = current_.query(id);
    if (rows.next()) hit.version = VersionId{rows.uuid(0)};
    hit.place = placeOf(row->channel, row->folder, row->topic, channelName);
  }
  const auto title = marked(name, words, forms_);
  hit.title = title.text;
  hit.titleMarks = title.marks;
  return hit;
}

}  // namespace vb::client::store
