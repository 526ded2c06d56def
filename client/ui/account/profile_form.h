// ProfileForm: one's own profile, with who may see each item. Used at the first run and in the settings. GUI thread.
#pragma once

#include <QWidget>

#include "client/core/engine/engine.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace vb::client::ui {

class FormField;

class ProfileForm : public QWidget {
  Q_OBJECT

 public:
  explicit ProfileForm(QWidget* parent = nullptr);
  void setProfile(const OwnProfile& profile);
  // The record came in or changed: every field that was not changed here follows it.
  void follow(const OwnProfile& profile);
  UpdateProfile profile() const;
  // As if it were typed: differs from what was set until it is saved.
  void type(const UpdateProfile& profile);
  // False, and the problem stands beside its field, when it may not be sent like this.
  bool check();
  void focusFirst();
  // Something differs from what was set.
  bool isChanged() const;

 Q_SIGNALS:
  void edited();

 private:
  struct Item {
    const char* name;  // as in OwnProfile::hidden
    QLineEdit* line;
    QCheckBox* visible;
    FormField* field;
  };

  void fill(const UpdateProfile& profile);

  QLineEdit* name_;
  FormField* nameField_;
  QComboBox* role_;
  Item job_;
  Item organisation_;
  Item municipality_;
  QCheckBox* expertiseVisible_;
  OwnProfile set_;
};

// The roles in their order on screen, "not told" first.
void fillRoles(QComboBox* box);

}  // namespace vb::client::ui
