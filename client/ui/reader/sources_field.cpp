#include "client/ui/reader/sources_field.h"

#include <QHBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "shared/base/limits.h"

namespace vb::client::ui {

SourcesField::SourcesField(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  rows_ = new QVBoxLayout;
  rows_->setSpacing(2);
  column->addLayout(rows_);
  line_ = new QLineEdit;
  line_->setAccessibleName(tr("Source"));
  line_->setPlaceholderText(tr("A law, a guide or a link. Press Enter to add it."));
  line_->setMaxLength(500);
  column->addWidget(line_);
  connect(line_, &QLineEdit::returnPressed, this, &SourcesField::addTyped);
  connect(line_, &QLineEdit::textChanged, this, &SourcesField::changed);
}

QStringList SourcesField::sources() const {
  QStringList all = sources_;
  if (const QString typed = line_->text().trimmed(); !typed.isEmpty()) all << typed;
  return all;
}

void SourcesField::setSources(const QStringList& sources) {
  sources_ = sources;
  line_->clear();
  refill();
}

void SourcesField::addTyped() {
  const QString typed = line_->text().trimmed();
  if (typed.isEmpty()) return;
  sources_ << typed;
  line_->clear();
  refill();
  Q_EMIT changed();
}

void SourcesField::refill() {
  while (QLayoutItem* item = rows_->takeAt(0)) {
    if (item->widget() != nullptr) item->widget()->deleteLater();
    delete item;
  }
  for (const QString& source : std::as_const(sources_)) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new ElidedLabel(source, TextRole::meta, ColorRole::text), 1);
    auto* remove = new IconButton(QStringLiteral("close"), tr("Remove source %1").arg(source));
    line->addWidget(remove);
    connect(remove, &Button::clicked, this, [this, source] {
      sources_.removeOne(source);
      line_->setFocus();
      refill();
      Q_EMIT changed();
    });
    rows_->addWidget(row);
  }
  line_->setVisible(sources_.size() < static_cast<int>(limits::kSourcesPerAnswerMax));
}

}  // namespace vb::client::ui
