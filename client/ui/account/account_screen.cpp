#include "client/ui/account/account_screen.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/account/expertise_grid.h"
#include "client/ui/account/profile_form.h"
#include "client/ui/account/sign_in_page.h"
#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/submit_keys.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr int kNarrow = 420;  // px at scale 1: a form of one column
constexpr int kWide = 760;    // the grid of categories

// A page in the middle of the window.
QWidget* centred(QWidget* inside, int widthMax) {
  auto* scroll = new PageScroll;
  auto* ground = new QWidget;
  auto* down = new QVBoxLayout(ground);
  down->setContentsMargins(px(24), px(32), px(24), px(32));
  auto* across = new QHBoxLayout;
  inside->setMaximumWidth(px(widthMax));
  across->addStretch(1);
  across->addWidget(inside, 1000);
  across->addStretch(1);
  down->addStretch(1);
  down->addLayout(across);
  down->addStretch(2);
  scroll->setPage(ground);
  return scroll;
}

}  // namespace

AccountScreen::AccountScreen(const Access& access, QWidget* parent)
    : Screen(parent),
      access_(access),
      pages_(new QStackedWidget),
      signIn_(new SignInPage(access.desk, access.reader)),
      profile_(new ProfileForm),
      expertise_(new ExpertiseGrid(access.desk, access.reader)) {
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(pages_);
  pages_->addWidget(centred(signIn_, kNarrow));
  pages_->addWidget(centred(fetchingPage(), kNarrow));
  pages_->addWidget(
      centred(column(tr("Who are you?"), tr("Colleagues see who asks and who answers. You decide what they see."),
                     profile_, tr("Continue"), tr("Skip this"), Step::profile),
              kNarrow));
  pages_->addWidget(
      centred(column(tr("What do you know about?"),
                     tr("New questions in these categories come to you. You can change this at any time."), expertise_,
                     tr("Start"), tr("Skip this"), Step::expertise),
              kWide));
  setOnSurface();
  connect(signIn_, &SignInPage::succeeded, this, [this](bool registered) {
    firstRun_ = true;
    setStep(registered ? Step::profile : Step::fetching);
    look();
  });
  connect(signIn_, &SignInPage::goOnAsked, this, [this] { access_.navigator.go(Destination::forYou); });
  connect(&access_.desk, &Desk::linkChanged, this, &AccountScreen::look);
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.profile && step_ == Step::profile) {
      profile_->follow(knownProfile());
      renewNext();
    }
    if (changes.profile || changes.categories || changes.expertise) look();
  });
}

// What was filled in to make the account, until the server's own record is here.
OwnProfile AccountScreen::knownProfile() const {
  return access_.reader.ownProfile().value_or(signIn_->isRegistering() ? signIn_->registered() : OwnProfile{});
}

// A returning user's record may come later: what is sent before would blank what it holds.
void AccountScreen::renewNext() {
  const bool isKnown = access_.reader.ownProfile().has_value() || signIn_->isRegistering();
  saveProfile_->setEnabled(isKnown);
  profileWaits_->wrapped().setVisible(!isKnown);
}

QWidget* AccountScreen::column(const QString& heading, const QString& intro, QWidget* inside, const QString& nextText,
                               const QString& skipText, Step of) {
  auto* page = new QWidget;
  auto* down = new QVBoxLayout(page);
  down->setContentsMargins(0, 0, 0, 0);
  down->setSpacing(px(12));
  down->addWidget(
      new PlainLabel(of == Step::profile ? tr("Step 1 of 2") : tr("Step 2 of 2"), TextRole::meta, ColorRole::muted));
  down->addWidget(new PlainLabel(heading, TextRole::title));
  auto* text = new PlainLabel(intro, TextRole::row, ColorRole::muted);
  down->addWidget(&text->wrapped());
  down->addSpacing(px(6));
  down->addWidget(inside);
  down->addSpacing(px(8));
  auto* go = new PrimaryButton(nextText);
  if (of == Step::profile) {
    saveProfile_ = go;
    profileWaits_ = new PlainLabel(tr("Your profile is still being fetched."), TextRole::meta, ColorRole::muted);
    down->addWidget(&profileWaits_->wrapped());
  }
  auto* buttons = new QHBoxLayout;
  auto* skip = new LinkButton(skipText);
  buttons->addWidget(go);
  buttons->addWidget(skip);
  buttons->addStretch(1);
  down->addLayout(buttons);
  connect(go, &Button::clicked, this, [this] { next(false); });
  go->setToolTip(of == Step::profile ? QStringLiteral("Enter") : QStringLiteral("Ctrl+Enter"));
  // Among the ticks Enter alone would go on where somebody means to tick.
  auto* keys = new SubmitKeys(of == Step::profile ? inside : page, of == Step::profile);
  connect(keys, &SubmitKeys::submitted, go, &Button::click);
  connect(skip, &Button::clicked, this, [this] { next(true); });
  return page;
}

