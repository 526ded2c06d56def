// Passwords: which may be used, and argon2id over them on a thread of its own, one at a time, with a bounded queue, so
// that neither the network nor the storage waits for it. Owned by Accounts.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "server/services/accounts.h"
#include "shared/base/result.h"

namespace vb::server::services {

// badField ("password") when it is too short, too long, one of the commonest, or the e-mail address.
Result<void> checkPassword(std::string_view password, std::string_view email);
bool isCommonPassword(std::string_view password);

class PasswordHasher {
 public:
  using Post = std::function<void(std::function<void()>)>;

  PasswordHasher(PasswordCost cost, bool isInline, Post post, storage::Storage::OnProblem onProblem = {});
  ~PasswordHasher();

  // unavailable when too many wait.
  void hash(std::string password, std::function<void(Result<std::string>)> done);
  // Without a hash the same work is done and the answer is false (A21).
  void verify(std::optional<std::string> hash, std::string password, std::function<void(Result<bool>)> done);

 private:
  void submit(std::function<void()> work, std::function<void()> refused);
  void keepHashing();
  std::string hashNow(const std::string& password) const;

  PasswordCost cost_;
  bool isInline_;
  Post post_;
  storage::Storage::OnProblem onProblem_;
  std::string dummy_;  // hash of nothing anybody has; made by the first work
  std::mutex mutex_;
  std::condition_variable waits_;
  std::deque<std::function<void()>> waiting_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace vb::server::services
