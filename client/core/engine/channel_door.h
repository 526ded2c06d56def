// ChannelDoor: the part of the engine's door that is about channels; see engine.h for what holds for every call: it
// returns at once, what the rules refuse is told by Engine::writeRefused, a text stays as a draft.
#pragma once

#include <functional>

#include <QString>
#include <QStringList>
#include <QVector>

#include "client/core/documents/opened_document.h"
#include "client/core/store/channel_views.h"
#include "shared/domain/channel_commands.h"

namespace vb::client {

class ChannelDoor {
 public:
  virtual ~ChannelDoor() = default;

  // ---- membership
  virtual void join(ChannelId channel, const QString& message) = 0;
  virtual void leave(ChannelId channel) = 0;
  virtual void answerInvitation(ChannelId channel, bool accept) = 0;
  virtual void redeemInvitation(const QString& code) = 0;
  virtual void answerJoinRequest(ChannelId channel, UserId user, bool accept) = 0;
  virtual void invitePerson(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) = 0;
  // The code that the invited person types in; it is nowhere else.
  virtual QString inviteByEmail(ChannelId channel, const QString& email, ChannelRole role,
                                const QVector<TopicId>& topics) = 0;
  virtual void withdrawInvitation(ChannelId channel, InvitationId invitation) = 0;
  virtual void removeMember(ChannelId channel, UserId user) = 0;
  virtual void setMemberRole(ChannelId channel, UserId user, ChannelRole role, const QVector<TopicId>& topics) = 0;
  virtual void handOver(ChannelId channel, UserId user) = 0;
  virtual void updateChannel(const UpdateChannel& change) = 0;

  // ---- discussions and cases. Drafts: "topic/<channel>", "case/<channel>", "post/<topic>", "edit/<record>",
  // "lesson/<topic>"; the one of a text that was sent goes. Ids that are nil are made.
  virtual TopicId startTopic(StartTopic topic) = 0;
  virtual PostId writePost(WritePost post) = 0;
  virtual void editInChannel(const EditInChannel& edit) = 0;
  virtual void deleteInChannel(const DeleteInChannel& post) = 0;
  virtual void setTopicState(const SetTopicState& state) = 0;
  virtual void markTopic(const MarkTopic& mark) = 0;
  virtual void writeLesson(const WriteLesson& lesson) = 0;

  // ---- documents
  virtual FolderId addFolder(ChannelId channel, FolderId parent, const QString& name) = 0;
  virtual void changeFolder(const ChangeFolder& change) = 0;
  virtual void removeFolder(ChannelId channel, FolderId folder) = 0;
  virtual void changeDocument(const ChangeDocument& change) = 0;
  virtual void restoreVersion(ChannelId channel, DocumentId document, VersionId version, const QString& remark) = 0;
  // Files of this computer become documents; each is copied aside first, so that it may change or go. A topic that is
  // not nil: attached to it. The ids of the documents that they will be, in the order of `files`.
  virtual QVector<DocumentId> addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files) = 0;
  virtual void addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) = 0;
  virtual void pauseUpload(UploadId upload, bool paused) = 0;
  virtual void cancelUpload(UploadId upload) = 0;
  virtual void retryUpload(UploadId upload) = 0;  // that failed: from the beginning, with the file that was kept

  // ---- what is on this computer
  virtual void setOfflineRule(ChannelId channel, const store::OfflineRule& rule) = 0;
  virtual void setStorageLimit(qint64 bytes) = 0;
  virtual void setPinned(DocumentId document, bool pinned) = 0;
  // At once, whatever the rule says.
  virtual void fetch(VersionId version) = 0;
  // Looks, and notes that it was used. `done` comes on the door's thread.
  virtual void openDocument(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  // A read-only copy in a folder of this run, for another program; "forbidden" for a type that may only be saved (A14).
  virtual void copyForOutside(VersionId version, std::function<void(OpenedDocument)> done) = 0;
  // done: an error name or empty.
  virtual void saveDocument(VersionId version, const QString& file, std::function<void(QString)> done) = 0;
  virtual void readText(VersionId version, std::function<void(DocumentText)> done) = 0;
  // Texts of files that are about to be attached to a case, for the personal-data guard.
  virtual void readFileText(const QString& file, std::function<void(DocumentText)> done) = 0;
  // Documents with all versions, discussions, cases, members as files in an empty folder, plus channel.json; fetches
  // what is not here. progress: done, total; finished: an error name or empty.
  virtual void exportChannel(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                             std::function<void(QString)> finished) = 0;
};

}  // namespace vb::client
