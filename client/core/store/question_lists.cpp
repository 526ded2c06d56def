#include "client/core/store/question_lists.h"

#include <algorithm>
#include <cstring>

#define VB_FACTS \
  "id, author, categories, asked_at, activity_at, answers, helped, closed, asked_seq, news_seq, rid, title"

namespace vb::client::store {
namespace {

void readFacts(const Statement::Rows& rows, QuestionFacts& facts) {
  facts.id = QuestionId{rows.uuid(0)};
  facts.author = UserId{rows.uuid(1)};
  facts.categories = rows.bytes(2);
  facts.askedAt = rows.number(3);
  facts.activityAt = rows.number(4);
  facts.answers = static_cast<int>(rows.number(5));
  facts.helped = rows.flag(6);
  facts.closed = rows.flag(7);
  facts.askedSeq = rows.number(8);
  facts.newsSeq = rows.number(9);
  facts.rid = rows.number(10);
  facts.title = rows.bytes(11);
  facts.isPending = false;
}

std::int64_t sortKey(const QuestionFacts& facts, QuestionSort sort) {
  return sort == QuestionSort::activity ? facts.activityAt : facts.askedAt;
}

}  // namespace

bool holdsCategory(std::string_view packed, CategoryId category) {
  const auto& wanted = category.uuid.bytes;
  for (std::size_t at = 0; at + wanted.size() <= packed.size(); at += wanted.size())
    if (std::memcmp(packed.data() + at, wanted.data(), wanted.size()) == 0) return true;
  return false;
}

QuestionLists::QuestionLists(Connection& c, DirectoryReader& directory)
    : directory_(directory),
      byAsked_(c, "SELECT id, categories, asked_at FROM question ORDER BY asked_at DESC, id DESC"),
      byActivity_(c, "SELECT id, categories, activity_at FROM question ORDER BY activity_at DESC, id DESC"),
      byAuthor_(c, "SELECT " VB_FACTS " FROM question WHERE author = ?"),
      one_(c, "SELECT " VB_FACTS " FROM question WHERE id = ?"),
      marks_(c, "SELECT kind, seq, until FROM mark WHERE target = ?"),
      marked_(c, "SELECT DISTINCT question FROM mark WHERE kind = ?"),
      markedTargets_(c, "SELECT target FROM mark WHERE question = ?1 AND kind = ?2"),
      answerExists_(c, "SELECT 1 FROM answer WHERE question = ? AND id = ?"),
      groups_(c, "SELECT categories, open_others FROM question_group WHERE open_others > 0"),
      touched_(c, "SELECT DISTINCT question FROM mark WHERE kind IN ('read', 'later', 'not_for_me')"),
      returns_(c, "SELECT min(until) FROM mark WHERE kind = 'later' AND until > ?") {}

void QuestionLists::lookAgain(UserId me, const Overlay* overlay) {
  me_ = me;
  overlay_ = overlay;
}

bool QuestionLists::answerExists(QuestionId question, AnswerId answer) {
  return answerExists_.query(question, answer).next();
}

QuestionMarks QuestionLists::marks(QuestionId id) {
  QuestionMarks marks;
  {
    auto rows = marks_.query(id);
    while (rows.next()) {
      const auto kind = rows.bytes(0);
      if (kind == kinds::kSaved) marks.saved = true;
      if (kind == kinds::kFollow) marks.follow = true;
      if (kind == kinds::kLater) marks.later = rows.number(2) == 0 || rows.number(2) > now_;
      if (kind == kinds::kNotForMe) marks.notForMe = true;
      if (kind == kinds::kRead) marks.read = true, marks.readSeq = rows.number(1);
    }
  }
  if (overlay_->marks.empty()) return marks;
  const std::string target = id.text();
  const auto apply = [&](const char* kind, bool& into) {
    if (const auto* pending = overlay_->mark(target, kind)) into = pending->on;
  };
  apply(kinds::kSaved, marks.saved);
  apply(kinds::kFollow, marks.follow);
  if (const auto* later = overlay_->mark(target, kinds::kLater))
    marks.later = later->on && (!later->until || later->until->time_since_epoch().count() > now_);
  apply(kinds::kNotForMe, marks.notForMe);
  apply(kinds::kRead, marks.read);
  if (const auto* read = overlay_->mark(target, kinds::kRead)) marks.readSeq = std::max(marks.readSeq, read->seq);
  return marks;
}

bool QuestionLists::isUnread(const QuestionFacts& facts, const QuestionMarks& marks) const {
  if (facts.isPending) return false;
  // One's own question is news only when somebody else wrote under it.
  if (facts.author == me_) return facts.newsSeq > (marks.read ? marks.readSeq : 0);
  return !marks.read || facts.newsSeq > marks.readSeq;
}

void QuestionLists::addPending(QuestionFacts& facts) {
  if (const auto* edit = overlay_->edit(facts.id.uuid)) {
    if (edit->state) facts.closed = *edit->state == QuestionState::closed;
    if (edit->title) facts.title = *edit->title;
  }
  if (const auto found = overlay_->answers.find(facts.id); found != overlay_->answers.end()) {
    for (const auto& answer : found->second) {
      if (answer.state == SendState::refused || answerExists(facts.id, answer.command.answerId)) continue;
      ++facts.answers;
      facts.activityAt = std::max<std::int64_t>(facts.activityAt, answer.at);
    }
  }
  if (const auto found = overlay_->comments.find(facts.id); found != overlay_->comments.end())
    for (const auto& comment : found->second)
      if (comment.state != SendState::refused) facts.activityAt = std::max<std::int64_t>(facts.activityAt, comment.at);
  for (const auto& [record, state] : overlay_->removed)
    if (facts.answers > 0 && answerExists(facts.id, AnswerId{record})) --facts.answers;
  for (const auto& [answer, helpful] : overlay_->helpful)
    if (helpful.first == facts.id && helpful.second) facts.helped = true;
}

std::optional<QuestionFacts> QuestionLists::facts(QuestionId id) {
  QuestionFacts facts;
  {
    auto rows = one_.query(id);
    if (rows.next()) readFacts(rows, facts);
  }
  if (facts.id.isNil()) {
    for (auto& pending : pendingQuestions())
      if (pending.id == id) facts = std::move(pending);
    if (facts.id.isNil()) return std::nullopt;
  }
  if (overlay_->isRemoved(id.uuid)) return std::nullopt;
  addPending(facts);
  return facts;
}

std::vector<QuestionFacts> QuestionLists::pendingQuestions() {
  std::vector<QuestionFacts> found;
  for (const auto& [id, pending] : overlay_->questions) {
    if (one_.query(id).next()) continue;  // the cache has it already
    QuestionFacts facts;
    facts.id = id;
    facts.author = me_;
    for (const auto& category : pending.command.categoryIds) facts.categories += bytesOf(category.uuid);
    facts.askedAt = facts.activityAt = pending.at;
    facts.title = pending.command.title;
    facts.isPending = true;
    found.push_back(std::move(facts));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.askedAt > b.askedAt; });
  return found;
}

