// InvitePanel: inviting a colleague who is found by name, or somebody by e-mail address: as member, as moderator, or as
// guest of some discussions. Of an address it shows the code, once. GUI thread.
#pragma once

#include "client/ui/members/member_panel.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace vb::client::ui {

class FormField;
class PrimaryButton;

class InvitePanel : public MemberPanel {
  Q_OBJECT

 public:
  InvitePanel(const Access& access, const store::ChannelView& channel, QWidget* parent = nullptr);
  bool isBusy() const override;
  void focusFirst() override;

 private:
  void lookUp();
  void showFound(const store::SearchResults& results);
  void invite();
  void showCode(const QString& email, const QString& code);
  QVector<TopicId> topics() const;
  ChannelRole role() const;
  UserId chosen() const;

  QLineEdit* who_;
  FormField* whoField_;
  QListWidget* found_;
  QComboBox* role_;
  FormField* topicsField_;
  QListWidget* topics_;
  PrimaryButton* invite_;
  PlainLabel* said_;
  quint64 ticket_ = 0;
  bool codeShown_ = false;
};

}  // namespace vb::client::ui
