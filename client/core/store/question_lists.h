// QuestionLists: which questions a list holds, in order, by walking an index and asking each row; pending outbox
// included. Part of a reader.
#pragma once

#include <functional>
#include <set>

#include "client/core/store/directory_reader.h"
#include "client/core/store/reader.h"

namespace vb::client::store {

// A row of `question`, or a question that is only in the outbox.
struct QuestionFacts {
  QuestionId id;
  UserId author;
  std::string categories;  // packed, home first
  std::int64_t askedAt = 0;
  std::int64_t activityAt = 0;
  int answers = 0;
  bool helped = false;
  bool closed = false;
  Seq askedSeq = 0;
  Seq newsSeq = 0;
  std::int64_t rid = 0;  // 0: only a reference is here, or the outbox
  std::string title;
  bool isPending = false;  // only in the outbox
};

struct QuestionMarks {
  bool saved = false;
  bool follow = false;
  bool later = false;  // put aside, and not back yet
  bool notForMe = false;
  bool read = false;
  Seq readSeq = 0;
};

class QuestionLists {
 public:
  QuestionLists(Connection& connection, DirectoryReader& directory);

  void lookAgain(UserId me, const Overlay* overlay);
  // The moment of what is read next: what was put aside until then is back.
  void setNow(std::int64_t now) { now_ = now; }
  QVector<QuestionId> ids(const QuestionQuery& query, int offset, int limit);
  int count(const QuestionQuery& query);
  // Unread and open in "For you", without a walk over the questions.
  int countNews();
  // When the first of those put aside until later comes back after `now`; 0 when none does.
  std::int64_t nextReturn();
  std::optional<QuestionFacts> facts(QuestionId id);
  QuestionMarks marks(QuestionId id);
  bool isUnread(const QuestionFacts& facts, const QuestionMarks& marks) const;
  // In the store; not the outbox's own.
  bool answerExists(QuestionId question, AnswerId answer);

 private:
  using Visit = std::function<bool(const QuestionFacts&)>;  // false: enough
  void walk(const QuestionQuery& query, const Visit& visit);
  void walkIndex(const QuestionQuery& query, const Visit& visit);
  void walkMarked(const QuestionQuery& query, const char* kind, const Visit& visit);
  bool isTicked(std::string_view categories);
  bool belongs(const QuestionQuery& query, const QuestionFacts& facts);
  // What the user did something with that may make it other than unread and open.
  std::set<QuestionId> touched();
  bool passes(const QuestionQuery& query, const QuestionFacts& facts);
  // Is something of this question marked so, the question itself or an answer to it?
  bool isMarked(QuestionId question, const char* kind);
  void addPending(QuestionFacts& facts);
  std::vector<QuestionFacts> pendingQuestions();

  DirectoryReader& directory_;
  const Overlay* overlay_ = nullptr;
  UserId me_;
  std::int64_t now_ = 0;
  Statement byAsked_, byActivity_, byAuthor_, one_, marks_, marked_, markedTargets_, answerExists_;
  Statement groups_, touched_, returns_;
};

// Does the packed list hold this category?
bool holdsCategory(std::string_view packed, CategoryId category);

}  // namespace vb::client::store
