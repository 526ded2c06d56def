#include "client/ui/outbox/long_text.h"

#include <QVBoxLayout>

#include "client/ui/outbox/tuning.h"

namespace vb::client::ui {

LongText::LongText(QWidget* parent)
    : QWidget(parent), shown_(new PlainLabel({}, TextRole::row)), more_(new LinkButton({})) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(&shown_->wrapped().selectable());
  auto* row = new QHBoxLayout;
  row->setContentsMargins(-4, 0, 0, 0);
  row->addWidget(more_);
  row->addStretch(1);
  column->addLayout(row);
  more_->setCompact(true);
  connect(more_, &Button::clicked, this, [this] {
    whole_ = !whole_;
    renew();
  });
}

void LongText::setText(const QString& text, const QString& about) {
  text_ = text.trimmed();
  about_ = about;
  renew();
}

void LongText::renew() {
  const bool isLong = text_.size() > kPreviewChars;
  shown_->setText(whole_ || !isLong ? text_ : text_.left(kPreviewChars).trimmed() + QStringLiteral("…"));
  more_->setText(whole_ ? tr("Show less") : tr("Show all of it"));
  more_->setAccessibleName(whole_ ? tr("Show less of: %1").arg(about_) : tr("Show all of: %1").arg(about_));
  more_->setVisible(isLong);
}

}  // namespace vb::client::ui
