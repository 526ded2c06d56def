// Limits of the reader.
#pragma once

namespace vb::client::ui {

inline constexpr int kReadingWidthMax = 696;     // px at scale 1: text of at most 680 px and the border of a card
inline constexpr int kPaneMargin = 34;           // px at scale 1, as in the design
inline constexpr int kRevealMargin = 12;         // px at scale 1, kept free above and below what is scrolled to
inline constexpr int kSettleTurns = 3;           // column, post and text are that deep
inline constexpr int kUndoMilliseconds = 10000;  // a deletion is queued after this; until then it can be undone
inline constexpr int kPositionsKept = 200;       // questions whose reading position is remembered
inline constexpr int kComposerLinesMax = 12;     // then the composer scrolls, so that the question stays in sight

}  // namespace vb::client::ui