QWidget* AccountScreen::fetchingPage() {
  auto* page = new QWidget;
  auto* down = new QVBoxLayout(page);
  down->setSpacing(px(12));
  down->addWidget(new PlainLabel(tr("You are signed in"), TextRole::title));
  progress_ = new PlainLabel({}, TextRole::row, ColorRole::muted);
  down->addWidget(&progress_->wrapped());
  auto* start = new LinkButton(tr("Do not wait"));
  down->addWidget(start, 0, Qt::AlignLeft);
  connect(start, &Button::clicked, this, [this] { setStep(Step::profile); });
  return page;
}

QString AccountScreen::title() const {
  switch (step_) {
    case Step::signIn:
    case Step::fetching:
      return tr("Sign in");
    case Step::profile:
      return tr("Your profile");
    case Step::expertise:
      break;
  }
  return tr("Your expertise");
}

void AccountScreen::setEmail(const QString& email) { signIn_->setEmail(email); }

void AccountScreen::setStep(Step step) {
  step_ = step;
  pages_->setCurrentIndex(static_cast<int>(step));
  if (step == Step::profile) {
    profile_->setProfile(knownProfile());
    renewNext();
  }
  activate();
  Q_EMIT titleChanged();
}

// What came in decides: somebody who has expertise already is not asked again. Profile and categories come early in the
// first sync, so that nobody waits for all of it.
void AccountScreen::look() {
  if (!isVisible()) return;
  const bool untouched = step_ == Step::fetching || (step_ == Step::profile && firstRun_ && !profile_->isChanged());
  if (untouched && !access_.reader.expertise().isEmpty()) {
    firstRun_ = false;
    return access_.navigator.go(Destination::forYou);
  }
  if (step_ != Step::fetching) return;
  const LinkState state = access_.desk.link();
  progress_->setText(state.syncPercent >= 0
                         ? tr("Your questions are being fetched, the newest first: %1 %.").arg(state.syncPercent)
                         : tr("Your questions are being fetched, the newest first."));
  if (access_.reader.ownProfile() && !access_.reader.categories().isEmpty()) setStep(Step::profile);
}

void AccountScreen::next(bool skip) {
  if (step_ == Step::profile) {
    if (!skip) {
      if (!profile_->check()) return;
      if (profile_->isChanged()) access_.desk.updateProfile(profile_->profile());
    }
    firstRun_ = false;
    setStep(Step::expertise);
    return;
  }
  access_.navigator.go(Destination::forYou);
}

void AccountScreen::enter(const Visit& visit) {
  activate();
  if (visit.text == QLatin1String(kJustSignedOut)) {
    setStep(Step::signIn);
    signIn_->sayJustSignedOut();
  }
}

void AccountScreen::activate() {
  signIn_->renew();
  if (!access_.desk.isSignedIn() && step_ != Step::signIn) {
    step_ = Step::signIn;
    pages_->setCurrentIndex(0);
  }
  switch (step_) {
    case Step::signIn:
      signIn_->focusFirst();
      break;
    case Step::profile:
      profile_->focusFirst();
      break;
    case Step::expertise:
      expertise_->focusFirst();
      break;
    case Step::fetching:
      break;
  }
}

}  // namespace vb::client::ui
