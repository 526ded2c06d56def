#include "client/ui/outbox/conflict_view.h"

#include <QBoxLayout>
#include <QRegularExpression>

#include "client/ui/controls/label.h"
#include "client/ui/outbox/tuning.h"

namespace vb::client::ui {
namespace {

struct TextWord {
  int begin;
  int length;
  QStringView text;
};

QVector<TextWord> wordsIn(const QString& text) {
  static const QRegularExpression kWord(QStringLiteral("\\S+"));
  QVector<TextWord> words;
  for (auto it = kWord.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    words.append(
        {static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), match.capturedView()});
  }
  return words;
}

constexpr int kWordsMax = 1500;  // a table of this squared is small enough; a longer text is shown unmarked

}  // namespace

QVector<MarkdownEdit::Mark> differingWords(const QString& text, const QString& other) {
  const auto a = wordsIn(text);
  const auto b = wordsIn(other);
  if (a.size() > kWordsMax || b.size() > kWordsMax) return {};
  // Longest common subsequence of words, from the end.
  const int columns = static_cast<int>(b.size()) + 1;
  QVector<quint16> lengths((a.size() + 1) * columns, 0);
  for (int i = static_cast<int>(a.size()) - 1; i >= 0; --i)
    for (int j = static_cast<int>(b.size()) - 1; j >= 0; --j)
      lengths[i * columns + j] = a[i].text == b[j].text
                                     ? static_cast<quint16>(lengths[(i + 1) * columns + j + 1] + 1)
                                     : qMax(lengths[(i + 1) * columns + j], lengths[i * columns + j + 1]);
  QVector<MarkdownEdit::Mark> marks;
  int j = 0;
  for (int i = 0; i < a.size();) {
    if (j < b.size() && a[i].text == b[j].text) {
      ++i;
      ++j;
    } else if (j < b.size() && lengths[i * columns + j + 1] > lengths[(i + 1) * columns + j]) {
      ++j;
    } else {
      marks.append({a[i].begin, a[i].length, false});
      ++i;
    }
  }
  return marks;
}

ConflictView::ConflictView(QWidget* parent) : QWidget(parent) {
  across_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  across_->setContentsMargins(0, 4, 0, 4);
  across_->setSpacing(px(16));
  const auto side = [this](const QString& caption, const QString& keep, bool mine) {
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(new PlainLabel(caption, TextRole::metaStrong, ColorRole::muted));
    auto* text = new MarkdownEdit(caption);
    text->setReadOnly(true);
    text->setLines(4, 12);
    column->addWidget(text);
    auto* button = new SecondaryButton(keep);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(button, &Button::clicked, this, [this, mine] { Q_EMIT chosen(mine); });
    across_->addLayout(column, 1);
    return text;
  };
  mine_ = side(tr("Your text"), tr("Keep my text"), true);
  theirs_ = side(tr("The text on the server now"), tr("Keep the other text"), false);
}

void ConflictView::setTexts(const QString& mine, const QString& theirs) {
  if (mine_->toPlainText() != mine) mine_->setPlainText(mine);
  if (theirs_->toPlainText() != theirs) theirs_->setPlainText(theirs);
  mine_->setMarks(differingWords(mine, theirs));
  theirs_->setMarks(differingWords(theirs, mine));
}

void ConflictView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  across_->setDirection(width() < px(kBesideEachOther) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace vb::client::ui
