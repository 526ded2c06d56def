#include "server/services/catalogue.h"

#include <algorithm>

#include "server/services/changes.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"
#include "shared/text/words.h"

namespace vb::server::services {
namespace {

Result<void> checkCategory(const NamedCategory& named) {
  const auto& [id, category] = named;
  if (id.isNil()) return fail(ErrorCode::badField, "id");
  for (const auto* name : {&category.nameNl, &category.nameEn}) {
    const int length = textLength(*name);
    if (length < 0 || length > static_cast<int>(limits::kNameCharsMax)) return fail(ErrorCode::badField, id.text());
  }
  if (textLength(category.nameNl) < 1) return fail(ErrorCode::badField, id.text());
  return {};
}

void put(storage::Tables& tables, const NamedCategory& named) {
  Changes changes(tables, {}, {});
  putIfOther(changes, Scope::directory(), kinds::kCategory, named.first.text(), "", toJson(named.second));
}

bool isCalled(const Category& category, const std::string& folded) {
  return !folded.empty() && (text::fold(category.nameNl) == folded || text::fold(category.nameEn) == folded);
}

// One of the names is that of an open category other than this one.
bool isNameTaken(const std::vector<NamedCategory>& known, const NamedCategory& named) {
  return std::any_of(known.begin(), known.end(), [&](const NamedCategory& other) {
    if (other.second.archived || other.first == named.first) return false;
    return isCalled(other.second, text::fold(named.second.nameNl)) ||
           isCalled(other.second, text::fold(named.second.nameEn));
  });
}

}  // namespace

void putCategories(storage::Storage& storage, std::vector<NamedCategory> categories,
                   std::function<void(Result<void>)> done) {
  storage.write(
      [categories = std::move(categories)](storage::Tables& tables) -> Result<void> {
        Changes changes(tables, {}, {});
        for (const auto& named : categories) {
          if (auto checked = checkCategory(named); !checked) return checked;
          putIfOther(changes, Scope::directory(), kinds::kCategory, named.first.text(), "", toJson(named.second));
        }
        return {};
      },
      std::move(done));
}

void addCategory(storage::Storage& storage, NamedCategory category, std::function<void(Result<void>)> done) {
  storage.write(
      [category = std::move(category)](storage::Tables& tables) -> Result<void> {
        auto added = category;
        if (!checkCategory(added)) return fail(ErrorCode::badField, "category_name");
        const auto known = listCategories(tables);
        if (isNameTaken(known, added)) return fail(ErrorCode::conflict, "category_name");
        for (const auto& [id, one] : known) added.second.position = std::max(added.second.position, one.position);
        ++added.second.position;
        put(tables, added);
        return {};
      },
      std::move(done));
}

void setArchived(storage::Storage& storage, std::string idOrName, bool archived,
                 std::function<void(Result<void>)> done) {
  storage.write(
      [folded = text::fold(idOrName), archived](storage::Tables& tables) -> Result<void> {
        const auto known = listCategories(tables);
        std::vector<NamedCategory> meant;
        for (const auto& one : known)
          if (one.second.archived != archived && (one.first.text() == folded || isCalled(one.second, folded)))
            meant.push_back(one);
        if (meant.empty()) return fail(ErrorCode::notFound, archived ? "open_category" : "archived_category");
        if (meant.size() > 1) return fail(ErrorCode::conflict, "categories");
        if (!archived && isNameTaken(known, meant[0])) return fail(ErrorCode::conflict, "category_name");
        meant[0].second.archived = archived;
        put(tables, meant[0]);
        return {};
      },
      std::move(done));
}

void listCategories(storage::Storage& storage, std::function<void(Result<std::vector<NamedCategory>>)> done) {
  storage::readValue<std::vector<NamedCategory>>(
      storage, [](const storage::Tables& tables) { return listCategories(tables); }, std::move(done));
}

std::vector<NamedCategory> listCategories(const storage::Tables& tables) {
  std::vector<NamedCategory> categories;
  tables.records().ofKind(Scope::directory(), kinds::kCategory, [&](const Record& record) {
    if (const auto id = CategoryId::parse(record.id)) categories.emplace_back(*id, readBody<Category>(record));
    return true;
  });
  return categories;
}

void putHouseRules(storage::Storage& storage, HouseRules rules, std::function<void(Result<void>)> done) {
  storage.write(
      [rules = std::move(rules)](storage::Tables& tables) -> Result<void> {
        putHouseRules(tables, rules);
        return {};
      },
      std::move(done));
}

void putHouseRules(storage::Tables& tables, const HouseRules& rules) {
  Changes changes(tables, {}, {});
  putIfOther(changes, Scope::directory(), kinds::kHouseRules, Uuid::named("house_rules").text(), "", toJson(rules));
}

std::optional<Category> findCategory(const storage::Tables& tables, CategoryId id) {
  const auto record = tables.records().find(Scope::directory(), kinds::kCategory, id.text());
  if (!record || record->deleted) return std::nullopt;
  return readBody<Category>(*record);
}

}  // namespace vb::server::services
