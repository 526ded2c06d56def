// Screen: a page of the window, made when it is first needed and kept; its parent owns it. GUI thread.
// The shell knows screens only by this; a screen knows the shell only by Navigator.
#pragma once

#include <QVariant>
#include <QVector>
#include <QWidget>

#include "client/ui/shell/destination.h"
#include "shared/base/ids.h"

namespace vb::client::ui {

class Screen : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  // For the window title and the screen reader.
  virtual QString title() const = 0;
  // It came on screen: look at the cache again, put the keyboard where the work is.
  virtual void activate() {}
  // The same with what was asked for; activate() when a screen takes nothing along.
  virtual void enter(const Visit&) { activate(); }
  // It leaves the screen, or the window closes: what is typed must be saved when this returns.
  virtual void deactivate() {}
  // What is typed must be saved when this returns, but it stays on screen.
  virtual void keepTyped() { deactivate(); }
  // Stops of F6, left to right; the screen itself when there is only one.
  virtual QVector<QWidget*> panes() { return {this}; }
  // One step back inside the screen (narrow window: from reader to list); false when there is none.
  virtual bool back() { return false; }
  // Below 720 px one pane is shown at a time.
  virtual void setOnePane(bool) {}
  // A while went by: what depends on the time of day may be another list now.
  virtual void timePassed() {}
  // What a screen made anew (another language, another size of text) needs to look as this one does, besides the
  // drafts.
  virtual QVariant place() const { return {}; }
  virtual void restorePlace(const QVariant&) {}

 Q_SIGNALS:
  void titleChanged();

 protected:
  // A page to read or write on, not a list.
  void setOnSurface();
  void paintEvent(QPaintEvent* event) override;

 private:
  bool onSurface_ = false;
};

// The right-hand part of a list screen: shows one question.
class QuestionPane : public Screen {
  Q_OBJECT

 public:
  using Screen::Screen;

  // `highlightId`: an answer or comment to scroll to; may be empty. A nil id shows the empty state.
  virtual void open(QuestionId question, const QString& highlightId) = 0;
  virtual QuestionId question() const = 0;
  // Puts the cursor in the composer (key R).
  virtual void compose() = 0;

 Q_SIGNALS:
  void backRequested();  // the "back" button of a narrow window
};

}  // namespace vb::client::ui
