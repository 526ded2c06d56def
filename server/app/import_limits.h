// Limits of importing, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vb::server::app::limits {

inline constexpr std::size_t kBatchPosts = 200;          // one transaction; a kill costs at most this much work
inline constexpr std::size_t kBatchBytes = 1024 * 1024;  // and this much memory
inline constexpr std::size_t kBatchDocuments = 50;       // one transaction; progress is told after each
inline constexpr std::int64_t kBatchDocumentBytes = 64 * 1024 * 1024;  // or after this much, of large files
inline constexpr std::size_t kRowBytesMax = 4 * 1024 * 1024;  // a longer "row" is no row; the largest known are 0.2 MB
inline constexpr std::size_t kDocumentBytesMax = 64 * 1024 * 1024;  // a FAQ or sample file is read whole
inline constexpr std::uint32_t kPostIdMax = 400'000'000;            // five times the largest site's newest post
inline constexpr std::size_t kTagsPerSiteMax = 200'000;             // the largest site has 65,000
inline constexpr std::size_t kMappedCategoriesMax = 25;  // of a category map; with the next they fit seven bits
inline constexpr int kTagCategoriesMax = 100;
inline constexpr int kReportsMax = 200;                   // bad rows told one by one; the rest is counted
inline constexpr int kNestingMax = 8;                     // quotes and lists; deeper ones lie at this depth
inline constexpr std::size_t kMarksMax = 16;              // emphasis and links open at once; more is no text
inline constexpr std::size_t kHtmlBytesMax = 512 * 1024;  // of one post; far more than its Markdown may keep
inline constexpr int kProgressRows = 5'000;               // rows between two lines of progress

}  // namespace vb::server::app::limits
