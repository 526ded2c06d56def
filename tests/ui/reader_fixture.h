// What the tests of the reader share: the real window with a question open in it.
#pragma once

#include <QScrollBar>
#include <QVBoxLayout>

#include "client/ui/drafts/tuning.h"
#include "client/ui/lists/question_list_view.h"
#include "client/ui/reader/answer_card.h"
#include "client/ui/reader/comment_item.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/reader/later.h"
#include "client/ui/reader/question_header.h"
#include "client/ui/theme/style.h"
#include "tests/ui/screen_test.h"

namespace vb::test {

using namespace vb::client::ui;

class ReaderTestBase : public ScreenTest {
 protected:
  ReaderPane* pane_ = nullptr;

  MarkdownEdit* answerField() { return fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your answer")); }
  int cards() { return static_cast<int>(pane_->findChildren<AnswerCard*>().size()); }
  client::store::QuestionView& view() { return reader().views.first(); }
  client::ChangeSet changed() {
    client::ChangeSet changes;
    changes.questions = {view().row.id};
    return changes;
  }
  void show() {
    begin();
    pane_ = made_->openQuestion(view().row.id);
    QVERIFY(pane_ != nullptr);
    settle();
  }
};

}  // namespace vb::test
