#include "client/ui/account/profile_draft.h"

namespace vb::client::ui {

// Title: the name; text: a line each; sources: the role, then what is hidden.
store::Draft profileDraft(const UpdateProfile& typed) {
  store::Draft draft;
  draft.key = QLatin1String(kProfileDraft);
  draft.title = draft.targetTitle = QString::fromStdString(typed.name);
  draft.body = QStringList{QString::fromStdString(typed.jobTitle), QString::fromStdString(typed.organisation),
                           QString::fromStdString(typed.municipality)}
                   .join(QLatin1Char('\n'));
  draft.sources << QString::number(static_cast<int>(typed.role));
  for (const auto& name : typed.hidden) draft.sources << QString::fromStdString(name);
  return draft;
}

std::optional<UpdateProfile> typedProfile(const store::Draft& draft) {
  const QStringList lines = draft.body.split(QLatin1Char('\n'));
  if (draft.key != QLatin1String(kProfileDraft) || lines.size() != 3 || draft.sources.isEmpty()) return std::nullopt;
  UpdateProfile typed;
  typed.name = draft.title.toStdString();
  typed.role = static_cast<Role>(draft.sources.first().toInt());
  typed.jobTitle = lines[0].toStdString();
  typed.organisation = lines[1].toStdString();
  typed.municipality = lines[2].toStdString();
  for (const QString& name : draft.sources.mid(1)) typed.hidden.push_back(name.toStdString());
  return typed;
}

}  // namespace vb::client::ui
