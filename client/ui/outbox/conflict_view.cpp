#include "client/ui/outbox/conflict_view.h"

#include <QBoxLayout>
#include <QRegularExpression>

#include "client/ui/controls/label.h"
#include "client/ui/outbox/tuning.h"
#include "shared/domain/commands.h"

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

ConflictWords wordsOf(const store::OutboxRow& row) {
  ConflictWords words;
  if (row.newestDeleted) {
    words.what =
        ConflictView::tr("This was deleted meanwhile, so it cannot be changed any more. You can copy your text.");
    words.theirsKeep = ConflictView::tr("Take it off this list");
  } else if (row.kind == QLatin1String(DeletePost::kKind)) {
    words.what = ConflictView::tr("You wanted to delete this; it was changed meanwhile. This is how it reads now.");
    words.mineKeep = ConflictView::tr("Delete anyway");
    words.theirsKeep = ConflictView::tr("Leave it");
  } else if (row.wantedState && row.text.isEmpty() && !row.editsTitle) {
    const bool closes = *row.wantedState == QuestionState::closed;
    words.what =
        closes
            ? ConflictView::tr("You wanted to close this question; it was changed meanwhile. This is how it reads now.")
            : ConflictView::tr(
                  "You wanted to open this question again; it was changed meanwhile. This is how it "
                  "reads now.");
    words.mineKeep = closes ? ConflictView::tr("Close anyway") : ConflictView::tr("Open anyway");
    words.theirsKeep = ConflictView::tr("Leave it");
  } else {
    words.what = ConflictView::tr(
        "It was changed meanwhile, by somebody else or on another computer. Choose which version stays.");
    words.mineKeep = ConflictView::tr("Keep my text");
    words.theirsKeep = ConflictView::tr("Keep the other text");
    words.twoTexts = true;
  }
  return words;
}

namespace {

// Title and text as one, so that what differs is marked in both.
QString whole(const QString& title, const QString& text) {
  if (title.isEmpty()) return text;
  return text.isEmpty() ? title : title + QStringLiteral("\n\n") + text;
}

void fillIn(MarkdownEdit* edit, const QString& text) {
  if (edit->toPlainText() != text) edit->setPlainText(text);
}

}  // namespace

ConflictView::ConflictView(QWidget* parent) : QWidget(parent) {
  across_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  across_->setContentsMargins(0, 4, 0, 4);
  across_->setSpacing(px(16));
  mine_ = makeSide(tr("Your text"), true);
  theirs_ = makeSide(tr("The text on the server now"), false);
}

ConflictView::Side ConflictView::makeSide(const QString& caption, bool mine) {
  Side side{new QWidget, new MarkdownEdit(caption), new SecondaryButton({})};
  auto* column = new QVBoxLayout(side.column);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  auto* name = new PlainLabel(caption, TextRole::metaStrong, ColorRole::muted);
  column->addWidget(&name->wrapped());
  side.text->setReadOnly(true);
  side.text->setLines(3, 12);
  column->addWidget(side.text);
  column->addWidget(side.keep, 0, Qt::AlignLeft);
  column->addStretch(1);
  connect(side.keep, &Button::clicked, this, [this, mine] { Q_EMIT chosen(mine); });
  across_->addWidget(side.column, 1);
  return side;
}

void ConflictView::setRow(const store::OutboxRow& row) {
  const ConflictWords words = wordsOf(row);
  // A title is shown when it is what differs, or to say what a deletion is about.
  const bool titles = row.editsTitle || !words.twoTexts;
  const QString mine = words.twoTexts ? whole(row.editsTitle ? row.title : QString(), row.text) : QString();
  const bool titleOnly = words.twoTexts && row.text.isEmpty();
  const QString theirs = whole(titles ? row.newestTitle : QString(), titleOnly ? QString() : row.newestText);
  fillIn(mine_.text, mine);
  fillIn(theirs_.text, theirs);
  mine_.text->setMarks(words.twoTexts ? differingWords(mine, theirs) : QVector<MarkdownEdit::Mark>());
  theirs_.text->setMarks(words.twoTexts ? differingWords(theirs, mine) : QVector<MarkdownEdit::Mark>());
  // With one text both buttons stand below it, one's own wish first.
  auto* home = words.twoTexts ? mine_.column : theirs_.column;
  mine_.keep->setText(words.mineKeep);
  theirs_.keep->setText(words.theirsKeep);
  auto* column = static_cast<QVBoxLayout*>(home->layout());
  if (mine_.keep->parentWidget() != home)
    column->insertWidget(column->indexOf(words.twoTexts ? static_cast<QWidget*>(mine_.text) : theirs_.text) + 1,
                         mine_.keep, 0, Qt::AlignLeft);
  mine_.keep->setVisible(!words.mineKeep.isEmpty());
  mine_.column->setVisible(words.twoTexts);
  theirs_.text->setVisible(!theirs.isEmpty());
}

void ConflictView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  across_->setDirection(width() < px(kBesideEachOther) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace vb::client::ui
