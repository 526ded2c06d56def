#include "client/core/store/search.h"

#include <algorithm>

#include <QHash>
#include <QSet>

#include "client/core/store/index_words.h"
#include "client/core/store/snippet.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"
#include "shared/text/words.h"

namespace vb::client::store {
namespace {

qint64 milliseconds(Timestamp at) { return at.time_since_epoch().count(); }

// Body, or the parts of a case.
std::string textOf(const Topic& topic) {
  if (!topic.caseParts) return topic.body;
  const auto& parts = *topic.caseParts;
  return parts.situation + '\n' + parts.tried + '\n' + parts.question + '\n' + parts.agreement;
}

// Documents that came on one day, often by an import, stand by how well they fit, in the places that they have by time.
void orderDocuments(QVector<SearchHit>& hits, const QStringList& best) {
  constexpr qint64 kDayMs = 86'400'000;
  QHash<QString, qsizetype> rank;
  for (const auto& id : best) rank.insert(id, rank.size());
  for (qsizetype begin = 0; begin < hits.size();) {
    std::vector<qsizetype> places;
    qsizetype end = begin;
    for (; end < hits.size() && hits[end].at / kDayMs == hits[begin].at / kDayMs; ++end)
      if (hits[end].kind == SearchKind::document) places.push_back(end);
    begin = end;
    std::vector<SearchHit> documents;
    documents.reserve(places.size());
    for (const auto at : places) documents.push_back(std::move(hits[at]));
    std::stable_sort(documents.begin(), documents.end(),
                     [&](const SearchHit& a, const SearchHit& b) { return rank.value(a.id) < rank.value(b.id); });
    for (std::size_t i = 0; i < places.size(); ++i) hits[places[i]] = std::move(documents[i]);
  }
}

// Stops the statement that runs when the caller has lost interest.
class Interruption {
 public:
  Interruption(sqlite3* handle, const std::function<bool()>& asks) : handle_(handle) {
    if (asks)
      sqlite3_progress_handler(handle, kProgressSteps, &Interruption::ask, const_cast<std::function<bool()>*>(&asks));
  }
  ~Interruption() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

 private:
  static int ask(void* asks) { return (*static_cast<const std::function<bool()>*>(asks))() ? 1 : 0; }
  sqlite3* handle_;
};

}  // namespace

Search::Search(Connection& c, QuestionLists& lists, DirectoryReader& directory, SqliteChannelReader& channels)
    : connection_(c),
      lists_(lists),
      directory_(directory),
      channels_(channels),
      documents_(c, channels.documentLists(), forms_),
      texts_(c, "SELECT rowid FROM text_words WHERE text_words MATCH ? ORDER BY rowid DESC LIMIT ?"),
      people_(c, "SELECT rowid FROM person_words WHERE person_words MATCH ? ORDER BY rowid LIMIT ?"),
      textExists_(c, "SELECT 1 FROM text_words WHERE text_words MATCH ? LIMIT 1"),
      personExists_(c, "SELECT 1 FROM person_words WHERE person_words MATCH ? LIMIT 1"),
      textAt_(c,
              "SELECT kind.name, record.id, record.body FROM text_slot JOIN record USING (rid)"
              " JOIN kind ON kind.ordinal = record.kind WHERE text_slot.slot = ? AND record.deleted = 0"),
      personAt_(c, "SELECT id FROM record WHERE rid = ? AND deleted = 0"),
      bodyAt_(c, "SELECT body FROM record WHERE rid = ?") {}

void Search::lookAgain(UserId me, const Overlay* overlay) {
  me_ = me;
  overlay_ = overlay;
  documents_.lookAgain();
  corrected_.clear();
}

SearchResults Search::find(const QString& query, int limit, const std::function<bool()>& interrupted) {
  SearchResults results;
  results.query = query;
  auto words = queryWords(query.toStdString());
  if (words.empty()) return results;
  interrupted_ = interrupted;
  const Interruption interruption(connection_.handle(), interrupted_);
  try {
    findAll(words, limit, results);
    // Parts of compounds that nobody knows as such, then typing errors.
    if (auto wider = words; results.hits.isEmpty() && asBeginnings(wider)) findAll(wider, limit, results);
    if (results.hits.isEmpty() && correct(words)) findAll(words, limit, results);
  } catch (const StoreFailure&) {
    // Interrupted, or a damaged index: what was found stands.
  }
  return results;
}

void Search::findAll(const std::vector<QueryWord>& words, int limit, SearchResults& into) {
  findCategories(words, into);
  findChannels(words, into);
  findPeople(words, into);
  SearchResults texts;
  findPending(words, texts);
  findTexts(words, limit, texts);
  const auto best = findDocuments(words, limit, texts);
  std::stable_sort(texts.hits.begin(), texts.hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.at > b.at; });
  orderDocuments(texts.hits, best);
  const int room = std::max<int>(0, limit - static_cast<int>(into.hits.size()));
  into.documentsNotHere = texts.documentsNotHere;
  into.more = texts.more || texts.hits.size() > room;
  if (texts.hits.size() > room) texts.hits.resize(room);
  into.hits += texts.hits;
}

