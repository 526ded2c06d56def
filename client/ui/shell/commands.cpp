#include "client/ui/shell/commands.h"

#include <QMenu>

namespace vb::client::ui {

Commands::Commands(QWidget* window) : QObject(window), window_(window) {
  add(Id::ask, QKeySequence(Qt::CTRL | Qt::Key_N));
  add(Id::switcher, QKeySequence(Qt::CTRL | Qt::Key_K));
  add(Id::search, QKeySequence(Qt::CTRL | Qt::Key_F));
  add(Id::forYou, QKeySequence(Qt::CTRL | Qt::Key_1));
  add(Id::questions, QKeySequence(Qt::CTRL | Qt::Key_2));
  add(Id::mine, QKeySequence(Qt::CTRL | Qt::Key_3));
  add(Id::saved, QKeySequence(Qt::CTRL | Qt::Key_4));
  add(Id::outbox, QKeySequence(Qt::CTRL | Qt::Key_5));
  add(Id::drafts, QKeySequence(Qt::CTRL | Qt::Key_6));
  add(Id::channels, QKeySequence(Qt::CTRL | Qt::Key_7));
  add(Id::back, QKeySequence(Qt::ALT | Qt::Key_Left));
  add(Id::nextPane, QKeySequence(Qt::Key_F6));
  add(Id::previousPane, QKeySequence(Qt::SHIFT | Qt::Key_F6));
  add(Id::refresh, QKeySequence(Qt::Key_F5));
  add(Id::larger, QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal));
  add(Id::smaller, QKeySequence(Qt::CTRL | Qt::Key_Minus));
  add(Id::normalSize, QKeySequence(Qt::CTRL | Qt::Key_0));
  add(Id::settings, QKeySequence(Qt::CTRL | Qt::Key_Comma));
  add(Id::help, QKeySequence(Qt::Key_F1));
  add(Id::menu, QKeySequence(Qt::Key_F10));
  add(Id::quit, QKeySequence(Qt::CTRL | Qt::Key_Q));
  retranslate();
}

void Commands::add(Id id, const QKeySequence& key, const QKeySequence& other) {
  auto* made = new QAction(window_);
  QList<QKeySequence> keys{key};
  if (!other.isEmpty()) keys.append(other);
  made->setShortcuts(keys);
  made->setShortcutVisibleInContextMenu(true);
  connect(made, &QAction::triggered, this, [this, id] { Q_EMIT triggered(id); });
  window_->addAction(made);
  actions_.insert(id, made);
  order_.append(made);
}

void Commands::fill(QMenu& menu) const {
  for (const Id id : {Id::ask, Id::switcher, Id::search}) menu.addAction(action(id));
  menu.addSeparator();
  for (const Id id : {Id::forYou, Id::questions, Id::mine, Id::saved, Id::outbox, Id::drafts, Id::channels})
    menu.addAction(action(id));
  menu.addSeparator();
  for (const Id id : {Id::back, Id::nextPane, Id::previousPane, Id::refresh}) menu.addAction(action(id));
  menu.addSeparator();
  for (const Id id : {Id::larger, Id::smaller, Id::normalSize}) menu.addAction(action(id));
  menu.addSeparator();
  for (const Id id : {Id::settings, Id::help, Id::quit}) menu.addAction(action(id));
}

void Commands::retranslate() {
  const auto words = [this](Id id, const QString& text) { action(id)->setText(text); };
  words(Id::ask, tr("Ask a question"));
  words(Id::switcher, tr("Go to…"));
  words(Id::search, tr("Search everything"));
  words(Id::forYou, tr("For you"));
  words(Id::questions, tr("Questions"));
  words(Id::mine, tr("My questions"));
  words(Id::saved, tr("Saved"));
  words(Id::outbox, tr("Still to send"));
  words(Id::drafts, tr("Drafts"));
  words(Id::channels, tr("All channels"));
  words(Id::back, tr("Back"));
  words(Id::nextPane, tr("Next part of the window"));
  words(Id::previousPane, tr("Previous part of the window"));
  words(Id::refresh, tr("Connect now"));
  words(Id::larger, tr("Larger text"));
  words(Id::smaller, tr("Smaller text"));
  words(Id::normalSize, tr("Normal text size"));
  words(Id::settings, tr("Settings"));
  words(Id::help, tr("Help"));
  words(Id::menu, tr("Menu"));
  words(Id::quit, tr("Quit"));
}

}  // namespace vb::client::ui
