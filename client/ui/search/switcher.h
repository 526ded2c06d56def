// Switcher (Ctrl+K): a small window over the main window: some letters of a question, category, colleague or command,
// then Enter. Gives the keyboard back to where it was on Esc. Its parent is the window; deletes itself. GUI thread.
#pragma once

#include <functional>

#include <QAbstractListModel>
#include <QFrame>
#include <QPointer>

#include "client/ui/reader/access.h"

class QListView;

namespace vb::client::ui {

class SearchField;

struct SwitcherEntry {
  QString iconName;
  QString text;
  QString detail;  // at the right: what it is, or its keys
  std::function<void()> go;
};

class SwitcherModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;
  void setEntries(QVector<SwitcherEntry> entries);
  const SwitcherEntry& entry(int row) const { return entries_[row]; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QVector<SwitcherEntry> entries_;
};

class Switcher : public QFrame {
  Q_OBJECT

 public:
  Switcher(const Access& access, QWidget* window);

  // Shows one, or the one that is there already.
  static void open(const Access& access, QWidget* window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void renew();
  void place();
  void choose(int row);
  void dismiss();

  Access access_;
  QPointer<QWidget> before_;  // had the keyboard
  SearchField* field_;
  QListView* list_;
  SwitcherModel* model_;
  QVector<store::SearchHit> hits_;
  quint64 ticket_ = 0;
  bool closing_ = false;
};

// Commands and categories whose name matches, and the questions and colleagues found: best first within each kind.
QVector<SwitcherEntry> switcherEntries(const Access& access, const QString& typed,
                                       const QVector<store::SearchHit>& hits, QWidget* window = nullptr);

}  // namespace vb::client::ui
