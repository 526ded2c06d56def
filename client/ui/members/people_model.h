// PeopleModel: the rows of the list of members: the channel itself, requests to join, invitations, and the members by
// name, each under a heading. A filter leaves out who does not match. GUI thread.
#pragma once

#include <QAbstractListModel>

#include "client/core/store/channel_views.h"

namespace vb::client::ui {

struct PeopleRow {
  enum class Kind {
    about,  // the channel
    heading,
    request,
    invitation,
    member,
  };
  Kind kind = Kind::about;
  QString name;  // who, or the words of a heading
  QString meta;
  QString chip;
  store::MemberRow member;
  store::JoinRequestRow request;
  store::InvitationRow invitation;

  // What stays the same when the rows are made anew.
  QString key() const;
};

class PeopleModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setPeople(const store::ChannelPeople& people);
  void setFilter(const QString& text);
  const PeopleRow& row(int index) const { return rows_[index]; }
  // -1: not there.
  int indexOf(const QString& key) const;
  int members() const;  // guests not counted

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  void refill();

  store::ChannelPeople people_;
  QString filter_;
  QVector<PeopleRow> rows_;
};

}  // namespace vb::client::ui
