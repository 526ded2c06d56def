#include "server/app/import_batches.h"

#include <fstream>

#include "server/app/error_words.h"
#include "server/app/import_limits.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"
#include "shared/text/guard.h"
#include "shared/text/words.h"

namespace vb::server::app {

namespace {
bool continuesLetter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
}  // namespace

std::string cutText(std::string_view text, std::size_t bytesMax) {
  if (text.size() <= bytesMax) return std::string(text);
  std::size_t end = bytesMax;
  while (end > 0 && continuesLetter(text[end])) --end;
  const std::size_t blank = text.find_last_of(" \n", end);
  if (blank != std::string_view::npos && blank + 80 > end && blank > 0) end = blank;
  return trimmed(text.substr(0, end));
}

std::string fitTitle(std::string_view title, bool& wasCut) {
  const int length = textLength(title);
  wasCut = length > static_cast<int>(vb::limits::kTitleCharsMax);
  if (!wasCut) return trimmed(title);
  std::size_t bytes = 0;
  for (std::size_t chars = 0; bytes < title.size() && chars + 1 < vb::limits::kTitleCharsMax; ++chars) {
    ++bytes;
    while (bytes < title.size() && continuesLetter(title[bytes])) ++bytes;
  }
  return cutText(title, bytes) + "\u2026";
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

Result<std::string> readWhole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  if (!in || failed) return fail(ErrorCode::ioFailed, file.filename().string());
  if (size > limits::kDocumentBytesMax) return fail(ErrorCode::tooLarge, file.filename().string());
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (in.gcount() != static_cast<std::streamsize>(size)) return fail(ErrorCode::ioFailed, file.filename().string());
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

std::optional<CategoryId> findCategory(const std::vector<services::NamedCategory>& categories,
                                       std::string_view wanted) {
  const std::string folded = text::fold(trimmed(wanted));
  const CategoryId slug = categoryOfSlug(trimmed(wanted));
  for (const auto& [id, category] : categories) {
    if (id.text() == folded || id == slug || text::fold(category.nameNl) == folded) return id;
  }
  return std::nullopt;
}

CategoryId categoryOfSlug(std::string_view slug) { return CategoryId::named("category:" + std::string(slug)); }

std::string describe(const ImportOutcome& outcome) {
  std::string text = std::to_string(outcome.questions) + " questions, " + std::to_string(outcome.answers) +
                     " answers, " + std::to_string(outcome.comments) + " comments: " + std::to_string(outcome.written) +
                     " records written, " + std::to_string(outcome.unchanged) + " unchanged";
  if (outcome.cut > 0) text += ", " + std::to_string(outcome.cut) + " texts shortened";
  if (outcome.skipped > 0) text += ", " + std::to_string(outcome.skipped) + " rows skipped";
  return text;
}

bool Batches::acceptable(const Place& place, std::string_view text) {
  if (!text::containsBsn(text)) return true;
  bad(place, "holds what looks like a citizen service number");
  return false;
}

void Batches::fit(std::string& body, std::size_t bytesMax, const std::string& source) {
  if (body.size() <= bytesMax) return;
  ++outcome_.cut;
  const std::string note = "\n\n*(" +
                           (source.empty() ? std::string("ingekort bij het importeren")
                                           : "ingekort bij het importeren; de hele tekst: <" + source + ">") +
                           ")*";
  std::string kept = cutText(body, bytesMax - note.size() - 8);
  // A cut inside a code block would swallow the note.
  std::size_t fences = 0;
  for (std::size_t at = 0; (at = kept.find("```", at)) != std::string::npos; at += 3) ++fences;
  if (fences % 2 == 1) kept += "\n```";
  body = std::move(kept) + note;
}

bool Batches::check(const Place& place, QuestionId id, Question& question) {
  fit(question.body, vb::limits::kBodyBytesMax, question.source);
  if (const auto valid = validate(AskQuestion{id, question.title, question.body, question.categoryIds, false});
      !valid) {
    bad(place, inWords(valid.error()));
    return false;
  }
  return acceptable(place, question.title + '\n' + question.body);
}

bool Batches::check(const Place& place, services::ImportedAnswer& answer) {
  fit(answer.answer.body, vb::limits::kBodyBytesMax, answer.answer.source);
  const PostAnswer command{answer.id,          answer.answer.questionId, answer.home,
                           answer.answer.body, answer.answer.sources,    false};
  if (const auto valid = validate(command); !valid) {
    bad(place, inWords(valid.error()));
    return false;
  }
  return acceptable(place, answer.answer.body);
}

void Batches::keep(QuestionId id, Question question) {
  ++posts_;
  bytes_ += question.body.size() + question.title.size();
  ++outcome_.questions;
  batch_.questions.emplace_back(id, std::move(question));
}

void Batches::keep(services::ImportedAnswer answer) {
  ++posts_;
  bytes_ += answer.answer.body.size();
  ++outcome_.answers;
  batch_.answers.push_back(std::move(answer));
}

bool Batches::add(const Place& place, QuestionId id, Question question) {
  if (!check(place, id, question)) return false;
  keep(id, std::move(question));
  return true;
}

bool Batches::add(const Place& place, services::ImportedAnswer answer) {
  if (!check(place, answer)) return false;
  keep(std::move(answer));
  return true;
}

bool Batches::add(const Place& place, QuestionId id, Question question, services::ImportedAnswer answer) {
  if (!check(place, id, question) || !check(place, answer)) return false;
  keep(id, std::move(question));
  keep(std::move(answer));
  return true;
}

bool Batches::add(const Place& place, services::ImportedComment comment) {
  fit(comment.comment.body, vb::limits::kCommentBytesMax, {});
  const PostComment command{
      comment.id, comment.comment.questionId, comment.home, comment.comment.parentId, comment.comment.body, false};
  if (const auto valid = validate(command); !valid) {
    bad(place, inWords(valid.error()));
    return false;
  }
  if (!acceptable(place, comment.comment.body)) return false;
  ++posts_;
  bytes_ += comment.comment.body.size();
  ++outcome_.comments;
  batch_.comments.push_back(std::move(comment));
  return true;
}

void Batches::add(services::ImportedThanks thanks) { batch_.thanks.push_back(std::move(thanks)); }
void Batches::add(UserId id, Profile profile) { batch_.people.emplace_back(id, std::move(profile)); }
void Batches::add(CategoryId id, Category category) { batch_.categories.emplace_back(id, std::move(category)); }
void Batches::addExpertise(UserId user, CategoryId category) { batch_.expertise.emplace_back(user, category); }

void Batches::bad(const Place& place, std::string_view why) {
  if (++outcome_.skipped > limits::kReportsMax) return;
  messages_ << place.file << ':' << place.line << ": skipped, " << why << '\n';
}

void Batches::note(const Place& place, std::string_view what) {
  messages_ << place.file << ':' << place.line << ": " << what << '\n';
}

Result<void> Batches::flush(bool force) {
  if (!force && posts_ < limits::kBatchPosts && bytes_ < limits::kBatchBytes) return {};
  posts_ = 0;
  bytes_ = 0;
  const auto counts = sink_.write(std::exchange(batch_, {}));
  if (!counts) return counts.error();
  outcome_.written += counts->written;
  outcome_.unchanged += counts->unchanged;
  return {};
}

void Batches::finish() {
  if (outcome_.skipped > limits::kReportsMax) {
    messages_ << "and " << outcome_.skipped - limits::kReportsMax << " more rows skipped\n";
  }
}

}  // namespace vb::server::app
