#include "client/ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QPainter>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

// The state once more as a colour; the words beside it say it first.
class StatusLine::Dot : public QWidget {
 public:
  explicit Dot(QWidget* parent) : QWidget(parent) { setFixedSize(px(8), px(8)); }
  Mood mood = Mood::grey;

 protected:
  void paintEvent(QPaintEvent*) override {
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mood == Mood::ok     ? QColor("#2E9E52")
                     : mood == Mood::wait ? QColor("#C98A1B")
                     : mood == Mood::bad  ? t.bad
                                          : t.field);
    painter.drawEllipse(rect());
  }
};

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      dot_(new Dot(this)),
      status_(new ElidedLabel({}, TextRole::meta, ColorRole::muted, this)),
      waiting_(new LinkButton({}, this)),
      right_(new ElidedLabel({}, TextRole::meta, ColorRole::muted, this)) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 3, 14, 2);
  row->setSpacing(7);
  row->addWidget(dot_);
  row->addWidget(status_);
  row->addSpacing(6);
  row->addWidget(waiting_);
  row->addStretch(1);
  row->addWidget(right_);
  setTextRole(waiting_, TextRole::meta);
  connect(waiting_, &QAbstractButton::clicked, this, &StatusLine::waitingClicked);
}

void StatusLine::setWords(const LinkWords& words) {
  dot_->mood = words.mood;
  dot_->update();
  status_->setText(words.status);
  waiting_->setText(words.waiting);
  waiting_->setVisible(!words.waiting.isEmpty());
  waiting_->setInk(words.waitingIsAmber ? ColorRole::wait : ColorRole::muted);
  waiting_->updateGeometry();
  showRight();
}

void StatusLine::setRight(const QString& text) {
  right_->setText(text);
  showRight();
}

// The state comes first: what stands at the right is left out before the state loses a letter.
void StatusLine::showRight() {
  const QMargins margins = layout()->contentsMargins();
  int needed = margins.left() + margins.right() + 6 + 4 * layout()->spacing() + dot_->width();
  for (const QWidget* part : {static_cast<const QWidget*>(status_), static_cast<const QWidget*>(waiting_),
                              static_cast<const QWidget*>(right_)})
    if (part == right_ || part->isVisibleTo(this)) needed += part->sizeHint().width();
  right_->setVisible(width() >= needed);
}

void StatusLine::resizeEvent(QResizeEvent* event) {
  showRight();
  QWidget::resizeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().bg);
  painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

}  // namespace vb::client::ui
