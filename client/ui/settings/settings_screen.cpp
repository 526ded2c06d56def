#include "client/ui/settings/settings_screen.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include "client/ui/account/expertise_grid.h"
#include "client/ui/account/profile_draft.h"
#include "client/ui/account/profile_form.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/drafts/draft_keeper.h"
#include "client/ui/settings/account_section.h"
#include "client/ui/settings/documents_section.h"
#include "client/ui/settings/look_section.h"
#include "client/ui/settings/notice_section.h"
#include "client/ui/settings/storage_section.h"
#include "client/ui/shell/page_scroll.h"

namespace vb::client::ui {
namespace {
constexpr int kWidthMax = 760;  // px at scale 1
}

SettingsScreen::SettingsScreen(const Access& access, Theme& theme, Preferences& preferences, QWidget* parent)
    : Screen(parent), access_(access), keeper_(new DraftKeeper(access.desk, systemNow, this)) {
  setOnSurface();
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(px(34), px(22), 0, 0);
  whole->setSpacing(px(10));
  whole->addWidget(new PlainLabel(tr("Settings"), TextRole::heading));
  filter_ = new SearchField(tr("Find a setting"));
  filter_->setAccessibleName(tr("Find a setting"));
  filter_->setMaximumWidth(px(kWidthMax));
  filter_->setClearButtonEnabled(true);
  auto* field = new QHBoxLayout;
  field->setContentsMargins(0, 0, px(34), 0);
  field->addWidget(filter_, 1);
  field->addStretch(0);
  whole->addLayout(field);
  scroll_ = new PageScroll;
  auto* ground = new QWidget;
  auto* across = new QHBoxLayout(ground);
  across->setContentsMargins(0, 0, px(34), px(22));
  auto* inner = new QWidget;
  inner->setMaximumWidth(px(kWidthMax));
  column_ = new QVBoxLayout(inner);
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(px(14));
  across->addWidget(inner, 1);
  across->addStretch(0);

  look_ = new LookSection(access_.desk, access_.reader, theme, preferences);
  notices_ = new NoticeSection(access_.desk, access_.reader);
  account_ = new AccountSection(access_.desk, access_.reader);
  storage_ = new StorageSection(access_.desk, access_.reader);
  documents_ = new DocumentsSection(access_.desk, access_.reader);
  sections_ = {look_, notices_, expertiseSection(), profileSection(), account_, storage_, documents_, aboutSection()};
  for (Section* section : std::as_const(sections_)) column_->addWidget(section);
  none_ = new PlainLabel(tr("No setting has this word in it."), TextRole::row, ColorRole::muted);
  none_->hide();
  column_->addWidget(none_);
  column_->addStretch(1);
  scroll_->setPage(ground);
  whole->addWidget(scroll_, 1);

  connect(filter_, &QLineEdit::textChanged, this, &SettingsScreen::filter);
  connect(look_, &LookSection::languageChosen, this, &SettingsScreen::languageChosen);
  connect(account_, &AccountSection::signedOutHere, this, [this] {
    Visit visit;
    visit.destination = Destination::account;
    visit.text = QLatin1String(kJustSignedOut);
    access_.navigator.visit(visit);
  });
  connect(&theme, &Theme::changed, look_, &LookSection::renew);
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings || changes.profile || changes.outbox) renew();
  });
}

Section* SettingsScreen::expertiseSection() {
  auto* section = new Section(tr("Expertise"), tr("category categories knowledge for you"));
  auto* why = new PlainLabel(tr("New questions in these categories come to you, under For you."), TextRole::meta,
                             ColorRole::muted);
  section->body()->addWidget(&why->wrapped());
  section->body()->addWidget(new ExpertiseGrid(access_.desk, access_.reader));
  return section;
}

Section* SettingsScreen::profileSection() {
  auto* section = new Section(tr("Profile"), tr("name role organisation municipality visible privacy"));
  profile_ = new ProfileForm;
  profile_->setProfile(access_.reader.ownProfile().value_or(OwnProfile{}));
  section->body()->addWidget(profile_);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  saveProfile_ = new PrimaryButton(tr("Save profile"));
  profileSaved_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  row->addWidget(saveProfile_);
  row->addWidget(profileSaved_, 1);
  section->body()->addLayout(row);
  // Half a change of the last time.
  const auto kept = DraftsInHand::of(access_.desk).find(access_.reader, QLatin1String(kProfileDraft));
  if (const auto typed = kept ? typedProfile(*kept) : std::nullopt) profile_->type(*typed);
  saveProfile_->setEnabled(profile_->isChanged());
  connect(profile_, &ProfileForm::edited, this, &SettingsScreen::profileEdited);
  connect(saveProfile_, &Button::clicked, this, &SettingsScreen::saveProfile);
  return section;
}

