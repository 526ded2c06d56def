#include "client/core/store/question_views.h"

#include <algorithm>

#include "shared/domain/fields.h"

namespace vb::client::store {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

qint64 milliseconds(Timestamp at) { return at.time_since_epoch().count(); }

QStringList texts(const std::vector<std::string>& list) {
  QStringList out;
  for (const auto& item : list) out.append(text(item));
  return out;
}

QVector<CategoryId> unpacked(std::string_view packed) {
  QVector<CategoryId> categories;
  for (std::size_t at = 0; at + 16 <= packed.size(); at += 16)
    categories.append(CategoryId{uuidOf(packed.substr(at, 16))});
  return categories;
}

}  // namespace

QuestionViews::QuestionViews(Connection& c, QuestionLists& lists, DirectoryReader& directory)
    : lists_(lists),
      directory_(directory),
      body_(c, "SELECT seq, body FROM record WHERE rid = ?"),
      refs_(c, "SELECT category, asked_seq FROM question_ref WHERE question = ?"),
      answers_(
          c, "SELECT answer.id, record.seq, record.body FROM answer JOIN record USING (rid) WHERE answer.question = ?"),
      helpful_(c, "SELECT 1 FROM helpful WHERE question = ? AND answer = ?"),
      thanks_(c, "SELECT count(*), coalesce(max(user = ?3), 0) FROM thanks WHERE question = ?1 AND answer = ?2"),
      comments_(
          c,
          "SELECT comment.id, record.seq, record.body FROM comment JOIN record USING (rid) WHERE comment.question = ?"),
      mark_(c, "SELECT 1 FROM mark WHERE target = ? AND kind = ?") {}

void QuestionViews::lookAgain(UserId me, const Overlay* overlay) {
  me_ = me;
  overlay_ = overlay;
}

bool QuestionViews::hasMark(const std::string& target, const char* kind) {
  if (const auto* pending = overlay_->mark(target, kind)) return pending->on;
  return mark_.query(PackedId(target), kind).next();
}

QuestionRow QuestionViews::row(const QuestionFacts& facts) {
  const auto marks = lists_.marks(facts.id);
  const auto author = directory_.author(facts.author, *overlay_);
  QuestionRow row;
  row.id = facts.id;
  row.categories = unpacked(facts.categories);
  if (!row.categories.isEmpty()) row.homeCategory = row.categories.front();
  row.title = text(facts.title);
  row.author = facts.author;
  row.authorName = author.name;
  row.place = author.municipality;
  row.askedAt = facts.askedAt;
  row.activityAt = facts.activityAt;
  row.answers = facts.answers;
  row.helped = facts.helped;
  row.closed = facts.closed;
  row.unread = lists_.isUnread(facts, marks);
  row.saved = marks.saved;
  row.followed = marks.follow;
  row.later = marks.later;
  row.mine = facts.author == me_;
  row.refOnly = facts.rid == 0 && !facts.isPending;
  if (const auto found = overlay_->questions.find(facts.id); found != overlay_->questions.end() && facts.isPending)
    row.sendState = found->second.state;
  if (const auto change = overlay_->changeState(facts.id.uuid); change != SendState::none) row.sendState = change;
  addRouting(facts, row);
  return row;
}

void QuestionViews::addRouting(const QuestionFacts& facts, QuestionRow& row) {
  if (row.mine) return;
  const auto& ticked = directory_.expertise(*overlay_);
  const auto isRouted = [&](CategoryId category, Seq asked) {
    const auto found = ticked.find(category);
    return found != ticked.end() && found->second >= 0 && asked > found->second;
  };
  if (facts.rid != 0) row.routedToMe = isRouted(row.homeCategory, facts.askedSeq);
  {
    auto rows = refs_.query(facts.id);
    while (!row.routedToMe && rows.next()) row.routedToMe = isRouted(CategoryId{rows.uuid(0)}, rows.number(1));
  }
  if (ticked.contains(row.homeCategory)) return;
  for (const auto& category : row.categories)
    if (ticked.contains(category)) row.via.append(category);
}

std::optional<QuestionView> QuestionViews::view(QuestionId id) {
  const auto facts = lists_.facts(id);
  if (!facts) return std::nullopt;
  QuestionView view;
  view.row = row(*facts);
  view.author = directory_.author(facts->author, *overlay_);
  if (facts->isPending) {
    view.body = text(overlay_->questions.at(id).command.body);
  } else if (facts->rid != 0) {
    auto rows = body_.query(facts->rid);
    if (rows.next()) {
      view.seq = rows.number(0);
      if (const auto question = fromJsonText<Question>(rows.bytes(1))) {
        view.body = text(question->body);
        view.routedTo = static_cast<int>(question->routedTo);
        view.edited = question->editedAt.has_value();
        view.source = text(question->source);
      }
    }
  }
  if (const auto* edit = overlay_->edit(id.uuid)) {
    if (edit->body) view.body = text(*edit->body);
    view.edited = true;
  }
  view.answers = answers(id);
  addComments(view);
  return view;
}

