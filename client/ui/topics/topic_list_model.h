// TopicListModel: the rows of a tab: discussions, or cases with what was learned below them. GUI thread.
#pragma once

#include <QAbstractListModel>

#include "client/core/store/reader.h"

namespace vb::client::ui {

struct TopicListRow {
  bool isHeading = false;
  QString heading;
  store::TopicRow topic;
  bool isLesson = false;
};

class TopicListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  // Cases: of a closed channel.
  TopicListModel(store::Reader& reader, ChannelId channel, bool cases, QObject* parent = nullptr);

  void reload();
  void setFilter(const QString& text);
  const TopicListRow& row(int index) const { return rows_[index]; }
  int indexOf(TopicId topic) const;  // -1: not in the list
  int topics() const { return topics_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  store::Reader& reader_;
  ChannelId channel_;
  bool cases_;
  QString filter_;
  QVector<TopicListRow> rows_;
  int topics_ = 0;
};

}  // namespace vb::client::ui
