// CoreApi: Api over services and storage. One file per family of requests: sync_requests.cpp, http_requests.cpp.
// Lives on the thread of the sessions; to be destroyed when no answer can arrive any more (storage stopped).
#pragma once

#include "server/api/contents.h"
#include "server/api/create_api.h"
#include "server/services/commands.h"

namespace vb::server::api {

class CoreApi final : public Api {
 public:
  explicit CoreApi(ApiOptions options);

  void authenticate(std::string bearer, std::function<void(Result<Caller>)> done) override;
  void recheck(std::vector<Caller> connected) override;
  void greet(Caller caller, protocol::Hello request, OnLine done) override;
  void openScope(Caller caller, protocol::Subscribe request, OnLine done) override;
  void pull(Caller caller, protocol::Pull request, OnLine done) override;
  void pullBack(Caller caller, protocol::PullBack request, OnLine done) override;
  void execute(Caller caller, protocol::Command request, OnLine done) override;
  void reach(Caller caller, protocol::ReachQuery request, OnLine done) override;
  void http(HttpRequest request, std::function<void(HttpReply)> done) override;
  Contents* contents() override { return contents_.get(); }

 private:
  using OnReply = std::function<void(HttpReply)>;
  using Answering = std::function<std::string(const storage::Tables&)>;

  // Checks the token and, in the same transaction, answers; `failed` is the answer to everything that goes wrong.
  void answer(const Caller& caller, protocol::Failed failed, Answering answering, OnLine done);
  // The same for one scope, which the caller must be allowed to read.
  void answerOfScope(const Caller& caller, protocol::Failed failed,
                     std::function<std::string(const storage::Tables&, const Scope&)> answering, OnLine done);

  void signIn(const HttpRequest& request, OnReply done);
  void signOut(const HttpRequest& request, OnReply done);
  void registerAccount(const HttpRequest& request, OnReply done);
  void changePassword(const HttpRequest& request, OnReply done);
  void describeServer(OnReply done);

  ApiOptions options_;
  std::unique_ptr<services::Accounts> accounts_;
  std::unique_ptr<services::Commands> commands_;
  std::unique_ptr<Contents> contents_;
};

}  // namespace vb::server::api
