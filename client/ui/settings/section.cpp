#include "client/ui/settings/section.h"

#include <QAbstractButton>
#include <QVBoxLayout>

namespace vb::client::ui {

Section::Section(const QString& heading, const QString& words, QWidget* parent)
    : Card(Kind::plain, parent), heading_(heading), words_(words) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(18), px(16), px(18), px(18));
  column->setSpacing(px(12));
  column->addWidget(new PlainLabel(heading, TextRole::subheading));
  body_ = new QVBoxLayout;
  body_->setSpacing(px(12));
  column->addLayout(body_);
  setAccessibleName(heading);
}

bool Section::matches(const QString& filter) const {
  const QString wanted = filter.trimmed();
  if (wanted.isEmpty() || words_.contains(wanted, Qt::CaseInsensitive)) return true;
  const auto labels = findChildren<QLabel*>();
  for (const auto* label : labels)
    if (label->text().contains(wanted, Qt::CaseInsensitive)) return true;
  const auto buttons = findChildren<QAbstractButton*>();
  for (const auto* button : buttons)
    if (button->text().contains(wanted, Qt::CaseInsensitive)) return true;
  return false;
}

}  // namespace vb::client::ui
