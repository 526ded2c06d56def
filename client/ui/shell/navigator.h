// Navigator: where a screen can send the user, and how it says something in passing. Implemented by the main window;
// borrowed by every screen. GUI thread.
#pragma once

#include <functional>

#include <QAction>
#include <QString>
#include <QUrl>
#include <QVector>

#include "client/ui/shell/destination.h"
#include "shared/base/ids.h"

namespace vb::client::ui {

class Navigator {
 public:
  virtual ~Navigator() = default;

  virtual void go(Destination destination) = 0;
  virtual void visit(const Visit& visit) = 0;
  // Back to where one came from.
  virtual void back() = 0;
  // Opens it in the reader of the list on screen (or of Vragen).
  virtual void openQuestion(QuestionId question, const QString& highlightId = {}) = 0;
  virtual void openCategory(CategoryId category) = 0;
  // A title to start with, as typed in a search.
  virtual void openAsk(const QString& title = {}) = 0;
  virtual void openSearch(const QString& text = {}) = 0;
  // Continues a draft by its key ("ask", "answer/<question>", ...).
  virtual void openDraft(const QString& key) = 0;
  virtual void openSwitcher() = 0;
  // Shows the host and asks before a link leaves the app.
  virtual void openLink(const QUrl& url) = 0;

  // A line at the bottom of the window for a few seconds; never takes the focus. `expired` is called when it goes
  // without the action having been taken (also when another toast replaces it, and when the window closes).
  struct Toast {
    QString text;
    QString actionText;  // "Ongedaan maken"; empty = none
    std::function<void()> action;
    std::function<void()> expired;
    int milliseconds = 10000;
  };
  virtual void showToast(const Toast& toast) = 0;

  // Every command of the window, for the switcher and the overview of shortcuts; text, shortcut and enabled are true.
  virtual QVector<QAction*> commands() const = 0;
};

}  // namespace vb::client::ui
