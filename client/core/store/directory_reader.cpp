#include "client/core/store/directory_reader.h"

#include <algorithm>

#include "shared/domain/fields.h"

namespace vb::client::store {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QStringList texts(const std::vector<std::string>& list) {
  QStringList out;
  for (const auto& item : list) out.append(text(item));
  return out;
}

bool hides(const std::vector<std::string>& hidden, const char* item) {
  return std::find(hidden.begin(), hidden.end(), item) != hidden.end();
}

}  // namespace

DirectoryReader::DirectoryReader(Connection& c)
    : one_(c,
           "SELECT body FROM record WHERE scope = (SELECT ordinal FROM scope WHERE name = ?1)"
           " AND kind = (SELECT ordinal FROM kind WHERE name = ?2) AND id = ?3 AND deleted = 0"),
      all_(c,
           "SELECT id, body FROM record WHERE scope = (SELECT ordinal FROM scope WHERE name = ?1)"
           " AND kind = (SELECT ordinal FROM kind WHERE name = ?2) AND deleted = 0"),
      totals_(c, "SELECT category, questions, unanswered FROM category_total") {}

void DirectoryReader::lookAgain(UserId me) {
  me_ = me;
  people_.clear();
  expertise_.reset();
}

template <class Body>
std::optional<Body> DirectoryReader::one(const std::string& scope, const char* kind, const PackedId& id) {
  auto rows = one_.query(scope, kind, id);
  if (!rows.next()) return std::nullopt;
  auto body = fromJsonText<Body>(rows.bytes(0));
  if (!body) return std::nullopt;
  return std::move(*body);
}

std::optional<Person> DirectoryReader::person(UserId id, const Overlay& overlay) {
  if (const auto found = people_.find(id); found != people_.end()) return found->second;
  std::optional<Person> person;
  if (const auto profile = one<Profile>("directory", kinds::kProfile, PackedId(id.uuid))) {
    person = Person{id,
                    text(profile->name),
                    profile->role,
                    text(profile->jobTitle),
                    text(profile->organisation),
                    text(profile->municipality),
                    QVector<CategoryId>(profile->expertise.begin(), profile->expertise.end())};
  }
  if (id == me_ && overlay.profile) {
    const auto& mine = *overlay.profile;
    if (!person) person.emplace();
    person->id = id;
    person->name = text(mine.name);
    person->role = mine.role;
    // As others will see it.
    person->jobTitle = hides(mine.hidden, "job_title") ? QString() : text(mine.jobTitle);
    person->organisation = hides(mine.hidden, "organisation") ? QString() : text(mine.organisation);
    person->municipality = hides(mine.hidden, "municipality") ? QString() : text(mine.municipality);
  }
  people_.emplace(id, person);
  return person;
}

Person DirectoryReader::author(UserId id, const Overlay& overlay) {
  auto found = person(id, overlay);
  if (found) return std::move(*found);
  Person unknown;
  unknown.id = id;
  return unknown;
}

QVector<CategoryRow> DirectoryReader::categories(const Overlay& overlay) {
  std::map<CategoryId, std::pair<int, int>> totals;
  {
    auto rows = totals_.query();
    while (rows.next())
      totals[CategoryId{rows.uuid(0)}] = {static_cast<int>(rows.number(1)), static_cast<int>(rows.number(2))};
  }
  const auto& ticked = expertise(overlay);
  std::vector<std::pair<bool, CategoryRow>> found;
  auto rows = all_.query("directory", kinds::kCategory);
  while (rows.next()) {
    const auto category = fromJsonText<Category>(rows.bytes(1));
    if (!category) continue;
    CategoryRow row;
    row.id = CategoryId{rows.uuid(0)};
    row.nameNl = text(category->nameNl);
    row.nameEn = text(category->nameEn);
    row.descriptionNl = text(category->descriptionNl);
    row.descriptionEn = text(category->descriptionEn);
    row.neighbours = QVector<CategoryId>(category->neighbours.begin(), category->neighbours.end());
    row.words = texts(category->words);
    row.position = category->position;
    row.mine = ticked.contains(row.id);
    row.questions = totals[row.id].first;
    row.openQuestions = totals[row.id].second;
    found.emplace_back(category->archived, std::move(row));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first, a.second.position) < std::tuple(b.first, b.second.position);
  });
  QVector<CategoryRow> list;
  for (auto& [archived, row] : found) list.append(std::move(row));
  return list;
}

const std::map<CategoryId, Seq>& DirectoryReader::expertise(const Overlay& overlay) {
  if (expertise_) return *expertise_;
  expertise_.emplace();
  auto rows = all_.query(me_.isNil() ? std::string() : Scope::user(me_).text(), kinds::kExpertise);
  while (rows.next())
    if (const auto ticked = fromJsonText<Expertise>(rows.bytes(1)))
      expertise_->emplace(CategoryId{rows.uuid(0)}, ticked->sinceSeq);
  for (const auto& [category, on] : overlay.expertise) {
    if (on)
      expertise_->emplace(category, -1);
    else
      expertise_->erase(category);
  }
  return *expertise_;
}

std::optional<OwnProfile> DirectoryReader::ownProfile(const Overlay& overlay) {
  if (me_.isNil()) return std::nullopt;
  auto profile = one<OwnProfile>(Scope::user(me_).text(), kinds::kOwnProfile, PackedId(me_.uuid));
  if (!overlay.profile) return profile;
  if (!profile) profile.emplace();
  profile->name = overlay.profile->name;
  profile->role = overlay.profile->role;
  profile->jobTitle = overlay.profile->jobTitle;
  profile->organisation = overlay.profile->organisation;
  profile->municipality = overlay.profile->municipality;
  profile->hidden = overlay.profile->hidden;
  return profile;
}

Settings DirectoryReader::settings(const Overlay& overlay) {
  if (me_.isNil()) return {};
  auto settings = one<Settings>(Scope::user(me_).text(), kinds::kSettings, PackedId(me_.uuid)).value_or(Settings{});
  if (const auto& pending = overlay.settings) {
    settings.language = pending->language;
    settings.notify = pending->notify;
    settings.workFromMinutes = pending->workFromMinutes;
    settings.workUntilMinutes = pending->workUntilMinutes;
  }
  return settings;
}

QString DirectoryReader::houseRules(const QString& language) {
  auto rows = all_.query("directory", kinds::kHouseRules);
  if (!rows.next()) return {};
  const auto rules = fromJsonText<HouseRules>(rows.bytes(1));
  if (!rules) return {};
  return text(language == QLatin1String("en") && !rules->textEn.empty() ? rules->textEn : rules->textNl);
}

}  // namespace vb::client::store
