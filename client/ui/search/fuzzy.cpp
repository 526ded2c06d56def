#include "client/ui/search/fuzzy.h"

#include <QStringList>

#include "shared/text/words.h"

namespace vb::client::ui {
namespace {

QString folded(const QString& text) { return QString::fromStdString(text::fold(text.toStdString())); }

bool startsWord(const QString& name, qsizetype at) { return at == 0 || !name[at - 1].isLetterOrNumber(); }

int scoreOfWord(const QString& word, const QString& name) {
  qsizetype at = name.indexOf(word);
  while (at > 0 && !startsWord(name, at)) {
    const qsizetype next = name.indexOf(word, at + 1);
    if (next < 0) break;
    at = next;
  }
  if (at >= 0) return startsWord(name, at) ? 100 : 60;
  // Letters in order, beginning at the start of a word; anything goes would find everything.
  int best = 0;
  for (qsizetype begin = 0; begin < name.size(); ++begin) {
    if (name[begin] != word[0] || !startsWord(name, begin)) continue;
    qsizetype position = begin;
    int score = 40;
    qsizetype letter = 1;
    for (; letter < word.size(); ++letter) {
      const qsizetype next = name.indexOf(word[letter], position + 1);
      if (next < 0) break;
      if (next != position + 1 && !startsWord(name, next))
        score -= static_cast<int>(qMin<qsizetype>(next - position, 12));
      position = next;
    }
    if (letter == word.size()) best = qMax(best, score);
  }
  return best;
}

}  // namespace

int fuzzyScore(const QString& pattern, const QString& name) {
  const QString where = folded(name);
  int score = 0;
  const QStringList words = folded(pattern).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (const QString& word : words) {
    const int one = scoreOfWord(word, where);
    if (one <= 0) return 0;
    score += one;
  }
  if (words.isEmpty()) return 1;
  // Among equals the shorter name is the likelier one.
  return score * 10 - static_cast<int>(qMin<qsizetype>(where.size(), 99)) / 10;
}

}  // namespace vb::client::ui
