#include "client/ui/account/sign_in_page.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/ui/account/profile_form.h"
#include "client/ui/account/server_url.h"
#include "client/ui/account/wipe_words.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/form_field.h"
#include "client/ui/controls/markdown_view.h"
#include "client/ui/help/help_pages.h"
#include "client/ui/theme/style.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

SignInPage::SignInPage(Desk& desk, store::Reader& reader, QWidget* parent)
    : QWidget(parent), desk_(desk), reader_(reader) {
  build();
  connect(submit_, &Button::clicked, this, &SignInPage::submit);
  for (QLineEdit* line : {server_, name_, email_, password_})
    connect(line, &QLineEdit::returnPressed, this, &SignInPage::submit);
  connect(other_, &Button::clicked, this, [this] {
    setRegistering(!registering_);
    focusFirst();
  });
  connect(showPassword_, &QCheckBox::toggled, this,
          [this](bool shown) { password_->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
  connect(showRules_, &Button::clicked, this, [this] {
    const QString own = reader_.houseRules(dutchOnScreen() ? QStringLiteral("nl") : QStringLiteral("en"));
    rules_->setMarkdownText(own.trimmed().isEmpty() ? helpText(QStringLiteral("spelregels")) : own);
    rules_->setVisible(!rules_->isVisibleTo(this));
    showRules_->setText(rules_->isVisibleTo(this) ? tr("Hide the house rules") : tr("Read the house rules"));
  });
  connect(&desk_, &Desk::signInFinished, this, [this](const QString& errorCode) {
    if (busy_) showFinished(errorCode);
  });
  connect(goOn_, &Button::clicked, this, &SignInPage::goOnAsked);
  setRegistering(false);
  renew();
}

void SignInPage::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
  column->setSpacing(px(12));
  heading_ = new PlainLabel({}, TextRole::title);
  intro_ = new PlainLabel({}, TextRole::row, ColorRole::muted);
  intro_->wrapped();
  column->addWidget(heading_);
  column->addWidget(intro_);
  problem_ = new Banner(Banner::Kind::bad, {}, {});
  problem_->hide();
  column->addWidget(problem_);
  // Their words in one line with what stands above, their rings beside it.
  const auto link = [column](const QString& text) {
    auto* made = new LinkButton(text);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(-kRingRoom, 0, 0, 0);
    row->addWidget(made);
    row->addStretch(1);
    column->addLayout(row);
    return made;
  };
  const auto field = [column](const QString& caption, QWidget* inside) {
    auto* made = new FormField(caption, inside);
    column->addWidget(made);
    return made;
  };
  name_ = new QLineEdit;
  name_->setMaxLength(static_cast<int>(limits::kNameCharsMax));
  nameField_ = field(tr("Your name"), name_);
  role_ = new QComboBox;
  fillRoles(role_);
  roleField_ = field(tr("Your role"), role_);
  email_ = new QLineEdit;
  email_->setInputMethodHints(Qt::ImhEmailCharactersOnly);
  emailField_ = field(tr("E-mail address"), email_);
  password_ = new QLineEdit;
  password_->setEchoMode(QLineEdit::Password);
  passwordField_ = field(tr("Password"), password_);
  showPassword_ = new QCheckBox(tr("Show password"));
  column->addWidget(showPassword_);
  server_ = new QLineEdit(desk_.server().toString());
  server_->setPlaceholderText(QStringLiteral("vraagbaak.example"));
  server_->setInputMethodHints(Qt::ImhUrlCharactersOnly);
  serverField_ = field(tr("Server"), server_);
  accepts_ = new QCheckBox(tr("I keep to the house rules"));
  column->addWidget(accepts_);
  acceptsProblem_ = new PlainLabel({}, TextRole::meta, ColorRole::bad);
  acceptsProblem_->wrapped().hide();
  column->addWidget(acceptsProblem_);
  showRules_ = link(tr("Read the house rules"));
  rules_ = new MarkdownView(tr("House rules"));
  rules_->hide();
  column->addWidget(rules_);
  submit_ = new PrimaryButton({});
  column->addSpacing(px(4));
  column->addWidget(submit_);
  other_ = link({});
  goOn_ = link(tr("Go on without signing in"));
}

void SignInPage::setRegistering(bool registering) {
  registering_ = registering;
  heading_->setText(registering ? tr("Make an account") : tr("Sign in"));
  intro_->setText(registering ? tr("Vraagbaak is free for professionals in the social domain.")
                              : tr("Ask colleagues all over the country, and find what they know. Offline too."));
  for (QWidget* only : QVector<QWidget*>{nameField_, roleField_, accepts_, showRules_}) only->setVisible(registering);
  acceptsProblem_->hide();
  if (!registering) rules_->hide();
  passwordField_->setHint(registering ? tr("At least %n characters; a sentence is fine.", nullptr,
                                           static_cast<int>(limits::kPasswordBytesMin))
                                      : QString());
  for (FormField* each : {nameField_, emailField_, passwordField_, serverField_}) each->setProblem({});
  problem_->hide();
  other_->setText(registering ? tr("I have an account: sign in") : tr("No account yet? Make one"));
  setBusy(false);
}

void SignInPage::renew() { goOn_->setVisible(!reader_.userId().isNil()); }

void SignInPage::sayJustSignedOut() {
  problem_->clearActions();
  problem_->set(Banner::Kind::info, tr("You are signed out"),
                tr("What you read and wrote stays on this computer. Sign in to fetch what is new and to send."));
  problem_->show();
}

OwnProfile SignInPage::registered() const {
  OwnProfile profile;
  profile.name = name_->text().trimmed().toStdString();
  profile.role = static_cast<Role>(role_->currentData().toInt());
  return profile;
}

void SignInPage::setEmail(const QString& email) { email_->setText(email); }

void SignInPage::focusFirst() {
  if (registering_)
    name_->setFocus();
  else if (email_->text().isEmpty())
    email_->setFocus();
  else
    password_->setFocus();
}

bool SignInPage::check() {
  const QString email = email_->text().trimmed();
  const auto passwordBytes = static_cast<std::size_t>(password_->text().toUtf8().size());
  serverField_->setProblem(serverUrlFrom(server_->text()).isEmpty()
                               ? tr("This is no address of a server. Your organisation can tell you the address.")
                               : QString());
  emailField_->setProblem(looksLikeEmail(email.toStdString()) ? QString() : tr("Fill in your e-mail address."));
  QString password;
  if (password_->text().isEmpty())
    password = tr("Fill in your password.");
  else if (registering_ && passwordBytes < limits::kPasswordBytesMin)
    password =
        tr("Choose a longer password: at least %n characters.", nullptr, static_cast<int>(limits::kPasswordBytesMin));
  else if (passwordBytes > limits::kPasswordBytesMax)
    password = tr("This password is too long.");
  passwordField_->setProblem(password);
  const bool nameMissing = registering_ && name_->text().trimmed().isEmpty();
  nameField_->setProblem(nameMissing ? tr("Fill in your name, so that colleagues know who answers.") : QString());
  const bool rulesMissing = registering_ && !accepts_->isChecked();
  acceptsProblem_->setText(rulesMissing ? tr("Read the house rules and tick that you keep to them.") : QString());
  acceptsProblem_->setVisible(rulesMissing);
  QWidget* first = nameMissing                            ? static_cast<QWidget*>(name_)
                   : !emailField_->problem().isEmpty()    ? email_
                   : !passwordField_->problem().isEmpty() ? password_
                   : !serverField_->problem().isEmpty()   ? server_
                   : rulesMissing                         ? static_cast<QWidget*>(accepts_)
                                                          : nullptr;
  if (first != nullptr) first->setFocus();
  return first == nullptr;
}

void SignInPage::submit() {
  if (busy_ || !check()) return;
  problem_->hide();
  setBusy(true);
  const QUrl server = serverUrlFrom(server_->text());
  if (!registering_) {
    desk_.signIn(server, email_->text().trimmed(), password_->text());
    return;
  }
  UpdateProfile profile;
  profile.name = registered().name;
  profile.role = registered().role;
  desk_.registerAccount(server, email_->text().trimmed(), password_->text(), profile);
}

void SignInPage::setBusy(bool busy) {
  busy_ = busy;
  submit_->setEnabled(!busy);
  submit_->setText(registering_ ? (busy ? tr("Making your account…") : tr("Make account"))
                                : (busy ? tr("Signing in…") : tr("Sign in")));
}

void SignInPage::showFinished(const QString& errorCode) {
  setBusy(false);
  if (errorCode.isEmpty()) {
    password_->clear();  // not kept in memory longer than needed
    Q_EMIT succeeded(registering_);
    return;
  }
  problem_->clearActions();
  problem_->set(Banner::Kind::bad, {}, signInProblem(errorCode));
  // Signed in on a profile that holds the questions of somebody else, or of another server.
  if (errorCode == QLatin1String("forbidden")) offerToWipe();
  problem_->show();
  QAccessibleEvent alert(problem_, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  if (errorCode == QLatin1String("bad_credentials")) {
    password_->setFocus();
    password_->selectAll();
  }
}

void SignInPage::offerToWipe() {
  connect(problem_->addAction(tr("Erase this profile…")), &Button::clicked, this, &SignInPage::askToWipe);
}

void SignInPage::askToWipe() {
  problem_->clearActions();
  problem_->set(Banner::Kind::bad, tr("Erase everything?"), whatWipingLoses(reader_.counts()));
  Button* keep = problem_->addAction(tr("Keep everything"));
  connect(keep, &Button::clicked, this, [this] {
    problem_->hide();
    password_->setFocus();
  });
  connect(problem_->addAction(tr("Erase"), true), &Button::clicked, this, [this] { desk_.signOut(true); });
  keep->setFocus();
}

}  // namespace vb::client::ui
