// AccountSection: who is signed in where, signing out, and signing out with erasing everything; the latter asks once
// more and says what would be lost. GUI thread.
#pragma once

#include "client/models/desk.h"
#include "client/ui/settings/section.h"

namespace vb::client::ui {

class AccountSection : public Section {
  Q_OBJECT

 public:
  AccountSection(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  void renew();

 Q_SIGNALS:
  void signedOutHere();  // by the user, nothing erased

 private:
  void askToWipe();

  Desk& desk_;
  store::Reader& reader_;
  QWidget* buttons_;
  PlainLabel* who_;
  PlainLabel* server_;
  Banner* confirm_;
  Button* signOut_;
  Button* wipe_;
};

}  // namespace vb::client::ui
