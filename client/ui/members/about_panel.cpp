#include "client/ui/members/about_panel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/form_field.h"
#include "client/ui/members/ask_first.h"
#include "client/ui/members/export_part.h"
#include "client/ui/members/member_words.h"
#include "client/ui/members/rights_table.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/channel_rights.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

AboutPanel::AboutPanel(const Access& access, const store::ChannelView& channel, QWidget* parent)
    : MemberPanel(access, channel, parent) {
  addText(channel_.row.name, TextRole::title);
  if (!channel_.row.organisation.isEmpty()) addText(channel_.row.organisation, TextRole::meta, ColorRole::muted);
  const QString description = QString::fromStdString(channel_.channel.description);
  if (!description.isEmpty()) addText(description, TextRole::reading);
  addText(channelAccessMeaning(channel_.channel.access));
  addText(tr("You are in it as %1. %2")
              .arg(channelRoleName(channel_.row.role).toLower(), channelRoleMeaning(channel_.row.role)));
  if (channel_.channel.deletedFrom)
    addText(tr("This channel will be deleted from %1. Copy what you want to keep before then.")
                .arg(dayText(channel_.channel.deletedFrom->time_since_epoch().count())),
            TextRole::row, ColorRole::bad);
  addLease();
  if (mayDo(ChannelAction::changeChannel)) addSettings();
  addHeading(tr("Who may do what"));
  column()->addWidget(new RightsTable(channel_.row.role));
  if (mayDo(ChannelAction::exportChannel)) {
    addHeading(tr("Take along"));
    export_ = new ExportPart(access_, channel_.row.id);
    column()->addWidget(export_);
  }
  addLeaving();
  column()->addStretch(1);
}

void AboutPanel::addLease() {
  if (!channel_.lease) {
    if (channel_.readOnly)
      addText(tr("The rent of this channel has ended: everything can be read, nothing can be added."), TextRole::row,
              ColorRole::wait);
    return;
  }
  const Lease& lease = *channel_.lease;
  addHeading(tr("Rent"));
  addText(tr("Plan: %1").arg(QString::fromStdString(lease.plan)));
  const QString from = dayText(lease.startsAt.time_since_epoch().count());
  addText(lease.endsAt ? tr("From %1 to %2").arg(from, dayText(lease.endsAt->time_since_epoch().count()))
                       : tr("Since %1, without an end").arg(from));
  if (channel_.readOnly)
    addText(tr("The rent has ended: everything can be read, nothing can be added. Nothing is deleted "
               "without a dated notice."),
            TextRole::row, ColorRole::wait);
  addText(lease.seats > 0 ? tr("Seats: %1 of %2 in use; guests do not count").arg(channel_.members).arg(lease.seats)
                          : tr("Members: %1, as many as you like").arg(channel_.members));
  const QLocale onScreen(dutchOnScreen() ? QLocale::Dutch : QLocale::English);
  const auto size = [&](std::int64_t bytes) { return onScreen.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); };
  addText(lease.quotaBytes > 0 ? tr("Storage: %1 of %2 in use").arg(size(lease.usedBytes), size(lease.quotaBytes))
                               : tr("Storage: %1 in use").arg(size(lease.usedBytes)));
}

void AboutPanel::addSettings() {
  addHeading(tr("Settings of the channel"));
  name_ = new QLineEdit(channel_.row.name);
  name_->setMaxLength(static_cast<int>(limits::kNameCharsMax));
  nameField_ = new FormField(tr("Name"), name_);
  column()->addWidget(nameField_);
  description_ = new QPlainTextEdit(QString::fromStdString(channel_.channel.description));
  description_->setTabChangesFocus(true);
  description_->setFixedHeight(px(84));
  descriptionField_ = new FormField(tr("What it is for"), description_);
  column()->addWidget(descriptionField_);
  who_ = new QComboBox;
  for (const ChannelAccess access : {ChannelAccess::open, ChannelAccess::onRequest, ChannelAccess::closed})
    who_->addItem(channelAccessMeaning(access), static_cast<int>(access));
  who_->setCurrentIndex(qMax(0, who_->findData(static_cast<int>(channel_.channel.access))));
  who_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  column()->addWidget(new FormField(tr("Who may join"), who_));
  days_ = new QSpinBox;
  days_->setRange(1, limits::kCaseRetentionDaysMax);
  days_->setValue(channel_.channel.caseRetentionDays);
  days_->setMaximumWidth(px(120));
  auto* daysField = new FormField(tr("Days after which a case is erased"), days_);
  daysField->setHint(tr("For cases that are brought in from now on."));
  column()->addWidget(daysField);
  save_ = new PrimaryButton(tr("Save"));
  column()->addWidget(save_, 0, Qt::AlignLeft);
  const auto renew = [this] { save_->setEnabled(isBusy()); };
  connect(name_, &QLineEdit::textChanged, this, renew);
  connect(description_, &QPlainTextEdit::textChanged, this, renew);
  connect(who_, &QComboBox::currentIndexChanged, this, renew);
  connect(days_, &QSpinBox::valueChanged, this, renew);
  connect(save_, &Button::clicked, this, &AboutPanel::save);
  renew();
}

UpdateChannel AboutPanel::change() const {
  UpdateChannel change;
  change.channelId = channel_.row.id;
  change.baseSeq = channel_.seq;
  const std::string name = name_->text().trimmed().toStdString();
  if (name != channel_.row.name.toStdString()) change.name = name;
  const std::string description = description_->toPlainText().trimmed().toStdString();
  if (description != channel_.channel.description) change.description = description;
  const auto access = static_cast<ChannelAccess>(who_->currentData().toInt());
  if (access != channel_.channel.access) change.access = access;
  if (days_->value() != channel_.channel.caseRetentionDays) change.caseRetentionDays = days_->value();
  return change;
}

bool AboutPanel::isBusy() const {
  if (export_ != nullptr && export_->isRunning()) return true;
  if (name_ == nullptr) return false;
  const UpdateChannel typed = change();
  return typed.name || typed.description || typed.access || typed.caseRetentionDays;
}

void AboutPanel::save() {
  const UpdateChannel typed = change();
  nameField_->setProblem({});
  descriptionField_->setProblem({});
  if (const auto checked = validate(typed); !checked) {
    if (checked.error().detail == "name") {
      nameField_->setProblem(tr("Give the channel a name."));
      return name_->setFocus();
    }
    descriptionField_->setProblem(tr("This text is too long."));
    return description_->setFocus();
  }
  access_.desk.channels().updateChannel(typed);
  access_.navigator.showToast({tr("The channel is changed"), {}, {}, {}});
  Q_EMIT finished();
}

void AboutPanel::addLeaving() {
  addHeading(tr("Leave"));
  auto* leaving = new AskFirst({tr("Leave this channel"), tr("Leave %1?").arg(channel_.row.name),
                                tr("Its discussions go from this computer. What you had not sent yet "
                                   "stays with you."),
                                tr("Stay"), tr("Leave")});
  column()->addWidget(leaving);
  if (channel_.row.role == ChannelRole::owner) {
    int owners = 0;
    const auto people = access_.reader.channels().people(channel_.row.id);
    for (const auto& member : people.members) owners += member.role == ChannelRole::owner ? 1 : 0;
    if (owners < 2)
      leaving->setForbidden(
          tr("A channel always has an owner. Hand it over to a member first; after that you can "
             "leave."));
  }
  connect(leaving, &AskFirst::confirmed, this, [this] { access_.desk.channels().leave(channel_.row.id); });
}

}  // namespace vb::client::ui
