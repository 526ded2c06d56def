#include <algorithm>
#include <optional>

#include <QFileInfo>

#include "client/cli/commands.h"
#include "client/cli/error_words.h"
#include "client/cli/output.h"
#include "client/cli/output_documents.h"
#include "client/core/engine/document_door.h"
#include "client/core/store/channel_reader.h"

namespace vb::client::cli {
namespace {

// Of something large, while it is being fetched or sent.
constexpr std::chrono::hours kTransferMax{6};

store::ChannelReader& channelsOf(Desk& desk) { return desk.reader().channels(); }

QString pathOf(const QVector<store::FolderRow>& folders, FolderId id) {
  QStringList names;
  for (qsizetype steps = 0; steps <= folders.size() && !id.isNil(); ++steps) {
    const auto row = std::find_if(folders.begin(), folders.end(), [&](const auto& one) { return one.id == id; });
    if (row == folders.end()) break;
    names.prepend(row->name);
    id = row->parent;
  }
  return names.join(QLatin1Char('/'));
}

// Of the whole channel, by folder and name.
QVector<std::pair<QString, store::DocumentRow>> documentsOf(Desk& desk, ChannelId channel) {
  const auto folders = channelsOf(desk).folders(channel);
  QVector<std::pair<QString, store::DocumentRow>> rows;
  const auto take = [&](FolderId folder) {
    const QString path = pathOf(folders, folder);
    for (const auto& row : channelsOf(desk).documents(channel, folder, store::DocumentSort::name))
      rows.append({path, row});
  };
  take({});
  for (const auto& folder : folders) take(folder.id);
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return rows;
}

// The document of the command line, by id; fetched first when it is not in the cache.
int findDocument(Desk& desk, store::DocumentView& found) {
  const auto id = DocumentId::parse(desk.arguments().words.first().toStdString());
  if (!id)
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("this is no id of a document; 'vraagbaak-cli documents' shows them"));
  auto view = channelsOf(desk).document(*id);
  if (!view) {
    if (const int code = desk.freshen(); code != kDone) return code;
    view = channelsOf(desk).document(*id);
  }
  if (!view) return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("this document is not here"));
  found = *std::move(view);
  return kDone;
}

// The version that --number names, or the newest.
std::optional<store::VersionRow> wantedVersion(const Desk& desk, const store::DocumentView& view) {
  const int number = desk.arguments().versionNumber;
  for (const auto& version : view.versions)
    if (number == 0 ? version.current : version.number == number) return version;
  return std::nullopt;
}

// Its content is on this computer, fetched for this when it was not.
int bringHere(Desk& desk, DocumentId document, const store::VersionRow& version) {
  const auto presence = [&] {
    const auto view = channelsOf(desk).document(document);
    if (!view) return store::Presence::absent;
    for (const auto& one : view->versions)
      if (one.id == version.id) return one.presence;
    return store::Presence::absent;
  };
  const auto isHere = [&] { return presence() == store::Presence::here || presence() == store::Presence::uploading; };
  if (isHere()) return kDone;
  if (desk.arguments().offline || desk.engine().isReadOnly())
    return desk.complain(kRefused, QStringLiteral("not_here"),
                         QStringLiteral("its content is not on this computer, and there is no connection"));
  if (const int code = desk.freshen(); code != kDone) return code;
  desk.engine().documents().fetch(version.id);
  desk.waitUntil([&] { return isHere() || presence() == store::Presence::failed; },
                 std::chrono::seconds(std::max(desk.arguments().waitSeconds, 60)));
  if (isHere()) return kDone;
  return desk.complain(kNoConnection, QStringLiteral("not_here"), QStringLiteral("its content could not be fetched"));
}

int findVersion(Desk& desk, store::DocumentView& view, store::VersionRow& version) {
  if (const int code = findDocument(desk, view); code != kDone) return code;
  const auto wanted = wantedVersion(desk, view);
  if (!wanted)
    return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("it has no version of that number"));
  version = *wanted;
  return bringHere(desk, view.row.id, version);
}

