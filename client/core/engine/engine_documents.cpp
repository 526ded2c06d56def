#include "client/core/engine/engine_documents.h"

#include "client/core/actions/with_documents.h"

namespace vb::client {
namespace {

using documents::DocumentDesk;
using Parts = actions::ActionParts;

Result<void> done(const Result<CommandId>& result) { return result ? Result<void>() : Result<void>(result.error()); }

constexpr char kHeldElsewhere[] = "forbidden";

}  // namespace

void EngineDocuments::ask(Ask ask) {
  if (d_.readOnly) return d_.refuse();
  if (d_.erasing) return;
  d_.inCore([ask = std::move(ask)](Core& core) { core.askDesk(ask); });
}

template <class Answer>
void EngineDocuments::askFor(const std::function<void(DocumentDesk&, std::function<void(Answer)>)>& ask,
                             const std::function<void(Engine&, const Answer&)>& tell, const Answer& refusal) {
  auto* engine = &d_.q;
  if (d_.readOnly || d_.erasing) return d_.later([engine, tell, refusal] { tell(*engine, refusal); });
  d_.inCore([engine, ask, tell](Core& core) {
    core.askDesk([&](DocumentDesk& desk) -> Result<void> {
      ask(desk, [engine, tell](Answer answer) {
        QMetaObject::invokeMethod(
            engine, [engine, tell, answer = std::move(answer)] { tell(*engine, answer); }, Qt::QueuedConnection);
      });
      return {};
    });
  });
}

// ---- adding ----------------------------------------------------------------------------------------------

QVector<DocumentId> EngineDocuments::addFiles(ChannelId channel, FolderId folder, TopicId topic,
                                              const QStringList& files) {
  QVector<DocumentId> ids;
  for (qsizetype i = 0; i < files.size(); ++i) ids << DocumentId::v7(*d_.clock, *d_.random);
  ask([=](DocumentDesk& desk) { return desk.addFiles(channel, folder, topic, files, ids); });
  return ids;
}

void EngineDocuments::addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) {
  ask([=](DocumentDesk& desk) { return desk.addVersion(channel, document, file, remark); });
}

void EngineDocuments::restoreVersion(ChannelId channel, DocumentId document, VersionId version, const QString& remark) {
  AddVersion command;
  command.channelId = channel;
  command.documentId = document;
  command.copyOf = version;
  command.remark = remark.toStdString();
  d_.write([command](const Parts& parts) { return done(actions::restoreVersion(parts, command)); });
}

void EngineDocuments::pauseUpload(UploadId upload, bool paused) {
  ask([=](DocumentDesk& desk) { return desk.pauseUpload(upload, paused); });
}

void EngineDocuments::cancelUpload(UploadId upload) {
  ask([=](DocumentDesk& desk) { return desk.cancelUpload(upload); });
}

void EngineDocuments::retryUpload(UploadId upload) {
  ask([=](DocumentDesk& desk) { return desk.retryUpload(upload); });
}

// ---- folders and names -----------------------------------------------------------------------------------

FolderId EngineDocuments::addFolder(ChannelId channel, FolderId parent, const QString& name) {
  const auto id = FolderId::v7(*d_.clock, *d_.random);
  d_.write([command = AddFolder{channel, id, parent, name.trimmed().toStdString()}](const Parts& parts) {
    return done(actions::addFolder(parts, command));
  });
  return id;
}

void EngineDocuments::renameFolder(ChannelId channel, FolderId folder, const QString& name) {
  d_.write([command = ChangeFolder{channel, folder, 0, name.trimmed().toStdString(), {}}](const Parts& parts) {
    return done(actions::changeFolder(parts, command));
  });
}

void EngineDocuments::moveFolder(ChannelId channel, FolderId folder, FolderId parent) {
  d_.write([command = ChangeFolder{channel, folder, 0, {}, parent}](const Parts& parts) {
    return done(actions::changeFolder(parts, command));
  });
}

void EngineDocuments::removeFolder(ChannelId channel, FolderId folder) {
  d_.write([=](const Parts& parts) { return done(actions::removeFolder(parts, {channel, folder})); });
}

void EngineDocuments::renameDocument(ChannelId channel, DocumentId document, const QString& name) {
  d_.write([command = ChangeDocument{channel, document, 0, name.trimmed().toStdString(), {}, {}}](const Parts& parts) {
    return done(actions::changeDocument(parts, command));
  });
}

