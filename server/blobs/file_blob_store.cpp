// FileBlobStore: a ContentFolder on a thread of its own, or on the caller's when there is no `post`.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server/blobs/blob_store.h"
#include "server/blobs/content_folder.h"

namespace vb::server::blobs {
namespace {

class FileBlobStore final : public BlobStore {
 public:
  explicit FileBlobStore(BlobStoreOptions options)
      : folder_(std::move(options.folder), options.clock), post_(std::move(options.post)) {}
  ~FileBlobStore() override {
    {
      const std::lock_guard lock(mutex_);
      isStopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
  }

  Result<void> open() {
    if (auto prepared = folder_.prepare(); !prepared) return prepared;
    if (post_) thread_ = std::thread([this] { work(); });
    return {};
  }

  void append(UploadId upload, std::int64_t offset, std::string bytes, OnSize done) override {
    run<std::int64_t>([=, this, bytes = std::move(bytes)] { return folder_.append(upload, offset, bytes); },
                      std::move(done));
  }
  void sync(UploadId upload, OnSize done) override {
    run<std::int64_t>([=, this] { return folder_.sync(upload); }, std::move(done));
  }
  void finish(UploadId upload, std::int64_t size, OnStored done) override {
    run<StoredContent>([=, this] { return folder_.finish(upload, size); }, std::move(done));
  }
  void discard(UploadId upload, OnDone done) override {
    run<void>([=, this] { return folder_.discard(upload); }, std::move(done));
  }
  void copyIn(std::filesystem::path file, std::int64_t bytesMax, OnStored done) override {
    run<StoredContent>([=, this, file = std::move(file)] { return folder_.copyIn(file, bytesMax); }, std::move(done));
  }
  void read(std::string sha256, std::int64_t offset, std::size_t bytesMax, OnBytes done) override {
    run<std::string>([=, this, sha256 = std::move(sha256)] { return folder_.read(sha256, offset, bytesMax); },
                     std::move(done));
  }
  void unchangedSince(Timestamp before, std::function<void(Result<std::vector<std::string>>)> done) override {
    run<std::vector<std::string>>([=, this] { return folder_.unchangedSince(before); }, std::move(done));
  }
  void remove(std::vector<std::string> hashes, Timestamp before, OnSize done) override {
    run<std::int64_t>([=, this, hashes = std::move(hashes)] { return folder_.remove(hashes, before); },
                      std::move(done));
  }
  void removeIncoming(const std::function<bool(UploadId)>& isKnown, Timestamp before, OnSize done) override {
    run<std::int64_t>([=, this] { return folder_.removeIncoming(isKnown, before); }, std::move(done));
  }

 private:
  template <class T>
  void run(std::function<Result<T>()> task, std::function<void(Result<T>)> done) {
    if (!post_) return done(task());
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(
          [this, task = std::move(task), done = std::move(done)] { post_([done, result = task()] { done(result); }); });
    }
    wake_.notify_one();
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      wake_.wait(lock, [this] { return isStopping_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      const auto task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
      lock.lock();
    }
  }

  ContentFolder folder_;
  std::function<void(std::function<void()>)> post_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool isStopping_ = false;
  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<BlobStore>> openBlobStore(BlobStoreOptions options) {
  auto store = std::make_unique<FileBlobStore>(std::move(options));
  if (auto opened = store->open(); !opened) return opened.error();
  return std::unique_ptr<BlobStore>(std::move(store));
}

}  // namespace vb::server::blobs
