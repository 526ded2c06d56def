// Fuzzy matching for the switcher: a few letters of each word, in order, find a name. Pure.
#pragma once

#include <QString>

namespace vb::client::ui {

// How well `pattern` matches `name`: 0 = not; higher is better. Case and diacritics do not count. Every word of the
// pattern must be found; the start of a word counts more than its inside, letters next to each other more than spread.
int fuzzyScore(const QString& pattern, const QString& name);

}  // namespace vb::client::ui
