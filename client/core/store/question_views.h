// QuestionViews: rows of lists and the whole of one question as the screen shows it, pending outbox included. Part of a
// reader.
#pragma once

#include "client/core/store/question_lists.h"

namespace vb::client::store {

class QuestionViews {
 public:
  QuestionViews(Connection& connection, QuestionLists& lists, DirectoryReader& directory);

  void lookAgain(UserId me, const Overlay* overlay);
  QuestionRow row(const QuestionFacts& facts);
  std::optional<QuestionView> view(QuestionId id);

 private:
  void addRouting(const QuestionFacts& facts, QuestionRow& row);
  QVector<AnswerView> answers(QuestionId question);
  AnswerView pendingAnswer(const Pending<PostAnswer>& pending);
  void addComments(QuestionView& view);
  void addThanks(QuestionId question, AnswerView& answer);
  bool hasMark(const std::string& target, const char* kind);

  QuestionLists& lists_;
  DirectoryReader& directory_;
  const Overlay* overlay_ = nullptr;
  UserId me_;
  Statement body_, refs_, answers_, helpful_, thanks_, comments_, mark_;
};

}  // namespace vb::client::store