bool QuestionLists::isTicked(std::string_view categories) {
  const auto& ticked = directory_.expertise(*overlay_);
  return std::any_of(ticked.begin(), ticked.end(),
                     [&](const auto& one) { return holdsCategory(categories, one.first); });
}

bool QuestionLists::belongs(const QuestionQuery& query, const QuestionFacts& facts) {
  switch (query.list) {
    case QuestionList::forYou:
      return facts.author != me_ && isTicked(facts.categories);
    case QuestionList::category:
      return query.category.isNil() || holdsCategory(facts.categories, query.category);
    case QuestionList::mine:
      return facts.author == me_;
    case QuestionList::saved:
    case QuestionList::later:
    case QuestionList::followed:
      return true;
  }
  return false;
}

bool QuestionLists::passes(const QuestionQuery& query, const QuestionFacts& facts) {
  switch (query.filter) {
    case QuestionFilter::all:
      break;
    case QuestionFilter::open:
      if (facts.closed) return false;
      break;
    case QuestionFilter::unanswered:
      if (facts.closed || facts.answers > 0) return false;
      break;
    case QuestionFilter::answered:
      if (facts.answers == 0) return false;
      break;
    case QuestionFilter::helped:
      if (!facts.helped) return false;
      break;
    case QuestionFilter::unread:
    case QuestionFilter::later:
      break;
  }
  const bool needsMarks = query.list == QuestionList::forYou || query.filter == QuestionFilter::unread ||
                          query.filter == QuestionFilter::later;
  if (!needsMarks) return true;
  const auto found = marks(facts.id);
  if (query.list == QuestionList::forYou) {
    if (found.notForMe) return false;
    const bool isForNow = query.filter == QuestionFilter::open || query.filter == QuestionFilter::unread;
    if (isForNow && found.later) return false;
  }
  if (query.filter == QuestionFilter::unread) return isUnread(facts, found);
  if (query.filter == QuestionFilter::later) return found.later;
  return true;
}

