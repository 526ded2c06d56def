// ToastBar: one line below the screen for a few seconds, with an action such as "Undo". Covers nothing: the screen
// above it is that much lower meanwhile. Never takes the focus; read out as an alert; reached with F6. Owned by the
// main window.
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
  explicit ToastBar(QWidget* parent);
  void show(const Navigator::Toast& toast);
  // Ends the one on screen as if its time had passed.
  void expire();
  // Takes it away without doing anything of what it offered: what it was about is gone.
  void forget();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void end(bool acted);
  void fit();
  QRect pill() const;

  PlainLabel* text_;
  Button* action_;
  QTimer timer_;
  std::optional<Navigator::Toast> current_;
};

}  // namespace vb::client::ui
