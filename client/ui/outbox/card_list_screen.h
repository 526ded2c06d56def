// CardListScreen: a heading, a line that explains, and a column of cards that scrolls; or an empty state. What the
// outbox and the drafts have in common. GUI thread.
#pragma once

#include "client/ui/reader/access.h"
#include "client/ui/shell/screen.h"

class QVBoxLayout;

namespace vb::client::ui {

class EmptyState;
class PageScroll;
class PlainLabel;

class CardListScreen : public Screen {
  Q_OBJECT

 public:
  CardListScreen(const QString& heading, const QString& intro, QWidget* parent);
  QString title() const override { return heading_; }

 protected:
  QVBoxLayout* cards() const { return cards_; }
  EmptyState* empty() const { return empty_; }
  void setEmpty(bool empty);

 private:
  QString heading_;
  PlainLabel* intro_;
  PageScroll* scroll_;
  QVBoxLayout* cards_;
  EmptyState* empty_;
};

}  // namespace vb::client::ui
