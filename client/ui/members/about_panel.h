// AboutPanel: what a channel is: who may join, what each role may do, its rent for the owner, its settings for who may
// change them, and leaving. GUI thread.
#pragma once

#include "client/ui/members/member_panel.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace vb::client::ui {

class ExportPart;
class FormField;
class PrimaryButton;

class AboutPanel : public MemberPanel {
  Q_OBJECT

 public:
  AboutPanel(const Access& access, const store::ChannelView& channel, QWidget* parent = nullptr);
  bool isBusy() const override;

 private:
  void addLease();
  void addSettings();
  void addLeaving();
  UpdateChannel change() const;
  void save();

  QLineEdit* name_ = nullptr;
  FormField* nameField_ = nullptr;
  QPlainTextEdit* description_ = nullptr;
  FormField* descriptionField_ = nullptr;
  QComboBox* who_ = nullptr;
  QSpinBox* days_ = nullptr;
  PrimaryButton* save_ = nullptr;
  ExportPart* export_ = nullptr;
};

}  // namespace vb::client::ui
