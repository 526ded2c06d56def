// Limits of the outbox and drafts screens.
#pragma once

namespace vb::client::ui {

inline constexpr int kPreviewChars = 320;               // of a text in a list: about three lines
inline constexpr int kDiscardUndoMilliseconds = 10000;  // then it is really discarded
inline constexpr int kListWidthMax = 720;               // px at scale 1
inline constexpr int kBesideEachOther =
    520;  // px at scale 1: below it the two texts of a conflict stand under each other

}  // namespace vb::client::ui
