#include "client/ui/controls/pills.h"

#include <QKeyEvent>

#include "client/ui/controls/flow_layout.h"

namespace vb::client::ui {

FilterPills::FilterPills(const QString& name, QWidget* parent) : QWidget(parent) {
  setAccessibleName(name);
  new FlowLayout(this, 6, 6);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int FilterPills::add(const QString& text) {
  const int index = count();
  auto* pill = new PillButton(text, this);
  layout()->addWidget(pill);
  pills_.append(pill);
  pill->installEventFilter(this);
  connect(pill, &QAbstractButton::clicked, this, [this, index] { choose(index); });
  if (current_ < 0) current_ = 0;
  setCurrent(current_);
  return index;
}

void FilterPills::setText(int index, const QString& text) {
  pills_[index]->setText(text);
  pills_[index]->updateGeometry();
}

void FilterPills::setCurrent(int index) {
  current_ = index;
  for (int i = 0; i < count(); ++i) {
    pills_[i]->setChecked(i == index);
    pills_[i]->setFocusPolicy(i == index ? Qt::StrongFocus : Qt::ClickFocus);
  }
}

void FilterPills::choose(int index) {
  const bool moved = index != current_;
  setCurrent(index);
  if (moved) Q_EMIT currentChanged(index);
}

bool FilterPills::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    int next = -1;
    if (key == Qt::Key_Right || key == Qt::Key_Down) next = (current_ + 1) % count();
    if (key == Qt::Key_Left || key == Qt::Key_Up) next = (current_ + count() - 1) % count();
    if (key == Qt::Key_Home) next = 0;
    if (key == Qt::Key_End) next = count() - 1;
    if (next >= 0) {
      choose(next);
      pills_[next]->setFocus(Qt::TabFocusReason);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace vb::client::ui
