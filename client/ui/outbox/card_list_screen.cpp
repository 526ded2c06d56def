#include "client/ui/outbox/card_list_screen.h"

#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/column_scroll.h"
#include "client/ui/outbox/tuning.h"

namespace vb::client::ui {

CardListScreen::CardListScreen(const QString& heading, const QString& intro, QWidget* parent)
    : Screen(parent), heading_(heading) {
  standOnSurface(this);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(px(34), px(22), 0, 0);
  whole->setSpacing(4);
  whole->addWidget(new PlainLabel(heading, TextRole::heading));
  intro_ = new PlainLabel(intro, TextRole::meta, ColorRole::muted);
  intro_->setMaximumWidth(px(kListWidthMax));
  whole->addWidget(&intro_->wrapped());
  whole->addSpacing(px(12));
  scroll_ = new ColumnScroll(px(kListWidthMax), QMargins(0, 0, px(34), px(22)));
  auto* column = scroll_->column();
  cards_ = new QVBoxLayout;
  cards_->setSpacing(px(12));
  column->addLayout(cards_);
  column->addStretch(1);
  whole->addWidget(scroll_, 1);
  empty_ = new EmptyState;
  whole->addWidget(empty_, 1);
}

void CardListScreen::setEmpty(bool isEmpty) {
  intro_->setVisible(!isEmpty);
  scroll_->setVisible(!isEmpty);
  empty_->setVisible(isEmpty);
}

}  // namespace vb::client::ui
