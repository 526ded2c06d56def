#include "client/ui/settings/storage_section.h"

#include <QLocale>
#include <QVBoxLayout>

#include "client/models/age.h"

namespace vb::client::ui {

StorageSection::StorageSection(Desk& desk, store::Reader& reader, QWidget* parent)
    : Section(tr("On this computer"), tr("cache storage offline disk sync"), parent),
      desk_(desk),
      reader_(reader),
      here_(new PlainLabel({}, TextRole::row)),
      fresh_(new PlainLabel({}, TextRole::row)),
      whole_(new PlainLabel({}, TextRole::meta, ColorRole::muted)) {
  for (PlainLabel* label : {here_, fresh_, whole_}) body()->addWidget(&label->wrapped());
  connect(&desk_, &Desk::linkChanged, this, &StorageSection::renew);
  renew();
}

void StorageSection::renew() {
  const auto freshness = reader_.freshness();
  here_->setText(tr("%n question(s) with their answers are on this computer.", nullptr, freshness.questionsHere));
  fresh_->setText(
      freshness.lastSyncedAt == 0
          ? tr("Not brought up to date yet.")
          : tr("Brought up to date at %1.").arg(clockTime(freshness.lastSyncedAt, QDateTime::currentDateTime())));
  whole_->setText(
      freshness.historyComplete
          ? tr("Everything is here: you can read and search all of it without a connection.")
          : tr("Older questions are still being fetched. What is here can be read and searched meanwhile."));
}

}  // namespace vb::client::ui
