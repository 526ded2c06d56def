// SimilarList: questions like the one being written, beside or under the form. A click or Enter opens one. GUI thread.
#pragma once

#include <QAbstractButton>

#include "client/core/store/views.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/label.h"

class QVBoxLayout;

namespace vb::client::ui {

class SimilarRow : public QAbstractButton {
  Q_OBJECT

 public:
  explicit SimilarRow(const store::QuestionRow& row, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
};

class SimilarList : public QWidget {
  Q_OBJECT

 public:
  explicit SimilarList(QWidget* parent = nullptr);
  void setRows(const QVector<store::QuestionRow>& rows);
  // Beside the form it has a ground and a line of its own.
  void setBeside(bool beside);
  // Where the keyboard comes, in the order on screen.
  QVector<QWidget*> stops() const;

 Q_SIGNALS:
  void questionChosen(vb::QuestionId question);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QVBoxLayout* column_;
  QVBoxLayout* rows_;
  PlainLabel* hint_;
  QVector<QuestionId> shown_;
  bool beside_ = true;
};

}  // namespace vb::client::ui
