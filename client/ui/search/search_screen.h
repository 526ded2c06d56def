// SearchScreen: one field over everything on this computer; results while typing, newest first; says what is not here.
// Owned by the shell; GUI thread. The search itself runs in another thread.
#pragma once

#include "client/models/directory.h"
#include "client/ui/reader/access.h"
#include "client/ui/search/hit_model.h"
#include "client/ui/shell/screen.h"

class QListView;

namespace vb::client::ui {

class EmptyState;
class FilterPills;
class PlainLabel;
class SearchField;

class SearchScreen : public Screen {
  Q_OBJECT

 public:
  explicit SearchScreen(const Access& access, QWidget* parent = nullptr);

  QString title() const override { return tr("Search"); }
  void activate() override;
  // text: what to look for.
  void enter(const Visit& visit) override;
  QVector<QWidget*> panes() override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search();
  void showResults(const store::SearchResults& results);
  void renewPills();
  void open(const QModelIndex& index);

  Access access_;
  Directory directory_;
  SearchField* field_;
  FilterPills* kinds_;
  PlainLabel* summary_;
  QListView* list_;
  HitModel* model_;
  EmptyState* empty_;
  quint64 ticket_ = 0;
};

// Where a result leads; a colleague is shown in a card over `window`.
// `words`: what was looked for, to be marked in a document.
void openHit(const Access& access, const store::SearchHit& hit, QWidget* window, const QString& words = {});

}  // namespace vb::client::ui
