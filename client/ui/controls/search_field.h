// SearchField: a line to type a search in, with a magnifier and the shortcut that leads to it. GUI thread.
#pragma once

#include <QLineEdit>

namespace vb::client::ui {

class SearchField : public QLineEdit {
  Q_OBJECT

 public:
  // `shortcut` as shown at the right while the field is empty; may be empty.
  explicit SearchField(const QString& placeholder, const QString& shortcut = {}, QWidget* parent = nullptr);
  // As a button that looks like a field: it takes no text, a click or typing emits activated.
  void setOpensSearch(bool opens);

 Q_SIGNALS:
  void activated(const QString& typed);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void makeRoom();

  QString shortcut_;
  bool opensSearch_ = false;
};

}  // namespace vb::client::ui
