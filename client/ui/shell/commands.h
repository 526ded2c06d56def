// Commands: every command of the window as a QAction with its shortcut, for menu, switcher and the overview of
// shortcuts. Owned by the main window.
#pragma once

#include <functional>

#include <QAction>
#include <QHash>
#include <QObject>
#include <QVector>

#include "client/ui/shell/destination.h"

class QMenu;

namespace vb::client::ui {

class Commands : public QObject {
  Q_OBJECT

 public:
  enum class Id {
    ask,
    forYou,
    questions,
    mine,
    saved,
    outbox,
    drafts,
    channels,
    search,
    switcher,
    settings,
    help,
    back,
    nextPane,
    previousPane,
    larger,
    smaller,
    normalSize,
    refresh,
    menu,
    quit,
  };

  explicit Commands(QWidget* window);

  QAction* action(Id id) const { return actions_.value(id); }
  QVector<QAction*> all() const { return order_; }
  void fill(QMenu& menu) const;
  void retranslate();

 Q_SIGNALS:
  void triggered(vb::client::ui::Commands::Id id);

 private:
  void add(Id id, const QKeySequence& key, const QKeySequence& other = {});

  QWidget* window_;
  QHash<Id, QAction*> actions_;
  QVector<QAction*> order_;
};

}  // namespace vb::client::ui
