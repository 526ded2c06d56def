// StorageSection: what of the platform is on this computer, and how fresh it is. GUI thread.
#pragma once

#include "client/models/desk.h"
#include "client/ui/settings/section.h"

namespace vb::client::ui {

class StorageSection : public Section {
  Q_OBJECT

 public:
  StorageSection(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  void renew();

 private:
  Desk& desk_;
  store::Reader& reader_;
  PlainLabel* here_;
  PlainLabel* fresh_;
  PlainLabel* whole_;
};

}  // namespace vb::client::ui
