// PersonCard: who a colleague is: name, role, job, organisation, municipality and expertise, in a small window over the
// main window. Gives the keyboard back to where it was. Its parent is the window; deletes itself. GUI thread.
#pragma once

#include <QFrame>
#include <QPointer>

#include "client/ui/reader/access.h"

namespace vb::client::ui {

class PersonCard : public QFrame {
  Q_OBJECT

 public:
  PersonCard(const Access& access, const store::Person& person, QWidget* window);

  // Shows the colleague that was found, in place of one that is shown already.
  static void open(const Access& access, const store::SearchHit& hit, QWidget* window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build(const Access& access, const store::Person& person);
  void place();
  void dismiss();

  QPointer<QWidget> before_;  // had the keyboard
  QWidget* close_ = nullptr;
  bool closing_ = false;
};

}  // namespace vb::client::ui
