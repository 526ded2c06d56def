#include "client/ui/outbox/card_list_screen.h"

#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/outbox/tuning.h"
#include "client/ui/shell/page_scroll.h"

namespace vb::client::ui {

CardListScreen::CardListScreen(const QString& heading, const QString& intro, QWidget* parent)
    : Screen(parent), heading_(heading) {
  setOnSurface();
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(px(34), px(22), 0, 0);
  whole->setSpacing(4);
  whole->addWidget(new PlainLabel(heading, TextRole::heading));
  intro_ = new PlainLabel(intro, TextRole::meta, ColorRole::muted);
  whole->addWidget(&intro_->wrapped());
  whole->addSpacing(px(12));
  scroll_ = new PageScroll;
  auto* ground = new QWidget;
  auto* across = new QHBoxLayout(ground);
  across->setContentsMargins(0, 0, px(34), px(22));
  auto* inner = new QWidget;
  inner->setMaximumWidth(px(kListWidthMax));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  cards_ = new QVBoxLayout;
  cards_->setSpacing(px(12));
  column->addLayout(cards_);
  column->addStretch(1);
  across->addWidget(inner, 1);
  across->addStretch(0);
  scroll_->setPage(ground);
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
