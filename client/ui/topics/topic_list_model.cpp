#include "client/ui/topics/topic_list_model.h"

#include "client/ui/topics/topic_words.h"
#include "client/ui/topics/tuning.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {

TopicListModel::TopicListModel(store::Reader& reader, ChannelId channel, bool cases, QObject* parent)
    : QAbstractListModel(parent), reader_(reader), channel_(channel), cases_(cases) {}

void TopicListModel::setFilter(const QString& text) {
  if (text.trimmed() == filter_) return;
  filter_ = text.trimmed();
  reload();
}

void TopicListModel::reload() {
  QVector<TopicListRow> rows;
  const auto add = [&](store::TopicFilter filter, bool isLesson) {
    for (auto& topic : reader_.channels().topics(channel_, filter, 0, kTopicsShown))
      if (filter_.isEmpty() || topic.title.contains(filter_, Qt::CaseInsensitive) ||
          topic.authorName.contains(filter_, Qt::CaseInsensitive))
        rows.append({false, {}, std::move(topic), isLesson});
  };
  add(cases_ ? store::TopicFilter::cases : store::TopicFilter::discussions, false);
  topics_ = static_cast<int>(rows.size());
  if (cases_) {
    const auto before = rows.size();
    add(store::TopicFilter::lessons, true);
    if (rows.size() > before) rows.insert(before, {true, tr("What was learned"), {}, false});
  }
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

int TopicListModel::indexOf(TopicId topic) const {
  for (int i = 0; i < rows_.size(); ++i)
    if (!rows_[i].isHeading && rows_[i].topic.id == topic) return i;
  return -1;
}

int TopicListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant TopicListModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rows_.size()) return {};
  const auto& row = rows_[index.row()];
  if (row.isHeading) return role == Qt::DisplayRole ? row.heading : QVariant();
  const QString title = row.topic.deleted && !row.isLesson ? tr("Deleted") : row.topic.title;
  if (role == Qt::DisplayRole) return title;
  if (role != Qt::AccessibleTextRole) return {};
  QStringList parts{title};
  if (row.topic.unread > 0) parts << tr("%n unread", nullptr, row.topic.unread);
  if (row.topic.pinned) parts << tr("pinned");
  if (row.topic.closed) parts << tr("closed");
  if (row.topic.muted) parts << tr("muted");
  if (row.isLesson) parts << tr("lesson");
  if (row.topic.sendState != store::SendState::none) parts << stateName(row.topic.sendState);
  const auto now = QDateTime::currentDateTime();
  parts << topicMeta(row.topic, now);
  if (const QString erased = eraseWords(row.topic.eraseAt, now); !erased.isEmpty()) parts << erased;
  return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags TopicListModel::flags(const QModelIndex& index) const {
  if (index.isValid() && rows_[index.row()].isHeading) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}  // namespace vb::client::ui
