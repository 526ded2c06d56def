#include "server/services/accounts.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "server/services/limiter.h"
#include "server/services/passwords.h"
#include "server/services/people.h"
#include "server/services/tuning.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::server::services {
namespace {

// Trimmed; ASCII letters in lower case.
std::string normalEmail(std::string_view email) {
  const auto first = email.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string text(email.substr(first, email.find_last_not_of(" \t\r\n") - first + 1));
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string newToken(RandomSource& random) {
  std::array<std::byte, 32> bytes{};
  random.fill(bytes);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text.push_back(kDigits[std::to_integer<unsigned>(byte) >> 4]);
    text.push_back(kDigits[std::to_integer<unsigned>(byte) & 15]);
  }
  return text;
}

// The name goes into logs and lists: printable ASCII and UTF-8, bounded, nothing that breaks a line.
std::string deviceName(std::string_view device) {
  if (device.size() > kDeviceBytesMax || textLength(device) < 0) return {};
  std::string name(device);
  std::erase_if(name, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return name;
}

Result<OwnProfile> ownProfileOf(const Registration& registration, const std::string& email) {
  const auto& profile = registration.profile;
  const UpdateProfile update{profile.name,         profile.role,         profile.jobTitle,
                             profile.organisation, profile.municipality, {}};
  if (auto valid = validate(update); !valid) return valid.error();
  if (!looksLikeEmail(email)) return fail(ErrorCode::badField, "email");
  if (auto good = checkPassword(registration.password, email); !good) return good.error();
  return OwnProfile{profile.name, profile.role, profile.jobTitle, profile.organisation, profile.municipality,
                    {},           email};
}

std::vector<EndedToken> removeTokens(storage::Tables& tables, UserId user, std::string_view except) {
  std::vector<EndedToken> ended;
  for (const auto& token : std::as_const(tables).tokens().of(user)) {
    if (token.hash == except) continue;
    tables.tokens().remove(token.hash);
    ended.push_back({user, token.hash});
  }
  return ended;
}

// Makes room for one more: the one unused for longest goes.
std::vector<EndedToken> limitTokens(storage::Tables& tables, UserId user) {
  auto tokens = std::as_const(tables).tokens().of(user);
  if (tokens.size() < kTokensPerUserMax) return {};
  const auto oldest = std::min_element(tokens.begin(), tokens.end(),
                                       [](const auto& a, const auto& b) { return a.lastUsedAt < b.lastUsedAt; });
  tables.tokens().remove(oldest->hash);
  return {{user, oldest->hash}};
}

class AccountsOfStorage final : public Accounts {
 public:
  explicit AccountsOfStorage(AccountsOptions options)
      : options_(std::move(options)),
        hasher_(options_.cost, options_.hashInline, options_.post, options_.onProblem),
        failuresOfAccount_(options_.clock, kFailuresPerAccount, kAttemptWindow, kKeysRememberedMax),
        failuresOfAddress_(options_.clock, kFailuresPerAddress, kAttemptWindow, kKeysRememberedMax),
        registrations_(options_.clock, kRegistrationsPerAddress, kAttemptWindow, kKeysRememberedMax) {}

  void authenticate(std::string token, std::function<void(Result<Identity>)> done) override;
  void recheck(std::vector<Identity> connected, std::function<void(Result<std::vector<EndedToken>>)> done) override;
  void signIn(std::string email, std::string password, std::string device, std::string address,
              std::function<void(Result<SignedIn>)> done) override;
  void signOut(Identity who, std::function<void(Result<void>)> done) override;
  void registerAccount(Registration registration, std::string address, std::function<void(Result<void>)> done) override;
  void changePassword(Identity who, std::string oldPassword, std::string newPassword,
                      std::function<void(Result<std::vector<EndedToken>>)> done) override;
  void createUser(Registration registration, std::function<void(Result<UserId>)> done) override;
  void setDisabled(UserId user, bool disabled, std::function<void(Result<std::vector<EndedToken>>)> done) override;
  void setPassword(std::string email, std::string password,
                   std::function<void(Result<std::vector<EndedToken>>)> done) override;
  void revokeTokens(UserId user, std::function<void(Result<std::vector<EndedToken>>)> done) override;
  void list(std::function<void(Result<std::vector<storage::Account>>)> done) override;
  void findByEmail(std::string email, std::function<void(Result<UserId>)> done) override;

 private:
  // The password was right, or nobody looked at it.
  void takeBackSignIn(const std::string& email, const std::string& address) {
    failuresOfAccount_.takeBack(email);
    failuresOfAddress_.takeBack(address);
  }
  void touch(std::vector<std::string> hashes);
  // The password is right: a token, unless the account changed while it was hashed.
  void giveToken(storage::Account account, std::string device, std::function<void(Result<SignedIn>)> done);
  void replacePassword(Identity who, std::string oldHash, std::string newHash,
                       std::function<void(Result<std::vector<EndedToken>>)> done);

  AccountsOptions options_;
  PasswordHasher hasher_;
  Attempts failuresOfAccount_;
  Attempts failuresOfAddress_;
  Attempts registrations_;
};

void AccountsOfStorage::authenticate(std::string token, std::function<void(Result<Identity>)> done) {
  auto hash = tokenHash(token);
  const auto now = options_.clock.now();
  storage::readValue<std::optional<storage::Token>>(
      options_.storage, [hash](const storage::Tables& tables) { return tables.tokens().find(hash); },
      [this, hash, now, done = std::move(done)](Result<std::optional<storage::Token>> found) {
        if (!found) return done(found.error());
        const auto& known = *found;
        if (!known || now - known->lastUsedAt > kTokenUnusedMax) return done(fail(ErrorCode::unauthorized));
        if (now - known->lastUsedAt > kTokenTouchedEvery) touch({hash});
        done(Identity{known->user, hash});
      });
}

void AccountsOfStorage::recheck(std::vector<Identity> connected,
                                std::function<void(Result<std::vector<EndedToken>>)> done) {
  struct Found {
    std::vector<EndedToken> ended;
    std::vector<std::string> old;
  };
  const auto now = options_.clock.now();
  storage::readValue<Found>(
      options_.storage,
      [connected = std::move(connected), now](const storage::Tables& tables) {
        Found found;
        for (const auto& who : connected) {
          const auto token = findGoodToken(tables, who, now);
          if (!token)
            found.ended.push_back({who.user, who.tokenHash});
          else if (now - token->lastUsedAt > kTokenTouchedEvery)
            found.old.push_back(who.tokenHash);
        }
        return found;
      },
      [this, done = std::move(done)](Result<Found> found) {
        if (!found) return done(found.error());
        if (!found->old.empty()) touch(std::move(found->old));
        done(std::move(found->ended));
      });
}

void AccountsOfStorage::touch(std::vector<std::string> hashes) {
  options_.storage.write(
      [hashes = std::move(hashes), now = options_.clock.now()](storage::Tables& tables) -> Result<void> {
        for (const auto& hash : hashes) tables.tokens().touch(hash, now);
        return {};
      },
      {});
}

void AccountsOfStorage::signIn(std::string email, std::string password, std::string device, std::string address,
                               std::function<void(Result<SignedIn>)> done) {
  email = normalEmail(email);
  if (email.empty() || email.size() > limits::kEmailBytesMax || password.size() > limits::kPasswordBytesMax)
    return done(fail(ErrorCode::badCredentials));
  // Counted whether or not the account exists.
  if (!failuresOfAddress_.begin(address)) return done(fail(ErrorCode::tooManyRequests));
  if (!failuresOfAccount_.begin(email)) return done(fail(ErrorCode::tooManyRequests));
  storage::readValue<std::optional<storage::Account>>(
      options_.storage, [email](const storage::Tables& tables) { return tables.accounts().findByEmail(email); },
      [this, email, address, password = std::move(password), device = std::move(device),
       done = std::move(done)](Result<std::optional<storage::Account>> found) mutable {
        if (!found) {
          takeBackSignIn(email, address);
          return done(found.error());
        }
        auto account = std::move(*found);
        auto hash = account ? std::optional(account->passwordHash) : std::nullopt;
        hasher_.verify(std::move(hash), std::move(password),
                       [this, email, address, account = std::move(account), device = std::move(device),
                        done = std::move(done)](Result<bool> isRight) {
                         if (isRight && (!*isRight || account->disabled)) return done(fail(ErrorCode::badCredentials));
                         takeBackSignIn(email, address);
                         if (!isRight) return done(isRight.error());
                         giveToken(*account, device, done);
                       });
      });
}

void AccountsOfStorage::giveToken(storage::Account account, std::string device,
                                  std::function<void(Result<SignedIn>)> done) {
  const SignedIn signedIn{newToken(options_.random), account.user, {}};
  const auto now = options_.clock.now();
  const storage::Token token{tokenHash(signedIn.token), account.user, deviceName(device), now, now};
  storage::writeValue<SignedIn>(
      options_.storage,
      [signedIn, token, account = std::move(account)](storage::Tables& tables) -> Result<SignedIn> {
        const auto current = std::as_const(tables).accounts().find(account.user);
        if (!current || current->disabled || current->passwordHash != account.passwordHash)
          return fail(ErrorCode::badCredentials);
        auto result = signedIn;
        result.ended = limitTokens(tables, account.user);
        tables.tokens().insert(token);
        return result;
      },
      std::move(done));
}

void AccountsOfStorage::signOut(Identity who, std::function<void(Result<void>)> done) {
  options_.storage.write(
      [who = std::move(who), now = options_.clock.now()](storage::Tables& tables) -> Result<void> {
        if (auto good = checkToken(tables, who, now); !good) return good;
        tables.tokens().remove(who.tokenHash);
        return {};
      },
      std::move(done));
}

void AccountsOfStorage::registerAccount(Registration registration, std::string address,
                                        std::function<void(Result<void>)> done) {
  if (!options_.registrationOpen) return done(fail(ErrorCode::registrationClosed));
  if (!registrations_.begin(address)) return done(fail(ErrorCode::tooManyRequests));
  createUser(std::move(registration), [done = std::move(done)](Result<UserId> created) {
    // Whether the address was known is not told.
    if (created || created.error().code == ErrorCode::accountExists) return done({});
    done(created.error());
  });
}

void AccountsOfStorage::createUser(Registration registration, std::function<void(Result<UserId>)> done) {
  const auto email = normalEmail(registration.email);
  auto profile = ownProfileOf(registration, email);
  if (!profile) return done(profile.error());
  hasher_.hash(std::move(registration.password), [this, email, profile = std::move(*profile),
                                                  done = std::move(done)](Result<std::string> hash) {
    if (!hash) return done(hash.error());
    const auto user = UserId::v7(options_.clock, options_.random);
    storage::writeValue<UserId>(
        options_.storage,
        [user, email, profile, hash = *hash, now = options_.clock.now()](storage::Tables& tables) -> Result<UserId> {
          if (!tables.accounts().insert({user, email, hash, false})) return fail(ErrorCode::accountExists);
          Changes changes(tables, user, now);
          createPerson(changes, user, profile);
          return user;
        },
        done);
  });
}

void AccountsOfStorage::changePassword(Identity who, std::string oldPassword, std::string newPassword,
                                       std::function<void(Result<std::vector<EndedToken>>)> done) {
  if (oldPassword.size() > limits::kPasswordBytesMax) return done(fail(ErrorCode::badCredentials));
  if (!failuresOfAccount_.begin(who.user.text())) return done(fail(ErrorCode::tooManyRequests));
  using Found = Result<storage::Account>;
  storage::readValue<Found>(
      options_.storage,
      [who, now = options_.clock.now()](const storage::Tables& tables) -> Found {
        if (auto good = checkToken(tables, who, now); !good) return good.error();
        auto account = tables.accounts().find(who.user);
        if (!account) return fail(ErrorCode::unauthorized);
        return std::move(*account);
      },
      [this, who, oldPassword = std::move(oldPassword), newPassword = std::move(newPassword),
       done = std::move(done)](Result<Found> ran) mutable {
        const auto account = ran ? std::move(*ran) : Found(ran.error());
        if (!account) return done(account.error());
        if (auto good = checkPassword(newPassword, account->email); !good) return done(good.error());
        hasher_.verify(account->passwordHash, std::move(oldPassword),
                       [this, who, oldHash = account->passwordHash, newPassword = std::move(newPassword),
                        done = std::move(done)](Result<bool> isRight) {
                         if (isRight && !*isRight) return done(fail(ErrorCode::badCredentials));
                         failuresOfAccount_.takeBack(who.user.text());
                         if (!isRight) return done(isRight.error());
                         hasher_.hash(newPassword, [this, who, oldHash, done](Result<std::string> hash) {
                           if (!hash) return done(hash.error());
                           replacePassword(who, oldHash, *hash, done);
                         });
                       });
      });
}

void AccountsOfStorage::replacePassword(Identity who, std::string oldHash, std::string newHash,
                                        std::function<void(Result<std::vector<EndedToken>>)> done) {
  using Ended = std::vector<EndedToken>;
  storage::writeValue<Ended>(
      options_.storage,
      [who = std::move(who), oldHash = std::move(oldHash), newHash = std::move(newHash),
       now = options_.clock.now()](storage::Tables& tables) -> Result<Ended> {
        if (auto good = checkToken(tables, who, now); !good) return good.error();
        const auto account = std::as_const(tables).accounts().find(who.user);
        if (!account || account->passwordHash != oldHash) return fail(ErrorCode::badCredentials);
        tables.accounts().setPasswordHash(who.user, newHash);
        return removeTokens(tables, who.user, who.tokenHash);
      },
      std::move(done));
}

void AccountsOfStorage::setDisabled(UserId user, bool disabled,
                                    std::function<void(Result<std::vector<EndedToken>>)> done) {
  using Ended = std::vector<EndedToken>;
  storage::writeValue<Ended>(
      options_.storage,
      [user, disabled, now = options_.clock.now()](storage::Tables& tables) -> Result<Ended> {
        if (!std::as_const(tables).accounts().find(user)) return fail(ErrorCode::notFound, "user");
        tables.accounts().setDisabled(user, disabled);
        if (disabled) {
          // Nothing is routed to somebody who cannot sign in; the ticks stay in the user's own scope.
          tables.experts().removeAll(user);
          return removeTokens(tables, user, {});
        }
        Changes changes(tables, user, now);
        const auto role = findOwnProfile(changes, user).value_or(OwnProfile{}).role;
        for (const auto category : tickedBy(tables, user)) tables.experts().put(category, user, role);
        return Ended{};
      },
      std::move(done));
}

void AccountsOfStorage::setPassword(std::string email, std::string password,
                                    std::function<void(Result<std::vector<EndedToken>>)> done) {
  using Ended = std::vector<EndedToken>;
  findByEmail(email, [this, email = normalEmail(email), password = std::move(password),
                      done = std::move(done)](Result<UserId> user) mutable {
    if (!user) return done(user.error());
    if (auto good = checkPassword(password, email); !good) return done(good.error());
    hasher_.hash(std::move(password), [this, user = *user, done = std::move(done)](Result<std::string> hash) {
      if (!hash) return done(hash.error());
      storage::writeValue<Ended>(
          options_.storage,
          [user, hash = *hash](storage::Tables& tables) -> Result<Ended> {
            if (!std::as_const(tables).accounts().find(user)) return fail(ErrorCode::notFound, "email");
            tables.accounts().setPasswordHash(user, hash);
            return removeTokens(tables, user, {});
          },
          done);
    });
  });
}

void AccountsOfStorage::revokeTokens(UserId user, std::function<void(Result<std::vector<EndedToken>>)> done) {
  storage::writeValue<std::vector<EndedToken>>(
      options_.storage,
      [user](storage::Tables& tables) -> Result<std::vector<EndedToken>> { return removeTokens(tables, user, {}); },
      std::move(done));
}

void AccountsOfStorage::list(std::function<void(Result<std::vector<storage::Account>>)> done) {
  storage::readValue<std::vector<storage::Account>>(
      options_.storage, [](const storage::Tables& tables) { return tables.accounts().all(); }, std::move(done));
}

void AccountsOfStorage::findByEmail(std::string email, std::function<void(Result<UserId>)> done) {
  storage::readValue<std::optional<storage::Account>>(
      options_.storage,
      [email = normalEmail(email)](const storage::Tables& tables) { return tables.accounts().findByEmail(email); },
      [done = std::move(done)](Result<std::optional<storage::Account>> found) {
        if (!found) return done(found.error());
        if (!*found) return done(fail(ErrorCode::notFound, "email"));
        done((*found)->user);
      });
}

}  // namespace

std::unique_ptr<Accounts> createAccounts(AccountsOptions options) {
  return std::make_unique<AccountsOfStorage>(std::move(options));
}

}  // namespace vb::server::services
