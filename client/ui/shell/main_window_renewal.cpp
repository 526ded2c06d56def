// MainWindow: its screens made anew, for another language, size of text or user.
#include <QStackedWidget>

#include "client/ui/shell/main_window.h"
#include "client/ui/shell/toast_bar.h"
#include "client/ui/shell/tuning.h"

namespace vb::client::ui {

// Screens are made for one language and one size of text. They are made anew when what is typed in them is stored, and
// stay as they are until then.
void MainWindow::storeTyped() {
  toast_->expire();
  if (auto* now = qobject_cast<Screen*>(stack_->currentWidget())) now->keepTyped();
  desk_.flush(++anewTicket_);
}

void MainWindow::makeAnew() {
  auto* before = qobject_cast<Screen*>(stack_->currentWidget());
  // What was typed since.
  if (before != nullptr) before->keepTyped();
  const QVariant place = before != nullptr ? before->place() : QVariant();
  for (QWidget* old : takeScreens()) old->deleteLater();
  renewRight();
  if (places_.isEmpty()) return;
  // What was asked of the old one was done by it.
  Visit again;
  again.destination = visit_.destination;
  again.channel = visit_.channel;
  again.tab = visit_.tab;
  if (again.destination == Destination::search) again.text = visit_.text;
  move(again);
  if (auto* after = qobject_cast<Screen*>(stack_->currentWidget())) after->restorePlace(place);
}

QVector<QWidget*> MainWindow::takeScreens() {
  QVector<QWidget*> taken;
  for (Place& place : places_) {
    if (place.screen == nullptr) continue;
    stack_->removeWidget(place.screen);
    place.screen->hide();
    taken.append(std::exchange(place.screen, nullptr));
  }
  return taken;
}

void MainWindow::signedOut(const QString& notErased) {
  const bool isEmpty = reader_.userId().isNil();
  if (isEmpty) startAfresh();
  if (!notErased.isEmpty()) return sayNotErased(notErased);
  if (isEmpty) return;
  if (visit_.destination == Destination::account) return;
  Toast toast;
  toast.text = tr("You were signed out. What you wrote is kept; sign in to go on.");
  showToast(toast);
}

void MainWindow::sayNotErased(const QString& code) {
  showToast({tr("You are signed out, but not everything could be erased from this computer (code: %1). Close other "
                "programs that use it, and erase again.")
                 .arg(code),
             {},
             {},
             {},
             kImportantToastMs});
}

// Everything of the user was erased: the next one finds no text, place or way back of this one. Nothing on screen is
// stored any more.
void MainWindow::startAfresh() {
  toast_->forget();
  qDeleteAll(takeScreens());
  // The reader kept its last place as it went.
  preferences_.setState(QLatin1String(kReadingState), {});
  visit_ = {};
  renewCounts();
  renewRight();
  go(Destination::account);
  history_.clear();
}

}  // namespace vb::client::ui
