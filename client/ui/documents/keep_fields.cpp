#include "client/ui/documents/keep_fields.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include "client/ui/controls/form_field.h"
#include "client/ui/controls/label.h"

namespace vb::client::ui {
namespace {

constexpr int kMegabytesMax = 10'000;
constexpr int kGigabytesMax = 1'000;
constexpr qint64 kMegabyte = 1'000'000;
constexpr qint64 kGigabyte = 1'000'000'000;

QHBoxLayout* lineOf(QWidget* field) {
  auto* line = new QHBoxLayout(field);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(px(8));
  return line;
}

}  // namespace

RuleField::RuleField(const QString& channel, QWidget* parent)
    : QWidget(parent), keep_(new QComboBox), megabytes_(new QSpinBox) {
  using store::OfflineKeep;
  keep_->addItem(tr("Everything"), static_cast<int>(OfflineKeep::everything));
  keep_->addItem(tr("What is smaller than"), static_cast<int>(OfflineKeep::smallerThan));
  keep_->addItem(tr("Only what I chose to keep"), static_cast<int>(OfflineKeep::pinnedOnly));
  keep_->setAccessibleName(tr("What is kept of %1").arg(channel));
  megabytes_->setRange(1, kMegabytesMax);
  megabytes_->setSuffix(QStringLiteral(" MB"));
  megabytes_->setKeyboardTracking(false);
  nameField(megabytes_, tr("Largest file that is kept of %1, in megabytes").arg(channel));
  auto* line = lineOf(this);
  line->addWidget(keep_);
  line->addWidget(megabytes_);
  line->addStretch(1);
  setFocusProxy(keep_);
  connect(keep_, &QComboBox::currentIndexChanged, this, [this] {
    showSize();
    Q_EMIT chosen();
  });
  connect(megabytes_, &QSpinBox::valueChanged, this, &RuleField::chosen);
  setRule({});
}

void RuleField::setRule(const store::OfflineRule& rule) {
  const QSignalBlocker noChoice(keep_);
  const QSignalBlocker noSize(megabytes_);
  keep_->setCurrentIndex(keep_->findData(static_cast<int>(rule.keep)));
  megabytes_->setValue(static_cast<int>(rule.bytesMax / kMegabyte));
  showSize();
}

store::OfflineRule RuleField::rule() const {
  return {static_cast<store::OfflineKeep>(keep_->currentData().toInt()), megabytes_->value() * kMegabyte};
}

bool RuleField::isInHand() const { return keep_->hasFocus() || megabytes_->hasFocus(); }

void RuleField::showSize() { megabytes_->setVisible(rule().keep == store::OfflineKeep::smallerThan); }

LimitField::LimitField(QWidget* parent) : QWidget(parent), gigabytes_(new QSpinBox) {
  auto* words = new PlainLabel(tr("At most"));
  gigabytes_->setRange(0, kGigabytesMax);
  gigabytes_->setSuffix(QStringLiteral(" GB"));
  gigabytes_->setSpecialValueText(tr("no limit"));
  gigabytes_->setKeyboardTracking(false);
  nameField(gigabytes_, tr("At most so many gigabytes of documents on this computer"));
  words->setBuddy(gigabytes_);
  auto* line = lineOf(this);
  line->addWidget(words);
  line->addWidget(gigabytes_);
  line->addStretch(1);
  setFocusProxy(gigabytes_);
  connect(gigabytes_, &QSpinBox::valueChanged, this, &LimitField::chosen);
}

void LimitField::setBytes(qint64 bytes) {
  const QSignalBlocker quiet(gigabytes_);
  gigabytes_->setValue(static_cast<int>(bytes / kGigabyte));
}

qint64 LimitField::bytes() const { return gigabytes_->value() * kGigabyte; }

bool LimitField::isInHand() const { return gigabytes_->hasFocus(); }

}  // namespace vb::client::ui
