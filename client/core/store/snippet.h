// Snippet: the part of a text around the first word found, as plain text, with the places to mark. Pure.
#pragma once

#include <QString>
#include <QVector>

#include "client/core/store/query_words.h"

namespace vb::client::store {

struct Snippet {
  QString text;
  QVector<std::pair<int, int>> marks;  // [begin, length), UTF-16
};

// At most about kSnippetChars characters, one line, without Markdown signs.
Snippet snippet(std::string_view body, const std::vector<QueryWord>& words, WordForms& forms);
// The whole text on one line.
Snippet marked(std::string_view title, const std::vector<QueryWord>& words, WordForms& forms);
// Does the text hold every word?
bool holdsAll(std::string_view text, const std::vector<QueryWord>& words, WordForms& forms);

}  // namespace vb::client::store
