// What the screens read of channels: plain values, one struct per kind of row. Times are UTC milliseconds, 0 = none.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>
#include <QVector>

#include "client/core/store/views.h"
#include "shared/domain/channel_records.h"

namespace vb::client::store {

// What is kept on this computer of a channel's documents.
enum class OfflineKeep {
  everything,
  smallerThan,  // OfflineRule::bytesMax
  pinnedOnly,
};
struct OfflineRule {
  OfflineKeep keep = OfflineKeep::everything;
  qint64 bytesMax = 10 * 1000 * 1000;
  bool operator==(const OfflineRule&) const = default;
};

// A channel in the rail or in the list of all: one's own, those one is invited to, and those that are listed.
struct ChannelRow {
  ChannelId id;
  QString name;
  QString organisation;
  QString description;
  ChannelAccess access = ChannelAccess::unknown;
  ChannelRole role = ChannelRole::none;              // offered, when invited
  MembershipState state = MembershipState::unknown;  // unknown: not in it
  QString invitedBy;                                 // name
  int unreadTopics = 0;                              // muted ones not counted
  bool synced = false;                               // its records are on this computer
  SendState sendState = SendState::none;             // joining, leaving or answering is on its way
};

struct ChannelView {
  ChannelRow row;
  Channel channel;        // as the server has it; of a guest without description
  Seq seq = 0;            // base_seq of a change
  bool readOnly = false;  // its lease ended
  int members = 0;
  int topics = 0;
  int cases = 0;
  int documents = 0;           // not in the bin
  int requests = 0;            // to join; 0 unless one may see them
  std::optional<Lease> lease;  // for who may see it
  OfflineRule rule;
};

struct MemberRow {
  Person person;
  ChannelRole role = ChannelRole::none;
  qint64 since = 0;
  QVector<TopicId> topics;  // of a guest
  bool isMe = false;
  SendState sendState = SendState::none;  // a change of this member is on its way
};
struct JoinRequestRow {
  Person person;
  QString message;
  qint64 at = 0;
};
struct InvitationRow {
  InvitationId id;
  Person person;  // nil id: of an address
  QString email;
  ChannelRole role = ChannelRole::member;
  QString invitedBy;
  qint64 at = 0;
  qint64 expiresAt = 0;
};
struct ChannelPeople {
  QVector<MemberRow> members;  // owners, moderators, members, guests; by name
  QVector<JoinRequestRow> requests;
  QVector<InvitationRow> invitations;
};

enum class TopicFilter { discussions, cases, lessons };
struct TopicRow {
  TopicId id;
  ChannelId channel;
  TopicKind kind = TopicKind::discussion;
  QString title;
  QString authorName;
  UserId author;
  qint64 startedAt = 0;
  qint64 activityAt = 0;  // last post, else startedAt
  int posts = 0;          // deleted ones not counted
  int unread = 0;         // posts of others above the read mark; the topic itself counts when it was never opened
  bool pinned = false;
  bool closed = false;
  bool followed = false;
  bool muted = false;
  bool mine = false;
  bool deleted = false;
  bool hasLesson = false;
  qint64 eraseAt = 0;  // of a case
  SendState sendState = SendState::none;
};

struct DocumentLink {
  DocumentId id;
  QString name;  // empty: not here
};
struct TopicView {
  TopicRow row;
  QString body;  // Markdown
  std::optional<CaseParts> caseParts;
  Person author;
  bool mentionsMe = false;
  bool edited = false;
  bool deletedByOther = false;
  Seq seq = 0;
  QVector<DocumentLink> documents;
  DocumentLink aboutDocument;  // nil id: none
  QuestionId aboutQuestion;
  std::optional<Lesson> lesson;
  Seq readSeq = 0;  // of the mark
  PostId position;  // where one was; nil: nowhere
  int posts = 0;    // deleted ones counted: rows of postIds()
};
struct PostView {
  PostId id;
  TopicId topic;
  QString body;  // Markdown
  Person author;
  qint64 postedAt = 0;
  bool edited = false;
  bool deleted = false;
  bool deletedByOther = false;  // by a moderator
  bool mine = false;
  bool unread = false;
  PostId quoted;
  QVector<DocumentLink> documents;
  QStringList mentions;  // names
  bool mentionsMe = false;
  Seq seq = 0;
  SendState sendState = SendState::none;
};
// A text as it was before an edit.
struct EarlierText {
  QString title;
  QString body;
  qint64 writtenAt = 0;
};

struct FolderRow {
  FolderId id;
  FolderId parent;
  QString name;
  int documents = 0;  // in it and below, not in the bin
  Seq seq = 0;
  SendState sendState = SendState::none;
};

// Is the content of a document's newest version on this computer?
enum class Presence {
  absent,   // not here, and the rule does not fetch it
  waiting,  // will be fetched
  fetching,
  here,       // complete, hash verified
  failed,     // could not be fetched or did not verify; tried again
  uploading,  // added here, not on the server yet; its content is here
};
struct DocumentRow {
  DocumentId id;
  ChannelId channel;
  FolderId folder;
  TopicId topic;  // attached to it; nil: of the channel
  QString name;
  int versions = 0;
  int number = 0;  // of the newest version
  qint64 size = 0;
  qint64 changedAt = 0;
  QString changedBy;
  QString mediaType;
  bool pinned = false;
  bool trashed = false;
  bool concurrent = false;  // two versions were added at once, and nothing since
  Presence presence = Presence::absent;
  qint64 bytesHere = 0;  // while fetching or uploading
  Seq seq = 0;
  SendState sendState = SendState::none;
};
struct VersionRow {
  VersionId id;
  int number = 0;
  QString authorName;
  qint64 addedAt = 0;
  QString remark;
  qint64 size = 0;
  QString sha256;
  QString mediaType;
  bool current = false;
  bool concurrent = false;
  int restoredFrom = 0;  // number; 0: none
  Presence presence = Presence::absent;
};
struct DocumentView {
  DocumentRow row;
  QVector<VersionRow> versions;  // newest first
  QVector<TopicRow> topics;      // that are about it
  QStringList path;              // names of its folders, from the top
};
enum class DocumentSort { name, changed, size };

// A file on its way to the server.
enum class UploadState { preparing, waiting, sending, paused, finishing, failed };
struct UploadRow {
  UploadId id;
  ChannelId channel;
  FolderId folder;
  DocumentId document;
  QString name;
  qint64 size = 0;
  qint64 sent = 0;
  UploadState state = UploadState::waiting;
  QString errorCode;  // failed: an error name
};

// What stands on this computer of all documents.
struct DocumentStorage {
  qint64 bytesHere = 0;
  qint64 bytesLimit = 0;
  int documentsHere = 0;
  int documentsWaiting = 0;  // to be fetched
  qint64 bytesWaiting = 0;
  int documentsFetching = 0;
  int documentsUnread = 0;  // here, but their text is not searchable yet
  int percent = -1;         // of what is being fetched; -1: nothing
};

}  // namespace vb::client::store
