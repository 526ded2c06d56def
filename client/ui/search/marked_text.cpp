#include "client/ui/search/marked_text.h"

#include <QTextLayout>

#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

void paintMarked(QPainter* painter, const QRect& rect, const QString& text, const TextMarks& marks, const QFont& font,
                 const QColor& ink, int linesMax) {
  QString shown = text;
  shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
  const auto layOut = [&](QTextLayout& layout) {
    layout.beginLayout();
    int lines = 0;
    qreal y = 0;
    int end = 0;
    while (lines < linesMax) {
      QTextLine line = layout.createLine();
      if (!line.isValid()) break;
      line.setLineWidth(rect.width());
      line.setPosition({0, y});
      y += line.height();
      end = line.textStart() + line.textLength();
      ++lines;
    }
    layout.endLayout();
    return end;
  };
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  QTextLayout measure(shown, font);
  measure.setTextOption(option);
  const int fits = layOut(measure);
  if (fits < shown.size()) shown = shown.left(qMax(0, fits - 2)).trimmed() + QStringLiteral("…");

  QTextLayout layout(shown, font);
  layout.setTextOption(option);
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
  layOut(layout);
  layout.draw(painter, rect.topLeft());
}

}  // namespace vb::client::ui
