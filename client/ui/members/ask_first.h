// AskFirst: a button for what cannot be undone: pressed, it says what will happen, with the way back in front. GUI
// thread.
#pragma once

#include "client/ui/controls/card.h"

namespace vb::client::ui {

class AskFirst : public QWidget {
  Q_OBJECT

 public:
  struct Words {
    QString button;
    QString question;
    QString consequence;
    QString keep;  // the way back
    QString go;    // does it
  };
  explicit AskFirst(const Words& words, QWidget* parent = nullptr);
  // No button, but the reason.
  void setForbidden(const QString& why);

 Q_SIGNALS:
  void confirmed();

 private:
  void ask();

  Words words_;
  Button* button_;
  PlainLabel* why_;
  Banner* banner_;
};

}  // namespace vb::client::ui
