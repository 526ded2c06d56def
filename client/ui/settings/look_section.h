// LookSection: language, theme, text size and density; each works at once. GUI thread.
#pragma once

#include "client/models/desk.h"
#include "client/ui/settings/section.h"
#include "client/ui/shell/preferences.h"
#include "client/ui/theme/theme.h"

class QComboBox;

namespace vb::client::ui {

class LookSection : public Section {
  Q_OBJECT

 public:
  LookSection(Desk& desk, store::Reader& reader, Theme& theme, Preferences& preferences, QWidget* parent = nullptr);
  void renew();

 Q_SIGNALS:
  void languageChosen(const QString& language);  // "nl", "en", or empty for the system's

 private:
  Desk& desk_;
  store::Reader& reader_;
  Theme& theme_;
  Preferences& preferences_;
  QComboBox* language_;
  QComboBox* mode_;
  QComboBox* scale_;
  QComboBox* density_;
};

}  // namespace vb::client::ui
