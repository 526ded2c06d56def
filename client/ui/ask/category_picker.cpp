#include "client/ui/ask/category_picker.h"

#include <QVBoxLayout>

#include "client/ui/controls/flow_layout.h"

namespace vb::client::ui {

CategoryPicker::CategoryPicker(AskPresenter& presenter, QWidget* parent) : QWidget(parent), presenter_(presenter) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  why_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  why_->wrapped();
  column->addWidget(why_);
  pills_ = new QWidget;
  auto* flow = new FlowLayout(pills_, 6, 6);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  pills_->setSizePolicy(policy);
  all_ = new PillButton({}, pills_);
  all_->setCheckable(false);
  flow->addWidget(all_);
  column->addWidget(pills_);
  connect(all_, &Button::clicked, this, [this] { presenter_.setShowAll(!presenter_.showsAll()); });
  connect(&presenter_, &AskPresenter::choicesChanged, this, &CategoryPicker::refill);
  refill();
}

void CategoryPicker::refill() {
  QStringList because = presenter_.because();
  while (because.size() > 4) because.removeLast();
  why_->setText(because.isEmpty() ? tr("Category")
                                  : tr("Category · suggested because of %1").arg(because.join(QStringLiteral(", "))));
  QSet<CategoryId> wanted;
  // Taken out and put back in order; the widgets stay, and with them the keyboard.
  while (auto* item = pills_->layout()->takeAt(0)) delete item;
  for (const auto& choice : presenter_.choices()) {
    wanted.insert(choice.id);
    Button*& button = buttons_[choice.id];
    if (button == nullptr) {
      button = new PillButton(choice.name, pills_);
      button->setShowsTick(true);
      connect(button, &Button::toggled, this, [this, id = choice.id](bool on) { presenter_.choose(id, on); });
    }
    button->setText(QString(choice.name).replace(u'&', QStringLiteral("&&")));  // no mnemonics in names
    button->setAccessibleName(choice.name);
    const QSignalBlocker quiet(button);
    button->setChecked(choice.chosen);
    button->show();
    pills_->layout()->addWidget(button);
  }
  for (auto it = buttons_.begin(); it != buttons_.end();) {
    if (wanted.contains(it.key())) {
      ++it;
      continue;
    }
    it.value()->hide();
    it.value()->deleteLater();
    it = buttons_.erase(it);
  }
  all_->setText(presenter_.showsAll() ? tr("Fewer categories") : tr("All categories…"));
  pills_->layout()->addWidget(all_);
  pills_->layout()->invalidate();
  pills_->updateGeometry();
}

QVector<QWidget*> CategoryPicker::stops() const {
  QVector<QWidget*> stops;
  for (const auto& choice : presenter_.choices()) stops.append(buttons_.value(choice.id));
  stops.append(all_);
  return stops;
}

void CategoryPicker::focusFirst() {
  if (presenter_.choices().isEmpty())
    all_->setFocus();
  else
    buttons_.value(presenter_.choices().first().id)->setFocus();
}

}  // namespace vb::client::ui
