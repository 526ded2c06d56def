#include "client/ui/shell/page_scroll.h"

namespace vb::client::ui {

PageScroll::PageScroll(QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setFocusPolicy(Qt::NoFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
}

void PageScroll::setPage(QWidget* page) {
  setWidget(page);
  // QScrollArea gives its content a ground of its own.
  page->setAutoFillBackground(false);
}

}  // namespace vb::client::ui
