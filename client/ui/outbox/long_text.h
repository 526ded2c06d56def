// LongText: the beginning of what somebody typed, and all of it when asked. GUI thread.
#pragma once

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"

namespace vb::client::ui {

class LongText : public QWidget {
  Q_OBJECT

 public:
  explicit LongText(QWidget* parent = nullptr);
  // `about` is read out with the button.
  void setText(const QString& text, const QString& about);

 private:
  void renew();

  PlainLabel* shown_;
  Button* more_;
  QString text_;
  QString about_;
  bool whole_ = false;
};

}  // namespace vb::client::ui
