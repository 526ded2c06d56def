#include "client/ui/settings/account_section.h"

#include "client/ui/account/wipe_words.h"
#include "client/ui/controls/flow_layout.h"

namespace vb::client::ui {

AccountSection::AccountSection(Desk& desk, store::Reader& reader, QWidget* parent)
    : Section(tr("Account"), tr("sign out server erase wipe"), parent),
      desk_(desk),
      reader_(reader),
      buttons_(new FlowRow(10, 8)),
      who_(new PlainLabel({}, TextRole::row)),
      server_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      confirm_(new Banner(Banner::Kind::bad, {}, {})),
      signOut_(new SecondaryButton(tr("Sign out"))),
      wipe_(new Button(Button::Kind::danger, tr("Sign out and erase everything"))) {
  body()->addWidget(&who_->wrapped());
  body()->addWidget(&server_->wrapped());
  buttons_->layout()->addWidget(signOut_);
  buttons_->layout()->addWidget(wipe_);
  body()->addWidget(buttons_);
  auto* why =
      new PlainLabel(tr("After signing out, what is on this computer stays for the next time you sign in. Erasing "
                        "removes questions, drafts and what was not sent yet from this computer."),
                     TextRole::meta, ColorRole::muted);
  body()->addWidget(&why->wrapped());
  body()->addWidget(confirm_);
  confirm_->hide();
  connect(signOut_, &Button::clicked, this, [this] {
    desk_.signOut(false);
    Q_EMIT signedOutHere();
  });
  connect(wipe_, &Button::clicked, this, &AccountSection::askToWipe);
  renew();
}

void AccountSection::askToWipe() {
  confirm_->clearActions();
  confirm_->set(Banner::Kind::bad, tr("Erase everything?"), whatWipingLoses(reader_.counts()));
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
