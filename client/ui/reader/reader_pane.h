// ReaderPane: one question with its answers, and the composer that is always in sight. What comes in while somebody
// reads changes texts in place but moves nothing: new answers wait behind a button. Owned by the list screen; GUI
// thread.
#pragma once

#include <QSet>

#include "client/ui/reader/access.h"
#include "client/ui/reader/reading_positions.h"
#include "client/ui/shell/screen.h"

class QVBoxLayout;

namespace vb::client::ui {

class AnswerCard;
class Button;
class Composer;
class ContentScroll;
class EmptyState;
class LinkRow;
class PlainLabel;
class QuestionHeader;

class ReaderPane : public QuestionPane {
  Q_OBJECT

 public:
  ReaderPane(const Access& access, Preferences& preferences, QWidget* parent = nullptr);
  ~ReaderPane() override;

  void open(QuestionId question, const QString& highlightId) override;
  QuestionId question() const override { return question_; }
  void compose() override;
  QString title() const override;
  void activate() override;
  void deactivate() override;
  void setOnePane(bool onePane) override;
  void timePassed() override;
  // The text of the question, and the field to answer in.
  QVector<QWidget*> panes() override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void show(const store::QuestionView& view, bool opening);
  void reload();
  void showNothing();
  void showAnswers(const store::QuestionView& view, bool opening);
  void showActions(const store::QuestionView& view);
  void showLaterMenu();
  void remove(const QString& recordKind, const QString& recordId, Seq seq);
  void markRead(const store::QuestionView& view);
  // Opens what was left half done at this post.
  void goOn(const QString& recordId);
  AnswerCard* card(const AnswerId& id) const;
  // The answer or comment with this id; nullptr when it is not here.
  QWidget* find(const QString& recordId) const;

  Access access_;
  ReadingPositions positions_;
  QuestionId question_;
  QString highlightId_;  // to scroll to when the question arrives
  store::QuestionView view_;
  QSet<QString> removed_;   // deleted a moment ago, can still be undone
  QVector<AnswerId> held_;  // came in while reading

  Button* back_;
  ContentScroll* scroll_;
  QuestionHeader* header_ = nullptr;
  PlainLabel* answersTitle_;
  QVBoxLayout* answers_;
  QVector<AnswerCard*> cards_;
  Button* newAnswers_;
  Composer* composer_;
  PlainLabel* closedNote_;
  LinkRow* actions_;
  QWidget* page_;
  EmptyState* empty_;
};

}  // namespace vb::client::ui
