#include "client/core/documents/channel_export.h"

#include <algorithm>
#include <map>
#include <set>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include "client/core/documents/file_names.h"
#include "client/core/documents/tuning.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/fields.h"

namespace vb::client::documents {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString moment(Timestamp at) {
  return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

// A path that nothing has yet: "name.ext", "name (2).ext", ...
QString fresh(std::set<QString>& taken, const QString& folder, const QString& name) {
  const QFileInfo facts(name);
  const QString suffix = facts.suffix().isEmpty() ? QString() : QLatin1Char('.') + facts.suffix();
  const QString stem = name.left(name.size() - suffix.size());
  QString path = folder + name;
  for (int number = 2; !taken.insert(path.toLower()).second; ++number)
    path = QStringLiteral("%1%2 (%3)%4").arg(folder, stem).arg(number).arg(suffix);
  return path;
}

template <class Body>
std::map<std::string, Body> allOf(const std::vector<Record>& records, const char* kind) {
  std::map<std::string, Body> found;
  for (const auto& record : records)
    if (record.kind == kind)
      if (auto body = fromJsonText<Body>(record.body)) found[record.id] = *std::move(body);
  return found;
}

// From the top, as names of folders that can be made anywhere.
QString pathOf(const std::map<std::string, Folder>& folders, FolderId id) {
  QString path;
  for (std::size_t steps = 0; steps <= folders.size() && !id.isNil(); ++steps) {
    const auto folder = folders.find(id.text());
    if (folder == folders.end()) break;
    path.prepend(safeFileName(text(folder->second.name)) + QLatin1Char('/'));
    id = folder->second.parentId;
  }
  return path;
}

// What stands there from `at` on is replaced.
Result<void> write(const QString& path, const QByteArray& bytes, qint64 at) {
  QDir().mkpath(QFileInfo(path).path());
  QFile file(path);
  const bool isWritten = file.open(QIODevice::ReadWrite) && file.resize(at) && file.seek(at) &&
                         file.write(bytes) == bytes.size() && file.flush();
  return isWritten ? Result<void>() : failureOf(file, "export");
}

}  // namespace

ChannelExport::ChannelExport(store::Cache& cache, const ContentFiles& files, net::ContentClient& client, Worker& worker,
                             QObject* parent)
    : QObject(parent), cache_(cache), files_(files), client_(client), worker_(worker) {}

void ChannelExport::begin(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                          std::function<void(QString)> finished) {
  channel_ = channel;
  progress_ = std::move(progress);
  finished_ = std::move(finished);
  cache_.eachRecord(Scope::channel(channel), [this](const Record& record) { records_.push_back(record); });
  const auto known = cache_.record(kinds::kChannel, channel.text());
  const auto facts = known ? fromJsonText<Channel>(known->body) : Result<Channel>(fail(ErrorCode::notFound));
  if (!facts) return end(QStringLiteral("not_found"));
  std::set<QString> taken;
  for (const auto& name : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
    taken.insert((folder + QLatin1Char('/') + name).toLower());
  folder_ = fresh(taken, folder + QLatin1Char('/'), safeFileName(text(facts->name)));

  const auto folders = allOf<Folder>(records_, kinds::kFolder);
  const auto documents = allOf<Document>(records_, kinds::kDocument);
  auto versions = cache_.contents().readableVersions();
  if (!versions) return end(QString::fromUtf8(errorName(versions.error().code).data()));
  // A document may not have the name of a folder beside it.
  std::set<QString> names{QStringLiteral("documenten/prullenbak")};
  for (const auto& [id, body] : folders) {
    if (const auto folderId = FolderId::parse(id))
      names.insert((QStringLiteral("documenten/") + pathOf(folders, *folderId)).chopped(1).toLower());
  }
  // The newest keeps the plain name.
  std::sort(versions->begin(), versions->end(), [](const auto& a, const auto& b) { return a.current > b.current; });
  for (const auto& version : *versions) {
    const auto document = documents.find(version.document.text());
    if (version.channel != channel || document == documents.end()) continue;
    const QString place = version.trashed ? QStringLiteral("prullenbak/") : pathOf(folders, document->second.folderId);
    const QString name = safeFileName(text(document->second.name));
    const QFileInfo parts(name);
    const QString suffix = parts.suffix().isEmpty() ? QString() : QLatin1Char('.') + parts.suffix();
    const QString numbered =
        version.current
            ? name
            : QStringLiteral("%1 (versie %2)%3").arg(parts.completeBaseName()).arg(version.number).arg(suffix);
    items_.push_back({version, fresh(names, QStringLiteral("documenten/") + place, numbered), false});
  }
  nextSoon();
}

void ChannelExport::next() {
  // Access was lost meanwhile: nothing more is given out.
  if (!cache_.record(kinds::kChannel, channel_.text())) return end(QStringLiteral("not_found"));
  progress_(static_cast<int>(at_), static_cast<int>(items_.size()) + 1);
  if (at_ == items_.size()) return writeTexts();
  const auto& version = items_[at_].version;
  const auto content = cache_.contents().content(version.sha256);
  tries_ = 0;
  if (!content || content->state != store::ContentState::here) return fetch(0);
  worker_.run<Result<void>>(
      [files = &files_, sha256 = version.sha256, target = targetOf(items_[at_])] {
        QDir().mkpath(QFileInfo(target).path());
        return files->saveAs(files->content(sha256), target, sha256);
      },
      this,
      [this](const Result<void>& done) {
        // What was kept is not what it should be: from the server then.
        const bool isLost =
            !done && (done.error().code == ErrorCode::conflict || done.error().code == ErrorCode::notFound);
        if (isLost) return fetch(0);
        copied(done);
      });
}

// ---- from the server -------------------------------------------------------------------------------------

void ChannelExport::fetch(qint64 from) {
  if (!client_.isReady()) return copied(fail(ErrorCode::network));
  const auto& version = items_[at_].version;
  written_ = from;
  hasBegun_ = false;
  result_.reset();
  download_.reset(client_.download(version.scope, version.version, version.sha256, from));
  connect(download_.get(), &net::ContentDownload::bytesCame, this, &ChannelExport::takeBytes);
  connect(download_.get(), &net::ContentDownload::finished, this, [this](const Result<void>& result) {
    result_ = result;
    takeBytes();
  });
}

void ChannelExport::takeBytes() {
  if (isWriting_ || !download_) return;
  const QByteArray bytes = download_->take(kTakenAtOnce);
  if (bytes.isEmpty()) {
    if (result_) fetched(*result_);
    return;
  }
  if (!std::exchange(hasBegun_, true)) written_ = download_->startsAt();
  const auto& item = items_[at_];
  if (written_ + bytes.size() > item.version.size) return fetched(fail(ErrorCode::conflict, "too long"));
  isWriting_ = true;
  worker_.run<Result<void>>([target = targetOf(item), at = written_, bytes] { return write(target, bytes, at); }, this,
                            [this, size = bytes.size()](const Result<void>& done) {
                              isWriting_ = false;
                              if (!done) return fetched(done);
                              written_ += size;
                              takeBytes();
                            });
}

void ChannelExport::fetched(const Result<void>& result) {
  download_.reset();
  const bool isCut =
      !result && (result.error().code == ErrorCode::network || result.error().code == ErrorCode::unavailable);
  if (isCut && ++tries_ < kFailuresPerContent) {
    QTimer::singleShot(kExportRetry, this, [this] { fetch(written_); });
    return;
  }
  const auto& item = items_[at_];
  worker_.run<Result<void>>(
      [target = targetOf(item), sha256 = item.version.sha256, result]() -> Result<void> {
        const bool isEmpty = result && !QFile::exists(target);
        if (isEmpty)
          if (auto made = write(target, {}, 0); !made) return made;
        const auto hash = result ? hashOf(target) : Result<std::string>(result.error());
        if (hash && *hash == sha256) return {};
        QFile::remove(target);
        return hash ? fail(ErrorCode::conflict, "hash") : hash.error();
      },
      this, [this](const Result<void>& done) { copied(done); });
}

void ChannelExport::copied(const Result<void>& done) {
  if (!done && done.error().code == ErrorCode::diskFull) return end(QStringLiteral("disk_full"));
  items_[at_].missing = !done;
  ++at_;
  nextSoon();
}

// Not from within: thousands that are missing would be as many calls in each other.
void ChannelExport::nextSoon() { QMetaObject::invokeMethod(this, &ChannelExport::next, Qt::QueuedConnection); }

QString ChannelExport::targetOf(const Item& item) const { return folder_ + QLatin1Char('/') + item.target; }

// ---- what was written ------------------------------------------------------------------------------------

void ChannelExport::writeTexts() {
  const auto topics = allOf<Topic>(records_, kinds::kTopic);
  const auto posts = allOf<Post>(records_, kinds::kPost);
  std::map<std::string, QString> names;
  const auto nameOf = [&](UserId user) {
    auto& name = names[user.text()];
    if (!name.isEmpty()) return name;
    const auto record = cache_.record(kinds::kProfile, user.text());
    const auto profile = record ? fromJsonText<Profile>(record->body) : Result<Profile>(fail(ErrorCode::notFound));
    return name = profile ? text(profile->name) : text(user.text());
  };
  std::map<std::string, std::vector<const Post*>> byTopic;
  for (const auto& [id, post] : posts) byTopic[post.topicId.text()].push_back(&post);
  std::vector<std::pair<QString, QByteArray>> made;
  std::set<QString> taken;
  for (const auto& [id, topic] : topics) {
    if (topic.deletedAt) continue;
    QString page =
        QStringLiteral("# %1\n\n%2, %3\n\n").arg(text(topic.title), nameOf(topic.authorId), moment(topic.startedAt));
    if (topic.caseParts) {
      const auto& parts = *topic.caseParts;
      for (const auto& [heading, body] :
           {std::pair("Situatie", &parts.situation), std::pair("Geprobeerd", &parts.tried),
            std::pair("Vraag", &parts.question), std::pair("Afspraak", &parts.agreement)})
        if (!body->empty()) page += QStringLiteral("## %1\n\n%2\n\n").arg(QLatin1String(heading), text(*body));
    } else {
      page += text(topic.body) + QStringLiteral("\n\n");
    }
    auto& list = byTopic[id];
    std::sort(list.begin(), list.end(), [](const Post* a, const Post* b) { return a->postedSeq < b->postedSeq; });
    for (const auto* post : list)
      if (!post->deletedAt)
        page += QStringLiteral("---\n\n**%1**, %2\n\n%3\n\n")
                    .arg(nameOf(post->authorId), moment(post->postedAt), text(post->body));
    const QString folder = topic.caseParts ? QStringLiteral("casussen/") : QStringLiteral("discussies/");
    made.emplace_back(fresh(taken, folder, safeFileName(text(topic.title) + QStringLiteral(".md"))), page.toUtf8());
  }
  QString members = QStringLiteral("# Leden\n\n");
  for (const auto& [id, member] : allOf<Member>(records_, kinds::kMember))
    if (const auto user = UserId::parse(id))
      members += QStringLiteral("- %1 (%2)\n").arg(nameOf(*user), text(fields::enumText(member.role)));
  made.emplace_back(QStringLiteral("leden.md"), members.toUtf8());

  json::array all;
  for (const auto& record : records_) {
    auto body = parseJsonObject(record.body);
    all.push_back({{"kind", record.kind}, {"id", record.id}, {"body", body ? *std::move(body) : json::object()}});
  }
  json::array missing;
  for (const auto& item : items_)
    if (item.missing) missing.push_back(json::string(item.target.toStdString()));
  const bool isAnyMissing = !missing.empty();
  const json::object whole{{"channel", channel_.text()}, {"records", std::move(all)}, {"missing", std::move(missing)}};
  made.emplace_back(QStringLiteral("kanaal.json"), QByteArray::fromStdString(json::serialize(whole)));
  worker_.run<Result<void>>(
      [made, folder = folder_]() -> Result<void> {
        for (const auto& [path, bytes] : made)
          if (auto written = write(folder + QLatin1Char('/') + path, bytes, 0); !written) return written;
        return {};
      },
      this,
      [this, isAnyMissing](const Result<void>& written) {
        if (!written) return end(QString::fromUtf8(errorName(written.error().code).data()));
        progress_(static_cast<int>(items_.size()) + 1, static_cast<int>(items_.size()) + 1);
        end(isAnyMissing ? QStringLiteral("not_here") : QString());
      });
}

void ChannelExport::end(const QString& errorCode) {
  // Not from within the call that began it.
  QMetaObject::invokeMethod(
      this,
      [this, errorCode] {
        finished_(errorCode);
        deleteLater();
      },
      Qt::QueuedConnection);
}

}  // namespace vb::client::documents
