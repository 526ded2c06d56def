// AccountScreen: sign in or register, then at the first run at most two steps: profile and expertise, each skippable,
// but neither passed over in silence. Without rail and list. Owned by the shell; GUI thread.
#pragma once

#include "client/ui/reader/access.h"
#include "client/ui/shell/screen.h"

class QScrollArea;
class QStackedWidget;

namespace vb::client::ui {

class Button;
class ExpertiseGrid;
class PlainLabel;
class ProfileForm;
class SignInPage;

class AccountScreen : public Screen {
  Q_OBJECT

 public:
  explicit AccountScreen(const Access& access, QWidget* parent = nullptr);

  QString title() const override;
  void activate() override;
  void enter(const Visit& visit) override;

  enum class Step { signIn, fetching, profile, expertise };
  Step step() const { return step_; }
  void setStep(Step step);
  // Filled in beforehand, as from the command line.
  void setEmail(const QString& email);

 private:
  QWidget* column(const QString& heading, const QString& intro, QWidget* inside, const QString& next,
                  const QString& skip, Step of);
  QWidget* fetchingPage();
  void next(bool skip);
  void look();
  OwnProfile knownProfile() const;
  void renewNext();

  Access access_;
  bool firstRun_ = false;  // the steps follow a sign-in; somebody with expertise turns out not to need them
  Step step_ = Step::signIn;
  QStackedWidget* pages_;
  SignInPage* signIn_;
  ProfileForm* profile_;
  Button* saveProfile_;
  PlainLabel* profileWaits_;
  ExpertiseGrid* expertise_;
  PlainLabel* progress_;
};

}  // namespace vb::client::ui
