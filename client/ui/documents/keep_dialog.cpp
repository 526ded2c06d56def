#include "client/ui/documents/keep_dialog.h"

#include <QDialogButtonBox>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "client/ui/controls/label.h"
#include "client/ui/document_reader/document_words.h"

namespace vb::client::ui {
namespace {

constexpr int kMegabytesMax = 10'000;
constexpr int kGigabytesMax = 1'000;
constexpr qint64 kMegabyte = 1'000'000;
constexpr qint64 kGigabyte = 1'000'000'000;

}  // namespace

KeepDialog::KeepDialog(const QString& channel, const store::OfflineRule& rule, const store::DocumentStorage& storage,
                       QWidget* parent)
    : QDialog(parent),
      everything_(new QRadioButton(tr("Everything"))),
      smaller_(new QRadioButton(tr("What is smaller than"))),
      pinned_(new QRadioButton(tr("Only what I chose to keep"))),
      megabytes_(new QSpinBox),
      gigabytes_(new QSpinBox) {
  setWindowTitle(tr("On this computer"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(8));
  column->addWidget(
      new PlainLabel(tr("Documents of %1 that can be read without a network").arg(channel), TextRole::subheading));
  column->addWidget(everything_);
  auto* line = new QHBoxLayout;
  line->addWidget(smaller_);
  megabytes_->setRange(1, kMegabytesMax);
  megabytes_->setSuffix(QStringLiteral(" MB"));
  megabytes_->setAccessibleName(tr("Largest file that is kept, in megabytes"));
  megabytes_->setValue(static_cast<int>(rule.bytesMax / kMegabyte));
  line->addWidget(megabytes_);
  line->addStretch(1);
  column->addLayout(line);
  column->addWidget(pinned_);
  QRadioButton* const buttons[] = {everything_, smaller_, pinned_};
  buttons[static_cast<int>(rule.keep)]->setChecked(true);
  connect(megabytes_, &QSpinBox::valueChanged, smaller_, [this] { smaller_->setChecked(true); });
  column->addSpacing(px(12));
  column->addWidget(new PlainLabel(tr("All channels together"), TextRole::subheading));
  auto* limit = new QHBoxLayout;
  auto* words = new PlainLabel(tr("At most"));
  gigabytes_->setRange(0, kGigabytesMax);
  gigabytes_->setSuffix(QStringLiteral(" GB"));
  gigabytes_->setSpecialValueText(tr("no limit"));
  gigabytes_->setAccessibleName(tr("At most so many gigabytes of documents on this computer"));
  gigabytes_->setValue(static_cast<int>(storage.bytesLimit / kGigabyte));
  words->setBuddy(gigabytes_);
  limit->addWidget(words);
  limit->addWidget(gigabytes_);
  limit->addStretch(1);
  column->addLayout(limit);
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

store::OfflineRule KeepDialog::rule() const {
  store::OfflineRule rule;
  rule.keep = everything_->isChecked() ? store::OfflineKeep::everything
              : smaller_->isChecked()  ? store::OfflineKeep::smallerThan
                                       : store::OfflineKeep::pinnedOnly;
  rule.bytesMax = megabytes_->value() * kMegabyte;
  return rule;
}

qint64 KeepDialog::bytesLimit() const { return gigabytes_->value() * kGigabyte; }

}  // namespace vb::client::ui
