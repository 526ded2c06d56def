#include "client/ui/controls/column_scroll.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vb::client::ui {
namespace {

// The scroll area would otherwise make the content as high as the labels in it wish for without knowing their width.
class Ground : public QWidget {
 public:
  QSize minimumSizeHint() const override { return {0, 0}; }
};

}  // namespace

ColumnScroll::ColumnScroll(int widthMax, const QMargins& margins, Place place, QWidget* parent)
    : QScrollArea(parent), inner_(new QWidget) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWidgetResizable(true);
  setFocusPolicy(Qt::NoFocus);
  auto* ground = new Ground;
  auto* across = new QHBoxLayout(ground);
  across->setContentsMargins(margins);
  across->setSpacing(0);
  inner_->setMaximumWidth(widthMax);
  column_ = new QVBoxLayout(inner_);
  column_->setContentsMargins(0, 0, 0, 0);
  if (place == Place::centre) across->addStretch(1);
  across->addWidget(inner_, place == Place::centre ? 1000 : 1);
  across->addStretch(place == Place::centre ? 1 : 0);
  setWidget(ground);
  viewport()->setAutoFillBackground(false);
  ground->setAutoFillBackground(false);
}

void standOnSurface(QWidget* screen) {
  screen->setBackgroundRole(QPalette::Base);
  screen->setAutoFillBackground(true);
}

}  // namespace vb::client::ui
