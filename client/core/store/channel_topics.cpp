// The texts in channels, as they will be once what waits is sent.
#include <algorithm>

#include "client/core/store/channel_reader_sqlite.h"

namespace vb::client::store {
namespace {

qint64 milliseconds(Timestamp at) { return at.time_since_epoch().count(); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

// A row as the columns VB_TOPIC_COLUMNS give it; its texts come from the record.
TopicRow readRow(const Statement::Rows& rows) {
  TopicRow row;
  row.id = TopicId{rows.uuid(0)};
  row.channel = ChannelId{rows.uuid(1)};
  row.kind = rows.flag(2) ? TopicKind::caseDiscussion : TopicKind::discussion;
  row.author = UserId{rows.uuid(3)};
  row.startedAt = rows.number(4);
  row.activityAt = rows.number(6);
  row.posts = static_cast<int>(rows.number(7));
  row.pinned = rows.flag(8);
  row.deleted = rows.flag(9);
  row.eraseAt = rows.number(10);
  return row;
}

void readText(TopicRow& row, const Topic& topic) {
  row.title = text(topic.title);
  row.closed = topic.closed;
}

}  // namespace

const Pending<StartTopic>* SqliteChannelReader::pendingTopic(TopicId id) const {
  for (const auto& [channel, topics] : pending().topics)
    for (const auto& topic : topics)
      if (topic.command.topicId == id) return &topic;
  return nullptr;
}

TopicRow SqliteChannelReader::pendingRow(const Pending<StartTopic>& topic) {
  TopicRow row;
  row.id = topic.command.topicId;
  row.channel = topic.command.channelId;
  row.kind = topic.command.kind;
  row.title = text(topic.command.title);
  row.author = me_;
  row.startedAt = row.activityAt = topic.at;
  row.sendState = topic.state;
  return row;
}

void SqliteChannelReader::markOn(TopicRow& row) {
  Seq read = 0;
  {
    auto rows = mark_.query(row.id);
    if (rows.next()) {
      row.followed = rows.flag(0);
      row.muted = rows.flag(1);
      read = rows.number(2);
    }
  }
  if (const auto mark = pending().marks.find(row.id); mark != pending().marks.end()) {
    row.followed = mark->second.command.follow.value_or(row.followed);
    row.muted = mark->second.command.mute.value_or(row.muted);
    read = std::max(read, mark->second.command.readSeq.value_or(0));
  }
  qint64 since = 0;
  {
    auto rows = since_.query(row.channel);
    if (rows.next()) since = rows.number(0);
  }
  auto rows = unread_.query(row.id, read, me_, since);
  row.unread = rows.next() ? static_cast<int>(rows.number(0)) : 0;
  if (read == 0 && row.author != me_ && row.startedAt > since && !row.deleted) ++row.unread;
}

void SqliteChannelReader::overlayOn(TopicRow& row) {
  if (const auto state = pending().states.find(row.id); state != pending().states.end()) {
    row.pinned = state->second.command.pinned.value_or(row.pinned);
    row.closed = state->second.command.closed.value_or(row.closed);
    row.sendState = state->second.state;
  }
  const Uuid id = row.id.uuid;
  if (const auto* edit = pending().edit(id); edit != nullptr && edit->command.title)
    row.title = text(*edit->command.title);
  if (const auto state = pending().changeState(id); state != SendState::none) row.sendState = state;
  if (const auto removed = pending().removed.find(id); removed != pending().removed.end()) {
    row.deleted = true;
    row.title.clear();
    row.sendState = removed->second;
  }
  row.authorName = directory_.author(row.author, *overlay_).name;
  row.mine = row.author == me_;
  if (const auto posts = pending().posts.find(row.id); posts != pending().posts.end())
    for (const auto& post : posts->second)
      if (!isPostHere_.query(post.command.postId).next()) {
        ++row.posts;
        row.activityAt = std::max(row.activityAt, post.at);
      }
  const auto lesson = pending().lessons.find(row.id);
  row.hasLesson = lesson != pending().lessons.end()
                      ? !lesson->second.command.body.empty()
                      : one<Lesson>(Scope::channel(row.channel), kinds::kLesson, row.id.text()).has_value();
  markOn(row);
}

std::optional<TopicRow> SqliteChannelReader::topicRow(TopicId id) {
  std::optional<TopicRow> row;
  {
    auto rows = topicOf_.query(id);
    if (rows.next()) {
      row = readRow(rows);
      if (const auto topic = fromJsonText<Topic>(rows.bytes(11))) readText(*row, *topic);
    }
  }
  if (!row)
    if (const auto* waiting = pendingTopic(id)) row = pendingRow(*waiting);
  if (row) overlayOn(*row);
  return row;
}

QVector<TopicRow> SqliteChannelReader::lessons(ChannelId channel) {
  QVector<TopicRow> rows;
  const auto add = [&](TopicId id, const std::string& title, UserId author, qint64 at, SendState state) {
    TopicRow row;
    if (auto topic = topicRow(id)) row = *topic;
    row.id = id;
    row.channel = channel;
    row.kind = TopicKind::caseDiscussion;
    row.title = text(title);
    row.author = author;
    row.authorName = directory_.author(author, *overlay_).name;
    row.startedAt = row.activityAt = at;
    row.hasLesson = true;
    row.unread = 0;
    row.sendState = state;
    rows.append(std::move(row));
  };
  std::vector<std::pair<std::string, Lesson>> stored;
  each<Lesson>(Scope::channel(channel), kinds::kLesson,
               [&](const std::string& id, Lesson lesson) { stored.emplace_back(id, std::move(lesson)); });
  for (const auto& [id, lesson] : stored) {
    const auto topic = TopicId::parse(id);
    if (topic && !pending().lessons.contains(*topic))
      add(*topic, lesson.title, lesson.authorId, milliseconds(lesson.writtenAt), SendState::none);
  }
  for (const auto& [id, waiting] : pending().lessons)
    if (waiting.command.channelId == channel && !waiting.command.body.empty())
      add(id, waiting.command.title, me_, waiting.at, waiting.state);
  return rows;
}

QVector<TopicRow> SqliteChannelReader::topics(ChannelId channel, TopicFilter filter, int offset, int limit) {
  QVector<TopicRow> rows;
  snapshot_([&] {
    if (filter == TopicFilter::lessons) {
      rows = lessons(channel);
    } else {
      std::set<TopicId> there;
      {
        auto found = topicsOf_.query(channel, filter == TopicFilter::cases);
        while (found.next()) {
          TopicRow row = readRow(found);
          if (const auto topic = fromJsonText<Topic>(found.bytes(11))) readText(row, *topic);
          there.insert(row.id);
          rows.append(std::move(row));
        }
      }
      if (const auto waiting = pending().topics.find(channel); waiting != pending().topics.end())
        for (const auto& topic : waiting->second)
          if (!there.contains(topic.command.topicId) &&
              (topic.command.kind == TopicKind::caseDiscussion) == (filter == TopicFilter::cases))
            rows.append(pendingRow(topic));
      for (auto& row : rows) overlayOn(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TopicRow& a, const TopicRow& b) {
      if (a.pinned != b.pinned) return a.pinned;
      return a.activityAt != b.activityAt ? a.activityAt > b.activityAt : a.id < b.id;
    });
    rows = rows.mid(offset, limit);
  });
  return rows;
}

DocumentLink SqliteChannelReader::link(DocumentId id) {
  const auto row = documents_.row(id);
  return {id, row && !row->trashed ? row->name : QString()};
}

std::optional<TopicView> SqliteChannelReader::topic(TopicId id) {
  std::optional<TopicView> view;
  snapshot_([&] {
    Topic topic;
    Seq seq = 0;
    bool isStored = false;
    {
      auto rows = topicOf_.query(id);
      if (rows.next())
        if (auto found = fromJsonText<Topic>(rows.bytes(11))) {
          topic = std::move(*found);
          seq = rows.number(12);
          isStored = true;
        }
    }
    const auto* waiting = pendingTopic(id);
    if (!isStored && waiting != nullptr) {
      topic.body = waiting->command.body;
      topic.caseParts = waiting->command.caseParts;
      topic.documentIds = waiting->command.documentIds;
      topic.aboutDocumentId = waiting->command.aboutDocumentId;
      topic.aboutQuestionId = waiting->command.aboutQuestionId;
      topic.mentionIds = waiting->command.mentionIds;
    }
    auto row = topicRow(id);
    const auto lesson = [&](ChannelId channel) -> std::optional<Lesson> {
      if (const auto own = pending().lessons.find(id); own != pending().lessons.end()) {
        if (own->second.command.body.empty()) return std::nullopt;
        return Lesson{own->second.command.title, own->second.command.body, me_,
                      Timestamp(Milliseconds(own->second.at))};
      }
      const auto stored = one<Lesson>(Scope::channel(channel), kinds::kLesson, id.text());
      return stored ? std::optional(stored->first) : std::nullopt;
    };
    if (!row) {
      // The case was erased; what was learned stays.
      auto rows = anyRecord_.query(PackedId(id.uuid), kinds::kLesson);
      const auto stored = rows.next() ? fromJsonText<Lesson>(rows.bytes(0)) : Result<Lesson>(fail(ErrorCode::notFound));
      if (!stored) return;
      view.emplace();
      view->row.id = id;
      view->row.kind = TopicKind::caseDiscussion;
      view->row.title = text(stored->title);
      view->row.deleted = true;
      view->row.hasLesson = true;
      view->author = directory_.author(stored->authorId, *overlay_);
      view->row.authorName = view->author.name;
      view->row.startedAt = view->row.activityAt = milliseconds(stored->writtenAt);
      view->lesson = *stored;
      return;
    }
    view.emplace();
    view->row = std::move(*row);
    view->author = directory_.author(view->row.author, *overlay_);
    view->body = text(topic.body);
    view->caseParts = topic.caseParts;
    view->edited = topic.editedAt.has_value();
    view->deletedByOther = topic.deletedAt && topic.deletedBy != topic.authorId;
    view->seq = seq;
    if (const auto* edit = pending().edit(id.uuid)) {
      if (edit->command.body) view->body = text(*edit->command.body);
      if (edit->command.caseParts) view->caseParts = edit->command.caseParts;
      if (edit->command.documentIds) topic.documentIds = *edit->command.documentIds;
      view->edited = true;
    }
    if (view->row.deleted) {
      view->body.clear();
      view->caseParts.reset();
    }
    for (const auto document : topic.documentIds) view->documents.append(link(document));
    if (!topic.aboutDocumentId.isNil()) view->aboutDocument = link(topic.aboutDocumentId);
    view->aboutQuestion = topic.aboutQuestionId;
    view->mentionsMe = std::find(topic.mentionIds.begin(), topic.mentionIds.end(), me_) != topic.mentionIds.end();
    view->lesson = lesson(view->row.channel);
    {
      auto rows = mark_.query(id);
      if (rows.next()) {
        view->readSeq = rows.number(2);
        view->position = PostId{rows.uuid(3)};
      }
    }
    if (const auto mark = pending().marks.find(id); mark != pending().marks.end()) {
      view->readSeq = std::max(view->readSeq, mark->second.command.readSeq.value_or(0));
      view->position = mark->second.command.positionPostId.value_or(view->position);
    }
    auto rows = postCount_.query(id);
    view->posts = rows.next() ? static_cast<int>(rows.number(0)) : 0;
    if (const auto posts = pending().posts.find(id); posts != pending().posts.end())
      for (const auto& post : posts->second)
        if (!isPostHere_.query(post.command.postId).next()) ++view->posts;
  });
  return view;
}

QVector<PostId> SqliteChannelReader::postIds(TopicId topic) {
  QVector<PostId> ids;
  snapshot_([&] {
    {
      auto rows = postIds_.query(topic);
      while (rows.next()) ids.append(PostId{rows.uuid(0)});
    }
    if (const auto posts = pending().posts.find(topic); posts != pending().posts.end())
      for (const auto& post : posts->second)
        if (!isPostHere_.query(post.command.postId).next()) ids.append(post.command.postId);
  });
  return ids;
}

void SqliteChannelReader::finish(PostView& view, const std::vector<UserId>& mentions,
                                 const std::vector<DocumentId>& documents) {
  for (const auto user : mentions) {
    view.mentions.append(directory_.author(user, *overlay_).name);
    view.mentionsMe = view.mentionsMe || user == me_;
  }
  for (const auto document : documents) view.documents.append(link(document));
}

PostView SqliteChannelReader::postView(PostId id, const Post& post, Seq seq) {
  PostView view;
  view.id = id;
  view.topic = post.topicId;
  view.body = text(post.body);
  view.author = directory_.author(post.authorId, *overlay_);
  view.postedAt = milliseconds(post.postedAt);
  view.edited = post.editedAt.has_value();
  view.deleted = post.deletedAt.has_value();
  view.deletedByOther = view.deleted && post.deletedBy != post.authorId;
  view.mine = post.authorId == me_;
  view.quoted = post.quotedPostId;
  view.seq = seq;
  auto documents = post.documentIds;
  if (const auto* edit = pending().edit(id.uuid)) {
    if (edit->command.body) view.body = text(*edit->command.body);
    if (edit->command.documentIds) documents = *edit->command.documentIds;
    view.edited = true;
  }
  view.sendState = pending().changeState(id.uuid);
  if (const auto removed = pending().removed.find(id.uuid); removed != pending().removed.end()) {
    view.deleted = true;
    view.deletedByOther = !view.mine;
    view.sendState = removed->second;
  }
  if (view.deleted) {
    view.body.clear();
    documents.clear();
  }
  finish(view, post.mentionIds, documents);
  return view;
}

PostView SqliteChannelReader::pendingView(const Pending<WritePost>& waiting) {
  PostView view;
  view.id = waiting.command.postId;
  view.topic = waiting.command.topicId;
  view.body = text(waiting.command.body);
  view.author = directory_.author(me_, *overlay_);
  view.postedAt = waiting.at;
  view.mine = true;
  view.quoted = waiting.command.quotedPostId;
  view.sendState = waiting.state;
  finish(view, waiting.command.mentionIds, waiting.command.documentIds);
  return view;
}

QVector<PostView> SqliteChannelReader::posts(const QVector<PostId>& ids) {
  QVector<PostView> views;
  snapshot_([&] {
    std::map<TopicId, std::pair<Seq, qint64>> seen;  // read up to, in the channel since
    const auto seenOf = [&](TopicId topic) {
      const auto known = seen.find(topic);
      if (known != seen.end()) return known->second;
      std::pair<Seq, qint64> found;
      {
        auto rows = mark_.query(topic);
        if (rows.next()) found.first = rows.number(2);
      }
      if (const auto mark = pending().marks.find(topic); mark != pending().marks.end())
        found.first = std::max(found.first, mark->second.command.readSeq.value_or(0));
      ChannelId channel;
      {
        auto rows = topicOf_.query(topic);
        if (rows.next()) channel = ChannelId{rows.uuid(1)};
      }
      auto rows = since_.query(channel);
      if (rows.next()) found.second = rows.number(0);
      return seen[topic] = found;
    };
    for (const auto id : ids) {
      std::optional<std::pair<Post, Seq>> stored;
      {
        auto rows = postOf_.query(id);
        if (rows.next())
          if (auto post = fromJsonText<Post>(rows.bytes(0))) stored.emplace(std::move(*post), rows.number(1));
      }
      if (stored) {
        auto view = postView(id, stored->first, stored->second);
        const auto [readSeq, since] = seenOf(view.topic);
        view.unread = !view.mine && !view.deleted && stored->first.postedSeq > readSeq && view.postedAt > since;
        views.append(std::move(view));
        continue;
      }
      for (const auto& [topic, posts] : pending().posts)
        for (const auto& post : posts)
          if (post.command.postId == id) views.append(pendingView(post));
    }
  });
  return views;
}

QVector<EarlierText> SqliteChannelReader::earlier(const QString& topicOrPost) {
  QVector<EarlierText> texts;
  snapshot_([&] {
    const auto id = canonicalUuid(topicOrPost.toStdString());
    if (!id) return;
    auto rows = earlier_.query(*id);
    while (rows.next())
      if (const auto one = fromJsonText<Earlier>(rows.bytes(0)))
        texts.append({text(one->title), text(one->body), milliseconds(one->writtenAt)});
  });
  return texts;
}

}  // namespace vb::client::store