void QuestionLists::walk(const QuestionQuery& query, const Visit& visit) {
  switch (query.list) {
    case QuestionList::saved:
      return walkMarked(query, kinds::kSaved, visit);
    case QuestionList::later:
      return walkMarked(query, kinds::kLater, visit);
    case QuestionList::followed:
      return walkMarked(query, kinds::kFollow, visit);
    default:
      return walkIndex(query, visit);
  }
}

void QuestionLists::walkIndex(const QuestionQuery& query, const Visit& visit) {
  auto pending = pendingQuestions();
  std::size_t nextPending = 0;
  const auto offer = [&](QuestionFacts& facts) {
    if (!belongs(query, facts) || overlay_->isRemoved(facts.id.uuid)) return true;
    addPending(facts);
    return !passes(query, facts) || visit(facts);
  };
  const bool isMine = query.list == QuestionList::mine;
  if (isMine) {
    std::vector<QuestionFacts> mine = std::move(pending);
    auto rows = byAuthor_.query(me_);
    while (rows.next()) readFacts(rows, mine.emplace_back());
    std::stable_sort(mine.begin(), mine.end(), [&](const auto& a, const auto& b) {
      return std::tuple(sortKey(a, query.sort), a.id) > std::tuple(sortKey(b, query.sort), b.id);
    });
    for (auto& facts : mine)
      if (!offer(facts)) return;
    return;
  }
  const bool isForYou = query.list == QuestionList::forYou;
  auto rows = (query.sort == QuestionSort::activity ? byActivity_ : byAsked_).query();
  QuestionFacts facts;
  while (rows.next()) {
    const auto categories = rows.bytes(1);
    if (isForYou ? !isTicked(categories) : !query.category.isNil() && !holdsCategory(categories, query.category))
      continue;
    {
      auto one = one_.query(QuestionId{rows.uuid(0)});
      if (!one.next()) continue;
      readFacts(one, facts);
    }
    while (nextPending < pending.size() && pending[nextPending].askedAt >= sortKey(facts, query.sort))
      if (!offer(pending[nextPending++])) return;
    if (!offer(facts)) return;
  }
  while (nextPending < pending.size())
    if (!offer(pending[nextPending++])) return;
}

