#include "server/app/admin_actions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/channel_admin.h"
#include "server/app/error_words.h"

namespace vb::server::app {
namespace {

AdminReply doneReply(std::string out) { return {kExitDone, std::move(out), {}}; }

using Ended = std::vector<services::EndedToken>;
using Categories = std::vector<services::NamedCategory>;

}  // namespace

AdminReply refusedReply(const Error& error) { return {exitCodeOf(error), {}, "vraagbaakd: " + inWords(error) + "\n"}; }

AdminActions::AdminActions(storage::Storage& storage, services::Accounts& accounts, const Clock& clock,
                           RandomSource& random, OnEnded onEnded)
    : storage_(storage), accounts_(accounts), clock_(clock), random_(random), onEnded_(std::move(onEnded)) {}

void AdminActions::run(AdminRequest request, Done done) {
  if (request.action == "user add") return addUser(std::move(request), std::move(done));
  if (request.action == "user list") return listUsers(done);
  if (request.action == "user password") return setPassword(std::move(request), std::move(done));
  if (request.action == "user disable") return setDisabled(request.email, true, std::move(done));
  if (request.action == "user enable") return setDisabled(request.email, false, std::move(done));
  if (request.action == "user sign-out") return signOut(request.email, std::move(done));
  if (request.action == "category add") return addCategory(std::move(request.category), std::move(done));
  if (request.action == "category list") return listCategories(done);
  if (request.action == "category archive") return setArchived(std::move(request.which), true, std::move(done));
  if (request.action == "category reopen") return setArchived(std::move(request.which), false, std::move(done));
  if (request.action.starts_with("channel "))
    return runChannelAction(storage_, accounts_, clock_, random_, std::move(request), std::move(done));
  done(refusedReply(fail(ErrorCode::unsupported)));
}

void AdminActions::addUser(AdminRequest request, Done done) {
  accounts_.createUser({std::move(request.email), std::move(request.password), std::move(request.profile)},
                       [done = std::move(done)](Result<UserId> created) {
                         done(created ? doneReply(created->text() + "\n") : refusedReply(created.error()));
                       });
}

void AdminActions::listUsers(const Done& done) {
  accounts_.list([done](Result<std::vector<storage::Account>> accounts) {
    if (!accounts) return done(refusedReply(accounts.error()));
    std::string text;
    for (const auto& account : *accounts)
      text += account.user.text() + "\t" + (account.disabled ? "disabled" : "active") + "\t" + account.email + "\n";
    done(doneReply(std::move(text)));
  });
}

void AdminActions::withUser(const std::string& email, const Done& done, std::function<void(UserId)> then) {
  accounts_.findByEmail(email, [done, then = std::move(then)](Result<UserId> found) {
    if (!found) return done(refusedReply(found.error()));
    then(*found);
  });
}

void AdminActions::setDisabled(const std::string& email, bool disabled, Done done) {
  withUser(email, done, [this, disabled, done](UserId user) {
    accounts_.setDisabled(user, disabled, [this, done](Result<Ended> ended) {
      if (!ended) return done(refusedReply(ended.error()));
      onEnded_(*ended);
      done(doneReply({}));
    });
  });
}

void AdminActions::setPassword(AdminRequest request, Done done) {
  accounts_.setPassword(std::move(request.email), std::move(request.password), [this, done](Result<Ended> ended) {
    if (!ended) return done(refusedReply(ended.error()));
    onEnded_(*ended);
    done(doneReply(std::to_string(ended->size()) + " tokens revoked\n"));
  });
}

void AdminActions::signOut(const std::string& email, Done done) {
  withUser(email, done, [this, done](UserId user) {
    accounts_.revokeTokens(user, [this, done](Result<Ended> ended) {
      if (!ended) return done(refusedReply(ended.error()));
      onEnded_(*ended);
      done(doneReply(std::to_string(ended->size()) + " tokens revoked\n"));
    });
  });
}

void AdminActions::addCategory(Category category, Done done) {
  const auto id = CategoryId::v7(clock_, random_);
  services::addCategory(storage_, {id, std::move(category)}, [id, done = std::move(done)](Result<void> added) {
    done(added ? doneReply(id.text() + "\n") : refusedReply(added.error()));
  });
}

void AdminActions::setArchived(std::string which, bool archived, Done done) {
  services::setArchived(storage_, std::move(which), archived, [done = std::move(done)](Result<void> set) {
    done(set ? doneReply({}) : refusedReply(set.error()));
  });
}

void AdminActions::listCategories(const Done& done) {
  services::listCategories(storage_, [done](Result<Categories> known) {
    if (!known) return done(refusedReply(known.error()));
    std::sort(known->begin(), known->end(),
              [](const auto& a, const auto& b) { return a.second.position < b.second.position; });
    std::string text;
    for (const auto& [id, one] : *known)
      text += id.text() + "\t" + (one.archived ? "archived" : "open") + "\t" + one.nameNl + "\t" + one.nameEn + "\n";
    done(doneReply(std::move(text)));
  });
}

}  // namespace vb::server::app
