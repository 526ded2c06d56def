#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>

#include "server/app/import.h"
#include "server/app/import_batches.h"
#include "server/app/import_dates.h"
#include "server/app/import_html.h"
#include "server/app/import_limits.h"
#include "server/app/import_posts.h"
#include "shared/base/limits.h"

namespace vb::server::app {
namespace {

// What must be known about every question while its answers come by: one byte per post number, in pieces as they are
// met.
class PostFacts {
 public:
  void setHome(std::uint32_t post, std::uint8_t category) {
    slot(post) = static_cast<std::uint8_t>((slot(post) & 0x80) | (category + 1));
  }
  void setAccepted(std::uint32_t post) { slot(post) |= 0x80; }
  bool isAccepted(std::uint32_t post) const { return (at(post) & 0x80) != 0; }
  std::optional<std::uint8_t> home(std::uint32_t post) const {
    const auto category = static_cast<std::uint8_t>(at(post) & 0x7F);
    return category == 0 ? std::nullopt : std::optional<std::uint8_t>(static_cast<std::uint8_t>(category - 1));
  }

 private:
  static constexpr std::uint32_t kPiece = 1U << 16;
  std::uint8_t& slot(std::uint32_t post) {
    auto& piece = pieces_[post / kPiece];
    if (!piece) piece = std::make_unique<std::array<std::uint8_t, kPiece>>();
    return (*piece)[post % kPiece];
  }
  std::uint8_t at(std::uint32_t post) const {
    const auto piece = pieces_.find(post / kPiece);
    return piece == pieces_.end() ? std::uint8_t{0} : (*piece->second)[post % kPiece];
  }
  std::unordered_map<std::uint32_t, std::unique_ptr<std::array<std::uint8_t, kPiece>>> pieces_;
};

// "brewing-process" -> "Brewing process"
std::string nameOfTag(std::string_view tag) {
  std::string name(tag);
  std::replace(name.begin(), name.end(), '-', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
  return name;
}

class StackExchangeImport {
 public:
  StackExchangeImport(const StackExchangeOptions& options, const ImportSink& sink, std::ostream& messages)
      : options_(options),
        sink_(sink),
        messages_(messages),
        batches_(sink, messages),
        reader_(options.file),
        file_(options.file.filename().string()),
        site_(options.site.empty() ? siteOf(options.file) : options.site),
        base_("https://" + site_) {}

  Result<ImportOutcome> run() {
    if (!reader_.isOpen()) return fail(ErrorCode::ioFailed, file_);
    if (auto read = readCategoryMap(); !read) return read.error();
    // The first pass alone tells of rows that cannot be read: the others pass over the same ones.
    auto pass = reader_.read(
        "", [this](const PostRow& row) { return countTags(row); },
        [this](long line, std::string_view why) {
          batches_.bad({file_, line}, why);
        });
    if (!pass) return pass.error();
    if (rows_ % limits::kProgressRows != 0) messages_ << rows_ << " rows read\n";
    if (auto made = makeCategories(); !made) return made.error();
    for (const auto& [type, take] :
         {std::pair{"1", &StackExchangeImport::takeQuestion}, std::pair{"2", &StackExchangeImport::takeAnswer}}) {
      pass = reader_.read(
          type, [this, take = take](const PostRow& row) { return (this->*take)(row); }, [](long, std::string_view) {});
      if (!pass) return pass.error();
      // Questions before answers: an answer's batch finds its question stored.
      if (auto flushed = batches_.flush(true); !flushed) return flushed.error();
    }
    batches_.finish();
    return batches_.outcome();
  }

 private:
  static std::string siteOf(const std::filesystem::path& file) {
    std::string name = file.stem().string();
    if (const auto posts = name.find("-Posts"); posts != std::string::npos)
      return name.substr(0, posts) + ".stackexchange.com";
    const std::string folder = std::filesystem::absolute(file).parent_path().filename().string();
    return folder.find('.') != std::string::npos ? folder : "stackexchange.com";
  }

  Result<void> readCategoryMap() {
    const auto existing = sink_.categories();
    if (!existing) return existing.error();
    existing_ = *existing;
    if (!options_.categoryMap) return {};
    const auto text = readWhole(*options_.categoryMap);
    if (!text) return text.error();
    for (std::size_t at = 0; at < text->size();) {
      const std::size_t end = std::min(text->find('\n', at), text->size());
      const std::string line = trimmed(std::string_view(*text).substr(at, end - at));
      at = end + 1;
      if (line.empty() || line.starts_with('#')) continue;
      const std::size_t sign = line.find('=');
      if (sign == std::string::npos) return fail(ErrorCode::badField, "no tag = category: " + line);
      const auto category = findCategory(existing_, line.substr(sign + 1));
      if (!category) return fail(ErrorCode::badField, "no such category: " + trimmed(line.substr(sign + 1)));
      mapped_[trimmed(line.substr(0, sign))] = addCategory(*category);
      if (categories_.size() > limits::kMappedCategoriesMax) return fail(ErrorCode::tooLarge, "categories in the map");
    }
    return {};
  }

  std::uint8_t addCategory(CategoryId id) {
    const auto known = std::find(categories_.begin(), categories_.end(), id);
    if (known != categories_.end()) return static_cast<std::uint8_t>(known - categories_.begin());
    categories_.push_back(id);
    return static_cast<std::uint8_t>(categories_.size() - 1);
  }

  Result<void> countTags(const PostRow& row) {
    if (++rows_ % limits::kProgressRows == 0) messages_ << rows_ << " rows read\n";
    if (row.field("PostTypeId").empty()) return bad({file_, row.line}, "no PostTypeId");
    if (row.field("PostTypeId") != "1") return {};
    for (const std::string& tag : tagsOf(row.field("Tags"))) {
      if (tags_.size() < limits::kTagsPerSiteMax || tags_.contains(tag)) ++tags_[tag];
    }
    return {};
  }

  // A category for each of the most used tags; what has none of them goes to the rest.
  Result<void> makeCategories() {
    std::vector<std::pair<std::string, int>> ranked(tags_.begin(), tags_.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    int position = 0;
    for (const auto& [id, category] : existing_) position = std::max(position, category.position);
    const auto make = [this, &position](const std::string& tag, const std::string& name) {
      const CategoryId id = CategoryId::named("stackexchange:" + site_ + ":tag:" + tag);
      const std::uint8_t index = addCategory(id);
      if (const auto stored =
              std::find_if(existing_.begin(), existing_.end(), [id](const auto& one) { return one.first == id; });
          stored != existing_.end()) {
        return index;  // the operator may have renamed or moved it
      }
      Category category;
      category.nameNl = name;
      category.nameEn = name;
      category.descriptionNl = "Ge\u00EFmporteerd van " + site_ + '.';
      category.descriptionEn = "Imported from " + site_ + '.';
      if (!tag.empty()) category.words = {nameOfTag(tag), tag};
      category.position = ++position;
      batches_.add(id, std::move(category));
      return index;
    };
    int made = 0;
    for (const auto& [tag, count] : ranked) {
      if (made >= std::min(options_.categoriesMax, limits::kTagCategoriesMax) ||
          count < options_.questionsPerCategoryMin)
        break;
      if (mapped_.contains(tag)) continue;
      mapped_[tag] = make(tag, nameOfTag(tag));
      ++made;
    }
    rest_ = make("", "Overig (" + site_ + ')');
    Profile author;
    author.name = site_;
    author.imported = true;
    author_ = UserId::named("stackexchange:" + site_);
    batches_.add(author_, std::move(author));
    return batches_.flush(true);
  }

  Result<void> takeQuestion(const PostRow& row) {
    const Place place{file_, row.line};
    const std::uint32_t post = row.number("Id");
    const auto asked = parseDate(row.field("CreationDate"));
    if (post == 0) return bad(place, "no usable Id");
    if (!asked) return bad(place, "no usable CreationDate");
    if (trimmed(row.field("Title")).empty()) return bad(place, "no Title");
    if (facts_.home(post)) return bad(place, "a second question with this Id");
    Question question;
    bool wasCut = false;
    question.title = fitTitle(row.field("Title"), wasCut);
    question.body = markdownOfHtml(row.field("Body"), base_);
    if (wasCut) question.body = std::string(row.field("Title")) + "\n\n" + question.body;
    question.authorId = author_;
    std::vector<std::uint8_t> categories;
    for (const std::string& tag : tagsOf(row.field("Tags"))) {
      const auto found = mapped_.find(tag);
      if (found == mapped_.end() || std::find(categories.begin(), categories.end(), found->second) != categories.end())
        continue;
      if (categories.size() < vb::limits::kCategoriesPerQuestionMax) categories.push_back(found->second);
    }
    if (categories.empty()) categories.push_back(rest_);
    for (const std::uint8_t category : categories) question.categoryIds.push_back(categories_[category]);
    question.askedAt = *asked;
    question.editedAt = parseDate(row.field("LastEditDate"));
    question.state = row.field("ClosedDate").empty() ? QuestionState::open : QuestionState::closed;
    question.source = base_ + "/questions/" + std::to_string(post);
    if (!batches_.add(place, questionId(post), std::move(question))) return {};
    facts_.setHome(post, categories.front());
    if (const std::uint32_t accepted = row.number("AcceptedAnswerId"); accepted != 0) facts_.setAccepted(accepted);
    return progress();
  }

  Result<void> takeAnswer(const PostRow& row) {
    const Place place{file_, row.line};
    const std::uint32_t post = row.number("Id");
    const std::uint32_t parent = row.number("ParentId");
    const auto posted = parseDate(row.field("CreationDate"));
    if (post == 0) return bad(place, "no usable Id");
    if (!posted) return bad(place, "no usable CreationDate");
    const auto home = parent == 0 ? std::nullopt : facts_.home(parent);
    if (!home) return bad(place, "an answer to a question that is not there");
    services::ImportedAnswer answer;
    answer.id = AnswerId::named("stackexchange:" + site_ + ":answer:" + std::to_string(post));
    answer.home = categories_[*home];
    answer.accepted = facts_.isAccepted(post);
    answer.answer = {questionId(parent),
                     markdownOfHtml(row.field("Body"), base_),
                     author_,
                     *posted,
                     parseDate(row.field("LastEditDate")),
                     {},
                     base_ + "/a/" + std::to_string(post)};
    batches_.add(place, std::move(answer));
    return progress();
  }

  QuestionId questionId(std::uint32_t post) const {
    return QuestionId::named("stackexchange:" + site_ + ":question:" + std::to_string(post));
  }
  Result<void> bad(const Place& place, std::string_view why) {
    batches_.bad(place, why);
    return {};
  }
  Result<void> progress() {
    const auto& outcome = batches_.outcome();
    if ((outcome.questions + outcome.answers) % limits::kProgressRows == 0) messages_ << describe(outcome) << '\n';
    return batches_.flush(false);
  }

  const StackExchangeOptions& options_;
  const ImportSink& sink_;
  std::ostream& messages_;
  Batches batches_;
  PostsReader reader_;
  std::string file_;
  std::string site_;
  std::string base_;
  std::vector<services::NamedCategory> existing_;
  std::vector<CategoryId> categories_;          // by the number in facts_
  std::map<std::string, std::uint8_t> mapped_;  // tag -> number
  std::map<std::string, int> tags_;
  std::uint8_t rest_ = 0;
  UserId author_;
  PostFacts facts_;
  long rows_ = 0;
};

}  // namespace

Result<ImportOutcome> importStackExchange(const StackExchangeOptions& options, const ImportSink& sink,
                                          std::ostream& messages) {
  return StackExchangeImport(options, sink, messages).run();
}

}  // namespace vb::server::app
