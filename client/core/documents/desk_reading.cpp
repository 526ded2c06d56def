// How documents are read, given away and exported.
#include <QFileInfo>

#include "client/core/documents/channel_export.h"
#include "client/core/documents/desk.h"
#include "client/core/documents/file_names.h"

namespace vb::client::documents {

using store::ContentState;

namespace {

constexpr QLatin1String kNotHere("not_here");

}  // namespace

Desk::Place Desk::place(VersionId version) {
  for (const auto& upload : parts_.cache.uploads().uploads())
    if (upload.version == version && !upload.sha256.empty()) return {files_.upload(upload.id), upload.name, {}, {}};
  const auto readable = parts_.cache.contents().readableVersion(version);
  if (!readable) return {{}, {}, {}, QStringLiteral("not_found")};
  const auto content = parts_.cache.contents().content(readable->sha256);
  if (!content || content->state != ContentState::here) return {{}, readable->name, {}, QString(kNotHere)};
  return {files_.content(readable->sha256), readable->name, readable->sha256, {}};
}

void Desk::use(const std::string& sha256) {
  auto content = sha256.empty() ? std::nullopt : parts_.cache.contents().content(sha256);
  if (!content) return;
  content->lastUsed = parts_.clock.now().time_since_epoch().count();
  (void)parts_.cache.contents().save({*content});
}

void Desk::openDocument(VersionId version, std::function<void(OpenedDocument)> done) {
  const auto found = place(version);
  OpenedDocument opened;
  opened.version = version;
  opened.name = found.name;
  opened.errorCode = found.errorCode;
  if (!found.errorCode.isEmpty()) return done(opened);
  use(found.sha256);
  const auto expected = unverified_.contains(found.sha256) ? found.sha256 : std::string();
  worker_->run<OpenedDocument>(
      [opened, file = found.file, expected, isUpload = found.sha256.empty()] {
        auto result = opened;
        const auto hash = expected.empty() ? Result<std::string>(expected) : hashOf(file);
        if (!QFileInfo(file).isReadable() || !hash || *hash != expected) {
          result.errorCode = isUpload ? QStringLiteral("io_failed") : QString(kNotHere);
          return result;
        }
        result.file = file;
        result.mediaType = mediaTypeOf(file, opened.name);
        result.mayOpenOutside = mayOpenOutside(result.mediaType, opened.name);
        return result;
      },
      this,
      [this, sha256 = found.sha256, done = std::move(done)](const OpenedDocument& result) {
        if (result.errorCode == kNotHere)
          lose(sha256);
        else
          unverified_.erase(sha256);
        done(result);
      });
}

void Desk::copyForOutside(VersionId version, std::function<void(OpenedDocument)> done) {
  openDocument(version, [this, done = std::move(done)](OpenedDocument opened) {
    if (!opened.errorCode.isEmpty() || !opened.mayOpenOutside) return done(opened);
    worker_->run<OpenedDocument>(
        [files = &files_, opened] {
          auto result = opened;
          const auto copy = files->copyOutside(opened.file, opened.name);
          result.file = copy ? *copy : QString();
          if (!copy) result.errorCode = QString::fromUtf8(errorName(copy.error().code).data());
          return result;
        },
        this, [done](const OpenedDocument& result) { done(result); });
  });
}

void Desk::saveDocument(VersionId version, const QString& file, std::function<void(QString)> done) {
  const auto found = place(version);
  if (!found.errorCode.isEmpty()) return done(found.errorCode);
  use(found.sha256);
  worker_->run<Result<void>>(
      [files = &files_, from = found.file, file, sha256 = found.sha256] { return files->saveAs(from, file, sha256); },
      this,
      [this, sha256 = found.sha256, done = std::move(done)](const Result<void>& saved) {
        if (saved) return done({});
        const auto code = saved.error().code;
        // The file that was kept is gone or another.
        const bool isLost = !sha256.empty() && (code == ErrorCode::conflict || code == ErrorCode::notFound);
        if (isLost) lose(sha256);
        done(isLost ? QString(kNotHere) : QString::fromUtf8(errorName(code).data()));
      });
}

void Desk::readText(VersionId version, std::function<void(DocumentText)> done) {
  const auto found = place(version);
  DocumentText text;
  text.version = version;
  text.errorCode = found.errorCode;
  if (!found.errorCode.isEmpty()) return done(text);
  use(found.sha256);
  if (const auto known = found.sha256.empty() ? std::nullopt : parts_.cache.texts().text(found.sha256)) {
    text.pages = QStringList(known->pages.begin(), known->pages.end());
    text.errorCode = QString::fromStdString(known->errorCode);
    return done(text);
  }
  extraction_.readFile(found.file, [version, done = std::move(done)](DocumentText read) {
    read.version = version;
    done(read);
  });
}

void Desk::readFileText(const QString& file, std::function<void(DocumentText)> done) {
  extraction_.readFile(file, std::move(done));
}

void Desk::exportChannel(ChannelId channel, const QString& folder, std::function<void(int, int)> progress,
                         std::function<void(QString)> finished) {
  auto* out = new ChannelExport(parts_.cache, files_, client_, *worker_, this);
  out->begin(channel, folder, std::move(progress), std::move(finished));
}

}  // namespace vb::client::documents