// Until the files are documents on the server, or why not.
Desk::Sent finishSending(Desk& desk, const Desk::Ids& before, const QVector<DocumentId>& ids, QString refused) {
  const auto stored = desk.finishStoring();
  if (stored.exit != kDone) return stored;
  const auto uploads = [&] {
    QVector<store::UploadRow> rows;
    for (const auto& row : channelsOf(desk).uploads())
      if (ids.isEmpty() || ids.contains(row.document)) rows.append(row);
    return rows;
  };
  const auto isOver = [&](const store::UploadRow& row) { return row.state == store::UploadState::failed; };
  const auto isUnprepared = [](const store::UploadRow& row) { return row.state == store::UploadState::preparing; };
  if (desk.arguments().offline) {
    desk.waitUntil([&] { return std::ranges::none_of(uploads(), isUnprepared); }, kTransferMax);
  } else {
    if (desk.freshen() != kDone)
      return {kNotSignedIn, QStringLiteral("refused"), QStringLiteral("unauthorized"), {}, {}};
    desk.waitUntil(
        [&] {
          const auto rows = uploads();
          const bool hasLink = desk.engine().link().link == Link::live || desk.engine().link().link == Link::syncing;
          return std::ranges::all_of(rows, isOver) || (!hasLink && std::ranges::none_of(rows, isUnprepared));
        },
        kTransferMax);
  }
  for (const auto& row : uploads())
    if (isOver(row)) refused = row.errorCode;
  if (!refused.isEmpty())
    return {kRefused, QStringLiteral("refused"), refused, QStringLiteral("not added: ") + wordsOf(refused, {}), {}};
  if (!uploads().isEmpty()) return {kDone, QStringLiteral("queued"), {}, {}, {}};
  return desk.finishWriting(before);
}

}  // namespace

int listDocuments(Desk& desk) {
  if (const int code = desk.freshen(); code != kDone) return code;
  store::ChannelRow channel;
  if (const int code = findChannel(desk, channel); code != kDone) return code;
  QJsonArray array;
  for (const auto& [path, row] : documentsOf(desk, channel.id)) {
    if (desk.arguments().json)
      array.append(toJson(row, path));
    else
      printText(toText(row, path));
  }
  if (desk.arguments().json) desk.printRead({{"channel_id", idText(channel.id)}, {"documents", array}});
  return kDone;
}

int addDocuments(Desk& desk) {
  QStringList files;
  for (const auto& given : desk.arguments().words.mid(1)) {
    const QFileInfo file(given);
    if (!file.exists())
      return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("there is no file '%1'").arg(given));
    files << file.absoluteFilePath();
  }
  store::ChannelRow channel;
  if (const int code = findChannel(desk, channel); code != kDone) return code;
  QString refused;
  QObject::connect(&desk.engine(), &Engine::documentRefused, &desk,
                   [&](const QString& code, const QString&) { refused = code; });
  const auto before = desk.outboxIds();
  const auto ids = desk.engine().documents().addFiles(channel.id, {}, {}, files);
  // What folders hold has ids of its own.
  const bool hasFolder = std::ranges::any_of(files, [](const QString& file) { return QFileInfo(file).isDir(); });
  auto sent = finishSending(desk, before, hasFolder ? QVector<DocumentId>() : ids, {});
  if (sent.exit == kDone && !refused.isEmpty())
    sent = {kRefused, QStringLiteral("refused"), refused, QStringLiteral("not added: ") + wordsOf(refused, {}), {}};
  QJsonArray made;
  for (qsizetype i = 0; i < ids.size(); ++i)
    if (!QFileInfo(files.at(i)).isDir()) made.append(idText(ids.at(i)));
  return report(desk, sent, {{"channel_id", idText(channel.id)}, {"document_ids", made}});
}

