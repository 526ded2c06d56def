// ChannelPage: what is behind one tab of a channel: a part at the left, below the name and the tabs, and a part at the
// right to read in. Made by the screen of the channel when its tab is first shown, of one channel for all its life, and
// gone when another channel is opened: what is typed is kept as a draft. Looks again at the cache by itself (connect to
// Desk::changed). GUI thread.
#pragma once

#include <functional>

#include <QObject>
#include <QVariant>
#include <QVector>

#include "client/core/store/channel_views.h"
#include "client/ui/reader/access.h"
#include "client/ui/shell/destination.h"

class QWidget;

namespace vb::client::ui {

class ChannelPage : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Made by the page in its constructor; the screen takes them as its children and deletes them.
  virtual QWidget* listPart() = 0;
  // May be null: the left part has the whole width then.
  virtual QWidget* readPart() = 0;

  // For the window title: what is open in it; empty: nothing, the channel's name says enough.
  virtual QString title() const { return {}; }
  // Before the first enter(), and again whenever something of the channel changed: name, rights, lease, counts.
  virtual void setChannel(const store::ChannelView& channel) = 0;
  // Its tab came in front, with what was asked for. Puts the keyboard where the work is.
  virtual void enter(const Visit& visit) = 0;
  // The window came back to it, nothing in hand.
  virtual void activate() {}
  // It leaves the screen, or the window closes: what is typed must be saved when this returns.
  virtual void deactivate() {}
  // Stops of F6, left to right, those in sight.
  virtual QVector<QWidget*> panes() = 0;
  // One step back inside the page (narrow window: from reader to list, then emit readerInFront(false)); false when
  // there is none.
  virtual bool back() { return false; }
  // Below 720 px one part is shown at a time: the right one after readerInFront(true).
  virtual void setOnePane(bool) {}
  // A minute went by.
  virtual void timePassed() {}
  // What a page made anew (another language, another size of text) needs to look as this one does, besides drafts.
  virtual QVariant place() const { return {}; }
  virtual void restorePlace(const QVariant&) {}

 Q_SIGNALS:
  void titleChanged();
  void readerInFront(bool inFront);
};

using MakeChannelPage = std::function<ChannelPage*(const Access& access, ChannelId channel, QObject* parent)>;

}  // namespace vb::client::ui
