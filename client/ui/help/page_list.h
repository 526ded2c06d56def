// PageList: the pages of the help as a list like the others: quiet ground, soft selection with a bar. GUI thread.
#pragma once

#include <QListWidget>

namespace vb::client::ui {

class PageList : public QListWidget {
  Q_OBJECT

 public:
  explicit PageList(QWidget* parent = nullptr);
  void add(const QString& name, const QString& title);
  QString current() const;
  // False when there is no such page.
  bool select(const QString& name);

 Q_SIGNALS:
  void opened();  // by Enter or a click: to read, not just to walk along

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
};

}  // namespace vb::client::ui