int getDocument(Desk& desk) {
  store::DocumentView view;
  store::VersionRow version;
  if (const int code = findVersion(desk, view, version); code != kDone) return code;
  QString target = desk.arguments().words.value(1, view.row.name);
  if (QFileInfo(target).isDir()) target += QLatin1Char('/') + view.row.name;
  std::optional<QString> answer;
  QObject::connect(&desk.engine(), &Engine::documentSaved, &desk,
                   [&](quint64, const QString& errorCode) { answer = errorCode; });
  desk.engine().documents().save(1, version.id, QFileInfo(target).absoluteFilePath());
  desk.waitUntil([&] { return answer.has_value(); }, std::chrono::minutes(10));
  if (!answer || !answer->isEmpty())
    return desk.complain(kLocalStorage, answer.value_or(QStringLiteral("io_failed")),
                         QStringLiteral("not saved: ") + wordsOf(answer.value_or(QStringLiteral("io_failed")), {}));
  if (desk.arguments().json)
    desk.printRead({{"document_id", idText(view.row.id)}, {"file", target}, {"sha256", version.sha256}});
  else
    printText(QStringLiteral("%1\n").arg(target));
  return kDone;
}

int showText(Desk& desk) {
  store::DocumentView view;
  store::VersionRow version;
  if (const int code = findVersion(desk, view, version); code != kDone) return code;
  std::optional<DocumentText> text;
  QObject::connect(&desk.engine(), &Engine::documentTextRead, &desk,
                   [&](quint64, const DocumentText& read) { text = read; });
  desk.engine().documents().readText(1, version.id);
  desk.waitUntil([&] { return text.has_value(); }, std::chrono::minutes(2));
  const QString code = text ? text->errorCode : QStringLiteral("io_failed");
  if (!code.isEmpty())
    return desk.complain(kRefused, code, QStringLiteral("there is no text to show: ") + wordsOf(code, {}));
  if (desk.arguments().json) {
    desk.printRead({{"document_id", idText(view.row.id)}, {"pages", QJsonArray::fromStringList(text->pages)}});
    return kDone;
  }
  for (const auto& page : text->pages) printText(plain(page, true) + QLatin1Char('\n'));
  return kDone;
}

int exportChannel(Desk& desk) {
  const QFileInfo folder(desk.arguments().words.at(1));
  if (!folder.isDir())
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("there is no folder '%1'").arg(folder.filePath()));
  store::ChannelRow channel;
  if (const int code = findChannel(desk, channel); code != kDone) return code;
  if (!desk.arguments().offline)
    if (const int code = desk.freshen(); code != kDone) return code;
  std::optional<QString> answer;
  QObject::connect(&desk.engine(), &Engine::exportFinished, &desk,
                   [&](quint64, const QString& errorCode) { answer = errorCode; });
  desk.engine().documents().exportChannel(1, channel.id, folder.absoluteFilePath());
  desk.waitUntil([&] { return answer.has_value(); }, kTransferMax);
  const QString code = answer.value_or(QStringLiteral("io_failed"));
  const QJsonObject fields{{"channel_id", idText(channel.id)}, {"folder", folder.absoluteFilePath()}};
  if (code == QLatin1String("not_here"))
    return desk.complain(
        kNoConnection, code,
        QStringLiteral("some documents could not be fetched; kanaal.json names them, the rest is there"), fields);
  if (!code.isEmpty())
    return desk.complain(exitOf(code), code, QStringLiteral("not exported: ") + wordsOf(code, {}), fields);
  if (desk.arguments().json)
    desk.printRead(fields);
  else
    printText(QStringLiteral("%1\n").arg(folder.absoluteFilePath()));
  return kDone;
}

store::DocumentStorage waitForDocuments(Desk& desk) {
  const auto isOver = [&] {
    const auto now = channelsOf(desk).storage();
    const bool isSending = std::ranges::any_of(channelsOf(desk).uploads(), [](const store::UploadRow& row) {
      return row.state != store::UploadState::paused && row.state != store::UploadState::failed;
    });
    return now.documentsWaiting == 0 && now.documentsFetching == 0 && now.documentsUnread == 0 && !isSending;
  };
  // What came a moment ago is among the waiting after this.
  (void)desk.finishStoring();
  desk.waitUntil(isOver, std::chrono::seconds(desk.arguments().waitSeconds));
  return channelsOf(desk).storage();
}

}  // namespace vb::client::cli
