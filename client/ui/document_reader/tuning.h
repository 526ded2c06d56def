// Limits of the reader of documents.
#pragma once

#include <QtGlobal>

namespace vb::client::ui {

inline constexpr int kPagesKeptMax = 24;               // rendered: those in sight and some around them
inline constexpr int kPagesAhead = 1;                  // above and below those in sight
inline constexpr double kZoomMin = 0.5;                // a page still has readable headings
inline constexpr double kZoomMax = 4.0;                // a stamp fills the window
inline constexpr double kZoomStep = 1.2;               // five presses double it
inline constexpr int kPageGap = 12;                    // px between pages
inline constexpr qsizetype kSectionCharsMax = 12'000;  // of a long text laid out at once: some 20 ms
inline constexpr int kFoundMax = 2'000;                // places that are walked through
inline constexpr qint64 kImageBytesMax = 64 << 20;     // larger pictures are opened elsewhere
inline constexpr int kImageSideMax = 20'000;           // px, before anything is decoded
inline constexpr int kProcessEndMs = 2'000;            // of the helper when a document is closed

}  // namespace vb::client::ui
