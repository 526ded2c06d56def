#include <algorithm>
#include <map>

#include <boost/json.hpp>

#include "server/app/import.h"
#include "server/app/import_batches.h"
#include "server/app/import_dates.h"
#include "server/app/import_json.h"

namespace vb::server::app {
namespace {

Result<std::vector<services::NamedCategory>> readCategories(const std::filesystem::path& file) {
  const auto value = readJson(file);
  if (!value) return value.error();
  std::vector<services::NamedCategory> categories;
  eachObject(&*value, [&categories](const json::object& object, long place) {
    Category category;
    category.nameNl = textOf(object, "name_nl");
    category.nameEn = textOf(object, "name_en");
    category.descriptionNl = textOf(object, "description_nl");
    category.descriptionEn = textOf(object, "description_en");
    for (const auto& slug : textsOf(object, "neighbours")) category.neighbours.push_back(categoryOfSlug(slug));
    category.words = textsOf(object, "words");
    category.position = static_cast<int>(place);
    categories.emplace_back(categoryOfSlug(textOf(object, "slug")), std::move(category));
  });
  const auto incomplete = [](const auto& one) { return one.second.nameNl.empty() || one.first == categoryOfSlug(""); };
  if (categories.empty() || std::any_of(categories.begin(), categories.end(), incomplete)) {
    return fail(ErrorCode::badField, file.filename().string() + ": every category needs a slug and name_nl");
  }
  return categories;
}

Role roleOf(std::string_view name) {
  for (const Role role : {Role::practitioner, Role::policy, Role::coordinator, Role::researcher}) {
    const char* text = boost::describe::enum_to_string(role, "");
    if (name == text) return role;
  }
  return Role::unknown;
}

class SampleImport {
 public:
  SampleImport(const SampleOptions& options, const ImportSink& sink, const Clock& clock, std::ostream& messages)
      : options_(options), sink_(sink), now_(clock.now()), batches_(sink, messages), messages_(messages) {}

  Result<ImportOutcome> run() {
    const auto categories = readCategories(options_.folder / "categories.json");
    if (!categories) return categories.error();
    for (const auto& [id, category] : *categories) batches_.add(id, category);
    if (auto flushed = batches_.flush(true); !flushed) return flushed.error();
    if (const auto rules = readJson(options_.folder / "house_rules.json"); rules && rules->is_object()) {
      if (auto put = sink_.houseRules({textOf(rules->as_object(), "text_nl"), textOf(rules->as_object(), "text_en")});
          !put) {
        return put.error();
      }
    }
    if (auto people = readPeople(); !people) return people.error();
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(options_.folder / "questions", failed)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    if (failed) return fail(ErrorCode::ioFailed, "questions");
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      if (auto read = readQuestions(file); !read) return read.error();
    }
    if (auto written = writeQuestions(); !written) return written.error();
    batches_.finish();
    ImportOutcome outcome = batches_.outcome();
    if (options_.accounts) {
      const auto channels = importSampleChannels(options_.folder / "channels", people_, sink_, now_, messages_);
      if (!channels) return channels.error();
      outcome.written += channels->written;
      outcome.unchanged += channels->unchanged;
    }
    return outcome;
  }

 private:
  Result<void> readPeople() {
    const std::string file = "people.json";
    const auto value = readJson(options_.folder / file);
    if (!value) return value.error();
    Result<void> result;
    int made = 0;
    eachObject(&*value, [&](const json::object& object, long place) {
      if (!result) return;
      Profile profile;
      profile.name = textOf(object, "name");
      profile.role = roleOf(textOf(object, "role"));
      profile.jobTitle = textOf(object, "job_title");
      profile.organisation = textOf(object, "organisation");
      profile.municipality = textOf(object, "municipality");
      const std::string id = textOf(object, "id");
      if (id.empty() || profile.name.empty()) return batches_.bad({file, place}, "a person without id or name");
      std::vector<CategoryId> expertise;
      for (const auto& slug : textsOf(object, "expertise")) expertise.push_back(categoryOfSlug(slug));
      if (!options_.accounts) {
        profile.expertise = expertise;
        profile.imported = true;
        people_[id] = UserId::named("sample-person:" + id);
        return batches_.add(people_[id], std::move(profile));
      }
      const auto user = sink_.account({textOf(object, "email"), kSamplePassword, std::move(profile)});
      if (!user) {
        result = user.error();
        return;
      }
      people_[id] = *user;
      for (const CategoryId category : expertise) batches_.addExpertise(*user, category);
      if (++made % 20 == 0) messages_ << made << " accounts\n";
    });
    if (!result) return result;
    return batches_.flush(true);
  }

  std::optional<UserId> person(const Place& place, const std::string& id) {
    const auto found = people_.find(id);
    if (found != people_.end()) return found->second;
    batches_.bad(place, "nobody has the id " + (id.empty() ? std::string("\"\"") : id));
    return std::nullopt;
  }

