#include "client/ui/search/person_card.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "client/models/directory.h"
#include "client/ui/controls/avatar.h"
#include "client/ui/controls/buttons.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/label.h"
#include "client/ui/search/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {

PersonCard::PersonCard(const Access& access, const store::Person& person, QWidget* window)
    : QFrame(window), before_(QApplication::focusWidget()) {
  build(access, person);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (now != nullptr && now != this && !isAncestorOf(now)) dismiss();
  });
  window->installEventFilter(this);
  place();
  show();
  raise();
  close_->setFocus();
}

void PersonCard::build(const Access& access, const store::Person& person) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(20), px(16), px(12), px(20));
  column->setSpacing(px(4));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(10));
  head->addWidget(new Avatar(person.name));
  auto* name = new PlainLabel(personName(person.name), TextRole::subheading);
  head->addWidget(&name->wrapped(), 1);
  auto* close = new IconButton(QStringLiteral("close"), tr("Close"));
  connect(close, &Button::clicked, this, &PersonCard::dismiss);
  head->addWidget(close, 0, Qt::AlignTop);
  close_ = close;
  column->addLayout(head);
  QStringList spoken{name->text()};
  const QString role = person.role == Role::unknown ? QString() : roleName(person.role);
  for (const QString& line : {person.jobTitle, role, person.organisation, person.municipality}) {
    if (line.isEmpty() || spoken.contains(line)) continue;
    column->addWidget(&(new PlainLabel(line, TextRole::row, ColorRole::muted))->wrapped());
    spoken << line;
  }
  Directory directory(access.reader);
  QStringList subjects;
  for (const auto& id : person.expertise)
    if (const QString subject = directory.categoryName(id); !subject.isEmpty()) subjects << subject;
  if (!subjects.isEmpty()) {
    column->addSpacing(px(6));
    column->addWidget(new PlainLabel(tr("Knows about"), TextRole::metaStrong));
    auto* chips = new FlowRow(6, 6);
    for (const QString& subject : std::as_const(subjects))
      chips->layout()->addWidget(new Chip(subject, ChipKind::category));
    column->addWidget(chips);
    spoken << tr("Knows about") << subjects;
  }
  setAccessibleName(spoken.join(QStringLiteral(", ")));
  close_->setAccessibleDescription(accessibleName());
}

void PersonCard::open(const Access& access, const store::SearchHit& hit, QWidget* window) {
  if (window == nullptr) return;
  store::Person person;
  if (const auto id = UserId::parse(hit.id.toStdString()))
    if (const auto known = access.reader.person(*id)) person = *known;
  if (person.name.isEmpty()) person.name = hit.title;
  if (auto* there = window->findChild<PersonCard*>()) there->dismiss();
  new PersonCard(access, person, window);
}

void PersonCard::place() {
  const QWidget* window = parentWidget();
  const int width = qMin(px(kPersonCardWidth), window->width() - 32);
  const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
  setGeometry((window->width() - width) / 2, qMin(px(96), window->height() / 6), width,
              qMin(height, window->height() - 64));
}

void PersonCard::dismiss() {
  if (closing_) return;
  closing_ = true;
  const QWidget* focused = QApplication::focusWidget();
  const bool mine = focused == nullptr || isAncestorOf(focused);
  hide();
  if (mine && before_ != nullptr) before_->setFocus();
  deleteLater();
}

bool PersonCard::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) place();
  return QFrame::eventFilter(watched, event);
}

void PersonCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return dismiss();
  QFrame::keyPressEvent(event);
}

void PersonCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens().field, 1));
  painter.setBrush(tokens().surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius + 4, kRadius + 4);
}

}  // namespace vb::client::ui
