#include "client/ui/members/ask_first.h"

#include <QVBoxLayout>

namespace vb::client::ui {

AskFirst::AskFirst(const Words& words, QWidget* parent)
    : QWidget(parent),
      words_(words),
      button_(new Button(Button::Kind::danger, words.button)),
      why_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      banner_(new Banner(Banner::Kind::bad, {}, {})) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  column->addWidget(button_, 0, Qt::AlignLeft);
  column->addWidget(&why_->wrapped());
  column->addWidget(banner_);
  why_->hide();
  banner_->hide();
  connect(button_, &Button::clicked, this, &AskFirst::ask);
}

void AskFirst::setForbidden(const QString& why) {
  why_->setText(why);
  why_->setVisible(!why.isEmpty());
  button_->setVisible(why.isEmpty());
  if (!why.isEmpty()) banner_->hide();
}

void AskFirst::ask() {
  banner_->clearActions();
  banner_->set(Banner::Kind::bad, words_.question, words_.consequence);
  Button* keep = banner_->addAction(words_.keep);
  connect(keep, &Button::clicked, this, [this] {
    banner_->hide();
    button_->show();
    button_->setFocus();
  });
  Button* go = banner_->addAction(words_.go, true);
  connect(go, &Button::clicked, this, [this] {
    banner_->hide();
    button_->show();
    Q_EMIT confirmed();
  });
  banner_->show();
  keep->setFocus();
  button_->hide();
}

}  // namespace vb::client::ui
