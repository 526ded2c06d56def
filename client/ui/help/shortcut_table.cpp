#include "client/ui/help/shortcut_table.h"

#include <QAction>
#include <QGridLayout>
#include <QKeySequence>

#include "client/ui/controls/label.h"

namespace vb::client::ui {

QString commandText(const QAction& command) {
  QString text = command.text();
  text.replace(QLatin1String("&&"), QLatin1String("\x01"));
  text.remove(QLatin1Char('&'));
  text.replace(QLatin1String("\x01"), QLatin1String("&"));
  return text;
}

ShortcutTable::ShortcutTable(QWidget* parent) : QWidget(parent) {
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(px(32));
  grid_->setVerticalSpacing(10);
  grid_->setColumnStretch(0, 3);
  grid_->setColumnStretch(1, 2);
}

void ShortcutTable::setCommands(const QVector<QAction*>& commands) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  grid_->addWidget(new PlainLabel(tr("Keyboard shortcuts"), TextRole::heading), 0, 0, 1, 2);
  int row = 1;
  const auto add = [&](const QString& what, const QString& keys) {
    auto* words = new PlainLabel(what, TextRole::row);
    auto* pressed = new PlainLabel(keys, TextRole::rowMedium, ColorRole::primary);
    grid_->addWidget(&words->wrapped(), row, 0, Qt::AlignTop);
    grid_->addWidget(&pressed->wrapped(), row, 1, Qt::AlignTop);
    ++row;
  };
  for (const QAction* command : commands) {
    QStringList keys;
    for (const auto& sequence : command->shortcuts()) keys << sequence.toString(QKeySequence::NativeText);
    if (!keys.isEmpty()) add(commandText(*command), keys.join(tr(" or ")));
  }
  add(tr("Send what you are writing"), QStringLiteral("Ctrl+Enter"));
  add(tr("Next or previous control"), QStringLiteral("Tab, Shift+Tab"));
  grid_->setRowStretch(row, 1);
}

}  // namespace vb::client::ui
