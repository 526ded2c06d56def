// Importing: posts from elsewhere, with their authors and dates. A batch is one transaction, whole or not at all; the
// same batch again writes nothing. A question stays where it is stored, also when a newer dump would put it elsewhere.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "server/storage/storage.h"
#include "shared/domain/records.h"

namespace vb::server::services {

struct ImportedAnswer {
  AnswerId id;
  CategoryId home;  // of the question, as far as the import knows; where it is stored wins
  Answer answer;
  bool accepted = false;  // the asker marked it as helpful, at answer.postedAt
};
struct ImportedComment {
  CommentId id;
  CategoryId home;
  Comment comment;
};
struct ImportedThanks {
  CategoryId home;
  Thanks thanks;
};

// Ids are stable (Id::named of where it came from), so that importing again finds the same records.
struct ImportBatch {
  std::vector<std::pair<UserId, Profile>> people;  // authors who cannot sign in; users with an account keep theirs
  std::vector<std::pair<CategoryId, Category>> categories;
  std::vector<std::pair<QuestionId, Question>> questions;  // categoryIds[0] is home; askedSeq and routedTo are set here
  std::vector<ImportedAnswer> answers;
  std::vector<ImportedComment> comments;
  std::vector<ImportedThanks> thanks;
  // Expertise of users with an account (sample content).
  std::vector<std::pair<UserId, CategoryId>> expertise;
  Timestamp at{};  // moment of the import, for ticked expertise
};

struct ImportedCounts {
  int written = 0;
  int unchanged = 0;
};

// badField, with the id as detail, when a row refers to a category or question that is neither here nor in the batch.
void importBatch(storage::Storage& storage, ImportBatch batch, std::function<void(Result<ImportedCounts>)> done);

// The same within a job: several batches become one transaction.
Result<ImportedCounts> importBatch(storage::Tables& tables, const ImportBatch& batch);

// All tombstones from before a moment go, a bounded number in a transaction; how many went. For the server's daily
// round.
void pruneTombstones(storage::Storage& storage, Timestamp before, std::function<void(Result<int>)> done);

}  // namespace vb::server::services
