#include "client/ui/controls/form_field.h"

#include <QAbstractSpinBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vb::client::ui {

void nameField(QWidget* field, const QString& name) {
  field->setAccessibleName(name);
  auto* box = qobject_cast<QAbstractSpinBox*>(field);
  if (auto* inner = box != nullptr ? box->findChild<QLineEdit*>() : nullptr) inner->setAccessibleName(name);
}

FormField::FormField(const QString& caption, QWidget* field, QWidget* parent)
    : QWidget(parent), field_(field), below_(new PlainLabel({}, TextRole::meta, ColorRole::muted)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* name = new PlainLabel(caption, TextRole::meta, ColorRole::muted);
  name->setBuddy(field);
  column->addWidget(name);
  column->addWidget(field);
  below_->wrapped();
  column->addWidget(below_);
  if (field->accessibleName().isEmpty()) nameField(field, caption);
  renew();
}

void FormField::setProblem(const QString& text) {
  problem_ = text;
  renew();
}

void FormField::setHint(const QString& text) {
  hint_ = text;
  renew();
}

void FormField::renew() {
  const QString& text = problem_.isEmpty() ? hint_ : problem_;
  below_->setText(text);
  below_->setVisible(!text.isEmpty());
  setColorRole(below_, problem_.isEmpty() ? ColorRole::muted : ColorRole::bad);
  field_->setAccessibleDescription(text);
}

}  // namespace vb::client::ui
