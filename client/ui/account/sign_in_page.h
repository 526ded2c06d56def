// SignInPage: server, e-mail address and password; or a new account, with the house rules. Says in words what went
// wrong; what was filled in stays. GUI thread.
#pragma once

#include <QWidget>

#include "client/models/desk.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace vb::client::ui {

class Banner;
class Button;
class FormField;
class MarkdownView;
class PlainLabel;

class SignInPage : public QWidget {
  Q_OBJECT

 public:
  explicit SignInPage(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  void setRegistering(bool registering);
  bool isRegistering() const { return registering_; }
  void focusFirst();
  // Filled in beforehand, as from the command line.
  void setEmail(const QString& email);
  // The user signed out a moment ago: says what stays.
  void sayJustSignedOut();
  // Who reads on this profile may go on doing so.
  void renew();
  // What was filled in to make the account.
  OwnProfile registered() const;

 Q_SIGNALS:
  void succeeded(bool registered);
  void goOnAsked();  // to what is on this computer, without signing in

 private:
  void build();
  void submit();
  bool check();
  void showFinished(const QString& errorCode);
  void setBusy(bool busy);
  void offerToWipe();
  void askToWipe();

  Desk& desk_;
  store::Reader& reader_;
  PlainLabel* heading_;
  PlainLabel* intro_;
  Banner* problem_;
  QLineEdit* server_;
  FormField* serverField_;
  QLineEdit* name_;
  FormField* nameField_;
  QComboBox* role_;
  FormField* roleField_;
  QLineEdit* email_;
  FormField* emailField_;
  QLineEdit* password_;
  FormField* passwordField_;
  QCheckBox* showPassword_;
  QCheckBox* accepts_;
  PlainLabel* acceptsProblem_;
  Button* showRules_;
  MarkdownView* rules_;
  Button* submit_;
  Button* other_;
  Button* goOn_;
  bool registering_ = false;
  bool busy_ = false;
};

}  // namespace vb::client::ui
