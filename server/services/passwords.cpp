#include "server/services/passwords.h"

#include <memory>
#include <utility>

#include <sodium.h>

#include "server/services/tuning.h"
#include "server/storage/tables.h"
#include "shared/base/limits.h"

namespace vb::server::services {

Result<void> checkPassword(std::string_view password, std::string_view email) {
  const bool fits = password.size() >= limits::kPasswordBytesMin && password.size() <= limits::kPasswordBytesMax;
  if (!fits || password == email || isCommonPassword(password)) return fail(ErrorCode::badField, "password");
  return {};
}

PasswordHasher::PasswordHasher(PasswordCost cost, bool isInline, Post post, storage::Storage::OnProblem onProblem)
    : cost_(cost), isInline_(isInline), post_(std::move(post)), onProblem_(std::move(onProblem)) {
  if (sodium_init() < 0) throw storage::StorageFailure(ErrorCode::internal, "no source of randomness");
  if (!post_) post_ = [](const std::function<void()>& work) { work(); };
  submit([this] { dummy_ = hashNow("no account has this password"); }, [] {});
  if (!isInline_) thread_ = std::thread([this] { keepHashing(); });
}

PasswordHasher::~PasswordHasher() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    waiting_.clear();
  }
  waits_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::string PasswordHasher::hashNow(const std::string& password) const {
  std::string text(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.operations, cost_.memoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    if (onProblem_) onProblem_("hashing_failed", fail(ErrorCode::unavailable, "no memory for hashing"));
    return {};
  }
  text.resize(text.find('\0'));
  return text;
}

void PasswordHasher::hash(std::string password, std::function<void(Result<std::string>)> done) {
  auto shared = std::make_shared<std::function<void(Result<std::string>)>>(std::move(done));
  submit(
      [this, shared, password = std::move(password)] {
        auto hash = hashNow(password);
        auto result = hash.empty() ? Result<std::string>(fail(ErrorCode::unavailable, "no memory for hashing"))
                                   : Result<std::string>(std::move(hash));
        post_([shared, result = std::move(result)] { (*shared)(result); });
      },
      [shared] { (*shared)(fail(ErrorCode::unavailable, "too many wait")); });
}

void PasswordHasher::verify(std::optional<std::string> hash, std::string password,
                            std::function<void(Result<bool>)> done) {
  auto shared = std::make_shared<std::function<void(Result<bool>)>>(std::move(done));
  submit(
      [this, shared, hash = std::move(hash), password = std::move(password)] {
        const bool fits =
            crypto_pwhash_str_verify((hash ? *hash : dummy_).c_str(), password.data(), password.size()) == 0;
        post_([shared, isRight = fits && hash.has_value()] { (*shared)(isRight); });
      },
      [shared] { (*shared)(fail(ErrorCode::unavailable, "too many wait")); });
}

void PasswordHasher::submit(std::function<void()> work, std::function<void()> refused) {
  if (isInline_) return work();
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < kHashesWaitingMax) {
      waiting_.push_back(std::move(work));
      refused = nullptr;
    }
  }
  if (refused) return refused();
  waits_.notify_one();
}

void PasswordHasher::keepHashing() {
  std::unique_lock lock(mutex_);
  while (true) {
    waits_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
    if (stopped_) return;
    auto work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
    lock.lock();
  }
}

}  // namespace vb::server::services
