#include "client/ui/reader/link_row.h"

#include "client/ui/controls/flow_layout.h"

namespace vb::client::ui {

LinkRow::LinkRow(QWidget* parent) : QWidget(parent) {
  new FlowLayout(this, 6, 2);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

Button* LinkRow::set(const QString& name, const QString& text, const QString& accessibleName,
                     std::function<void()> act) {
  acts_[name] = std::move(act);
  Button*& button = buttons_[name];
  if (button == nullptr) {
    button = new LinkButton(text, this);
    button->setObjectName(name);
    button->setCompact(true);
    layout()->addWidget(button);
    connect(button, &Button::clicked, this, [this, name] {
      // A copy: the act may set itself anew.
      const auto chosen = acts_.value(name);
      if (chosen) chosen();
    });
  }
  if (button->text() != text) button->setText(text);
  button->setAccessibleName(accessibleName);
  button->show();
  return button;
}

void LinkRow::setShown(const QString& name, bool shown) {
  if (Button* button = buttons_.value(name)) button->setVisible(shown);
}

}  // namespace vb::client::ui
