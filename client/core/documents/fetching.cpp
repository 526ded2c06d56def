#include "client/core/documents/fetching.h"

#include <algorithm>
#include <utility>

#include <QFile>

#include "client/core/documents/tuning.h"

namespace vb::client::documents {

using store::ContentState;

namespace {

// Of the line or the server, not of one content.
bool isOfConnection(ErrorCode code) {
  switch (code) {
    case ErrorCode::network:
    case ErrorCode::unavailable:
    case ErrorCode::captivePortal:
    case ErrorCode::tooManyRequests:
    case ErrorCode::untrustedPeer:
      return true;
    default:
      return false;
  }
}

}  // namespace

Fetching::Fetching(store::Cache& cache, const ContentFiles& files, net::ContentClient& client, Worker& worker,
                   RandomSource& random)
    : cache_(cache), files_(files), client_(client), worker_(worker), backoff_(random) {
  storing_.setSingleShot(true);
  retry_.setSingleShot(true);
  later_.setSingleShot(true);
  connect(&storing_, &QTimer::timeout, this, &Fetching::storeNotes);
  connect(&retry_, &QTimer::timeout, this, &Fetching::startSome);
  connect(&later_, &QTimer::timeout, this, [this] {
    for (auto& fetch : std::exchange(again_, {})) queue_.push_back(std::move(fetch));
    startSome();
  });
}

Fetching::~Fetching() = default;

void Fetching::goOnline() {
  isOnline_ = true;
  failures_.clear();
  backoff_.succeeded();
  retry_.stop();
  later_.stop();
  for (auto& fetch : std::exchange(again_, {})) queue_.push_back(std::move(fetch));
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
  whole_.clear();
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
  again_.clear();
  roundBytes_ = doneBytes_;
  for (auto& fetch : queue) {
    if (isSettled(fetch.sha256)) continue;
    roundBytes_ += fetch.size;
    if (transfers_.contains(fetch.sha256)) continue;
    if (failures_.contains(fetch.sha256) && later_.isActive())
      again_.push_back(std::move(fetch));
    else
      queue_.push_back(std::move(fetch));
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

bool Fetching::hasRoom() const {
  const auto whole =
      std::count_if(transfers_.begin(), transfers_.end(), [](const auto& one) { return one.second->isWhole; });
  return transfers_.size() < kFetchesAtOnce + static_cast<std::size_t>(whole) && transfers_.size() < kFetchesHeldMax;
}

void Fetching::startSome() {
  if (!isOnline_ || retry_.isActive()) return;
  while (hasRoom() && !queue_.empty()) {
    const Fetch next = queue_.front();
    queue_.pop_front();
    const auto failures = failures_.find(next.sha256);
    if (failures == failures_.end() || failures->second < kFailuresPerContent) start(next);
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
  transfer->isWhole = true;
  transfer->download.reset();
  whole_.push_back(transfer);
  finishSome();
  startSome();
}

// What became whole while the disk was at it goes together: a file at a time waits for the disk as often.
void Fetching::finishSome() {
  if (isFinishing_ || whole_.empty()) return;
  isFinishing_ = true;
  const auto group = std::exchange(whole_, {});
  std::vector<ContentFiles::Whole> files;
  for (const auto& transfer : group) files.push_back({transfer->fetch.sha256, transfer->fetch.size});
  worker_.run<std::shared_ptr<std::vector<Result<void>>>>(
      [on = &files_, files] { return std::make_shared<std::vector<Result<void>>>(on->finish(files)); }, this,
      [this, group](const std::shared_ptr<std::vector<Result<void>>>& results) {
        isFinishing_ = false;
        for (std::size_t i = 0; i < group.size(); ++i)
          if (isUnderWay(group[i])) finished(group[i], (*results)[i]);
        finishSome();
        startSome();
      });
}

void Fetching::finished(const std::shared_ptr<Transfer>& transfer, const Result<void>& result) {
  if (!result) return failed(transfer, result.error());
  backoff_.succeeded();
  isDiskFull_ = false;
  failures_.erase(transfer->fetch.sha256);
  doneBytes_ += transfer->fetch.size;
  note(transfer->fetch, ContentState::here, transfer->fetch.size);
  drop(transfer->fetch.sha256);
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
      whole_.clear();
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
  const int failures = ++failures_[fetch.sha256];
  const bool isLast = failures >= kFailuresPerContent;
  if (isOfConnection(error.code)) {
    if (!isLast) queue_.push_back(fetch);
    retry_.start(backoff_.next());
    return;
  }
  if (!isLast) again_.push_back(fetch);
  if (!isLast && !later_.isActive()) later_.start(kAgainAfter * failures);
  startSome();
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
