// StatusLine: the line at the bottom: connection and freshness · what is waiting · working hours. Owned by the main
// window.
#pragma once

#include <QWidget>

#include "client/ui/shell/link_words.h"

namespace vb::client::ui {

class Button;
class ElidedLabel;

class StatusLine : public QWidget {
  Q_OBJECT

 public:
  explicit StatusLine(QWidget* parent = nullptr);
  void setWords(const LinkWords& words);
  void setRight(const QString& text);

 Q_SIGNALS:
  void waitingClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showRight();

  class Dot;
  Dot* dot_;
  ElidedLabel* status_;
  Button* waiting_;
  ElidedLabel* right_;
};

}  // namespace vb::client::ui
