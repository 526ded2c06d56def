// Limits of the store room.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vb::client::store {

inline constexpr int kWriterCacheKib = 16 * 1024;      // pages of one batch and the tops of the trees
inline constexpr int kReaderCacheKib = 4 * 1024;       // a screen and a search; the system's cache holds the rest
inline constexpr int kCheckpointPages = 2'000;         // 8 MiB of log: every start reads what stands in it
inline constexpr int kCheckpointPagesHistory = 8'000;  // a first sync writes the same pages again and again
inline constexpr int kBusyMs = 2'000;  // only a checkpoint waits, and only for a reader's short snapshot
inline constexpr std::size_t kNamedQuestionsMax = 200;  // beyond it a model looks at everything anyway
inline constexpr std::size_t kNamedTopicsMax = 100;     // beyond it a model looks at everything anyway
inline constexpr std::size_t kNamedArrivalsMax = 200;   // of each kind; they are told in one sentence
inline constexpr std::size_t kHeldBytesMax = 6u << 20;  // pages of history in one transaction: half a second's work
inline constexpr std::size_t kIndexBatchBytesMax = 8u << 20;  // texts waiting to be indexed in one transaction
inline constexpr std::size_t kKnownWordsMax =
    100'000;  // words whose stems are remembered while indexing, some 15 MB; a platform's texts have no more in use
inline constexpr std::size_t kTokensAheadMin = 64;      // fewer texts are done before a thread has started
inline constexpr std::size_t kWordBytesMax = 64;        // longer "words" are addresses and noise: cut
inline constexpr std::size_t kWordsPerTextMax = 4'000;  // a body of 20 kB has fewer
inline constexpr std::size_t kQueryBytesMax = 400;      // more than anyone types
inline constexpr std::size_t kQueryWordsMax = 12;       // more words narrow nothing any more
inline constexpr int kTypoWordCharsMin = 4;             // shorter words are one letter away from everything
inline constexpr int kProgressSteps = 2'000;            // virtual machine steps between two looks at `interrupted`
inline constexpr int kSnippetChars = 180;               // two lines in the list of hits
inline constexpr int kPeopleHitsMax = 5;                // people and categories never push the texts off the screen
inline constexpr int kCategoryHitsMax = 3;
inline constexpr int kChannelHitsMax = 3;
inline constexpr int kSimilarCandidates = 60;  // newest texts that share words, compared one by one
inline constexpr int kOutboxShownMax = 2'000;  // rows that the overlay reads; far beyond a month offline

inline constexpr std::size_t kPieceBytesMax = 4'000;  // of a document in the index: a page of a book
inline constexpr int kPiecesLookedAtMax = 20'000;     // that hold what is typed, counted by document; the newest
inline constexpr std::size_t kNameQueriesMax = 6;     // ways in which names hold a part of what is typed
inline constexpr int kFolderStepsMax = 64;            // upwards from a folder: twice what a server allows

inline constexpr std::int64_t kStorageLimitDefault = 4'000'000'000;  // documents of a computer: a tenth of a small disk

}  // namespace vb::client::store
