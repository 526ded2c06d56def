// What happens to documents by itself.
#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "server/services/channel_log.h"
#include "server/services/documents.h"
#include "server/services/tuning.h"

namespace vb::server::services {
namespace {

void emptySome(storage::Storage& storage, Timestamp now, int before, std::function<void(Result<int>)> done) {
  storage::writeValue<int>(
      storage,
      [now](storage::Tables& tables) -> Result<int> {
        const auto due = std::as_const(tables).contents().dueBinned(now, kBinsEmptiedAtOnce);
        Changes changes(tables, {}, now);
        for (const auto& one : due) {
          removeDocument(changes, one.channel, one.document);
          tables.contents().removeBinned(one.document);  // also of one that is gone already
        }
        return static_cast<int>(due.size());
      },
      [&storage, now, before, done = std::move(done)](Result<int> emptied) {
        if (!emptied) return done(emptied.error());
        if (*emptied < kBinsEmptiedAtOnce) return done(before + *emptied);
        emptySome(storage, now, before + *emptied, done);
      });
}

// One round: stale uploads, files of uploads that nobody knows, contents that nobody has. Lives as long as something
// of it is under way.
class Collection : public std::enable_shared_from_this<Collection> {
 public:
  Collection(storage::Storage& storage, blobs::BlobStore& blobs, Timestamp now,
             std::function<void(Result<Collected>)> done)
      : storage_(storage), blobs_(blobs), now_(now), done_(std::move(done)) {}

  void forgetUploads() {
    storage::writeValue<std::vector<UploadId>>(
        storage_,
        [before = now_ - kUploadKept](storage::Tables& tables) -> Result<std::vector<UploadId>> {
          auto stale = std::as_const(tables).contents().staleUploads(before, kUploadsForgottenAtOnce);
          for (const auto id : stale) tables.contents().removeUpload(id);
          return stale;
        },
        [self = shared_from_this()](Result<std::vector<UploadId>> stale) {
          if (!stale) return self->done_(stale.error());
          self->collected_.uploads += static_cast<std::int64_t>(stale->size());
          if (stale->size() == static_cast<std::size_t>(kUploadsForgottenAtOnce)) return self->forgetUploads();
          self->lookAtIncoming();
        });
  }

 private:
  // Which uploads have a file; nothing of an upload goes by this.
  void lookAtIncoming() {
    const auto here = std::make_shared<std::vector<UploadId>>();
    blobs_.removeIncoming(
        [here](UploadId id) {
          here->push_back(id);
          return true;
        },
        now_ - kContentKept,
        [self = shared_from_this(), here](Result<std::int64_t> removed) {
          if (!removed) return self->done_(removed.error());
          self->askWhichAreKnown(*here);
        });
  }

  void askWhichAreKnown(std::vector<UploadId> here) {
    using Known = std::set<UploadId>;
    storage::readValue<Known>(
        storage_,
        [here = std::move(here)](const storage::Tables& tables) {
          Known known;
          for (const auto id : here)
            if (tables.contents().findUpload(id)) known.insert(id);
          return known;
        },
        [self = shared_from_this()](Result<Known> known) {
          if (!known) return self->done_(known.error());
          self->blobs_.removeIncoming([known = *known](UploadId id) { return known.contains(id); },
                                      self->now_ - kContentKept,
                                      [self](Result<std::int64_t> removed) {
                                        if (!removed) return self->done_(removed.error());
                                        self->lookAtContents();
                                      });
        });
  }

  void lookAtContents() {
    blobs_.unchangedSince(now_ - kContentKept, [self = shared_from_this()](Result<std::vector<std::string>> unchanged) {
      if (!unchanged) return self->done_(unchanged.error());
      self->unchanged_ = std::move(*unchanged);
      self->removeSome();
    });
  }

  void removeSome() {
    if (unchanged_.empty()) return done_(collected_);
    const auto some = static_cast<std::ptrdiff_t>(std::min(unchanged_.size(), kContentsLookedAtOnce));
    std::vector<std::string> asked(unchanged_.end() - some, unchanged_.end());
    unchanged_.resize(unchanged_.size() - asked.size());
    storage::readValue<std::vector<std::string>>(
        storage_,
        [asked = std::move(asked)](const storage::Tables& tables) {
          auto unused = asked;
          std::erase_if(unused, [&](const auto& sha256) { return tables.contents().isUsed(sha256); });
          return unused;
        },
        [self = shared_from_this()](Result<std::vector<std::string>> unused) {
          if (!unused) return self->done_(unused.error());
          // One that came in again meanwhile is no longer unchanged, and stays.
          self->blobs_.remove(std::move(*unused), self->now_ - kContentKept, [self](Result<std::int64_t> removed) {
            if (!removed) return self->done_(removed.error());
            self->collected_.contents += *removed;
            self->removeSome();
          });
        });
  }

  storage::Storage& storage_;
  blobs::BlobStore& blobs_;
  Timestamp now_;
  std::function<void(Result<Collected>)> done_;
  std::vector<std::string> unchanged_;
  Collected collected_;
};

}  // namespace

void emptyBins(storage::Storage& storage, Timestamp now, std::function<void(Result<int>)> done) {
  emptySome(storage, now, 0, std::move(done));
}

void collectContents(storage::Storage& storage, blobs::BlobStore& blobs, Timestamp now,
                     std::function<void(Result<Collected>)> done) {
  std::make_shared<Collection>(storage, blobs, now, std::move(done))->forgetUploads();
}

}  // namespace vb::server::services
