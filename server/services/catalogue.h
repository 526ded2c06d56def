// Catalogue: categories and house rules, kept by the operator.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/storage/storage.h"
#include "shared/domain/records.h"

namespace vb::server::services {

using NamedCategory = std::pair<CategoryId, Category>;

// Creates or replaces categories in one transaction; what is equal is not written again. badField without a Dutch name.
void putCategories(storage::Storage& storage, std::vector<NamedCategory> categories,
                   std::function<void(Result<void>)> done);
// At the end of the list. conflict ("category_name") when one of its names is that of an open category, badField
// ("category_name") without a Dutch one.
void addCategory(storage::Storage& storage, NamedCategory category, std::function<void(Result<void>)> done);
// Of the category with this id or name: closes an open one for new questions, or opens an archived one. notFound
// ("open_category", "archived_category"); conflict ("categories") when several have the name, ("category_name") when an
// open one has it.
void setArchived(storage::Storage& storage, std::string idOrName, bool archived,
                 std::function<void(Result<void>)> done);
void listCategories(storage::Storage& storage, std::function<void(Result<std::vector<NamedCategory>>)> done);
void putHouseRules(storage::Storage& storage, HouseRules rules, std::function<void(Result<void>)> done);

// Within a job.
std::vector<NamedCategory> listCategories(const storage::Tables& tables);
void putHouseRules(storage::Tables& tables, const HouseRules& rules);
// Nothing for an id that is none, or a deleted category.
std::optional<Category> findCategory(const storage::Tables& tables, CategoryId id);

}  // namespace vb::server::services
