#include "client/ui/documents/keep_dialog.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "client/ui/controls/label.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/documents/keep_fields.h"

namespace vb::client::ui {

KeepDialog::KeepDialog(const QString& channel, const store::OfflineRule& rule, const store::DocumentStorage& storage,
                       QWidget* parent)
    : QDialog(parent), rule_(new RuleField(channel)), limit_(new LimitField) {
  setWindowTitle(tr("On this computer"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(8));
  column->addWidget(
      new PlainLabel(tr("Documents of %1 that can be read without a network").arg(channel), TextRole::subheading));
  rule_->setRule(rule);
  column->addWidget(rule_);
  column->addSpacing(px(12));
  column->addWidget(new PlainLabel(tr("All channels together"), TextRole::subheading));
  limit_->setBytes(storage.bytesLimit);
  column->addWidget(limit_);
  column->addWidget(
      &(new PlainLabel(tr("%1 is on this computer now. When there is no more room, what you read longest ago "
                          "goes first; what you chose to keep never.")
                           .arg(sizeText(storage.bytesHere)),
                       TextRole::meta, ColorRole::muted))
           ->wrapped());
  column->addSpacing(px(8));
  auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(box);
}

store::OfflineRule KeepDialog::rule() const { return rule_->rule(); }

qint64 KeepDialog::bytesLimit() const { return limit_->bytes(); }

}  // namespace vb::client::ui
