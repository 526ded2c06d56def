#include "client/ui/document_reader/text_view.h"

#include <QPrinter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include "client/ui/controls/markdown_view.h"
#include "client/ui/document_reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kReadingWidth = 760;
constexpr int kMargin = 34;

}  // namespace

QStringList sectionsOf(const QString& markdown, qsizetype charsMax) {
  QStringList sections;
  QString section;
  bool isFenced = false;
  for (const auto& line : markdown.split(QLatin1Char('\n'))) {
    const bool isFence = line.startsWith(QLatin1String("```")) || line.startsWith(QLatin1String("~~~"));
    const bool isBreak = !isFenced && (line.trimmed().isEmpty() || line.startsWith(QLatin1Char('#')));
    if (section.size() >= charsMax && isBreak) {
      sections << section;
      section.clear();
    }
    if (isFence) isFenced = !isFenced;
    section += line + QLatin1Char('\n');
  }
  if (!section.trimmed().isEmpty() || sections.isEmpty()) sections << section;
  return sections;
}

QString plainAsMarkdown(const QString& text) {
  static const QString kSigns = QStringLiteral("\\`*_{}[]()#+-.!|<>~&:=\"'");
  QString out;
  out.reserve(text.size() + text.size() / 8);
  for (const auto& line : text.split(QLatin1Char('\n'))) {
    for (const QChar sign : line.trimmed()) {
      if (kSigns.contains(sign)) out += QLatin1Char('\\');
      out += sign;
    }
    out += line.trimmed().isEmpty() ? QStringLiteral("\n") : QStringLiteral("  \n");
  }
  return out;
}

TextView::TextView(QWidget* parent) : ContentScroll(px(kReadingWidth), kMargin, parent) {
  setAccessibleName(tr("Text of the document"));
  column()->setContentsMargins(kMargin - kRingRoom, 16, kMargin, 24);
  column()->setSpacing(0);
  column()->addStretch(1);
  layingOut_.setInterval(0);
  connect(&layingOut_, &QTimer::timeout, this, &TextView::layOutOne);
}

void TextView::clear() {
  layingOut_.stop();
  for (auto* view : std::as_const(views_)) {
    column()->removeWidget(view);
    view->deleteLater();
  }
  views_.clear();
  sections_.clear();
  whole_.clear();
  found_.clear();
  current_ = -1;
}

void TextView::set(QStringList sections) {
  clear();
  sections_ = std::move(sections);
  whole_ = sections_.join(QString());
  verticalScrollBar()->setValue(0);
  layOutOne();
  if (views_.size() < sections_.size()) layingOut_.start();
}

void TextView::setMarkdown(const QString& markdown) { set(sectionsOf(markdown, kSectionCharsMax)); }
void TextView::setPlain(const QString& text) { setMarkdown(plainAsMarkdown(text)); }

void TextView::layOutOne() {
  if (views_.size() >= sections_.size()) return layingOut_.stop();
  auto* view = new MarkdownView(tr("Text of the document"));
  view->setMarkdownText(sections_[views_.size()]);
  connect(view, &MarkdownView::linkActivated, this, &TextView::linkActivated);
  column()->insertWidget(column()->count() - 1, view);
  views_ << view;
  settle();
}

void TextView::layOutAll() {
  layingOut_.stop();
  while (views_.size() < sections_.size()) layOutOne();
}

void TextView::find(const QString& words) {
  found_.clear();
  current_ = -1;
  const QString looked = words.trimmed();
  if (!looked.isEmpty()) layOutAll();
  for (int section = 0; section < views_.size(); ++section) {
    if (looked.isEmpty()) break;
    QTextCursor at(views_[section]->document());
    while (found_.size() < kFoundMax) {
      at = views_[section]->document()->find(looked, at);
      if (at.isNull()) break;
      found_.append({section, at.selectionStart(), at.selectionEnd() - at.selectionStart()});
    }
  }
  if (!found_.isEmpty()) current_ = 0;
  showFound();
  Q_EMIT foundChanged(current_ + 1, static_cast<int>(found_.size()));
}

void TextView::findNext(bool forward) {
  if (found_.isEmpty()) return;
  const int count = static_cast<int>(found_.size());
  current_ = (current_ + (forward ? 1 : count - 1)) % count;
  showFound();
  Q_EMIT foundChanged(current_ + 1, count);
}

void TextView::showFound() {
  const Tokens& t = tokens();
  for (int section = 0; section < views_.size(); ++section) {
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < found_.size(); ++i) {
      if (found_[i].section != section) continue;
      QTextEdit::ExtraSelection mark;
      mark.cursor = QTextCursor(views_[section]->document());
      mark.cursor.setPosition(found_[i].start);
      mark.cursor.setPosition(found_[i].start + found_[i].length, QTextCursor::KeepAnchor);
      mark.format.setBackground(i == current_ ? t.wait : t.waitSoft);
      mark.format.setForeground(i == current_ ? t.surface : t.wait);
      marks << mark;
    }
    views_[section]->setExtraSelections(marks);
  }
  if (current_ < 0) return;
  auto* view = views_[found_[current_].section];
  QTextCursor at(view->document());
  at.setPosition(found_[current_].start);
  const QPoint place = view->mapTo(QScrollArea::widget(), view->cursorRect(at).topLeft());
  ensureVisible(place.x(), place.y(), 0, viewport()->height() / 3);
}

void TextView::print(QPrinter& printer) {
  // As it stands on screen, pictures named and nothing loaded.
  MarkdownView page(accessibleName());
  page.setMarkdownText(whole_);
  page.document()->print(&printer);
}

}  // namespace vb::client::ui