void QuestionLists::walkMarked(const QuestionQuery& query, const char* kind, const Visit& visit) {
  std::set<QuestionId> ids;
  {
    auto rows = marked_.query(kind);
    while (rows.next()) ids.insert(QuestionId{rows.uuid(0)});
  }
  std::set<QuestionId> unmarked;
  for (const auto& [key, pending] : overlay_->marks) {
    if (key.second != kind) continue;
    (pending.command.on ? ids : unmarked).insert(pending.command.questionId);
  }
  std::vector<QuestionFacts> found;
  for (const auto& id : ids) {
    // Taken away, unless another mark of this kind is on the same question (a saved answer beside a saved question).
    if (unmarked.contains(id) && !isMarked(id, kind)) continue;
    if (auto one = facts(id)) found.push_back(std::move(*one));
  }
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return std::tuple(sortKey(a, query.sort), a.id) > std::tuple(sortKey(b, query.sort), b.id);
  });
  for (const auto& one : found) {
    if (query.list == QuestionList::later && !marks(one.id).later) continue;
    if (passes(query, one) && !visit(one)) return;
  }
}

bool QuestionLists::isMarked(QuestionId question, const char* kind) {
  auto rows = markedTargets_.query(question, kind);
  while (rows.next()) {
    const auto* pending = overlay_->mark(rows.id(0), kind);
    if (pending == nullptr || pending->on) return true;
  }
  for (const auto& [key, pending] : overlay_->marks)
    if (key.second == kind && pending.command.on && pending.command.questionId == question) return true;
  return false;
}

QVector<QuestionId> QuestionLists::ids(const QuestionQuery& query, int offset, int limit) {
  QVector<QuestionId> found;
  if (query.sort == QuestionSort::newest || query.sort == QuestionSort::activity) {
    int skipped = 0;
    walk(query, [&](const QuestionFacts& facts) {
      if (skipped < offset) {
        ++skipped;
        return true;
      }
      found.append(facts.id);
      return found.size() < limit;
    });
    return found;
  }
  std::vector<std::pair<int, QuestionId>> all;  // by rank, newest first within it
  walk(query, [&](const QuestionFacts& facts) {
    const int rank = query.sort == QuestionSort::mostAnswers ? -facts.answers : (facts.answers > 0 ? 1 : 0);
    all.emplace_back(rank, facts.id);
    return true;
  });
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto at = static_cast<std::size_t>(offset); at < all.size() && found.size() < limit; ++at)
    found.append(all[at].second);
  return found;
}

std::set<QuestionId> QuestionLists::touched() {
  std::set<QuestionId> ids;
  {
    auto rows = touched_.query();
    while (rows.next()) ids.insert(QuestionId{rows.uuid(0)});
  }
  for (const auto& [key, pending] : overlay_->marks) ids.insert(pending.command.questionId);
  for (const auto& [record, edit] : overlay_->edits) ids.insert(QuestionId{record});
  for (const auto& [record, state] : overlay_->removed) ids.insert(QuestionId{record});
  return ids;
}

int QuestionLists::countNews() {
  std::int64_t count = 0;
  {
    auto rows = groups_.query();
    while (rows.next())
      if (isTicked(rows.bytes(0))) count += rows.number(1);
  }
  // Until the user touches it, an open question of somebody else is unread.
  const QuestionQuery query;
  for (const auto& id : touched()) {
    QuestionFacts stored;
    {
      auto rows = one_.query(id);
      if (!rows.next()) continue;
      readFacts(rows, stored);
    }
    if (!belongs(query, stored)) continue;
    if (!stored.closed) --count;
    const auto shown = facts(id);
    if (shown && passes(query, *shown) && isUnread(*shown, marks(id))) ++count;
  }
  return static_cast<int>(count);
}

std::int64_t QuestionLists::nextReturn() {
  std::int64_t next = 0;
  {
    auto rows = returns_.query(now_);
    if (rows.next()) next = rows.number(0);
  }
  for (const auto& [key, pending] : overlay_->marks) {
    if (key.second != kinds::kLater || !pending.command.on || !pending.command.until) continue;
    const auto until = pending.command.until->time_since_epoch().count();
    if (until > now_ && (next == 0 || until < next)) next = until;
  }
  return next;
}

int QuestionLists::count(const QuestionQuery& query) {
  int count = 0;
  walk(query, [&](const QuestionFacts&) { return ++count, true; });
  return count;
}

}  // namespace vb::client::store
