#include "client/ui/topics/mention_completer.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kShownMax = 6;
constexpr int kNameCharsMax = 60;

}  // namespace

std::vector<UserId> mentionedIn(const QString& text, const QVector<store::Person>& people) {
  std::vector<UserId> found;
  for (const auto& person : people)
    if (!person.name.isEmpty() && text.contains(QLatin1Char('@') + person.name, Qt::CaseInsensitive))
      found.push_back(person.id);
  return found;
}

MentionCompleter::MentionCompleter(QPlainTextEdit* text, QVector<store::Person> people)
    : QObject(text), text_(text), people_(std::move(people)), popup_(new QListWidget(text->window())) {
  popup_->hide();
  popup_->setFocusPolicy(Qt::NoFocus);
  popup_->setAccessibleName(tr("Members to mention"));
  popup_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  text_->installEventFilter(this);
  connect(text_, &QPlainTextEdit::textChanged, this, &MentionCompleter::look);
  connect(popup_, &QListWidget::itemClicked, this, &MentionCompleter::take);
  connect(text_, &QObject::destroyed, popup_, &QObject::deleteLater);
}

QString MentionCompleter::typed() const {
  const QTextCursor cursor = text_->textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  const auto at = before.lastIndexOf(QLatin1Char('@'));
  if (at < 0 || before.size() - at > kNameCharsMax || (at > 0 && before[at - 1].isLetterOrNumber())) return {};
  return before.mid(at);
}

void MentionCompleter::look() {
  if (taking_ || !text_->hasFocus()) return;
  const QString begun = typed();
  popup_->clear();
  for (const auto& person : std::as_const(people_)) {
    if (begun.isEmpty() || popup_->count() == kShownMax) break;
    const QString wanted = begun.mid(1);
    const bool isWhole = person.name.compare(wanted, Qt::CaseInsensitive) == 0;
    const auto names = person.name.split(QLatin1Char(' '));
    const bool begins = person.name.startsWith(wanted, Qt::CaseInsensitive) ||
                        std::any_of(names.begin(), names.end(),
                                    [&](const QString& name) { return name.startsWith(wanted, Qt::CaseInsensitive); });
    if (begins && !isWhole && !person.name.isEmpty()) popup_->addItem(person.name);
  }
  if (popup_->count() == 0) return close();
  popup_->setCurrentRow(0);
  const QRect cursor = text_->cursorRect();
  const int width = qMin(px(280), text_->width());
  const int height = popup_->sizeHintForRow(0) * popup_->count() + 2 * popup_->frameWidth() + 4;
  QPoint corner = text_->viewport()->mapTo(text_->window(), cursor.bottomLeft()) + QPoint(0, 4);
  if (corner.y() + height > text_->window()->height())
    corner.setY(text_->viewport()->mapTo(text_->window(), cursor.topLeft()).y() - height - 4);
  corner.setX(qMin(corner.x(), text_->window()->width() - width - 8));
  popup_->setGeometry(QRect(corner, QSize(width, height)));
  popup_->show();
  popup_->raise();
}

void MentionCompleter::take() {
  const auto* item = popup_->currentItem();
  if (item == nullptr) return close();
  taking_ = true;
  QTextCursor cursor = text_->textCursor();
  cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(typed().size()));
  cursor.insertText(QLatin1Char('@') + item->text() + QLatin1Char(' '));
  taking_ = false;
  close();
}

void MentionCompleter::close() { popup_->hide(); }

bool MentionCompleter::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) close();
  if (event->type() != QEvent::KeyPress || !popup_->isVisible()) return QObject::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const int row = popup_->currentRow();
  switch (key->key()) {
    case Qt::Key_Down:
      popup_->setCurrentRow(qMin(row + 1, popup_->count() - 1));
      return true;
    case Qt::Key_Up:
      popup_->setCurrentRow(qMax(row - 1, 0));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      if (key->modifiers() & Qt::ControlModifier) return false;
      take();
      return true;
    case Qt::Key_Escape:
      close();
      return true;
    default:
      return QObject::eventFilter(watched, event);
  }
}

}  // namespace vb::client::ui
