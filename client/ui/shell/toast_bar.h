// ToastBar: one line over the bottom of the window for a few seconds, with an action such as "Undo". Never takes the
// focus; read out as an alert; reached with F6. Owned by the main window.
#pragma once

#include <optional>

#include <QFrame>
#include <QTimer>

#include "client/ui/shell/navigator.h"

namespace vb::client::ui {

class Button;
class PlainLabel;

class ToastBar : public QFrame {
  Q_OBJECT

 public:
  explicit ToastBar(QWidget* window);
  void show(const Navigator::Toast& toast);
  // Ends the one on screen as if its time had passed.
  void expire();
  // Puts it in its place; called when the window changes size.
  void place();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void end(bool acted);

  PlainLabel* text_;
  Button* action_;
  QTimer timer_;
  std::optional<Navigator::Toast> current_;
};

}  // namespace vb::client::ui
