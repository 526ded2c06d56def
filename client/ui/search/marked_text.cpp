#include "client/ui/search/marked_text.h"

#include <QTextLayout>

#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

namespace {

QTextOption wrapping() {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
}

struct Laid {
  int lines = 0;
  int end = 0;  // where the text that fits ends
};

Laid layOut(QTextLayout& layout, int width, int linesMax) {
  layout.setTextOption(wrapping());
  layout.beginLayout();
  Laid laid;
  qreal y = 0;
  while (laid.lines < linesMax) {
    QTextLine line = layout.createLine();
    if (!line.isValid()) break;
    line.setLineWidth(width);
    line.setPosition({0, y});
    y += line.height();
    laid.end = line.textStart() + line.textLength();
    ++laid.lines;
  }
  layout.endLayout();
  return laid;
}

QString oneParagraph(const QString& text) { return QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')); }

}  // namespace

int linesOf(const QString& text, const QFont& font, int width, int linesMax) {
  QTextLayout layout(oneParagraph(text), font);
  return layOut(layout, width, linesMax).lines;
}

QString cutAtWord(const QString& text, int end) {
  if (end >= text.size()) return text;
  const auto gap = text.lastIndexOf(QLatin1Char(' '), qMax(0, end - 2));
  QString kept = text.left(gap > end / 2 ? gap : qMax(0, end - 2));
  while (!kept.isEmpty() && (kept.back().isSpace() || kept.back() == QLatin1Char(','))) kept.chop(1);
  return kept + QStringLiteral("…");
}

void paintMarked(QPainter* painter, const QRect& rect, const QString& text, const TextMarks& marks, const QFont& font,
                 const QColor& ink, int linesMax) {
  QString shown = oneParagraph(text);
  QTextLayout measure(shown, font);
  shown = cutAtWord(shown, layOut(measure, rect.width(), linesMax).end);

  QTextLayout layout(shown, font);
  QVector<QTextLayout::FormatRange> formats;
  QTextLayout::FormatRange all{0, static_cast<int>(shown.size()), {}};
  all.format.setForeground(ink);
  formats.append(all);
  for (const auto& [begin, length] : marks) {
    if (begin >= shown.size()) continue;
    QTextLayout::FormatRange range{begin, qMin(length, static_cast<int>(shown.size()) - begin), {}};
    range.format.setBackground(tokens().waitSoft);
    range.format.setForeground(tokens().wait);
    formats.append(range);
  }
  layout.setFormats(formats);
  layOut(layout, rect.width(), linesMax);
  layout.draw(painter, rect.topLeft());
}

}  // namespace vb::client::ui
