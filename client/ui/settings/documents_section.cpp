#include "client/ui/settings/documents_section.h"

#include <algorithm>

#include <QVBoxLayout>

#include "client/ui/controls/form_field.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/documents/keep_fields.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {

DocumentsSection::DocumentsSection(Desk& desk, store::Reader& reader, QWidget* parent)
    : Section(tr("Documents without a network"), tr("offline channel storage limit disk space file"), parent),
      desk_(desk),
      reader_(reader),
      here_(new PlainLabel({}, TextRole::row)),
      limit_(new LimitField),
      none_(new PlainLabel(tr("You are in no channel with documents."), TextRole::meta, ColorRole::muted)),
      column_(new QVBoxLayout) {
  body()->addWidget(&here_->wrapped());
  body()->addWidget(limit_);
  auto* why = new PlainLabel(tr("When there is no more room, what you read longest ago goes first; what you chose to "
                                "keep never."),
                             TextRole::meta, ColorRole::muted);
  body()->addWidget(&why->wrapped());
  column_->setSpacing(px(10));
  body()->addLayout(column_);
  body()->addWidget(none_);
  connect(limit_, &LimitField::chosen, this, [this] { desk_.documents().setStorageLimit(limit_->bytes()); });
  connect(&desk_, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.documents || changes.channels) renew();
  });
  renew();
}

void DocumentsSection::renew() {
  const auto storage = reader_.channels().storage();
  here_->setText(tr("%n document(s) on this computer, %1 together.", nullptr, storage.documentsHere)
                     .arg(sizeText(storage.bytesHere)));
  // What is being changed is not overwritten by what came in.
  if (!limit_->isInHand()) limit_->setBytes(storage.bytesLimit);
  auto channels = reader_.channels().channels();
  channels.removeIf([](const store::ChannelRow& row) {
    return row.state != MembershipState::joined || !may(row.role, ChannelAction::readDocuments);
  });
  const bool isSame = std::equal(
      rows_.begin(), rows_.end(), channels.begin(), channels.end(),
      [](const Row& row, const auto& channel) { return row.channel == channel.id && row.name == channel.name; });
  if (!isSame) makeRows(channels);
  for (const auto& row : std::as_const(rows_))
    if (const auto view = reader_.channels().channel(row.channel); view && !row.field->isInHand())
      row.field->setRule(view->rule);
  none_->setVisible(rows_.isEmpty());
}

void DocumentsSection::makeRows(const QVector<store::ChannelRow>& channels) {
  for (const auto& row : std::as_const(rows_)) row.widget->deleteLater();
  rows_.clear();
  for (const auto& channel : channels) {
    auto* field = new RuleField(channel.name);
    auto* whole = new FormField(channel.name, field);
    column_->addWidget(whole);
    connect(field, &RuleField::chosen, this,
            [this, field, id = channel.id] { desk_.documents().setOfflineRule(id, field->rule()); });
    rows_.append({channel.id, channel.name, whole, field});
  }
}

}  // namespace vb::client::ui