Section* SettingsScreen::aboutSection() {
  auto* section = new Section(tr("About"), tr("version licence help privacy"));
  section->body()->addWidget(new PlainLabel(tr("Vraagbaak %1").arg(QStringLiteral(VRAAGBAAK_VERSION)), TextRole::row));
  auto* why = new PlainLabel(tr("Free software under the EUPL 1.2. No advertisements, no trade in data, no telemetry."),
                             TextRole::meta, ColorRole::muted);
  section->body()->addWidget(&why->wrapped());
  auto* more = new LinkButton(tr("More about Vraagbaak"));
  section->body()->addWidget(more, 0, Qt::AlignLeft);
  connect(more, &Button::clicked, this, [this] {
    Visit visit;
    visit.destination = Destination::help;
    visit.text = QStringLiteral("about");
    access_.navigator.visit(visit);
  });
  return section;
}

void SettingsScreen::profileEdited() {
  const bool isChanged = profile_->isChanged();
  saveProfile_->setEnabled(isChanged);
  profileSaved_->clear();
  auto draft = profileDraft(profile_->profile());
  if (!isChanged) draft.title = draft.body = QString();
  keeper_->update(draft);
}

void SettingsScreen::saveProfile() {
  if (!profile_->check()) return;
  const UpdateProfile wished = profile_->profile();
  access_.desk.updateProfile(wished);
  OwnProfile now = access_.reader.ownProfile().value_or(OwnProfile{});
  now.name = wished.name;
  now.role = wished.role;
  now.jobTitle = wished.jobTitle;
  now.organisation = wished.organisation;
  now.municipality = wished.municipality;
  now.hidden = wished.hidden;
  profile_->setProfile(now);
  keeper_->finish(QLatin1String(kProfileDraft));
  saveProfile_->setEnabled(false);
  profileSaved_->setText(access_.desk.link().link == Link::live
                             ? tr("Saved.")
                             : tr("Saved; goes to the server when there is a connection."));
}

void SettingsScreen::filter(const QString& text) {
  bool any = false;
  for (Section* section : std::as_const(sections_)) {
    const bool shown = section->matches(text);
    section->setVisible(shown);
    any = any || shown;
  }
  none_->setVisible(!any);
}

void SettingsScreen::renew() {
  notices_->renew();
  account_->renew();
  storage_->renew();
  documents_->renew();
  // What is being changed is not overwritten by what came in.
  profile_->follow(access_.reader.ownProfile().value_or(OwnProfile{}));
  saveProfile_->setEnabled(profile_->isChanged());
}

void SettingsScreen::activate() {
  renew();
  look_->renew();
  filter_->setFocus();
}

void SettingsScreen::enter(const Visit& visit) {
  activate();
  if (!visit.text.isEmpty()) filter_->setText(visit.text);
}

void SettingsScreen::keepTyped() { keeper_->flush(); }

void SettingsScreen::deactivate() {
  keepTyped();
  if (!profile_->isChanged()) return;
  profileSaved_->setText(tr("Not saved yet."));
  access_.navigator.showToast({tr("What you changed in your profile is not saved yet."),
                               tr("Back to the profile"),
                               [navigator = &access_.navigator] { navigator->go(Destination::settings); },
                               {}});
}

QVariant SettingsScreen::place() const {
  return QVariantMap{{QStringLiteral("filter"), filter_->text()},
                     {QStringLiteral("down"), scroll_->verticalScrollBar()->value()},
                     {QStringLiteral("high"), scroll_->verticalScrollBar()->maximum()}};
}

void SettingsScreen::restorePlace(const QVariant& place) {
  const QVariantMap was = place.toMap();
  filter_->setText(was.value(QStringLiteral("filter")).toString());
  // The same part of the page, however high it is now.
  const double part =
      was.value(QStringLiteral("down")).toDouble() / std::max(1.0, was.value(QStringLiteral("high")).toDouble());
  scroll_->widget()->adjustSize();
  layout()->activate();
  scroll_->verticalScrollBar()->setValue(static_cast<int>(part * scroll_->verticalScrollBar()->maximum()));
}

}  // namespace vb::client::ui
