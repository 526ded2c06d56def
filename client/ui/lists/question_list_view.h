// QuestionListView: the list itself: arrows, j and k, Home and End, Enter; keeps its place when rows come and go.
#pragma once

#include <QListView>

#include "client/models/question_list_model.h"

namespace vb::client::ui {

class QuestionListView : public QListView {
  Q_OBJECT

 public:
  QuestionListView(QuestionListModel& model, const QString& accessibleName, QWidget* parent = nullptr);

  QuestionId currentQuestion() const;
  // Makes it current without telling `browsed`; false when it is not in the list.
  bool select(QuestionId question);
  // Somebody moves through it by keyboard.
  bool showsRing() const { return hasFocus() && byKeyboard_; }

 Q_SIGNALS:
  void browsed(vb::QuestionId question);    // another row became current
  void opened(vb::QuestionId question);     // Enter
  void pointed(vb::QuestionId question);    // a click
  void composeAsked();                      // r
  void saveAsked(vb::QuestionId question);  // s

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void updateGeometries() override;
  void scrollContentsBy(int dx, int dy) override;
  void focusInEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void tellVisible();
  // The rows on screen get the height they need; what is read stays where it is.
  void measureVisible();
  void rememberPlace();
  void restorePlace();

  QuestionListModel& model_;
  QuestionId anchor_;
  int anchorOffset_ = 0;
  QuestionId currentBefore_;
  bool quiet_ = false;
  bool byKeyboard_ = false;
  bool measuring_ = false;
};

}  // namespace vb::client::ui
