#include "server/app/import_documents.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/app/error_words.h"
#include "server/app/import_limits.h"
#include "server/app/import_names.h"
#include "shared/base/limits.h"

namespace vb::server::app {
namespace fs = std::filesystem;
namespace {

class DocumentImporter {
 public:
  DocumentImporter(const DocumentsOptions& options, const DocumentSink& sink, std::ostream& messages)
      : options_(options), sink_(sink), messages_(messages) {}

  Result<DocumentsOutcome> run() {
    if (auto looked = lookInto(options_.folder, {}); !looked) return looked.error();
    for (std::size_t at = 0; at < files_.size(); ++at) {
      if (outcome_.counts.full) {
        outcome_.left = static_cast<int>(files_.size() - read_);
        break;
      }
      if (auto read = readFile(files_[at]); !read) return read.error();
      if (auto flushed = flush(at + 1 == files_.size()); !flushed) return flushed.error();
    }
    if (outcome_.skipped > limits::kReportsMax)
      messages_ << "and " << outcome_.skipped - limits::kReportsMax << " more skipped\n";
    return outcome_;
  }

 private:
  // `inside` is where it stands in the folder that is imported.
  Result<void> lookInto(const fs::path& folder, const fs::path& inside) {
    std::vector<fs::path> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
      if (const auto name = entry->path().filename(); name.native().front() != '.') names.push_back(name);
    if (failed && inside.empty()) return fail(ErrorCode::ioFailed, folder.string() + ": " + failed.message());
    if (failed) skip(inside, failed.message());
    std::sort(names.begin(), names.end());
    for (const auto& name : names) {
      const auto kind = fs::symlink_status(folder / name, failed).type();
      const auto path = inside / name;
      if (kind == fs::file_type::regular) {
        files_.push_back(path);
      } else if (kind != fs::file_type::directory) {
        skip(path, "it is no file");
      } else if (std::distance(path.begin(), path.end()) > vb::limits::kFolderDepthMax) {
        skip(path, "folders do not go deeper than " + std::to_string(vb::limits::kFolderDepthMax));
      } else if (auto looked = lookInto(folder / name, path); !looked) {
        return looked;
      }
    }
    return {};
  }

  Result<void> readFile(const fs::path& path) {
    auto stored = sink_.store(options_.folder / path);
    if (!stored) {
      switch (stored.error().code) {
        case ErrorCode::tooLarge:
        case ErrorCode::notFound:
        case ErrorCode::ioFailed:
        case ErrorCode::conflict:  // it changed while it was read
          skip(path, inWords(stored.error()));
          ++read_;
          return {};
        default:
          return stored.error();
      }
    }
    services::ImportedDocument file;
    for (const auto& folder : path.parent_path()) file.folders.push_back(cleanedName(folder.native()));
    file.name = cleanedName(path.filename().native());
    file.source = path.generic_string();
    file.mediaType = mediaTypeOf(file.name);
    file.content = *std::move(stored);
    bytes_ += file.content.size;
    bytesOfBatch_ += file.content.size;
    batch_.push_back(std::move(file));
    return {};
  }

  Result<void> flush(bool isLast) {
    const bool isFull = batch_.size() >= limits::kBatchDocuments || bytesOfBatch_ >= limits::kBatchDocumentBytes;
    if (batch_.empty() || (!isFull && !isLast)) return {};
    const auto size = static_cast<int>(batch_.size());
    const auto counts = sink_.write({options_.channel, options_.author, options_.at, std::exchange(batch_, {})});
    if (!counts) return counts.error();
    bytesOfBatch_ = 0;
    auto& all = outcome_.counts;
    all.added += counts->added;
    all.versions += counts->versions;
    all.unchanged += counts->unchanged;
    all.removed += counts->removed;
    all.full = counts->full;
    const int done = counts->added + counts->versions + counts->unchanged + counts->removed;
    read_ += static_cast<std::size_t>(done);
    outcome_.left = size - done;
    messages_ << read_ << " of " << files_.size() << " files, " << bytes_ / 1'000'000 << " MB\n";
    return {};
  }

  void skip(const fs::path& path, const std::string& why) {
    if (++outcome_.skipped > limits::kReportsMax) return;
    messages_ << cleanedName(path.filename().native()) << ": skipped, " << why << '\n';
  }

  const DocumentsOptions& options_;
  const DocumentSink& sink_;
  std::ostream& messages_;
  std::vector<fs::path> files_;  // relative
  std::size_t read_ = 0;
  std::int64_t bytes_ = 0;
  std::int64_t bytesOfBatch_ = 0;
  std::vector<services::ImportedDocument> batch_;
  DocumentsOutcome outcome_;
};

}  // namespace

DocumentSink documentSink(storage::Storage& storage, blobs::BlobStore& blobs, std::int64_t bytesMax) {
  DocumentSink sink;
  sink.store = [&blobs, bytesMax](const fs::path& file) {
    Result<blobs::StoredContent> stored = fail(ErrorCode::internal);
    blobs.copyIn(file, bytesMax, [&](Result<blobs::StoredContent> given) { stored = std::move(given); });
    return stored;
  };
  sink.write = [&storage](services::DocumentImport import) {
    Result<services::ImportedDocuments> counts = fail(ErrorCode::internal);
    services::importDocuments(storage, std::move(import), [&](auto given) { counts = std::move(given); });
    return counts;
  };
  return sink;
}

std::string describe(const DocumentsOutcome& outcome) {
  const auto& counts = outcome.counts;
  const int all = counts.added + counts.versions + counts.unchanged + counts.removed;
  std::string text = std::to_string(all) + " documents: " + std::to_string(counts.added) + " added, " +
                     std::to_string(counts.versions) + " with a new version, " + std::to_string(counts.unchanged) +
                     " unchanged";
  if (counts.removed > 0) text += ", " + std::to_string(counts.removed) + " left out: people threw them away";
  if (outcome.skipped > 0) text += ", " + std::to_string(outcome.skipped) + " skipped";
  return text;
}

Result<DocumentsOutcome> importDocuments(const DocumentsOptions& options, const DocumentSink& sink,
                                         std::ostream& messages) {
  return DocumentImporter(options, sink, messages).run();
}

}  // namespace vb::server::app