  Result<void> readQuestions(const std::filesystem::path& file) {
    const auto value = readJson(file);
    if (!value) return value.error();
    eachObject(&*value, [&](const json::object& object, long place) {
      pending_.push_back({{file.filename().string(), place}, object});
    });
    return {};
  }

  // Oldest first, so that the order of writing is the order of asking.
  Result<void> writeQuestions() {
    std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
      return numberOf(a.object, "minutes_ago") > numberOf(b.object, "minutes_ago");
    });
    for (const Pending& one : pending_) {
      addQuestion(one.place, one.object);
      if (auto flushed = batches_.flush(false); !flushed) return flushed.error();
    }
    return batches_.flush(true);
  }

  void addQuestion(const Place& place, const json::object& object) {
    const std::string name = textOf(object, "id");
    if (name.empty()) return batches_.bad(place, "a question without id");
    const QuestionId id = QuestionId::named("sample-question:" + name);
    const auto author = person(place, textOf(object, "author"));
    if (!author) return;
    Question question;
    question.title = textOf(object, "title");
    question.body = textOf(object, "body");
    question.authorId = *author;
    for (const auto& slug : textsOf(object, "categories")) question.categoryIds.push_back(categoryOfSlug(slug));
    if (question.categoryIds.empty()) return batches_.bad(place, "a question without category");
    const CategoryId home = question.categoryIds.front();
    question.askedAt =
        storedAskedAt(sink_, home, id).value_or(now_ - std::chrono::minutes(numberOf(object, "minutes_ago")));
    const Timestamp askedAt = question.askedAt;
    const Timestamp latest = askedAt + std::chrono::minutes(numberOf(object, "minutes_ago"));
    if (!batches_.add(place, id, std::move(question))) return;
    addComments(place, object, name, id, home, id.text(), askedAt, latest);
    eachObject(object.if_contains("answers"), [&](const json::object& answer, long number) {
      addAnswer(place, answer, name + ':' + std::to_string(number), id, home, askedAt, latest);
    });
  }

  void addAnswer(const Place& place, const json::object& object, const std::string& name, QuestionId question,
                 CategoryId home, Timestamp askedAt, Timestamp latest) {
    const auto author = person(place, textOf(object, "author"));
    if (!author) return;
    services::ImportedAnswer answer;
    answer.id = AnswerId::named("sample-answer:" + name);
    answer.home = home;
    answer.accepted = flagOf(object, "helpful");
    const Timestamp postedAt = after(askedAt, object, latest);
    answer.answer = {question, textOf(object, "body"), *author, postedAt, std::nullopt, textsOf(object, "sources"), {}};
    const AnswerId id = answer.id;
    if (!batches_.add(place, std::move(answer))) return;
    for (const auto& thanker : textsOf(object, "thanks")) {
      if (const auto user = person(place, thanker))
        batches_.add({home, Thanks{question, id, *user, std::min(postedAt + std::chrono::minutes(30), latest)}});
    }
    addComments(place, object, name, question, home, id.text(), postedAt, latest);
  }

  void addComments(const Place& place, const json::object& object, const std::string& name, QuestionId question,
                   CategoryId home, const std::string& parent, Timestamp since, Timestamp latest) {
    eachObject(object.if_contains("comments"), [&](const json::object& comment, long number) {
      const auto author = person(place, textOf(comment, "author"));
      if (!author) return;
      services::ImportedComment row;
      row.id = CommentId::named("sample-comment:" + name + ':' + std::to_string(number));
      row.home = home;
      row.comment = {question, parent, textOf(comment, "body"), *author, after(since, comment, latest), std::nullopt};
      batches_.add(place, std::move(row));
    });
  }

  // Nothing of the sample lies in the future of the moment it was imported first.
  static Timestamp after(Timestamp moment, const json::object& object, Timestamp latest) {
    return std::min(moment + std::chrono::minutes(numberOf(object, "minutes_after")), std::max(latest, moment));
  }

  struct Pending {
    Place place;
    json::object object;
  };
  const SampleOptions& options_;
  const ImportSink& sink_;
  Timestamp now_;
  Batches batches_;
  std::ostream& messages_;
  std::map<std::string, UserId> people_;
  std::vector<Pending> pending_;
};

}  // namespace

Result<ImportOutcome> importSample(const SampleOptions& options, const ImportSink& sink, const Clock& clock,
                                   std::ostream& messages) {
  return SampleImport(options, sink, clock, messages).run();
}

Result<ImportOutcome> seedCategories(const std::filesystem::path& file, const ImportSink& sink) {
  const auto categories = readCategories(file);
  if (!categories) return categories.error();
  services::ImportBatch batch;
  batch.categories = *categories;
  const auto counts = sink.write(std::move(batch));
  if (!counts) return counts.error();
  ImportOutcome outcome;
  outcome.written = counts->written;
  outcome.unchanged = counts->unchanged;
  return outcome;
}

}  // namespace vb::server::app
