#include <map>
#include <utility>

#include "server/app/import.h"
#include "server/app/import_batches.h"
#include "server/app/import_dates.h"

namespace vb::server::app {
namespace {

struct Entry {
  std::string subject;
  std::string question;
  std::string answer;
  long line = 0;
};

// "## Text ##" -> level 2, "Text"; level 0 for anything else.
int headingLevel(std::string_view line, std::string& text) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || (level < line.size() && line[level] != ' ' && line[level] != '\t')) return 0;
  text = trimmed(line.substr(level));
  while (text.ends_with('#')) text.pop_back();
  text = trimmed(text);
  return static_cast<int>(level);
}

// A line break that a table's source wrote as backslash and n: a cell is one line, so a space.
std::string withoutWrittenBreaks(std::string_view line) {
  if (!trimmed(line).starts_with('|')) return std::string(line);
  std::string kept;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool isBreak = line.substr(at, 2) == "\\n";
    kept += isBreak ? ' ' : line[at];
    if (isBreak) ++at;
  }
  return kept;
}

class FaqReader {
 public:
  FaqReader(std::string file, Batches& batches) : file_(std::move(file)), batches_(batches) {}

  std::vector<Entry> read(std::string_view text) {
    long line = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      take(text.substr(at, end - at), ++line);
      at = end + 1;
    }
    close();
    return std::move(entries_);
  }

 private:
  void take(std::string_view line, long number) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("```") || line.starts_with("~~~")) inCode_ = !inCode_;
    std::string heading;
    const int level = inCode_ ? 0 : headingLevel(line, heading);
    if (level == 1) {
      close();
      subject_ = heading;
      // Until a question comes, the subject's own text is one: "Reactietijden", a table.
      entry_ = {"", heading, {}, number};
      open_ = true;
      isSubject_ = true;
    } else if (level == 2) {
      close();
      entry_ = {subject_, heading, {}, number};
      open_ = true;
      isSubject_ = false;
    } else if (open_) {
      entry_.answer.append(inCode_ ? std::string(line) : withoutWrittenBreaks(line)).push_back('\n');
    } else if (!trimmed(line).empty() && !std::exchange(strayTold_, true)) {
      batches_.bad({file_, number}, "text that belongs to no question");
    }
  }
  void close() {
    if (!std::exchange(open_, false)) return;
    entry_.answer = trimmed(entry_.answer);
    if (isSubject_ && entry_.answer.empty()) return;
    if (isSubject_) batches_.note({file_, entry_.line}, "a subject with text of its own; taken as a question");
    if (entry_.question.empty()) return batches_.bad({file_, entry_.line}, "a question without words");
    if (entry_.answer.empty()) return batches_.bad({file_, entry_.line}, "a question without an answer");
    entries_.push_back(std::move(entry_));
  }

  std::string file_;
  Batches& batches_;
  std::string subject_;
  bool inCode_ = false;
  bool open_ = false;
  bool isSubject_ = false;  // entry_ is a subject's own text
  bool strayTold_ = false;  // text before the first heading is told once
  Entry entry_;
  std::vector<Entry> entries_;
};

// An existing category, or a new one of that name behind the others.
Result<CategoryId> categoryFor(const std::string& wanted, const ImportSink& sink, Batches& batches) {
  const auto existing = sink.categories();
  if (!existing) return existing.error();
  if (const auto found = findCategory(*existing, wanted)) return *found;
  int last = 0;
  for (const auto& [id, category] : *existing) last = std::max(last, category.position);
  Category category;
  category.nameNl = wanted;
  category.nameEn = wanted;
  category.descriptionNl = "Veelgestelde vragen en hun antwoorden.";
  category.descriptionEn = "Frequently asked questions with their answers.";
  category.position = last + 1;
  const CategoryId id = CategoryId::named("faq-category:" + wanted);
  batches.add(id, std::move(category));
  return id;
}

}  // namespace

Result<ImportOutcome> importFaq(const FaqOptions& options, const ImportSink& sink, const Clock& clock,
                                std::ostream& messages) {
  const auto now = clock.now();
  if (options.date && *options.date > now) return fail(ErrorCode::badField, "the date is still to come");
  const auto text = readWhole(options.file);
  if (!text) return text.error();
  const std::string file = options.file.filename().string();
  const std::string source = options.source.empty() ? file : options.source;
  Batches batches(sink, messages);
  const auto category = categoryFor(options.category.empty() ? kFaqCategory : options.category, sink, batches);
  if (!category) return category.error();

  Profile author;
  author.name = options.author.empty() ? kFaqAuthor : options.author;
  author.imported = true;
  const UserId authorId = UserId::named("faq-author:" + author.name);
  batches.add(authorId, std::move(author));

  std::map<std::string, int> seen;
  for (const Entry& entry : FaqReader(file, batches).read(*text)) {
    // The same words under two subjects are two questions; twice under one, the second is numbered.
    std::string name = "faq:" + source + ':' + entry.subject + ':' + entry.question;
    if (const int times = ++seen[name]; times > 1) name += '#' + std::to_string(times);
    const QuestionId id = QuestionId::named(name);
    Question question;
    bool wasCut = false;
    question.title = fitTitle(entry.question, wasCut);
    if (wasCut) question.body = entry.question + "\n\n";
    if (!entry.subject.empty()) question.body += "*Onderwerp: " + entry.subject + "*";
    question.body = trimmed(question.body);
    question.authorId = authorId;
    question.categoryIds = {*category};
    question.askedAt = options.date ? *options.date : storedAskedAt(sink, *category, id).value_or(now);
    question.source = source;

    services::ImportedAnswer answer;
    answer.id = AnswerId::named(name);
    answer.home = *category;
    answer.accepted = true;
    answer.answer = {id, entry.answer, authorId, question.askedAt, std::nullopt, {}, source};
    if (!batches.add({file, entry.line}, id, std::move(question), std::move(answer))) continue;
    if (auto flushed = batches.flush(false); !flushed) return flushed.error();
  }
  if (auto flushed = batches.flush(true); !flushed) return flushed.error();
  batches.finish();
  return batches.outcome();
}

}  // namespace vb::server::app
