// NoticeSection: desktop notifications and the hours in which they may come; works at once. GUI thread.
#pragma once

#include "client/models/desk.h"
#include "client/ui/settings/section.h"

class QCheckBox;
class QComboBox;

namespace vb::client::ui {

class FormField;

class NoticeSection : public Section {
  Q_OBJECT

 public:
  NoticeSection(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  void renew();

 private:
  void send();

  Desk& desk_;
  store::Reader& reader_;
  QCheckBox* notify_;
  QComboBox* from_;
  QComboBox* until_;
  FormField* untilField_;
};

}  // namespace vb::client::ui
