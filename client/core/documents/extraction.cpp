#include "client/core/documents/extraction.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include "client/core/documents/tuning.h"
#include "client/extract/program.h"

namespace vb::client::documents {

// ---- one reading -----------------------------------------------------------------------------------------

TextReading::TextReading(QStringList files, OnText read, std::function<void()> done, QObject* parent)
    : QObject(parent), files_(std::move(files)), read_(std::move(read)), done_(std::move(done)) {
  timeout_.setSingleShot(true);
  connect(&timeout_, &QTimer::timeout, this, [this] { process_->kill(); });
  start();
}

TextReading::~TextReading() {
  if (!process_) return;
  process_->disconnect(this);
  process_->kill();
  process_->waitForFinished(1000);
}

void TextReading::start() {
  startedNothing_ = true;
  text_ = {};
  process_ = std::make_unique<QProcess>();
  process_->setProgram(extract::program());
  process_->setArguments({QStringLiteral("--texts")});
  process_->setStandardErrorFile(QProcess::nullDevice());
  connect(process_.get(), &QProcess::readyReadStandardOutput, this, &TextReading::readLines);
  connect(process_.get(), &QProcess::finished, this, &TextReading::ended);
  connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) ended();
  });
  process_->start();
  if (!process_) return;
  QByteArray paths;
  for (auto i = static_cast<qsizetype>(next_); i < files_.size(); ++i) paths += QFile::encodeName(files_.at(i)) + '\n';
  process_->write(paths);
  process_->closeWriteChannel();
  timeout_.start(kTextTimeout);
}

void TextReading::readLines() {
  while (process_ && process_->canReadLine() && next_ < static_cast<std::size_t>(files_.size()))
    takeLine(process_->readLine());
}

void TextReading::takeLine(const QByteArray& line) {
  const auto object = QJsonDocument::fromJson(line).object();
  if (const auto error = object.value(QLatin1String("error")); error.isString()) return finishFile(error.toString());
  if (object.contains(QLatin1String("page"))) text_.pages << object.value(QLatin1String("text")).toString();
  if (object.value(QLatin1String("done")).toBool()) finishFile({});
}

void TextReading::finishFile(const QString& errorCode) {
  startedNothing_ = false;
  text_.errorCode = errorCode;
  if (!errorCode.isEmpty()) text_.pages.clear();
  const auto index = next_++;
  timeout_.start(kTextTimeout);
  read_(index, std::exchange(text_, {}));
}

void TextReading::ended() {
  readLines();
  timeout_.stop();
  // It crashed or hung at this one; or it does not start at all, and then nothing is known of any.
  if (startedNothing_ && next_ < static_cast<std::size_t>(files_.size())) {
    const bool isThere = process_->error() != QProcess::FailedToStart;
    finishFile(isThere ? QStringLiteral("damaged") : QStringLiteral("io_failed"));
  }
  process_.release()->deleteLater();
  if (next_ < static_cast<std::size_t>(files_.size())) return start();
  const auto done = done_;
  deleteLater();
  done();
}

// ---- in the background -----------------------------------------------------------------------------------

void Extraction::readSome() {
  if (isReading_) return;
  const auto unread = cache_.texts().unread(kTextsAtOnce);
  if (unread.empty()) return;
  isReading_ = true;
  QStringList files;
  auto hashes = std::make_shared<std::vector<std::string>>();
  for (const auto& one : unread) {
    if (one.size > kTextBytesMax) {
      texts_.push_back({one.sha256, {}, "too_large"});
      continue;
    }
    files << files_.content(one.sha256);
    hashes->push_back(one.sha256);
  }
  new TextReading(
      files,
      [this, hashes](std::size_t index, const DocumentText& text) {
        // A program that cannot be started says nothing about the file: it is tried again at the next start.
        if (text.errorCode == QLatin1String("io_failed")) return;
        for (const auto& page : text.pages) textSigns_ += page.size();
        texts_.push_back({hashes->at(index), {text.pages.begin(), text.pages.end()}, text.errorCode.toStdString()});
        if (textSigns_ >= kTextSignsAtOnce) save();
      },
      [this] { store(); }, this);
}

void Extraction::save() {
  if (texts_.empty()) return;
  QElapsedTimer time;
  time.start();
  const bool isStored = cache_.texts().save(std::exchange(texts_, {})).ok();
  (isStored ? hasStored_ : hasFailed_) = true;
  saving_ += Milliseconds(time.elapsed());
  textSigns_ = 0;
}

void Extraction::store() {
  save();
  isReading_ = false;
  const bool hasFailed = std::exchange(hasFailed_, false);
  const auto rest = std::exchange(saving_, Milliseconds(0)) * (isFetching_() ? kRestWhileFetching : 0);
  // Nothing was read, or nothing can be stored: not at once again.
  if (!std::exchange(hasStored_, false) || hasFailed) return;
  isReading_ = true;
  QTimer::singleShot(rest, this, [this] {
    isReading_ = false;
    readSome();
  });
}

void Extraction::readFile(const QString& file, std::function<void(DocumentText)> done) {
  if (!QFileInfo(file).isFile()) {
    DocumentText text;
    text.errorCode = QStringLiteral("not_found");
    return done(text);
  }
  new TextReading(
      {QFileInfo(file).absoluteFilePath()},
      [done = std::move(done)](std::size_t, const DocumentText& text) { done(text); }, [] {}, this);
}

}  // namespace vb::client::documents
