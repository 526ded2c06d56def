// Limits of the extract room: what one file may cost.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vb::client::extract {

inline constexpr std::uint64_t kAddressSpaceBytes = 1u << 30;  // a 200 MB file, its text and a page of 40 megapixels
inline constexpr unsigned kCpuSeconds = 60;                // of one file, or of one question while a document is open
inline constexpr unsigned kOpenFilesMax = 64;              // the document, the fonts that it names, three pipes
inline constexpr std::int64_t kFileBytesMax = 512u << 20;  // twice the largest that a channel takes; mapped, not read
inline constexpr std::size_t kTextBytesMax = 32u << 20;    // fifty thick books: more is no text for people
inline constexpr int kPagesMax = 20'000;                   // the largest PDFs in use have a few thousand
inline constexpr std::int64_t kZipEntriesMax = 10'000;     // a document with thousands of pictures stays below
inline constexpr std::uint64_t kXmlBytesMax = 32u << 20;   // of one part, unpacked; its tree takes some ten times that
inline constexpr std::uint64_t kUnpackedBytesMax = 1u << 30;  // of all parts together, as the directory says
inline constexpr std::uint64_t kRatioMax = 200;  // WordprocessingML packs to a thirtieth, bombs to a thousandth
inline constexpr std::uint64_t kRatioFromBytes = 1u << 20;  // smaller parts do no harm whatever their ratio
inline constexpr int kXmlDepthMax = 200;                    // tables in tables in text boxes reach some sixty
inline constexpr int kPixelsMax = 40'000'000;               // A3 at 300 dots an inch, with room
inline constexpr int kDpiMax = 600;                         // beyond it nothing on paper becomes clearer
inline constexpr int kBoxesMax = 4'000;                     // rectangles of one answer: more lines has no page
inline constexpr std::size_t kCommandBytesMax = 1'000;      // a command is a word and some numbers

}  // namespace vb::client::extract
