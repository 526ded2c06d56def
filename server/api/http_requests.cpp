// Accounts and sessions over HTTP.
#include <utility>

#include <boost/describe.hpp>

#include "server/api/core_api.h"
#include "server/api/tuning.h"
#include "shared/domain/fields.h"

namespace vb::server::api {
namespace {

struct SignInForm {
  std::string email;
  std::string password;
  std::string device;
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (email, password, device))

struct RegistrationForm {
  std::string email;
  std::string password;
  Profile profile;
};
BOOST_DESCRIBE_STRUCT(RegistrationForm, (), (email, password, profile))

// `new` is a word of C++, so the two are read by hand.
struct PasswordForm {
  std::string before;
  std::string after;
};

HttpReply replyOf(int status, const json::object& body) { return {status, json::serialize(body), {}}; }

HttpReply refusal(const Error& error) {
  json::object body{{"error", errorName(error.code)}};
  const bool isFieldName = error.code == ErrorCode::badField || error.code == ErrorCode::tooLarge;
  body["detail"] = isFieldName ? error.detail : std::string();
  auto reply = replyOf(httpStatus(error.code), body);
  if (error.code == ErrorCode::tooManyRequests) reply.retryAfterSeconds = kRetryAttemptsSeconds;
  if (reply.status == 503) reply.retryAfterSeconds = kRetryBusySeconds;
  return reply;
}

Result<PasswordForm> readPasswordForm(const std::string& body) {
  auto object = parseJsonObject(body);
  if (!object) return object.error();
  PasswordForm form;
  const auto* before = object->if_contains("old");
  const auto* after = object->if_contains("new");
  if (before == nullptr || after == nullptr || !fields::read(*before, form.before) || !fields::read(*after, form.after))
    return fail(ErrorCode::badMessage);
  return form;
}

}  // namespace

void CoreApi::http(HttpRequest request, std::function<void(HttpReply)> done) {
  const auto is = [&](std::string_view method, std::string_view path) {
    return request.method == method && request.path == path;
  };
  if (is("POST", "/v1/session")) return signIn(request, std::move(done));
  if (is("DELETE", "/v1/session")) return signOut(request, std::move(done));
  if (is("POST", "/v1/account")) return registerAccount(request, std::move(done));
  if (is("POST", "/v1/password")) return changePassword(request, std::move(done));
  if (is("GET", "/v1/server")) return describeServer(std::move(done));
  done(refusal(fail(ErrorCode::notFound)));
}

void CoreApi::signIn(const HttpRequest& request, OnReply done) {
  auto form = fromJsonText<SignInForm>(request.body);
  if (!form) return done(refusal(form.error()));
  accounts_->signIn(std::move(form->email), std::move(form->password), std::move(form->device), request.clientAddress,
                    [this, done = std::move(done)](Result<services::SignedIn> signedIn) {
                      if (!signedIn) return done(refusal(signedIn.error()));
                      for (const auto& ended : signedIn->ended) options_.bus.end({ended.user, ended.tokenHash});
                      done(replyOf(200, {{"token", signedIn->token},
                                         {"user_id", signedIn->user.text()},
                                         {"server_id", options_.storage.meta().serverId}}));
                    });
}

void CoreApi::signOut(const HttpRequest& request, OnReply done) {
  authenticate(request.bearer, [this, done = std::move(done)](Result<Caller> caller) {
    if (!caller) return done(refusal(caller.error()));
    accounts_->signOut({caller->user, caller->tokenHash}, [this, done, caller = *caller](Result<void> ended) {
      if (!ended) return done(refusal(ended.error()));
      options_.bus.end({caller.user, caller.tokenHash});
      done(replyOf(200, {}));
    });
  });
}

void CoreApi::registerAccount(const HttpRequest& request, OnReply done) {
  auto form = fromJsonText<RegistrationForm>(request.body);
  if (!form) return done(refusal(form.error()));
  accounts_->registerAccount({std::move(form->email), std::move(form->password), std::move(form->profile)},
                             request.clientAddress, [done = std::move(done)](Result<void> registered) {
                               if (!registered) return done(refusal(registered.error()));
                               done(replyOf(201, {{"status", "registered"}}));
                             });
}

void CoreApi::changePassword(const HttpRequest& request, OnReply done) {
  auto form = readPasswordForm(request.body);
  authenticate(request.bearer, [this, form = std::move(form), done = std::move(done)](Result<Caller> caller) {
    if (!caller) return done(refusal(caller.error()));
    if (!form) return done(refusal(form.error()));
    accounts_->changePassword({caller->user, caller->tokenHash}, form->before, form->after,
                              [this, done](Result<std::vector<services::EndedToken>> ended) {
                                if (!ended) return done(refusal(ended.error()));
                                for (const auto& token : *ended) options_.bus.end({token.user, token.tokenHash});
                                done(replyOf(200, {}));
                              });
  });
}

void CoreApi::describeServer(OnReply done) {
  done(replyOf(200, {{"name", options_.serverName},
                     {"server_id", options_.storage.meta().serverId},
                     {"version", VRAAGBAAK_VERSION},
                     {"registration", options_.registrationOpen}}));
}

}  // namespace vb::server::api
