// AdminActions: what the operator does with accounts and categories, over the services: in a process of his own on the
// data of a server that is stopped, or asked through the admin socket of one that runs. On the thread of the storage's
// answers; must outlive them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "server/app/exit_codes.h"
#include "server/services/accounts.h"
#include "server/services/catalogue.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"

namespace vb::server::app {

// What is said of a channel; what is not said stays as it is.
struct ChannelRequest {
  std::string name;
  std::string organisation;
  std::string description;
  std::string access;  // "open", "on-request", "closed"
  std::optional<int> retentionDays;
  std::string plan;
  std::optional<int> seats;
  std::optional<std::int64_t> quotaMegabytes;
  std::string until;      // YYYY-MM-DD of the rent's last day, or "never"; of a notice: the first day of the deletion
  std::string role;       // "member", "moderator"
  bool withdraw = false;  // of a notice: it is taken back
};
BOOST_DESCRIBE_STRUCT(ChannelRequest, (),
                      (name, organisation, description, access, retentionDays, plan, seats, quotaMegabytes, until, role,
                       withdraw))

// One line of JSON on the socket.
struct AdminRequest {
  std::string action;  // "user add|list|password|disable|enable|sign-out", "category add|list|archive|reopen",
                       // "channel create|list|show|lease|add-member|set-owner|notice|delete"
  std::string email;
  std::string password;
  Profile profile;
  Category category;
  std::string which;  // id or name, of "category archive|reopen" and of a channel
  ChannelRequest channel;
};
BOOST_DESCRIBE_STRUCT(AdminRequest, (), (action, email, password, profile, category, which, channel))

// What the command prints, and how it ends.
struct AdminReply {
  int exit = kExitFailed;
  std::string out;
  std::string err;
};
BOOST_DESCRIBE_STRUCT(AdminReply, (), (exit, out, err))

AdminReply refusedReply(const Error& error);

class AdminActions {
 public:
  using Done = std::function<void(AdminReply)>;
  // Gets the tokens that are no longer good, so that their connections end.
  using OnEnded = std::function<void(const std::vector<services::EndedToken>&)>;

  AdminActions(storage::Storage& storage, services::Accounts& accounts, const Clock& clock, RandomSource& random,
               OnEnded onEnded);
  void run(AdminRequest request, Done done);

 private:
  void addUser(AdminRequest request, Done done);
  void listUsers(const Done& done);
  void setPassword(AdminRequest request, Done done);
  void setDisabled(const std::string& email, bool disabled, Done done);
  void signOut(const std::string& email, Done done);
  void addCategory(Category category, Done done);
  void setArchived(std::string which, bool archived, Done done);
  void listCategories(const Done& done);
  void withUser(const std::string& email, const Done& done, std::function<void(UserId)> then);

  storage::Storage& storage_;
  services::Accounts& accounts_;
  const Clock& clock_;
  RandomSource& random_;
  OnEnded onEnded_;
};

}  // namespace vb::server::app
