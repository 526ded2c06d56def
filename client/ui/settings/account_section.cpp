#include "client/ui/settings/account_section.h"

#include <QHBoxLayout>

namespace vb::client::ui {

AccountSection::AccountSection(Desk& desk, store::Reader& reader, QWidget* parent)
    : Section(tr("Account"), tr("sign out server erase wipe"), parent),
      desk_(desk),
      reader_(reader),
      who_(new PlainLabel({}, TextRole::row)),
      server_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      confirm_(new Banner(Banner::Kind::bad, {}, {})),
      signOut_(new SecondaryButton(tr("Sign out"))),
      wipe_(new Button(Button::Kind::danger, tr("Sign out and erase everything"))) {
  body()->addWidget(&who_->wrapped());
  body()->addWidget(&server_->wrapped());
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(10);
  buttons->addWidget(signOut_);
  buttons->addWidget(wipe_);
  buttons->addStretch(1);
  body()->addLayout(buttons);
  auto* why =
      new PlainLabel(tr("After signing out, what is on this computer stays for the next time you sign in. Erasing "
                        "removes questions, drafts and what was not sent yet from this computer."),
                     TextRole::meta, ColorRole::muted);
  body()->addWidget(&why->wrapped());
  body()->addWidget(confirm_);
  confirm_->hide();
  connect(signOut_, &Button::clicked, this, [this] { desk_.signOut(false); });
  connect(wipe_, &Button::clicked, this, &AccountSection::askToWipe);
  renew();
}

void AccountSection::askToWipe() {
  const auto counts = reader_.counts();
  QStringList lost;
  if (counts.waitingToSend + counts.needsAttention > 0)
    lost << tr("%n message(s) not sent yet", nullptr, counts.waitingToSend + counts.needsAttention);
  if (counts.drafts > 0) lost << tr("%n draft(s)", nullptr, counts.drafts);
  confirm_->clearActions();
  confirm_->set(Banner::Kind::bad, tr("Erase everything?"),
                lost.isEmpty() ? tr("Nothing is lost: everything is on the server.")
                               : tr("This is lost for good: %1.").arg(QLocale().createSeparatedList(lost)));
  Button* keep = confirm_->addAction(tr("Keep everything"));
  connect(keep, &Button::clicked, this, [this] {
    confirm_->hide();
    wipe_->setFocus();
  });
  Button* erase = confirm_->addAction(tr("Erase"), true);
  connect(erase, &Button::clicked, this, [this] {
    confirm_->hide();
    desk_.signOut(true);
  });
  confirm_->show();
  keep->setFocus();
}

void AccountSection::renew() {
  const auto profile = reader_.ownProfile();
  const QString name = profile ? QString::fromStdString(profile->name) : QString();
  const QString email = profile ? QString::fromStdString(profile->email) : QString();
  who_->setText(name.isEmpty() ? tr("Signed in") : email.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, email));
  server_->setText(tr("Server: %1").arg(desk_.server().toString()));
}

}  // namespace vb::client::ui
