// People: the profile records of a user: what the owner sees (user scope) and what others see (directory).
#pragma once

#include <string_view>
#include <vector>

#include "server/services/changes.h"
#include "shared/domain/records.h"

namespace vb::server::services {

// Both profile records of a new user.
void createPerson(Changes& changes, UserId user, const OwnProfile& profile);
// Writes the directory's profile anew from the owner's and the ticked categories, leaving out what is hidden.
void publishProfile(Changes& changes, UserId user, const OwnProfile& profile, const std::vector<CategoryId>& expertise);
std::optional<OwnProfile> findOwnProfile(const Changes& changes, UserId user);
// Ticks or un-ticks: the record, the routing table and the public profile; false when it is so already.
bool switchExpertise(Changes& changes, UserId user, CategoryId category, bool on);
// The living expertise of a user, from the records.
std::vector<CategoryId> tickedBy(const storage::Tables& tables, UserId user);

}  // namespace vb::server::services
