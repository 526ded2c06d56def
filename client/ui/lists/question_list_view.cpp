#include "client/ui/lists/question_list_view.h"

#include <utility>

#include <QKeyEvent>
#include <QScrollBar>

#include "client/ui/lists/question_delegate.h"

namespace vb::client::ui {
namespace {
constexpr int kMeasureTurnsMax = 4;  // rows are at most two lines off, so the second turn is the last as a rule
}

QuestionListView::QuestionListView(QuestionListModel& model, const QString& accessibleName, QWidget* parent)
    : QListView(parent), model_(model) {
  setAccessibleName(accessibleName);
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setTabKeyNavigation(false);
  setModel(&model);
  // The ground is the pane's.
  viewport()->setAutoFillBackground(false);
  connect(this, &QAbstractItemView::clicked, this,
          [this](const QModelIndex& index) { Q_EMIT pointed(model_.idAt(index.row())); });
  connect(&model, &QuestionListModel::aboutToRefresh, this, &QuestionListView::rememberPlace);
  connect(&model, &QuestionListModel::refreshed, this, &QuestionListView::restorePlace);
  connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { currentBefore_ = currentQuestion(); });
  connect(&model, &QAbstractItemModel::modelReset, this, [this] { select(currentBefore_); });
}

QuestionId QuestionListView::currentQuestion() const {
  return currentIndex().isValid() ? model_.idAt(currentIndex().row()) : QuestionId{};
}

bool QuestionListView::select(QuestionId question) {
  const int row = question.isNil() ? -1 : model_.indexOf(question);
  quiet_ = true;
  if (row >= 0)
    setCurrentIndex(model_.index(row));
  else
    selectionModel()->clear();
  quiet_ = false;
  model_.setCurrent(row >= 0 ? question : QuestionId{});
  return row >= 0;
}

void QuestionListView::keyPressEvent(QKeyEvent* event) {
  byKeyboard_ = true;
  const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  const auto moveBy = [this](int step) {
    const int from = currentIndex().isValid() ? currentIndex().row() : (step > 0 ? -1 : 1);
    const int to = std::clamp(from + step, 0, model_.rowCount() - 1);
    if (model_.rowCount() > 0) setCurrentIndex(model_.index(to));
  };
  if (plain) switch (event->key()) {
      case Qt::Key_J:
        return moveBy(1);
      case Qt::Key_K:
        return moveBy(-1);
      case Qt::Key_R:
        Q_EMIT composeAsked();
        return;
      case Qt::Key_S:
        if (!currentQuestion().isNil()) Q_EMIT saveAsked(currentQuestion());
        return;
      case Qt::Key_Return:
      case Qt::Key_Enter:
      case Qt::Key_O:
        if (!currentQuestion().isNil()) Q_EMIT opened(currentQuestion());
        return;
      default:
        break;
    }
  // Other letters would jump to a title that begins so, which nobody expects in a list of questions.
  if (plain && !event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space)
    return event->ignore();
  QListView::keyPressEvent(event);
}

void QuestionListView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (quiet_ || !current.isValid()) return;
  const QuestionId id = model_.idAt(current.row());
  model_.setCurrent(id);
  Q_EMIT browsed(id);
}

void QuestionListView::focusInEvent(QFocusEvent* event) {
  QListView::focusInEvent(event);
  byKeyboard_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                event->reason() == Qt::ShortcutFocusReason;
  // Arriving by keyboard in a list without a current row: the first is current, but nothing is opened or marked read.
  if (!currentIndex().isValid() && model_.rowCount() > 0) {
    quiet_ = true;
    selectionModel()->setCurrentIndex(model_.index(0), QItemSelectionModel::NoUpdate);
    quiet_ = false;
  }
  viewport()->update();
}

void QuestionListView::mousePressEvent(QMouseEvent* event) {
  byKeyboard_ = false;
  QListView::mousePressEvent(event);
}

void QuestionListView::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  measureVisible();
}

void QuestionListView::showEvent(QShowEvent* event) {
  QListView::showEvent(event);
  measureVisible();
}

void QuestionListView::updateGeometries() {
  QListView::updateGeometries();
  measureVisible();
  tellVisible();
}

void QuestionListView::measureVisible() {
  auto* delegate = qobject_cast<QuestionDelegate*>(itemDelegate());
  if (delegate == nullptr || measuring_ || !isVisible()) return;
  measuring_ = true;
  // A new height may bring further rows on screen.
  for (int turn = 0; turn < kMeasureTurnsMax; ++turn) {
    const QModelIndex top = indexAt(QPoint(4, 1));
    if (!top.isValid()) break;
    bool changed = false;
    // The first row that is whole stays in its place; the one above it is half out of sight.
    QModelIndex anchor = top;
    if (visualRect(top).top() < 0 && top.row() + 1 < model_.rowCount()) anchor = model_.index(top.row() + 1);
    const int anchorTop = visualRect(anchor).top();
    for (int row = top.row(); row < model_.rowCount(); ++row) {
      const QModelIndex index = model_.index(row);
      if (visualRect(index).top() > viewport()->height()) break;
      changed = delegate->measure(index, viewport()->width()) || changed;
    }
    if (!changed) break;
    const int scrolled = verticalScrollBar()->value();
    doItemsLayout();
    const int moved = visualRect(anchor).top() - anchorTop;
    if (scrolled > 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
  }
  measuring_ = false;
}

void QuestionListView::scrollContentsBy(int dx, int dy) {
  QListView::scrollContentsBy(dx, dy);
  measureVisible();
  tellVisible();
}

void QuestionListView::tellVisible() {
  const QModelIndex last = indexAt(QPoint(4, viewport()->height() - 2));
  model_.setLastVisible(last.isValid() ? last.row() : model_.rowCount() - 1);
}

void QuestionListView::rememberPlace() {
  const QModelIndex top = indexAt(QPoint(4, 1));
  anchor_ = top.isValid() ? model_.idAt(top.row()) : QuestionId{};
  anchorOffset_ = top.isValid() ? visualRect(top).top() : 0;
  quiet_ = true;
}

void QuestionListView::restorePlace() {
  doItemsLayout();
  quiet_ = false;
  const int row = anchor_.isNil() ? -1 : model_.indexOf(anchor_);
  if (row < 0) return;
  verticalScrollBar()->setValue(verticalOffset() + visualRect(model_.index(row)).top() - anchorOffset_);
}

}  // namespace vb::client::ui
