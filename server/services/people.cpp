#include "server/services/people.h"

#include <algorithm>

#include "server/services/catalogue.h"
#include "server/services/effects.h"

namespace vb::server::services {
namespace {

Profile seenByOthers(const OwnProfile& own, const std::vector<CategoryId>& expertise) {
  const auto isHidden = [&](std::string_view item) {
    return std::find(own.hidden.begin(), own.hidden.end(), item) != own.hidden.end();
  };
  Profile profile;
  profile.name = own.name;
  profile.role = own.role;
  if (!isHidden("job_title")) profile.jobTitle = own.jobTitle;
  if (!isHidden("organisation")) profile.organisation = own.organisation;
  if (!isHidden("municipality")) profile.municipality = own.municipality;
  if (!isHidden("expertise")) profile.expertise = expertise;
  return profile;
}

}  // namespace

void createPerson(Changes& changes, UserId user, const OwnProfile& profile) {
  changes.put(Scope::user(user), kinds::kOwnProfile, user.text(), "", toJson(profile));
  publishProfile(changes, user, profile, {});
}

void publishProfile(Changes& changes, UserId user, const OwnProfile& own, const std::vector<CategoryId>& expertise) {
  const auto profile = seenByOthers(own, expertise);
  const auto stored = changes.find(Scope::directory(), kinds::kProfile, user.text());
  auto body = stored ? merged(*stored, profile) : toJson(profile);
  if (stored && json::serialize(body) == stored->body) return;
  changes.put(Scope::directory(), kinds::kProfile, user.text(), "", body);
}

std::optional<OwnProfile> findOwnProfile(const Changes& changes, UserId user) {
  const auto stored = changes.find(Scope::user(user), kinds::kOwnProfile, user.text());
  if (!stored) return std::nullopt;
  return readBody<OwnProfile>(*stored);
}

std::vector<CategoryId> tickedBy(const storage::Tables& tables, UserId user) {
  std::vector<CategoryId> categories;
  tables.records().ofKind(Scope::user(user), kinds::kExpertise, [&](const Record& record) {
    if (const auto id = CategoryId::parse(record.id)) categories.push_back(*id);
    return true;
  });
  return categories;
}

bool switchExpertise(Changes& changes, UserId user, CategoryId category, bool on) {
  const auto scope = Scope::user(user);
  const bool isOn = changes.find(scope, kinds::kExpertise, category.text()).has_value();
  if (on == isOn) return false;
  const auto own = findOwnProfile(changes, user).value_or(OwnProfile{});
  if (on) {
    // What is older than the head of now was not routed to this user.
    const Seq sinceSeq = changes.nextSeq(Scope::category(category)) - 1;
    changes.put(scope, kinds::kExpertise, category.text(), "", toJson(Expertise{category, sinceSeq, changes.now()}));
    changes.tables().experts().put(category, user, own.role);
  } else {
    changes.remove(scope, kinds::kExpertise, category.text());
    changes.tables().experts().remove(category, user);
  }
  publishProfile(changes, user, own, tickedBy(changes.tables(), user));
  return true;
}

Result<Carried> carryOut(Changes& changes, const SetExpertise& command) {
  if (command.on && !findCategory(changes.tables(), command.categoryId))
    return fail(ErrorCode::notFound, "category_id");
  switchExpertise(changes, changes.user(), command.categoryId, command.on);
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const UpdateProfile& command) {
  const auto user = changes.user();
  const auto scope = Scope::user(user);
  const auto stored = changes.find(scope, kinds::kOwnProfile, user.text());
  OwnProfile own = stored ? readBody<OwnProfile>(*stored) : OwnProfile{};
  own.name = command.name;
  own.role = command.role;
  own.jobTitle = command.jobTitle;
  own.organisation = command.organisation;
  own.municipality = command.municipality;
  own.hidden = command.hidden;
  changes.put(scope, kinds::kOwnProfile, user.text(), "", stored ? merged(*stored, own) : toJson(own));
  changes.tables().experts().setRole(user, own.role);
  publishProfile(changes, user, own, tickedBy(changes.tables(), user));
  return Carried{};
}

Result<Carried> carryOut(Changes& changes, const UpdateSettings& command) {
  const auto scope = Scope::user(changes.user());
  const auto id = changes.user().text();
  const Settings settings{command.language, command.notify, command.workFromMinutes, command.workUntilMinutes};
  const auto stored = changes.find(scope, kinds::kSettings, id);
  changes.put(scope, kinds::kSettings, id, "", stored ? merged(*stored, settings) : toJson(settings));
  return Carried{};
}

}  // namespace vb::server::services
