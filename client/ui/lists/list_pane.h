// ListPane: heading, search, filters and the list of one destination; an empty state when there is nothing. Each
// destination has its own, so each keeps its place. Owned by BrowseScreen; GUI thread.
#pragma once

#include <QWidget>

#include "client/models/desk.h"
#include "client/models/directory.h"
#include "client/models/question_list_model.h"
#include "client/ui/lists/question_delegate.h"
#include "client/ui/shell/destination.h"

class QComboBox;
class QStackedLayout;

namespace vb::client::ui {

class Button;
class EmptyState;
class FilterPills;
class PlainLabel;
class QuestionListView;
class SearchField;

class ListPane : public QWidget {
  Q_OBJECT

 public:
  // `destination` is one of forYou, questions, mine, saved.
  ListPane(Destination destination, store::Reader& reader, Desk& desk, Directory& directory, Now now,
           QWidget* parent = nullptr);

  QuestionListView& list() const { return *list_; }
  QuestionListModel& model() { return model_; }
  QString title() const;
  void showCategory(CategoryId category);
  // Something changed in the cache or the connection.
  void noticeChange(const ChangeSet& changes);
  void noticeLink();
  void focusList();

 Q_SIGNALS:
  void searchAsked(const QString& typed);
  void askAsked();
  void expertiseAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void build();
  void fillCategories();
  void applyFilter();
  void renewPills();
  void renewEmpty();
  void showHeldBack(int count);

  Destination destination_;
  store::Reader& reader_;
  Desk& desk_;
  Directory& directory_;
  Now now_;
  QuestionListModel model_;
  PlainLabel* heading_;
  PlainLabel* subtitle_;
  SearchField* search_;
  FilterPills* pills_;
  QComboBox* category_ = nullptr;
  QComboBox* sort_ = nullptr;
  QuestionListView* list_;
  EmptyState* empty_;
  QStackedLayout* body_;
  Button* newcomers_;
  bool emptyAsks_ = false;
};

}  // namespace vb::client::ui
