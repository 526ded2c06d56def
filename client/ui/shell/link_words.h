// The state of the connection in words: one answer feeds status bar, banner and tooltip. Never "ok" while something
// waits. Pure.
#pragma once

#include <QDateTime>
#include <QString>

#include "client/core/engine/engine.h"

namespace vb::client::ui {

enum class Mood {
  ok,    // green: everything is here and sent
  wait,  // amber: something waits
  bad,   // red: someone must do something
  grey,  // not signed in
};

struct LinkWords {
  Mood mood = Mood::grey;
  QString status;   // "Updated at 10:42"
  QString waiting;  // "2 wait for a connection", "Everything is sent"
  bool waitingIsAmber = false;
  QString bannerTitle;  // empty: no banner
  QString bannerText;
  QString bannerAction;  // empty: none
  bool bannerIsBad = false;
};

// Documents on their way to this computer.
struct DocumentsComing {
  int count = 0;
  int percent = -1;  // -1: not known
};

LinkWords wordsOf(const LinkState& state, const QDateTime& now, const DocumentsComing& coming = {});

}  // namespace vb::client::ui
