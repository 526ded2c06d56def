#include "client/core/documents/desk.h"

#include <algorithm>
#include <map>

#include <QFileInfo>

#include "client/core/documents/channel_export.h"
#include "client/core/documents/plan.h"
#include "client/core/documents/tuning.h"

namespace vb::client::documents {

using store::Content;
using store::ContentState;

std::unique_ptr<DocumentDesk> createDocumentDesk(const DocumentParts& parts, DocumentEvents& events) {
  return std::make_unique<Desk>(parts, events);
}

Desk::Desk(const DocumentParts& parts, DocumentEvents& events)
    : parts_(parts),
      events_(events),
      files_(parts.cache.directory() + QLatin1Char('/') + QLatin1String(store::kDocumentsFolder)),
      worker_(std::make_unique<Worker>()),
      fetching_(parts.cache, files_, client_, *worker_, parts.random),
      extraction_(parts.cache, files_, [this] { return fetching_.isBusy(); }),
      sending_(parts, files_, client_, *worker_) {
  planning_.setSingleShot(true);
  connect(&planning_, &QTimer::timeout, this, &Desk::makePlan);
  connect(&fetching_, &Fetching::contentsCame, &extraction_, &Extraction::readSome);
  connect(&fetching_, &Fetching::diskIsFull, this,
          [this] { events_.documentRefused(QStringLiteral("disk_full"), {}); });
  connect(&sending_, &Sending::outboxGrew, this, [this] { events_.outboxGrew(); });
  connect(&sending_, &Sending::refused, this,
          [this](const QString& code, const QString& detail) { events_.documentRefused(code, detail); });
  connect(&sending_, &Sending::contentKept, this, &Desk::keep);
  sweep();
}

Desk::~Desk() {
  fetching_.goOffline();
  sending_.goOffline();
  // What must go, goes now: the program may not be started again for months.
  if (planning_.isActive()) makePlan();
  // First, so that nothing posts to what goes after it.
  worker_.reset();
  // Their downloads are the client's, which goes before the children of this object.
  qDeleteAll(findChildren<ChannelExport*>(QString(), Qt::FindDirectChildrenOnly));
  files_.remove(removing_);
}

void Desk::goOnline(const QUrl& server, const std::string& token) {
  if (token.empty() || !client_.setServer(server, token)) return goOffline();
  fetching_.goOnline();
  sending_.goOnline();
  planSoon();
}

void Desk::goOffline() {
  fetching_.goOffline();
  sending_.goOffline();
}

void Desk::recordsChanged() { planSoon(); }

void Desk::settle() {
  planning_.stop();
  makePlan();
}

// ---- what is kept ----------------------------------------------------------------------------------------

// Files that no row knows of go; rows whose file is gone are fetched again. What a kill left undone is done here. The
// first task of the worker: what comes meanwhile is written after it.
void Desk::sweep() {
  ContentFiles::Known known;
  std::map<std::string, qint64> sizes;
  for (const auto& content : parts_.cache.contents().contents()) {
    known.contents.push_back(content.sha256);
    sizes[content.sha256] = content.size;
  }
  for (const auto& upload : parts_.cache.uploads().uploads()) known.uploads.push_back(upload.id);
  std::sort(known.contents.begin(), known.contents.end());
  const auto outsideSince = QDateTime::currentDateTime().addMSecs(-Milliseconds(kOutsideKept).count());
  worker_->run<std::shared_ptr<std::vector<std::string>>>(
      [files = &files_, known, sizes, outsideSince] {
        (void)files->prepare();
        auto here = std::make_shared<std::vector<std::string>>(files->sweep(known, outsideSince));
        std::erase_if(*here, [&](const std::string& sha256) {
          return QFileInfo(files->content(sha256)).size() != sizes.at(sha256);
        });
        return here;
      },
      this,
      [this](const std::shared_ptr<std::vector<std::string>>& here) {
        std::sort(here->begin(), here->end());
        std::vector<Content> lost;
        for (auto& content : parts_.cache.contents().contents()) {
          const bool isHere = std::binary_search(here->begin(), here->end(), content.sha256);
          if (isHere) unverified_.insert(content.sha256);
          if (isHere == (content.state == ContentState::here) && isHere) continue;
          // Finished, and the row was not stored; or half fetched, or gone: what failed is tried again from now on.
          content.state = isHere ? ContentState::here : ContentState::waiting;
          content.bytesHere = isHere ? content.size : 0;
          content.errorCode.clear();
          lost.push_back(std::move(content));
        }
        (void)parts_.cache.contents().save(lost);
        makePlan();
        extraction_.readSome();
      });
}

void Desk::planSoon() {
  if (!planning_.isActive()) planning_.start(kPlanAfter);
}

void Desk::makePlan() {
  sending_.recordsChanged();
  auto versions = parts_.cache.contents().readableVersions();
  // A disk that cannot be read is no reason to remove anything from it.
  if (!versions) return;
  PlanFacts facts;
  facts.versions = *std::move(versions);
  facts.contents = parts_.cache.contents().contents();
  facts.rules = parts_.cache.keeping().rules();
  facts.pins = parts_.cache.keeping().pins();
  facts.bytesMax = parts_.cache.keeping().storageLimit();
  for (const auto& upload : parts_.cache.uploads().uploads())
    if (upload.state == store::UploadState::finishing) facts.own.insert(upload.sha256);
  auto plan = documents::makePlan(facts);
  fetching_.setQueue(std::move(plan.fetches));
  if (!plan.added.empty()) (void)parts_.cache.contents().save(plan.added);
  if (plan.removed.empty()) return;
  // The rows first: a file without a row is swept, a row without a file would lie.
  if (!parts_.cache.contents().remove(plan.removed)) return;
  (void)parts_.cache.texts().remove(plan.removed);
  removing_.insert(removing_.end(), plan.removed.begin(), plan.removed.end());
  worker_->run<std::size_t>(
      [files = &files_, hashes = plan.removed] {
        files->remove(hashes);
        return hashes.size();
      },
      this,
      [this](std::size_t removed) {
        removing_.erase(removing_.begin(), removing_.begin() + static_cast<std::ptrdiff_t>(removed));
      });
}

void Desk::keep(const std::string& sha256, qint64 size) {
  Content row;
  row.sha256 = sha256;
  row.size = row.bytesHere = size;
  row.state = ContentState::here;
  row.lastUsed = parts_.clock.now().time_since_epoch().count();
  (void)parts_.cache.contents().save({row});
  extraction_.readSome();
}

Result<void> Desk::setOfflineRule(ChannelId channel, const store::OfflineRule& rule) {
  auto set = parts_.cache.keeping().setRule(channel, rule);
  planSoon();
  return set;
}

Result<void> Desk::setStorageLimit(qint64 bytes) {
  auto set = parts_.cache.keeping().setStorageLimit(bytes);
  planSoon();
  return set;
}

Result<void> Desk::setPinned(DocumentId document, bool pinned) {
  auto set = parts_.cache.keeping().setPinned(document, pinned);
  planSoon();
  return set;
}

void Desk::fetch(VersionId version) {
  const auto readable = parts_.cache.contents().readableVersion(version);
  if (!readable) return;
  Content row = parts_.cache.contents().content(readable->sha256).value_or(Content());
  row.sha256 = readable->sha256;
  row.size = readable->size;
  row.asked = true;
  row.lastUsed = parts_.clock.now().time_since_epoch().count();
  if (row.state == ContentState::failed) row.state = ContentState::waiting;
  row.errorCode.clear();
  (void)parts_.cache.contents().save({row});
  fetching_.tryAgain(row.sha256);
  makePlan();
}

// F4: what stands there is not what the row says, and is fetched again.
void Desk::lose(const std::string& sha256) {
  unverified_.erase(sha256);
  auto row = parts_.cache.contents().content(sha256);
  if (!row || row->state != ContentState::here) return;
  row->state = ContentState::waiting;
  row->bytesHere = 0;
  (void)parts_.cache.contents().save({*row});
  makePlan();
}

// ---- to the server ---------------------------------------------------------------------------------------

Result<void> Desk::addFiles(ChannelId channel, FolderId folder, TopicId topic, const QStringList& files,
                            const QVector<DocumentId>& ids) {
  return sending_.addFiles(channel, folder, topic, files, ids);
}
Result<void> Desk::addVersion(ChannelId channel, DocumentId document, const QString& file, const QString& remark) {
  return sending_.addVersion(channel, document, file, remark);
}
Result<void> Desk::pauseUpload(UploadId upload, bool paused) { return sending_.pause(upload, paused); }
Result<void> Desk::cancelUpload(UploadId upload) { return sending_.cancel(upload); }
Result<void> Desk::retryUpload(UploadId upload) { return sending_.retry(upload); }

}  // namespace vb::client::documents
