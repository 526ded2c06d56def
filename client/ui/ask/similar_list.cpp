#include "client/ui/ask/similar_list.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

SimilarRow::SimilarRow(const store::QuestionRow& row, QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setText(row.title);
  const QString answers = tr("%n answer(s)", nullptr, row.answers);
  setAccessibleName(row.title);
  setAccessibleDescription(row.helped ? tr("%1, helped").arg(answers) : answers);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(4);
  auto* title = new PlainLabel(row.title, TextRole::rowMedium);
  title->wrapped();
  column->addWidget(title);
  auto* meta = new QWidget;
  auto* flow = new FlowLayout(meta, 10, 2);
  flow->addWidget(new PlainLabel(answers, TextRole::meta, ColorRole::muted));
  if (row.helped) flow->addWidget(new Chip(tr("helped"), ChipKind::ok));
  flow->addWidget(
      new PlainLabel(shortAge(row.askedAt, QDateTime::currentDateTime()), TextRole::meta, ColorRole::muted));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  meta->setSizePolicy(policy);
  setSizePolicy(policy);
  column->addWidget(meta);
  const auto children = findChildren<QWidget*>();
  for (QWidget* child : children) child->setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize SimilarRow::sizeHint() const { return layout()->sizeHint(); }

void SimilarRow::paintEvent(QPaintEvent*) {
  const Tokens& t = tokens();
  QPainter painter(this);
  if (underMouse()) painter.fillRect(rect(), t.hover);
  painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintFocusRing(&painter, rect().adjusted(2, 2, -2, -2));
  }
}

bool SimilarRow::event(QEvent* event) {
  if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::FocusIn ||
      event->type() == QEvent::FocusOut || event->type() == QEvent::Enter || event->type() == QEvent::Leave)
    update();
  return QAbstractButton::event(event);
}

void SimilarRow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    click();
  else
    QAbstractButton::keyPressEvent(event);
}

SimilarList::SimilarList(QWidget* parent) : QWidget(parent) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(0, 16, 0, 0);
  column_->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(16, 0, 16, 12);
  head->setSpacing(4);
  head->addWidget(new PlainLabel(tr("Similar questions"), TextRole::subheading));
  hint_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  hint_->wrapped();
  head->addWidget(hint_);
  column_->addLayout(head);
  column_->addWidget(new Rule);
  rows_ = new QVBoxLayout;
  rows_->setSpacing(0);
  column_->addLayout(rows_);
  column_->addStretch(1);
  setAccessibleName(tr("Similar questions"));
  setRows({});
}

void SimilarList::setRows(const QVector<store::QuestionRow>& rows) {
  QVector<QuestionId> ids;
  for (const auto& row : rows) ids.append(row.id);
  hint_->setText(rows.isEmpty() ? tr("While you type, answered questions like yours appear here.")
                                : tr("Perhaps your question was answered before"));
  // The same ones stay as they are: somebody may be standing on one.
  if (ids == shown_) return;
  shown_ = ids;
  while (QLayoutItem* item = rows_->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  for (const auto& row : rows) {
    auto* shown = new SimilarRow(row);
    connect(shown, &QAbstractButton::clicked, this, [this, id = row.id] { Q_EMIT questionChosen(id); });
    rows_->addWidget(shown);
  }
}

QVector<QWidget*> SimilarList::stops() const {
  QVector<QWidget*> stops;
  for (int i = 0; i < rows_->count(); ++i) stops.append(rows_->itemAt(i)->widget());
  return stops;
}

void SimilarList::setBeside(bool beside) {
  beside_ = beside;
  update();
}

void SimilarList::paintEvent(QPaintEvent*) {
  if (!beside_) return;
  QPainter painter(this);
  painter.fillRect(rect(), tokens().bg);
  painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

}  // namespace vb::client::ui
