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
  MarkdownEdit* commentField() { return fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment")); }
  MarkdownEdit* changeField() { return fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Change your text")); }
  int cards() { return static_cast<int>(pane_->findChildren<AnswerCard*>().size()); }
  client::store::QuestionView& view() { return reader().views.first(); }
  client::ChangeSet changed() {
    client::ChangeSet changes;
    changes.questions = {view().row.id};
    return changes;
  }
  // Somebody answers meanwhile; it waits behind a button.
  void someoneAnswers() {
    view().answers.prepend(answerBy(somebody("Fatma Kaya", Role::coordinator, "Coördinator", "Werkplein"), "Ook.", 0));
    made_->tell(changed());
  }
  bool showNewAnswers() { return press(pane_, "%n new answer(s)") || press(pane_, "1 new answer(s)"); }
  // The button of the editor with this field in it.
  static bool pressBeside(MarkdownEdit* field, const char* words) {
    auto* composer = field->parentWidget();
    while (composer != nullptr && qobject_cast<Composer*>(composer) == nullptr) composer = composer->parentWidget();
    return composer != nullptr && press(composer, words);
  }
  void show() {
    begin();
    pane_ = made_->openQuestion(view().row.id);
    QVERIFY(pane_ != nullptr);
    settle();
  }
};

}  // namespace vb::test
