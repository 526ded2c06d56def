// SettingsScreen: everything one can set, in sections, with a field that finds a setting. Owned by the shell; GUI
// thread.
#pragma once

#include "client/ui/reader/access.h"
#include "client/ui/shell/preferences.h"
#include "client/ui/shell/screen.h"
#include "client/ui/theme/theme.h"

class QVBoxLayout;

namespace vb::client::ui {

class AccountSection;
class Button;
class DocumentsSection;
class DraftKeeper;
class LookSection;
class NoticeSection;
class PageScroll;
class PlainLabel;
class ProfileForm;
class SearchField;
class Section;
class StorageSection;

class SettingsScreen : public Screen {
  Q_OBJECT

 public:
  SettingsScreen(const Access& access, Theme& theme, Preferences& preferences, QWidget* parent = nullptr);

  QString title() const override { return tr("Settings"); }
  void activate() override;
  // text: what to look for.
  void enter(const Visit& visit) override;
  // What was changed in the profile and not saved stays in the form, and as a draft; nothing is published by leaving.
  void deactivate() override;
  void keepTyped() override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 Q_SIGNALS:
  void languageChosen(const QString& language);

 private:
  Section* expertiseSection();
  Section* profileSection();
  Section* aboutSection();
  void filter(const QString& text);
  void renew();
  void saveProfile();
  void profileEdited();

  Access access_;
  SearchField* filter_;
  PageScroll* scroll_;
  QVBoxLayout* column_;
  QVector<Section*> sections_;
  LookSection* look_;
  NoticeSection* notices_;
  AccountSection* account_;
  StorageSection* storage_;
  DocumentsSection* documents_;
  ProfileForm* profile_;
  DraftKeeper* keeper_;
  Button* saveProfile_;
  PlainLabel* profileSaved_;
  PlainLabel* none_;
};

}  // namespace vb::client::ui