QVector<AnswerView> QuestionViews::answers(QuestionId question) {
  QVector<AnswerView> found;
  std::set<Uuid> here;
  auto rows = answers_.query(question);
  while (rows.next()) {
    const auto body = fromJsonText<Answer>(rows.bytes(2));
    const Uuid id = rows.uuid(0);
    here.insert(id);
    if (!body || overlay_->isRemoved(id)) continue;
    AnswerView answer;
    answer.id = AnswerId{id};
    answer.body = text(body->body);
    answer.sources = texts(body->sources);
    answer.author = directory_.author(body->authorId, *overlay_);
    answer.postedAt = milliseconds(body->postedAt);
    answer.edited = body->editedAt.has_value();
    answer.mine = body->authorId == me_;
    answer.seq = rows.number(1);
    answer.sendState = overlay_->changeState(id);
    if (const auto* edit = overlay_->edit(id)) {
      if (edit->body) answer.body = text(*edit->body);
      if (edit->sources) answer.sources = texts(*edit->sources);
      answer.edited = true;
    }
    addThanks(question, answer);
    found.append(std::move(answer));
  }
  if (const auto pending = overlay_->answers.find(question); pending != overlay_->answers.end()) {
    for (const auto& one : pending->second) {
      if (here.contains(one.command.answerId.uuid) || overlay_->isRemoved(one.command.answerId.uuid)) continue;
      found.append(pendingAnswer(one));
      addThanks(question, found.back());
    }
  }
  std::sort(found.begin(), found.end(), [](const AnswerView& a, const AnswerView& b) {
    return std::tuple(!a.helpful, a.postedAt, a.id) < std::tuple(!b.helpful, b.postedAt, b.id);
  });
  return found;
}

AnswerView QuestionViews::pendingAnswer(const Pending<PostAnswer>& pending) {
  AnswerView answer;
  answer.id = pending.command.answerId;
  answer.body = text(pending.command.body);
  answer.sources = texts(pending.command.sources);
  answer.author = directory_.author(me_, *overlay_);
  answer.postedAt = pending.at;
  answer.mine = true;
  answer.sendState = pending.state;
  if (const auto* edit = overlay_->edit(answer.id.uuid)) {
    if (edit->body) answer.body = text(*edit->body);
    if (edit->sources) answer.sources = texts(*edit->sources);
  }
  return answer;
}

void QuestionViews::addThanks(QuestionId question, AnswerView& answer) {
  {
    auto rows = thanks_.query(question, answer.id, me_);
    if (rows.next()) {
      answer.thanks = static_cast<int>(rows.number(0));
      answer.thankedByMe = rows.flag(1);
    }
  }
  if (const auto pending = overlay_->thanks.find(answer.id); pending != overlay_->thanks.end()) {
    answer.thanks += static_cast<int>(pending->second) - static_cast<int>(answer.thankedByMe);
    answer.thankedByMe = pending->second;
  }
  answer.helpful = helpful_.query(question, answer.id).next();
  if (const auto pending = overlay_->helpful.find(answer.id); pending != overlay_->helpful.end())
    answer.helpful = pending->second.second;
  answer.saved = hasMark(answer.id.text(), kinds::kSaved);
}

void QuestionViews::addComments(QuestionView& view) {
  QVector<CommentView> found;
  std::set<Uuid> here;
  {
    auto rows = comments_.query(view.row.id);
    while (rows.next()) {
      const auto body = fromJsonText<Comment>(rows.bytes(2));
      const Uuid id = rows.uuid(0);
      here.insert(id);
      if (!body || overlay_->isRemoved(id)) continue;
      CommentView comment;
      comment.id = CommentId{id};
      comment.parentId = text(body->parentId);
      comment.body = text(body->body);
      comment.author = directory_.author(body->authorId, *overlay_);
      comment.postedAt = milliseconds(body->postedAt);
      comment.edited = body->editedAt.has_value();
      comment.mine = body->authorId == me_;
      comment.seq = rows.number(1);
      comment.sendState = overlay_->changeState(id);
      found.append(std::move(comment));
    }
  }
  if (const auto pending = overlay_->comments.find(view.row.id); pending != overlay_->comments.end()) {
    for (const auto& one : pending->second) {
      const Uuid id = one.command.commentId.uuid;
      if (here.contains(id) || overlay_->isRemoved(id)) continue;
      CommentView comment;
      comment.id = one.command.commentId;
      comment.parentId = text(one.command.parentId);
      comment.body = text(one.command.body);
      comment.author = directory_.author(me_, *overlay_);
      comment.postedAt = one.at;
      comment.mine = true;
      comment.sendState = one.state;
      found.append(std::move(comment));
    }
  }
  std::sort(found.begin(), found.end(), [](const CommentView& a, const CommentView& b) {
    return std::tuple(a.postedAt, a.id) < std::tuple(b.postedAt, b.id);
  });
  const QString own = text(view.row.id.text());
  for (auto& comment : found) {
    if (const auto* edit = overlay_->edit(comment.id.uuid); edit != nullptr && edit->body) {
      comment.body = text(*edit->body);
      comment.edited = comment.edited || comment.seq > 0;
    }
    if (comment.parentId == own) {
      view.comments.append(std::move(comment));
      continue;
    }
    for (auto& answer : view.answers)
      if (text(answer.id.text()) == comment.parentId) answer.comments.append(comment);
  }
}

}  // namespace vb::client::store
