#include "client/core/documents/fetching.h"

#include <algorithm>
#include <utility>

#include <QFile>

#include "client/core/documents/tuning.h"

namespace vb::client::documents {

using store::ContentState;

Fetching::Fetching(store::Cache& cache, const ContentFiles& files, net::ContentClient& client, Worker& worker,
                   RandomSource& random)
    : cache_(cache), files_(files), client_(client), worker_(worker), backoff_(random) {
  storing_.setSingleShot(true);
  retry_.setSingleShot(true);
  connect(&storing_, &QTimer::timeout, this, &Fetching::storeNotes);
  connect(&retry_, &QTimer::timeout, this, &Fetching::startSome);
}

Fetching::~Fetching() = default;

void Fetching::goOnline() {
  isOnline_ = true;
  failures_.clear();
  backoff_.succeeded();
  retry_.stop();
  startSome();
}

void Fetching::goOffline() {
  isOnline_ = false;
  retry_.stop();
  for (auto& [sha256, transfer] : transfers_) {
    transfer->broken = true;
    transfer->download.reset();
    note(transfer->fetch, ContentState::waiting, transfer->written);
    queue_.push_front(transfer->fetch);
  }
  transfers_.clear();
  storeNotes();
}

void Fetching::setQueue(std::vector<Fetch> queue) {
  std::set<std::string> wanted;
  for (const auto& fetch : queue) wanted.insert(fetch.sha256);
  std::vector<std::string> lost;
  for (const auto& [sha256, transfer] : transfers_)
    if (!wanted.contains(sha256)) lost.push_back(sha256);
  for (const auto& sha256 : lost) {
    notes_.erase(sha256);
    drop(sha256);
  }
  // A row of what nobody may read would stay.
  std::erase_if(notes_, [&](const auto& one) { return !wanted.contains(one.first); });
  queue_.clear();
  roundBytes_ = doneBytes_;
  for (auto& fetch : queue) {
    if (isSettled(fetch.sha256)) continue;
    roundBytes_ += fetch.size;
    if (!transfers_.contains(fetch.sha256)) queue_.push_back(std::move(fetch));
  }
  if (queue_.empty() && transfers_.empty()) {
    roundBytes_ = doneBytes_ = 0;
    storing_.start(kStoredEvery);
  }
  startSome();
}

void Fetching::tryAgain(const std::string& sha256) {
  failures_.erase(sha256);
  const auto noted = notes_.find(sha256);
  if (noted != notes_.end() && noted->second.state == ContentState::failed) notes_.erase(noted);
  if (!isDiskFull_) retry_.stop();
}

bool Fetching::isSettled(const std::string& sha256) const {
  const auto noted = notes_.find(sha256);
  return noted != notes_.end() &&
         (noted->second.state == ContentState::here || noted->second.errorCode == errorName(ErrorCode::notFound));
}

bool Fetching::isUnderWay(const std::shared_ptr<Transfer>& transfer) const {
  const auto found = transfers_.find(transfer->fetch.sha256);
  return found != transfers_.end() && found->second == transfer && !transfer->broken;
}

void Fetching::drop(const std::string& sha256) {
  const auto found = transfers_.find(sha256);
  if (found == transfers_.end()) return;
  found->second->broken = true;
  found->second->download.reset();
  transfers_.erase(found);
}

void Fetching::startSome() {
  if (!isOnline_ || retry_.isActive()) return;
  while (transfers_.size() < kFetchesAtOnce && !queue_.empty()) {
    const Fetch next = queue_.front();
    queue_.pop_front();
    if (failures_[next.sha256] < kFailuresPerContent) start(next);
  }
}

void Fetching::start(const Fetch& fetch) {
  auto transfer = std::make_shared<Transfer>();
  transfer->fetch = fetch;
  transfers_[fetch.sha256] = transfer;
  if (fetch.size == 0) return finish(transfer);
  worker_.run<qint64>([files = &files_, fetch] { return files->partSize(fetch.sha256, fetch.size); }, this,
                      [this, transfer](qint64 here) {
                        if (!isUnderWay(transfer)) return;
                        if (here == transfer->fetch.size) return finish(transfer);
                        request(transfer, here);
                      });
}

void Fetching::request(const std::shared_ptr<Transfer>& transfer, qint64 from) {
  const auto& fetch = transfer->fetch;
  transfer->at = transfer->written = from;
  transfer->download.reset(client_.download(fetch.scope, fetch.version, fetch.sha256, from));
  connect(transfer->download.get(), &net::ContentDownload::bytesCame, this, [this, transfer] { takeBytes(transfer); });
  connect(transfer->download.get(), &net::ContentDownload::finished, this,
          [this, transfer](const Result<void>& result) { ended(transfer, result); });
  if (fetch.size >= kShownFromBytes) note(fetch, ContentState::fetching, from);
}

void Fetching::takeBytes(const std::shared_ptr<Transfer>& transfer) {
  if (!isUnderWay(transfer) || !transfer->download) return;
  while (transfer->unwritten < kPiecesUnwrittenMax) {
    const QByteArray bytes = transfer->download->take(kTakenAtOnce);
    if (bytes.isEmpty()) return;
    // The server began anew: so does the file.
    if (!std::exchange(transfer->hasBegun, true)) transfer->at = transfer->download->startsAt();
    if (transfer->at + bytes.size() > transfer->fetch.size)
      return failed(transfer, fail(ErrorCode::conflict, "longer than it should be"));
    const qint64 at = transfer->at;
    transfer->at += bytes.size();
    ++transfer->unwritten;
    worker_.run<Result<qint64>>(
        [files = &files_, sha256 = transfer->fetch.sha256, at, bytes] { return files->append(sha256, at, bytes); },
        this,
        [this, transfer](const Result<qint64>& written) {
          --transfer->unwritten;
          if (!isUnderWay(transfer)) return;
          if (!written) return failed(transfer, written.error());
          transfer->written = *written;
          if (transfer->fetch.size >= kShownFromBytes) note(transfer->fetch, ContentState::fetching, *written);
          takeBytes(transfer);
          if (isUnderWay(transfer) && transfer->ended && transfer->unwritten == 0) finish(transfer);
        });
  }
}

void Fetching::ended(const std::shared_ptr<Transfer>& transfer, const Result<void>& result) {
  if (!isUnderWay(transfer)) return;
  if (!result) {
    // What came before the cut is kept for the next time.
    takeBytes(transfer);
    if (isUnderWay(transfer)) failed(transfer, result.error());
    return;
  }
  transfer->ended = true;
  takeBytes(transfer);
  if (isUnderWay(transfer) && transfer->unwritten == 0) finish(transfer);
}

void Fetching::finish(const std::shared_ptr<Transfer>& transfer) {
  const auto fetch = transfer->fetch;
  worker_.run<Result<void>>([files = &files_, fetch] { return files->finish(fetch.sha256, fetch.size); }, this,
                            [this, transfer](const Result<void>& finished) {
                              if (!isUnderWay(transfer)) return;
                              if (!finished) return failed(transfer, finished.error());
                              backoff_.succeeded();
                              isDiskFull_ = false;
                              failures_.erase(transfer->fetch.sha256);
                              doneBytes_ += transfer->fetch.size;
                              // No longer under way when its row is stored: then texts may be read.
                              const auto done = transfer->fetch;
                              drop(done.sha256);
                              note(done, ContentState::here, done.size);
                              startSome();
                            });
}

void Fetching::failed(const std::shared_ptr<Transfer>& transfer, const Error& error) {
  const auto fetch = transfer->fetch;
  const qint64 written = transfer->written;
  drop(fetch.sha256);
  const std::string code(errorName(error.code));
  switch (error.code) {
    case ErrorCode::notFound:
      // Deleted, or not to be seen any more: the records will say so. Until they do, nothing asks for it again.
      note(fetch, ContentState::failed, 0, code);
      return startSome();
    case ErrorCode::diskFull:
      note(fetch, ContentState::failed, written, code);
      queue_.push_front(fetch);
      for (auto& [sha256, other] : transfers_) {
        other->broken = true;
        other->download.reset();
        queue_.push_back(other->fetch);
      }
      transfers_.clear();
      retry_.start(kDiskRetry);
      if (!std::exchange(isDiskFull_, true)) Q_EMIT diskIsFull();
      return;
    case ErrorCode::unauthorized:
      // The sync connection will hear of it too.
      queue_.push_front(fetch);
      isOnline_ = false;
      return;
    case ErrorCode::conflict:
      // Other bytes than the hash says (F17): from the beginning.
      worker_.run<bool>([files = &files_, sha256 = fetch.sha256] { return QFile::remove(files->part(sha256)); }, this,
                        [](bool) {});
      break;
    default:
      break;
  }
  note(fetch, ContentState::failed, written, code);
  if (++failures_[fetch.sha256] < kFailuresPerContent) queue_.push_back(fetch);
  retry_.start(backoff_.next());
}

// ---- rows ------------------------------------------------------------------------------------------------

void Fetching::note(const Fetch& fetch, ContentState state, qint64 bytesHere, const std::string& errorCode) {
  notes_[fetch.sha256] = {fetch.size, bytesHere, state, errorCode};
  if (notes_.size() >= kStoredAtOnce) return storeNotes();
  if (!storing_.isActive()) storing_.start(kStoredEvery);
}

int Fetching::percent() const {
  if ((queue_.empty() && transfers_.empty()) || roundBytes_ == 0) return -1;
  qint64 done = doneBytes_;
  for (const auto& [sha256, transfer] : transfers_) done += transfer->written;
  return static_cast<int>(std::min<qint64>(99, done * 100 / roundBytes_));
}

void Fetching::storeNotes() {
  storing_.stop();
  std::vector<store::Content> rows;
  bool isAnyHere = false;
  for (const auto& [sha256, note] : notes_) {
    isAnyHere = isAnyHere || note.state == ContentState::here;
    // What the user asked for meanwhile stays asked.
    auto row = cache_.contents().content(sha256).value_or(store::Content());
    row.sha256 = sha256;
    row.size = note.size;
    row.state = note.state;
    row.bytesHere = note.bytesHere;
    row.errorCode = note.errorCode;
    rows.push_back(std::move(row));
  }
  store::Cache::Transaction transaction(cache_);
  const bool isStored = transaction.begun().ok() && cache_.contents().save(rows).ok() &&
                        cache_.contents().setPercent(percent()).ok() && transaction.commit().ok();
  if (!isStored) {
    // Kept in memory until there is room; the files are safe.
    storing_.start(kDiskRetry);
    return;
  }
  notes_.clear();
  if (isAnyHere) Q_EMIT contentsCame();
}

}  // namespace vb::client::documents
