// Text with the words that were searched for marked; for item delegates. GUI thread.
#pragma once

#include <QFont>
#include <QPainter>
#include <QVector>

namespace vb::client::ui {

using TextMarks = QVector<std::pair<int, int>>;  // [begin, length), UTF-16

// How many lines it takes, at most `linesMax`.
int linesOf(const QString& text, const QFont& font, int width, int linesMax);
// What fits before `end`, whole words, with an ellipsis; the text itself when all of it fits.
QString cutAtWord(const QString& text, int end);
// Paints at most `linesMax` lines, the last cut with an ellipsis. The marks are drawn strong on the colour of
// attention.
void paintMarked(QPainter* painter, const QRect& rect, const QString& text, const TextMarks& marks, const QFont& font,
                 const QColor& ink, int linesMax);

}  // namespace vb::client::ui
