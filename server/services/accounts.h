// Accounts: who may sign in. Registering, signing in and out, passwords, tokens. Never tells whether an account exists:
// the same answer, the same work. Used on one thread (that of the storage's answers); hashing has a thread of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/services/access.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"
#include "shared/domain/records.h"

namespace vb::server::services {

// Of argon2id, as libsodium counts it. The default is its "interactive" setting.
struct PasswordCost {
  std::uint64_t operations = 2;
  std::size_t memoryBytes = 64 * 1024 * 1024;
};

struct AccountsOptions {
  storage::Storage& storage;
  const Clock& clock;
  RandomSource& random;
  bool registrationOpen = false;
  PasswordCost cost;
  bool hashInline = false;                          // hash where asked: admin commands and simulations
  std::function<void(std::function<void()>)> post;  // brings the hashing thread's answers back; empty only when inline
  storage::Storage::OnProblem onProblem = {};       // hashing_failed: no memory for it
};

struct Registration {
  std::string email;
  std::string password;
  Profile profile;  // expertise and imported are ignored
};

// A token of a user that is not good any more: its connections are to be closed.
struct EndedToken {
  UserId user;
  std::string tokenHash;
};

struct SignedIn {
  std::string token;  // the only copy
  UserId user;
  std::vector<EndedToken> ended;  // had to make room
};

class Accounts {
 public:
  virtual ~Accounts() = default;

  // unauthorized for a token that is unknown, revoked or expired.
  virtual void authenticate(std::string token, std::function<void(Result<Identity>)> done) = 0;
  // Which of the tokens of those who are connected are no longer good. The others are in use: they do not grow old.
  virtual void recheck(std::vector<Identity> connected, std::function<void(Result<std::vector<EndedToken>>)> done) = 0;
  // badCredentials, tooManyRequests, unavailable. `address` is what is counted as one: of IPv6 a network.
  virtual void signIn(std::string email, std::string password, std::string device, std::string address,
                      std::function<void(Result<SignedIn>)> done) = 0;
  virtual void signOut(Identity who, std::function<void(Result<void>)> done) = 0;
  // The same answer whether or not the address was known. registrationClosed, badField, tooManyRequests.
  virtual void registerAccount(Registration registration, std::string address,
                               std::function<void(Result<void>)> done) = 0;
  // badCredentials when `oldPassword` is wrong. All other tokens of the user end; they are the answer.
  virtual void changePassword(Identity who, std::string oldPassword, std::string newPassword,
                              std::function<void(Result<std::vector<EndedToken>>)> done) = 0;

  // For the operator.
  virtual void createUser(Registration registration, std::function<void(Result<UserId>)> done) = 0;  // accountExists
  virtual void setDisabled(UserId user, bool disabled, std::function<void(Result<std::vector<EndedToken>>)> done) = 0;
  // A forgotten one: the old is not asked. All tokens of the user end. notFound, badField when the password is weak.
  virtual void setPassword(std::string email, std::string password,
                           std::function<void(Result<std::vector<EndedToken>>)> done) = 0;
  virtual void revokeTokens(UserId user, std::function<void(Result<std::vector<EndedToken>>)> done) = 0;
  virtual void list(std::function<void(Result<std::vector<storage::Account>>)> done) = 0;
  virtual void findByEmail(std::string email, std::function<void(Result<UserId>)> done) = 0;  // notFound
};

std::unique_ptr<Accounts> createAccounts(AccountsOptions options);

}  // namespace vb::server::services
