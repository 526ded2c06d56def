#include "client/ui/account/expertise_grid.h"

#include <QCheckBox>
#include <QGridLayout>

#include "client/models/directory.h"
#include "client/ui/controls/label.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {
constexpr int kCellWidth = 300;  // px at scale 1
}

ExpertiseGrid::ExpertiseGrid(Desk& desk, store::Reader& reader, QWidget* parent)
    : QWidget(parent), desk_(desk), reader_(reader) {
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(px(24));
  grid_->setVerticalSpacing(px(14));
  waiting_ = new PlainLabel(tr("The categories are being fetched. You can also choose them later under Settings."),
                            TextRole::row, ColorRole::muted, this);
  waiting_->wrapped();
  connect(&desk_, &Desk::changed, this, [this](const ChangeSet& changes) {
    // A tick that was refused is taken back with its row in the outbox.
    if (changes.categories || changes.expertise || changes.outbox) renew();
  });
  renew();
}

void ExpertiseGrid::renew() {
  const auto categories = reader_.categories();
  QVector<CategoryId> order;
  for (const auto& category : categories) {
    order.append(category.id);
    QCheckBox*& box = boxes_[category.id];
    if (box == nullptr) {
      auto* cell = new QWidget(this);
      auto* column = new QVBoxLayout(cell);
      column->setContentsMargins(0, 0, 0, 0);
      column->setSpacing(2);
      box = new QCheckBox;
      setTextRole(box, TextRole::rowMedium);
      auto* description = new PlainLabel(categoryDescription(category), TextRole::meta, ColorRole::muted);
      description->wrapped().setContentsMargins(px(26), 0, 0, 0);
      column->addWidget(box);
      column->addWidget(description);
      column->addStretch(1);
      box->setAccessibleDescription(categoryDescription(category));
      cells_[category.id] = cell;
      connect(box, &QCheckBox::toggled, this, [this, id = category.id](bool on) {
        desk_.setExpertise(id, on);
        Q_EMIT tickedChanged();
      });
    }
    // An ampersand in a name is no shortcut.
    box->setText(Directory::nameOf(category).replace(QLatin1Char('&'), QLatin1String("&&")));
    box->setAccessibleName(Directory::nameOf(category));
    const QSignalBlocker quiet(box);
    box->setChecked(category.mine);
  }
  for (const auto& id : std::as_const(order_))
    if (!order.contains(id)) {
      boxes_.remove(id);
      cells_.take(id)->deleteLater();
    }
  if (order != order_) columns_ = 0;
  order_ = order;
  waiting_->setVisible(order_.isEmpty());
  arrange();
}

void ExpertiseGrid::arrange() {
  const int columns = qBound(1, width() / px(kCellWidth), 3);
  if (columns == columns_) return;
  columns_ = columns;
  while (QLayoutItem* item = grid_->takeAt(0)) delete item;
  for (int column = 0; column < 3; ++column) grid_->setColumnStretch(column, column < columns ? 1 : 0);
  if (order_.isEmpty()) grid_->addWidget(waiting_, 0, 0);
  for (int i = 0; i < order_.size(); ++i) {
    cells_[order_[i]]->show();
    grid_->addWidget(cells_[order_[i]], i / columns, i % columns, Qt::AlignTop);
  }
  // The tab order follows the reading order.
  for (int i = 1; i < order_.size(); ++i) setTabOrder(boxes_[order_[i - 1]], boxes_[order_[i]]);
}

void ExpertiseGrid::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

int ExpertiseGrid::tickedCount() const {
  int ticked = 0;
  for (const auto* box : boxes_) ticked += box->isChecked() ? 1 : 0;
  return ticked;
}

void ExpertiseGrid::focusFirst() {
  if (!order_.isEmpty()) boxes_[order_.first()]->setFocus();
}

}  // namespace vb::client::ui
