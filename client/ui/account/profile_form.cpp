#include "client/ui/account/profile_form.h"

#include <algorithm>
#include <set>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include "client/ui/controls/form_field.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

namespace {

bool isAmong(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The cursor stays where nothing changes.
void put(QLineEdit* line, const std::string& text) {
  if (line->text().trimmed().toStdString() != text) line->setText(QString::fromStdString(text));
}

}  // namespace

void fillRoles(QComboBox* box) {
  for (const Role role : {Role::unknown, Role::practitioner, Role::policy, Role::coordinator, Role::researcher})
    box->addItem(roleName(role), static_cast<int>(role));
}

ProfileForm::ProfileForm(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  const auto line = [this] {
    auto* edit = new QLineEdit;
    edit->setMaxLength(static_cast<int>(limits::kNameCharsMax));
    connect(edit, &QLineEdit::textChanged, this, &ProfileForm::edited);
    return edit;
  };
  name_ = line();
  nameField_ = new FormField(tr("Your name"), name_);
  nameField_->setHint(tr("Everybody who is signed in sees your name and role."));
  column->addWidget(nameField_);
  role_ = new QComboBox;
  fillRoles(role_);
  connect(role_, &QComboBox::currentIndexChanged, this, &ProfileForm::edited);
  column->addWidget(new FormField(tr("Your role"), role_));
  const auto item = [&](const char* name, const QString& caption) {
    Item made{name, line(), new QCheckBox(tr("Others may see this")), nullptr};
    made.visible->setAccessibleName(tr("Others may see: %1").arg(caption));
    made.visible->setChecked(true);
    connect(made.visible, &QCheckBox::toggled, this, &ProfileForm::edited);
    made.field = new FormField(caption, made.line);
    auto* group = new QVBoxLayout;
    group->setSpacing(4);
    group->addWidget(made.field);
    group->addWidget(made.visible);
    column->addLayout(group);
    return made;
  };
  job_ = item("job_title", tr("Job title"));
  organisation_ = item("organisation", tr("Organisation"));
  municipality_ = item("municipality", tr("Municipality or region"));
  expertiseVisible_ = new QCheckBox(tr("Others may see my expertise"));
  expertiseVisible_->setChecked(true);
  connect(expertiseVisible_, &QCheckBox::toggled, this, &ProfileForm::edited);
  column->addWidget(expertiseVisible_);
}

void ProfileForm::setProfile(const OwnProfile& profile) {
  set_ = profile;
  const QSignalBlocker quiet(this);
  fill({profile.name, profile.role, profile.jobTitle, profile.organisation, profile.municipality, profile.hidden});
}

void ProfileForm::follow(const OwnProfile& profile) {
  const UpdateProfile typed = this->profile();
  UpdateProfile shown{profile.name,         profile.role,         profile.jobTitle,
                      profile.organisation, profile.municipality, profile.hidden};
  const auto keep = [](auto& field, const auto& now, const auto& before) {
    if (now != before) field = now;
  };
  keep(shown.name, typed.name, set_.name);
  keep(shown.role, typed.role, set_.role);
  keep(shown.jobTitle, typed.jobTitle, set_.jobTitle);
  keep(shown.organisation, typed.organisation, set_.organisation);
  keep(shown.municipality, typed.municipality, set_.municipality);
  for (const char* name : {job_.name, organisation_.name, municipality_.name, "expertise"}) {
    const bool isHidden = isAmong(typed.hidden, name);
    if (isHidden == isAmong(set_.hidden, name)) continue;
    std::erase(shown.hidden, name);
    if (isHidden) shown.hidden.emplace_back(name);
  }
  set_ = profile;
  const QSignalBlocker quiet(this);
  fill(shown);
}

void ProfileForm::type(const UpdateProfile& profile) { fill(profile); }

void ProfileForm::fill(const UpdateProfile& profile) {
  const auto shown = [&](const char* name) { return !isAmong(profile.hidden, name); };
  put(name_, profile.name);
  role_->setCurrentIndex(qMax(0, role_->findData(static_cast<int>(profile.role))));
  put(job_.line, profile.jobTitle);
  put(organisation_.line, profile.organisation);
  put(municipality_.line, profile.municipality);
  for (const Item* item : {&job_, &organisation_, &municipality_}) item->visible->setChecked(shown(item->name));
  expertiseVisible_->setChecked(shown("expertise"));
}

UpdateProfile ProfileForm::profile() const {
  UpdateProfile profile;
  profile.name = name_->text().trimmed().toStdString();
  profile.role = static_cast<Role>(role_->currentData().toInt());
  profile.jobTitle = job_.line->text().trimmed().toStdString();
  profile.organisation = organisation_.line->text().trimmed().toStdString();
  profile.municipality = municipality_.line->text().trimmed().toStdString();
  for (const Item* item : {&job_, &organisation_, &municipality_})
    if (!item->visible->isChecked()) profile.hidden.emplace_back(item->name);
  if (!expertiseVisible_->isChecked()) profile.hidden.emplace_back("expertise");
  return profile;
}

bool ProfileForm::isChanged() const {
  const UpdateProfile now = profile();
  return now.name != set_.name || now.role != set_.role || now.jobTitle != set_.jobTitle ||
         now.organisation != set_.organisation || now.municipality != set_.municipality ||
         std::set(now.hidden.begin(), now.hidden.end()) != std::set(set_.hidden.begin(), set_.hidden.end());
}

bool ProfileForm::check() {
  const auto checked = validate(profile());
  nameField_->setProblem(checked ? QString() : tr("Fill in your name, so that colleagues know who answers."));
  if (!checked) name_->setFocus();
  return checked.ok();
}

void ProfileForm::focusFirst() { name_->setFocus(); }

}  // namespace vb::client::ui