void Search::findCategories(const std::vector<QueryWord>& words, SearchResults& into) {
  int found = 0;
  for (const auto& category : directory_.categories(*overlay_)) {
    if (found == kCategoryHitsMax) return;
    const QString all =
        category.nameNl + QLatin1Char(' ') + category.nameEn + QLatin1Char(' ') + category.words.join(QLatin1Char(' '));
    if (!holdsAll(all.toStdString(), words, forms_)) continue;
    SearchHit hit;
    hit.kind = SearchKind::category;
    hit.id = QString::fromStdString(category.id.text());
    hit.category = category.id;
    auto title = marked(category.nameNl.toStdString(), words, forms_);
    hit.title = title.text;
    hit.titleMarks = title.marks;
    const auto described = snippet(category.descriptionNl.toStdString(), words, forms_);
    hit.snippet = described.text;
    hit.marks = described.marks;
    into.hits.append(std::move(hit));
    ++found;
  }
}

void Search::findChannels(const std::vector<QueryWord>& words, SearchResults& into) {
  int found = 0;
  for (const auto& row : channels_.channelRows()) {
    if (found == kChannelHitsMax) return;
    const std::string name = row.name.toStdString();
    const std::string about = (row.organisation + QStringLiteral(" ") + row.description).toStdString();
    if (!holdsAll(name + ' ' + about, words, forms_)) continue;
    SearchHit hit;
    hit.kind = SearchKind::channel;
    hit.id = QString::fromStdString(row.id.text());
    hit.channel = row.id;
    const auto title = marked(name, words, forms_);
    hit.title = title.text;
    hit.titleMarks = title.marks;
    const auto described = snippet(about, words, forms_);
    hit.snippet = described.text;
    hit.marks = described.marks;
    into.hits.append(std::move(hit));
    ++found;
  }
}

void Search::findPeople(const std::vector<QueryWord>& words, SearchResults& into) {
  auto rows = people_.query(matchExpression(words), kPeopleHitsMax);
  while (rows.next()) {
    UserId id;
    {
      auto at = personAt_.query(rows.number(0));
      if (at.next()) id = UserId{at.uuid(0)};
    }
    const auto person = id.isNil() ? std::nullopt : directory_.person(id, *overlay_);
    if (!person) continue;
    SearchHit hit;
    hit.kind = SearchKind::person;
    hit.id = QString::fromStdString(id.text());
    const auto title = marked(person->name.toStdString(), words, forms_);
    hit.title = title.text;
    hit.titleMarks = title.marks;
    QStringList about;
    for (const QString& item : {person->jobTitle, person->organisation, person->municipality})
      if (!item.isEmpty()) about.append(item);
    const auto described = marked(about.join(QStringLiteral(", ")).toStdString(), words, forms_);
    hit.snippet = described.text;
    hit.marks = described.marks;
    into.hits.append(std::move(hit));
  }
}

void Search::findTexts(const std::vector<QueryWord>& words, int limit, SearchResults& into) {
  auto rows = texts_.query(matchExpression(words), limit + 1);
  int found = 0;
  while (rows.next()) {
    if (++found > limit) {
      into.more = true;
      return;
    }
    if (interrupted_ && interrupted_()) return;
    const auto text = textAt(rows.number(0));
    if (!text || overlay_->isRemoved(text->id)) continue;
    auto one = hit(*text, words);
    // What stands in a channel and in a discussion of it is one.
    const bool mayBeTwice = one && (!one->topic.isNil() || one->kind == SearchKind::document);
    if (!one || (mayBeTwice && std::any_of(into.hits.begin(), into.hits.end(), [&](const SearchHit& other) {
                   return other.kind == one->kind && other.id == one->id;
                 })))
      continue;
    into.hits.append(std::move(*one));
  }
}

