#include "server/services/catalogue.h"

#include "server/services/changes.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

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
