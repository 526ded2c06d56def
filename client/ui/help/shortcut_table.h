// ShortcutTable: every command of the window with its keys, from the commands themselves. GUI thread.
#pragma once

#include <QWidget>

class QAction;
class QGridLayout;

namespace vb::client::ui {

class ShortcutTable : public QWidget {
  Q_OBJECT

 public:
  explicit ShortcutTable(QWidget* parent = nullptr);
  void setCommands(const QVector<QAction*>& commands);

 private:
  QGridLayout* grid_;
};

// The text of a command without the ampersands of its menu.
QString commandText(const QAction& command);

}  // namespace vb::client::ui
