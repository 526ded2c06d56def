#include "client/ui/settings/notice_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

#include "client/ui/controls/form_field.h"
#include "client/ui/settings/own_settings.h"

namespace vb::client::ui {
namespace {

constexpr int kStepMinutes = 30;

QString timeText(int minutes) {
  return minutes >= 24 * 60 ? QStringLiteral("24:00")
                            : QTime(0, 0).addSecs(minutes * 60).toString(QStringLiteral("HH:mm"));
}

void chooseTime(QComboBox* box, int minutes) {
  const QSignalBlocker quiet(box);
  if (box->findData(minutes) < 0) box->addItem(timeText(minutes), minutes);
  box->setCurrentIndex(box->findData(minutes));
}

}  // namespace

NoticeSection::NoticeSection(Desk& desk, store::Reader& reader, QWidget* parent)
    : Section(tr("Notifications"), tr("notification working hours quiet"), parent),
      desk_(desk),
      reader_(reader),
      notify_(new QCheckBox(tr("Tell me of new questions in my expertise, and of what concerns me in channels"))),
      from_(new QComboBox),
      until_(new QComboBox) {
  for (int minutes = 0; minutes <= 24 * 60; minutes += kStepMinutes) {
    if (minutes < 24 * 60) from_->addItem(timeText(minutes), minutes);
    if (minutes > 0) until_->addItem(timeText(minutes), minutes);
  }
  body()->addWidget(notify_);
  auto* hours = new QHBoxLayout;
  hours->setSpacing(px(16));
  hours->addWidget(new FormField(tr("From"), from_));
  untilField_ = new FormField(tr("Until"), until_);
  hours->addWidget(untilField_);
  hours->addStretch(1);
  body()->addLayout(hours);
  auto* why = new PlainLabel(tr("Outside these hours nothing appears on your screen. Everything still comes in."),
                             TextRole::meta, ColorRole::muted);
  body()->addWidget(&why->wrapped());
  connect(notify_, &QCheckBox::toggled, this, &NoticeSection::send);
  connect(from_, &QComboBox::currentIndexChanged, this, &NoticeSection::send);
  connect(until_, &QComboBox::currentIndexChanged, this, &NoticeSection::send);
  renew();
}

void NoticeSection::renew() {
  const auto now = reader_.settings();
  const QSignalBlocker quiet(notify_);
  notify_->setChecked(now.notify);
  chooseTime(from_, now.workFromMinutes);
  chooseTime(until_, now.workUntilMinutes);
}

void NoticeSection::send() {
  UpdateSettings wished = currentSettings(reader_);
  wished.notify = notify_->isChecked();
  wished.workFromMinutes = from_->currentData().toInt();
  wished.workUntilMinutes = until_->currentData().toInt();
  if (wished.workFromMinutes >= wished.workUntilMinutes) {
    untilField_->setProblem(tr("The end must be after the beginning."));
    return;
  }
  untilField_->setProblem({});
  desk_.updateSettings(wished);
}

}  // namespace vb::client::ui