// A document whose name fits and whose text does is one hit, with the place in the text.
QStringList Search::findDocuments(const std::vector<QueryWord>& words, int limit, SearchResults& into) {
  auto found = documents_.find(words, limit + 1, [this](ChannelId id) { return channels_.channelName(id); });
  into.more = into.more || documents_.wasCut() || found.size() > limit;
  if (found.size() > limit) found.resize(limit);
  // Names that say it all are better than texts, and the more so the less else they say.
  std::vector<std::pair<qsizetype, QString>> byName;
  QSet<QString> ids;
  for (const auto& hit : into.hits)
    if (hit.kind == SearchKind::document && !ids.contains(hit.id)) {
      byName.emplace_back(hit.title.size(), hit.id);
      ids.insert(hit.id);
    }
  std::stable_sort(byName.begin(), byName.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  QStringList best;
  for (const auto& [length, id] : byName) best << id;
  ids.clear();
  for (const auto& hit : found) {
    best << hit.id;
    ids.insert(hit.id);
  }
  best.removeDuplicates();
  into.hits.removeIf([&](const SearchHit& hit) { return hit.kind == SearchKind::document && ids.contains(hit.id); });
  into.hits += found;
  into.documentsNotHere = documents_.notSearched();
  return best;
}

// One's own unsent texts are few: read as they are.
void Search::findPending(const std::vector<QueryWord>& words, SearchResults& into) {
  const auto add = [&](SearchKind kind, const Uuid& id, QuestionId question, const std::string& title,
                       const std::string& body, qint64 at) {
    if (!holdsAll(title + '\n' + body, words, forms_)) return;
    into.hits.append(describe(kind, id, question, title, body, me_, at, words));
  };
  for (const auto& [id, pending] : overlay_->questions)
    if (const auto facts = lists_.facts(id); facts && facts->isPending)
      add(SearchKind::question, id.uuid, id, facts->title, pending.command.body, pending.at);
  for (const auto& [question, answers] : overlay_->answers)
    for (const auto& pending : answers)
      if (!lists_.answerExists(question, pending.command.answerId))
        add(SearchKind::answer, pending.command.answerId.uuid, question, {}, pending.command.body, pending.at);
  const auto addInChannel = [&](SearchKind kind, const Uuid& id, TopicId topic, const std::string& title,
                                const std::string& body, qint64 at) {
    if (!holdsAll(title + '\n' + body, words, forms_)) return;
    if (auto hit = hitInChannel(kind, id, topic, title, body, me_, at, words)) into.hits.append(std::move(*hit));
  };
  for (const auto& [channel, topics] : overlay_->channels.topics)
    for (const auto& topic : topics)
      addInChannel(SearchKind::topic, topic.command.topicId.uuid, topic.command.topicId, topic.command.title,
                   topic.command.body, topic.at);
  for (const auto& [topic, posts] : overlay_->channels.posts)
    for (const auto& post : posts)
      addInChannel(SearchKind::post, post.command.postId.uuid, topic, {}, post.command.body, post.at);
}

std::optional<Search::Found> Search::textAt(std::int64_t slot) {
  auto rows = textAt_.query(slot);
  if (!rows.next()) return std::nullopt;
  return Found{std::string(rows.bytes(0)), rows.uuid(1), std::string(rows.bytes(2))};
}

std::optional<SearchHit> Search::hit(const Found& found, const std::vector<QueryWord>& words) {
  const auto* edit = overlay_->edit(found.id);
  const auto shown = [&](const std::string& body) { return edit != nullptr && edit->body ? *edit->body : body; };
  if (found.kind == kinds::kQuestion) {
    const auto question = fromJsonText<Question>(found.body);
    if (!question) return std::nullopt;
    return describe(SearchKind::question, found.id, QuestionId{found.id}, question->title, shown(question->body),
                    question->authorId, milliseconds(question->askedAt), words);
  }
  if (found.kind == kinds::kAnswer) {
    const auto answer = fromJsonText<Answer>(found.body);
    if (!answer) return std::nullopt;
    return describe(SearchKind::answer, found.id, answer->questionId, {}, shown(answer->body), answer->authorId,
                    milliseconds(answer->postedAt), words);
  }
  if (found.kind == kinds::kTopic) {
    const auto topic = fromJsonText<Topic>(found.body);
    if (!topic || topic->deletedAt) return std::nullopt;
    return hitInChannel(SearchKind::topic, found.id, TopicId{found.id}, topic->title, textOf(*topic), topic->authorId,
                        milliseconds(topic->startedAt), words);
  }
  if (found.kind == kinds::kPost) {
    const auto post = fromJsonText<Post>(found.body);
    if (!post || post->deletedAt) return std::nullopt;
    return hitInChannel(SearchKind::post, found.id, post->topicId, {}, post->body, post->authorId,
                        milliseconds(post->postedAt), words);
  }
  if (found.kind == kinds::kLesson) {
    const auto lesson = fromJsonText<Lesson>(found.body);
    if (!lesson) return std::nullopt;
    return hitInChannel(SearchKind::topic, found.id, TopicId{found.id}, lesson->title, lesson->body, lesson->authorId,
                        milliseconds(lesson->writtenAt), words);
  }
  if (found.kind == kinds::kDocument || found.kind == kinds::kFolder)
    return documents_.named(found.kind, found.id, words, [this](ChannelId id) { return channels_.channelName(id); });
  const auto comment = fromJsonText<Comment>(found.body);
  if (!comment) return std::nullopt;
  return describe(SearchKind::comment, found.id, comment->questionId, {}, shown(comment->body), comment->authorId,
                  milliseconds(comment->postedAt), words);
}

std::optional<SearchHit> Search::hitInChannel(SearchKind kind, const Uuid& id, TopicId topic, const std::string& title,
                                              const std::string& body, UserId author, qint64 at,
                                              const std::vector<QueryWord>& words) {
  const auto& pending = overlay_->channels;
  if (pending.removed.contains(id)) return std::nullopt;
  const auto* edit = pending.edit(id);
  const auto row = channels_.topicRow(topic);
  const std::string heading = edit != nullptr && edit->command.title ? *edit->command.title
                              : !title.empty() || !row               ? title
                                                                     : row->title.toStdString();
  auto hit = describe(kind, id, {}, heading, edit != nullptr && edit->command.body ? *edit->command.body : body, author,
                      at, words);
  hit.topic = topic;
  if (row) {
    hit.channel = row->channel;
    hit.place = channels_.channelName(row->channel);
  }
  return hit;
}

SearchHit Search::describe(SearchKind kind, const Uuid& id, QuestionId question, const std::string& title,
                           const std::string& body, UserId author, qint64 at, const std::vector<QueryWord>& words) {
  SearchHit hit;
  hit.kind = kind;
  hit.id = QString::fromStdString(id.text());
  hit.question = question;
  hit.at = at;
  const auto facts = lists_.facts(question);
  const auto heading = marked(facts ? facts->title : title, words, forms_);
  hit.title = heading.text;
  hit.titleMarks = heading.marks;
  if (facts && facts->categories.size() >= 16)
    hit.category = CategoryId{uuidOf(std::string_view(facts->categories).substr(0, 16))};
  const auto around = snippet(body, words, forms_);
  hit.snippet = around.text;
  hit.marks = around.marks;
  hit.authorName = directory_.author(author, *overlay_).name;
  return hit;
}

// ---- typing errors ---------------------------------------------------------------------------------------

bool Search::exists(const std::string& expression) {
  return textExists_.query(expression).next() || personExists_.query(expression).next() ||
         documents_.exists(expression);
}

bool Search::asBeginnings(std::vector<QueryWord>& words) {
  bool changed = false;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (letterCount(words[at].plain) <= kBeginningLetters) continue;
    words[at].isBeginning = changed = true;
    if (!exists(matchExpression(words[at]))) return false;
  }
  return changed;
}

const std::vector<Spelling>& Search::spellings(const QueryWord& word) {
  constexpr std::size_t kSpellingsMax = 6;
  const auto key = word.plain + (word.isBeginning ? "*" : "");
  if (const auto known = corrected_.find(key); known != corrected_.end()) return known->second;
  std::vector<Spelling> found;
  if (!exists(matchExpression(word)))
    for (const auto& spelling : oneErrorAway(word.plain)) {
      if (found.size() >= kSpellingsMax) break;
      if (interrupted_ && interrupted_()) throw StoreFailure{fail(ErrorCode::internal, "interrupted")};
      QueryWord other = word;
      other.spelled = {{spelling, plainToken(text::stem(spelling))}};
      if (exists(matchExpression(other))) found.push_back(std::move(other.spelled.front()));
    }
  return corrected_.emplace(key, std::move(found)).first->second;
}

bool Search::correct(std::vector<QueryWord>& words) {
  bool changed = false;
  for (auto& word : words) {
    if (letterCount(word.plain) < kTypoWordCharsMin) continue;
    word.spelled = spellings(word);
    changed = changed || !word.spelled.empty();
  }
  return changed;
}

}  // namespace vb::client::store
