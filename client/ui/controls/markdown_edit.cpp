#include "client/ui/controls/markdown_edit.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

#include "client/ui/controls/local_files.h"
#include "client/ui/controls/submit_keys.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {
constexpr int kPadding = 10;
}

MarkdownEdit::MarkdownEdit(const QString& accessibleName, QWidget* parent) : QPlainTextEdit(parent) {
  setAccessibleName(accessibleName);
  setProperty("vbField", true);
  setTabChangesFocus(true);
  setTextRole(this, TextRole::reading);
  document()->setDocumentMargin(2);
  setViewportMargins(kPadding, kPadding - 2, kPadding, kPadding - 2);
  viewport()->setAutoFillBackground(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setSizePolicy(policy);
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          [this] { updateGeometry(); });
}

void MarkdownEdit::setLines(int minimum, int maximum) {
  linesMin_ = minimum;
  linesMax_ = maximum;
  updateGeometry();
}

void MarkdownEdit::setMarks(const QVector<Mark>& marks) {
  marks_ = marks;
  showMarks();
}

void MarkdownEdit::showMarks() {
  const Tokens& t = tokens();
  QList<QTextEdit::ExtraSelection> selections;
  for (const Mark& mark : marks_) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(std::min(mark.begin, document()->characterCount() - 1));
    selection.cursor.setPosition(std::min(mark.begin + mark.length, document()->characterCount() - 1),
                                 QTextCursor::KeepAnchor);
    selection.format.setBackground(mark.bad ? t.badSoft : t.waitSoft);
    selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    selection.format.setUnderlineColor(mark.bad ? t.bad : t.wait);
    selections.append(selection);
  }
  setExtraSelections(selections);
}

int MarkdownEdit::heightOfText() const {
  // A plain-text layout counts its height in lines.
  const int line = QFontMetrics(font()).lineSpacing();
  int lines = 0;
  for (QTextBlock block = document()->begin(); block.isValid() && lines < linesMax_; block = block.next())
    lines += std::max(1, block.lineCount());
  return std::clamp(lines, linesMin_, linesMax_) * line;
}

QSize MarkdownEdit::sizeHint() const { return {px(360), heightOfText() + 2 * kPadding + 6}; }
QSize MarkdownEdit::minimumSizeHint() const {
  return {px(120), linesMin_ * QFontMetrics(font()).lineSpacing() + 2 * kPadding + 6};
}

void MarkdownEdit::keyPressEvent(QKeyEvent* event) {
  if (isSubmit(*event)) {
    Q_EMIT submitted();
    return;
  }
  QPlainTextEdit::keyPressEvent(event);
}

void MarkdownEdit::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) showMarks();
  if (event->type() == QEvent::FontChange) updateGeometry();
  QPlainTextEdit::changeEvent(event);
}

void MarkdownEdit::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void MarkdownEdit::focusInEvent(QFocusEvent* event) {
  QPlainTextEdit::focusInEvent(event);
  update();
}

void MarkdownEdit::focusOutEvent(QFocusEvent* event) {
  QPlainTextEdit::focusOutEvent(event);
  update();
}

bool MarkdownEdit::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasText() || !localFilesOf(*source).isEmpty();
}

// Text only: what is pasted brings no formatting along, and of a file not where it is on this computer.
void MarkdownEdit::insertFromMimeData(const QMimeData* source) {
  if (const QStringList files = localFilesOf(*source); !files.isEmpty())
    Q_EMIT filesGiven(files);
  else if (source->hasText())
    insertPlainText(source->text());
}

}  // namespace vb::client::ui