void EngineDocuments::moveDocument(ChannelId channel, DocumentId document, FolderId folder) {
  d_.write([command = ChangeDocument{channel, document, 0, {}, folder, {}}](const Parts& parts) {
    return done(actions::changeDocument(parts, command));
  });
}

void EngineDocuments::setTrashed(ChannelId channel, DocumentId document, bool trashed) {
  d_.write([command = ChangeDocument{channel, document, 0, {}, {}, trashed}](const Parts& parts) {
    return done(actions::changeDocument(parts, command));
  });
}

// ---- on this computer ------------------------------------------------------------------------------------

void EngineDocuments::setOfflineRule(ChannelId channel, const store::OfflineRule& rule) {
  ask([=](DocumentDesk& desk) { return desk.setOfflineRule(channel, rule); });
}

void EngineDocuments::setStorageLimit(qint64 bytes) {
  ask([=](DocumentDesk& desk) { return desk.setStorageLimit(bytes); });
}

void EngineDocuments::setPinned(DocumentId document, bool pinned) {
  ask([=](DocumentDesk& desk) { return desk.setPinned(document, pinned); });
}

void EngineDocuments::fetch(VersionId version) {
  ask([=](DocumentDesk& desk) -> Result<void> {
    desk.fetch(version);
    return {};
  });
}

void EngineDocuments::open(quint64 ticket, VersionId version) {
  OpenedDocument refusal;
  refusal.version = version;
  refusal.errorCode = QLatin1String(kHeldElsewhere);
  askFor<OpenedDocument>([version](auto& desk, auto answer) { desk.openDocument(version, std::move(answer)); },
                         [ticket](Engine& engine, const auto& opened) { Q_EMIT engine.documentOpened(ticket, opened); },
                         refusal);
}

void EngineDocuments::copyForOutside(quint64 ticket, VersionId version) {
  OpenedDocument refusal;
  refusal.version = version;
  refusal.errorCode = QLatin1String(kHeldElsewhere);
  askFor<OpenedDocument>([version](auto& desk, auto answer) { desk.copyForOutside(version, std::move(answer)); },
                         [ticket](Engine& engine, const auto& opened) { Q_EMIT engine.documentOpened(ticket, opened); },
                         refusal);
}

void EngineDocuments::save(quint64 ticket, VersionId version, const QString& file) {
  askFor<QString>([version, file](auto& desk, auto answer) { desk.saveDocument(version, file, std::move(answer)); },
                  [ticket](Engine& engine, const auto& errorCode) { Q_EMIT engine.documentSaved(ticket, errorCode); },
                  QLatin1String(kHeldElsewhere));
}

void EngineDocuments::readText(quint64 ticket, VersionId version) {
  DocumentText refusal;
  refusal.version = version;
  refusal.errorCode = QLatin1String(kHeldElsewhere);
  askFor<DocumentText>([version](auto& desk, auto answer) { desk.readText(version, std::move(answer)); },
                       [ticket](Engine& engine, const auto& text) { Q_EMIT engine.documentTextRead(ticket, text); },
                       refusal);
}

void EngineDocuments::readFileText(quint64 ticket, const QString& file) {
  DocumentText refusal;
  refusal.errorCode = QLatin1String(kHeldElsewhere);
  askFor<DocumentText>([file](auto& desk, auto answer) { desk.readFileText(file, std::move(answer)); },
                       [ticket](Engine& engine, const auto& text) { Q_EMIT engine.documentTextRead(ticket, text); },
                       refusal);
}

void EngineDocuments::exportChannel(quint64 ticket, ChannelId channel, const QString& folder) {
  auto* engine = &d_.q;
  askFor<QString>(
      [=](auto& desk, auto answer) {
        desk.exportChannel(
            channel, folder,
            [engine, ticket](int ready, int total) {
              QMetaObject::invokeMethod(
                  engine, [=] { Q_EMIT engine->exportProgressed(ticket, ready, total); }, Qt::QueuedConnection);
            },
            std::move(answer));
      },
      [ticket](Engine& to, const auto& errorCode) { Q_EMIT to.exportFinished(ticket, errorCode); },
      QLatin1String(kHeldElsewhere));
}

}  // namespace vb::client
