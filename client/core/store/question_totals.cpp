#include "client/core/store/projections.h"

namespace vb::client::store {

QuestionTotals::QuestionTotals(Connection& connection, Changes& changes)
    : changes_(changes),
      look_(connection,
            "SELECT categories, closed = 0 AND answers = 0, closed = 0 AND author <> ?2 FROM question WHERE id = ?1"),
      answers_(connection,
               "SELECT count(*), max(posted_at), max(iif(author <> ?2, seq, 0)) FROM answer WHERE question = ?1"),
      comments_(connection, "SELECT max(posted_at), max(iif(author <> ?2, seq, 0)) FROM comment WHERE question = ?1"),
      helped_(connection, "SELECT EXISTS (SELECT 1 FROM helpful WHERE question = ?)"),
      update_(connection,
              "UPDATE question SET answers = ?2, helped = ?3, activity_at = max(asked_at, ?4),"
              " news_seq = max(iif(author <> ?6, asked_seq, 0), ?5) WHERE id = ?1"),
      addTotal_(connection,
                "INSERT INTO category_total (category, questions, unanswered) VALUES (?1, ?2, ?3)"
                " ON CONFLICT (category) DO UPDATE SET questions = questions + ?2, unanswered = unanswered + ?3"),
      addGroup_(connection,
                "INSERT INTO question_group (categories, open_others) VALUES (?1, ?2)"
                " ON CONFLICT (categories) DO UPDATE SET open_others = open_others + ?2") {}

QuestionTotals::Before QuestionTotals::look(QuestionId id) {
  auto rows = look_.query(id, user_);
  if (!rows.next()) return {};
  return {std::string(rows.bytes(0)), rows.flag(1), rows.flag(2)};
}

bool QuestionTotals::wasHere(QuestionId id) const {
  const auto found = touched_.find(id);
  return found != touched_.end() && !found->second.categories.empty();
}

void QuestionTotals::touch(QuestionId id) {
  if (touched_.contains(id)) return;
  touched_.emplace(id, look(id));
  changes_.question(id);
}

void QuestionTotals::flush() {
  std::map<Uuid, std::pair<std::int64_t, std::int64_t>> totals;
  const auto count = [&totals](const Before& state, int sign) {
    for (std::size_t at = 0; at + 16 <= state.categories.size(); at += 16) {
      auto& [questions, unanswered] = totals[uuidOf(std::string_view(state.categories).substr(at, 16))];
      questions += sign;
      unanswered += state.isUnanswered ? sign : 0;
    }
  };
  std::map<std::string, std::int64_t> groups;
  for (const auto& [id, before] : touched_) {
    std::int64_t answers = 0;
    std::int64_t activity = 0;
    std::int64_t news = 0;
    {
      auto rows = answers_.query(id, user_);
      if (rows.next()) answers = rows.number(0), activity = rows.number(1), news = rows.number(2);
    }
    {
      auto rows = comments_.query(id, user_);
      if (rows.next()) activity = std::max(activity, rows.number(0)), news = std::max(news, rows.number(1));
    }
    bool helped = false;
    if (answers > 0) {
      auto rows = helped_.query(id);
      helped = rows.next() && rows.flag(0);
    }
    update_.run(id, answers, helped, activity, news, user_);
    const Before after = look(id);
    if (before.isOpenOfOthers) --groups[before.categories];
    if (after.isOpenOfOthers) ++groups[after.categories];
    if (after.categories == before.categories && after.isUnanswered == before.isUnanswered) continue;
    count(before, -1);
    count(after, 1);
  }
  touched_.clear();
  for (const auto& [categories, change] : groups)
    if (change != 0) addGroup_.run(Blob{categories}, change);
  for (const auto& [category, total] : totals) {
    if (total.first == 0 && total.second == 0) continue;
    addTotal_.run(category, total.first, total.second);
    changes_.categories = true;
  }
}

}  // namespace vb::client::store
