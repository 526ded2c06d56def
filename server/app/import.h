// Importing real input into a server's storage: a FAQ in Markdown, a Stack Exchange dump, the sample content. Runs in
// the admin process, on its one thread. Over transactionSink() a run is whole or not at all; over storageSink() each
// batch is. Stable ids make a second run of the same input write nothing. Bad rows are told with their line and
// skipped.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "server/app/import_documents.h"
#include "server/services/accounts.h"
#include "server/services/catalogue.h"
#include "server/services/importing.h"
#include "server/services/past_actions.h"
#include "shared/base/clock.h"

namespace vb::server::app {

// What an import needs of the server; each call returns when it is done.
struct ImportSink {
  std::function<Result<services::ImportedCounts>(services::ImportBatch)> write;
  std::function<Result<std::vector<services::NamedCategory>>()> categories;
  // The body of a living record, nothing when there is none.
  std::function<std::optional<std::string>(const Scope&, std::string_view kind, std::string_view id)> find;
  // Makes the account, or answers the one that has this e-mail address.
  std::function<Result<UserId>(services::Registration)> account;
  std::function<Result<void>(HouseRules)> houseRules;
  // With what its people did in it; left as it is when it is there.
  std::function<Result<services::ImportedCounts>(services::PastChannel)> channel;
  DocumentSink documents;  // empty where none can be stored
};
// Everything in the transaction of one write job, and valid only within it; no accounts can be made.
ImportSink transactionSink(storage::Tables& tables);
// Every batch a transaction of its own, since making an account is one. Both must outlive the sink; `accounts` may be
// null when no accounts are made.
ImportSink storageSink(storage::Storage& storage, services::Accounts* accounts);

struct ImportOutcome {
  int questions = 0;  // read and accepted; answers and comments likewise
  int answers = 0;
  int comments = 0;
  int written = 0;  // records, of all kinds
  int unchanged = 0;
  int skipped = 0;  // bad rows
  int cut = 0;      // texts that were over their limit and shortened
};
std::string describe(const ImportOutcome& outcome);

// Markdown: "# subject", "## question", text = answer; a subject's own text is a question too. Returns ioFailed when
// the file cannot be read, badField for a category that does not exist or a date to come.
struct FaqOptions {
  std::filesystem::path file;
  std::string source;    // names the stable ids; empty: the file's name
  std::string category;  // id, slug or Dutch name of an existing one, or the name of a new one; empty: kFaqCategory
  std::string author;    // shown as who asks and answers; empty: kFaqAuthor
  std::optional<Timestamp> date = {};  // of its questions; without, the moment of their first import
};
inline constexpr char kFaqCategory[] = "iWmo en iJw";
inline constexpr char kFaqAuthor[] = "Veelgestelde vragen";
Result<ImportOutcome> importFaq(const FaqOptions& options, const ImportSink& sink, const Clock& clock,
                                std::ostream& messages);

// Posts.xml of a dump, of any size: read in three passes, never held whole.
struct StackExchangeOptions {
  std::filesystem::path file;
  std::string site;  // host name; empty: from the file's name ("coffee-Posts.xml") or folder
  int questionsPerCategoryMin = 10;
  int categoriesMax = 12;
  std::optional<std::filesystem::path> categoryMap;  // lines "tag = category"; a category as in FaqOptions, existing
};
Result<ImportOutcome> importStackExchange(const StackExchangeOptions& options, const ImportSink& sink,
                                          std::ostream& messages);

// The sample content: categories.json, house_rules.json, people.json, questions/*.json; and when its people can sign in
// channels/channels.json with the documents in channels/<slug>.
struct SampleOptions {
  std::filesystem::path folder;
  bool accounts = false;  // people can sign in, all with kSamplePassword; for demonstrations only
};
inline constexpr char kSamplePassword[] = "vraagbaak-demo";
Result<ImportOutcome> importSample(const SampleOptions& options, const ImportSink& sink, const Clock& clock,
                                   std::ostream& messages);
// Its channels; `people` are the accounts by their ids in the files.
Result<services::ImportedCounts> importSampleChannels(const std::filesystem::path& folder,
                                                      const std::map<std::string, UserId>& people,
                                                      const ImportSink& sink, Timestamp now, std::ostream& messages);
// Only the categories of such a file.
Result<ImportOutcome> seedCategories(const std::filesystem::path& file, const ImportSink& sink);

// The id that a slug of the sample stands for.
CategoryId categoryOfSlug(std::string_view slug);

}  // namespace vb::server::app
