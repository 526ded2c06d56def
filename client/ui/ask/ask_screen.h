// AskScreen: ask a question: the form, what the guard found, categories, reach, and similar questions beside it. All it
// decides is in AskPresenter. Owned by the shell; GUI thread.
#pragma once

#include "client/ui/ask/ask_presenter.h"
#include "client/ui/reader/access.h"
#include "client/ui/shell/screen.h"

class QBoxLayout;
class QLineEdit;

namespace vb::client::ui {

class Button;
class Card;
class CategoryPicker;
class GuardBanner;
class MarkdownEdit;
class PageScroll;
class PlainLabel;
class SimilarList;

class AskScreen : public Screen {
  Q_OBJECT

 public:
  explicit AskScreen(const Access& access, QWidget* parent = nullptr);

  QString title() const override { return tr("Ask a question"); }
  void activate() override;
  void enter(const Visit& visit) override;
  void deactivate() override { presenter_.flush(); }
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;
  QVector<QWidget*> panes() override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void wire();
  void fillFields();
  void showGuard();
  void showReach();
  void showProblems(const AskProblems& problems);
  void send();
  void arrange();
  void orderTabs();
  void arrangeReach();

  Navigator& navigator_;
  AskPresenter presenter_;
  QBoxLayout* across_;
  PageScroll* scroll_;
  QWidget* form_;
  QBoxLayout* column_;
  QLineEdit* title_;
  PlainLabel* titleProblem_;
  MarkdownEdit* body_;
  PlainLabel* bodyProblem_;
  GuardBanner* banner_;
  CategoryPicker* categories_;
  PlainLabel* categoriesProblem_;
  Card* reachCard_;
  QBoxLayout* reachRow_;
  PlainLabel* reachStrong_;
  PlainLabel* reachRoles_;
  Button* send_;
  Button* keep_;
  PlainLabel* saved_;
  SimilarList* similar_;
  bool triedToSend_ = false;
};

// "Reaches 87 colleagues", or what is known of it offline; and the part by role.
struct ReachWords {
  QString strong;
  QString rest;
};
ReachWords wordsOf(const Reach& reach, bool online, const QDateTime& now);

}  // namespace vb::client::ui
