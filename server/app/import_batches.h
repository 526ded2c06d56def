// Batches: gathers what an import read and hands it to the sink, one transaction at a time. Owned by one import.
// Texts that break the product's rules are refused or cut here, so that all imports treat them alike.
#pragma once

#include <ostream>
#include <string>

#include "server/app/import.h"

namespace vb::server::app {

// Where in the input a row stands, for people: "Posts.xml:17".
struct Place {
  std::string file;
  long line = 0;
};

class Batches {
 public:
  Batches(const ImportSink& sink, std::ostream& messages) : sink_(sink), messages_(messages) {}

  // False when the row was bad; told with its place.
  bool add(const Place& place, QuestionId id, Question question);
  bool add(const Place& place, services::ImportedAnswer answer);
  // Both or neither.
  bool add(const Place& place, QuestionId id, Question question, services::ImportedAnswer answer);
  bool add(const Place& place, services::ImportedComment comment);
  void add(services::ImportedThanks thanks);
  void add(UserId id, Profile profile);
  void add(CategoryId id, Category category);
  void addExpertise(UserId user, CategoryId category);

  void bad(const Place& place, std::string_view why);
  void note(const Place& place, std::string_view what);
  // Hands on what is left when `force`, or when the batch is full.
  Result<void> flush(bool force);
  // Tells what went wrong beyond the rows told one by one.
  void finish();
  ImportOutcome& outcome() { return outcome_; }

 private:
  bool acceptable(const Place& place, std::string_view text);
  bool check(const Place& place, QuestionId id, Question& question);
  bool check(const Place& place, services::ImportedAnswer& answer);
  void keep(QuestionId id, Question question);
  void keep(services::ImportedAnswer answer);
  void fit(std::string& body, std::size_t bytesMax, const std::string& source);

  const ImportSink& sink_;
  std::ostream& messages_;
  services::ImportBatch batch_;
  std::size_t posts_ = 0;
  std::size_t bytes_ = 0;
  ImportOutcome outcome_;
};

// At most `bytesMax` bytes, at a letter's border, at a word's border when one is near.
std::string cutText(std::string_view text, std::size_t bytesMax);
// A title of at most the product's length: the whole when it fits, else its beginning with an ellipsis; `wasCut` tells.
std::string fitTitle(std::string_view title, bool& wasCut);
std::string trimmed(std::string_view text);
Result<std::string> readWhole(const std::filesystem::path& file);
// By id, slug or Dutch name (any case).
std::optional<CategoryId> findCategory(const std::vector<services::NamedCategory>& categories, std::string_view wanted);

}  // namespace vb::server::app
