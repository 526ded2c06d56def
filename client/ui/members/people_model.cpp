#include "client/ui/members/people_model.h"

#include <algorithm>

#include "client/ui/members/member_words.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

bool matches(const PeopleRow& row, const QString& filter) {
  return filter.isEmpty() || row.name.contains(filter, Qt::CaseInsensitive) ||
         row.meta.contains(filter, Qt::CaseInsensitive);
}

}  // namespace

QString PeopleRow::key() const {
  switch (kind) {
    case Kind::about:
      return QStringLiteral("about");
    case Kind::heading:
      return {};
    case Kind::request:
      return QStringLiteral("request/") + QString::fromStdString(request.person.id.text());
    case Kind::invitation:
      return QStringLiteral("invitation/") + QString::fromStdString(invitation.id.text());
    case Kind::member:
      return QStringLiteral("member/") + QString::fromStdString(member.person.id.text());
  }
  return {};
}

void PeopleModel::setPeople(const store::ChannelPeople& people) {
  people_ = people;
  refill();
}

void PeopleModel::setFilter(const QString& text) {
  if (text.trimmed() == filter_) return;
  filter_ = text.trimmed();
  refill();
}

int PeopleModel::indexOf(const QString& key) const {
  for (int i = 0; i < rows_.size(); ++i)
    if (!key.isEmpty() && rows_[i].key() == key) return i;
  return -1;
}

int PeopleModel::members() const {
  return static_cast<int>(std::count_if(people_.members.begin(), people_.members.end(),
                                        [](const auto& member) { return member.role != ChannelRole::guest; }));
}

void PeopleModel::refill() {
  QVector<PeopleRow> rows;
  if (filter_.isEmpty()) {
    PeopleRow about;
    about.name = tr("About this channel");
    about.meta = tr("Who may join, rights, leaving");
    rows << about;
  }
  const auto group = [&](const QString& heading, const QVector<PeopleRow>& all) {
    QVector<PeopleRow> shown;
    for (const auto& row : all)
      if (matches(row, filter_)) shown << row;
    if (shown.isEmpty()) return;
    PeopleRow head;
    head.kind = PeopleRow::Kind::heading;
    head.name = QStringLiteral("%1 · %2").arg(heading).arg(shown.size());
    rows << head << shown;
  };
  QVector<PeopleRow> requests;
  for (const auto& request : std::as_const(people_.requests)) {
    PeopleRow row;
    row.kind = PeopleRow::Kind::request;
    row.name = personName(request.person.name);
    row.meta = personMeta(request.person);
    row.chip = tr("wants to join");
    row.request = request;
    requests << row;
  }
  group(tr("Requests"), requests);
  QVector<PeopleRow> invitations;
  for (const auto& invitation : std::as_const(people_.invitations)) {
    PeopleRow row;
    row.kind = PeopleRow::Kind::invitation;
    row.name = invitation.person.id.isNil() ? invitation.email : personName(invitation.person.name);
    row.meta = channelRoleName(invitation.role);
    row.chip = tr("invited");
    row.invitation = invitation;
    invitations << row;
  }
  group(tr("Invitations"), invitations);
  QVector<PeopleRow> members;
  QVector<PeopleRow> guests;
  for (const auto& member : std::as_const(people_.members)) {
    PeopleRow row;
    row.kind = PeopleRow::Kind::member;
    row.name = member.isMe ? tr("%1 (you)").arg(personName(member.person.name)) : personName(member.person.name);
    row.meta = personMeta(member.person);
    if (member.role != ChannelRole::member) row.chip = channelRoleName(member.role);
    row.member = member;
    (member.role == ChannelRole::guest ? guests : members) << row;
  }
  group(tr("Members"), members);
  group(tr("Guests"), guests);
  beginResetModel();
  rows_ = rows;
  endResetModel();
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const auto& row = rows_[index.row()];
  if (role == Qt::DisplayRole) return row.name;
  if (role != Qt::AccessibleTextRole) return {};
  QStringList parts{row.name};
  for (const QString& part : {row.chip, row.meta})
    if (!part.isEmpty()) parts << part;
  return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex& index) const {
  if (index.isValid() && rows_[index.row()].kind == PeopleRow::Kind::heading) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}  // namespace vb::client::ui
