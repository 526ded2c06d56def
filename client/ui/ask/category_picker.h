// CategoryPicker: chosen and suggested categories as pills, and all of them when asked. GUI thread.
#pragma once

#include <QHash>

#include "client/ui/ask/ask_presenter.h"
#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"

namespace vb::client::ui {

class CategoryPicker : public QWidget {
  Q_OBJECT

 public:
  explicit CategoryPicker(AskPresenter& presenter, QWidget* parent = nullptr);
  void focusFirst();
  // Where the keyboard comes, in the order on screen.
  QVector<QWidget*> stops() const;

 private:
  void refill();

  AskPresenter& presenter_;
  PlainLabel* why_;
  QWidget* pills_;
  QHash<CategoryId, Button*> buttons_;
  Button* all_;
};

}  // namespace vb::client::ui
