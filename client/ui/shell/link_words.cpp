#include "client/ui/shell/link_words.h"

#include <QCoreApplication>

#include "client/models/age.h"

namespace vb::client::ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(LinkWords)
};

void sayWaiting(const LinkState& state, LinkWords& words) {
  words.waitingIsAmber = state.waiting > 0 || state.needsAttention > 0;
  if (state.needsAttention > 0)
    words.waiting = Say::tr("%n not sent: look at it", nullptr, state.needsAttention);
  else if (state.waiting == 0)
    words.waiting = state.link == Link::signedOut ? QString() : Say::tr("Everything is sent");
  else if (state.link == Link::live || state.link == Link::syncing)
    words.waiting = Say::tr("%n being sent", nullptr, state.waiting);
  else
    words.waiting = Say::tr("%n waiting for a connection", nullptr, state.waiting);
}

void sayLink(const LinkState& state, const QDateTime& now, LinkWords& words) {
  const QString last = state.lastSyncedAt > 0 ? clockTime(state.lastSyncedAt, now) : QString();
  const QString since = state.since > 0 ? clockTime(state.since, now) : QString();
  const QString fresh =
      last.isEmpty() ? Say::tr("What you see here may be incomplete.") : Say::tr("What you see is of %1.").arg(last);
  switch (state.link) {
    case Link::signedOut:
      words.mood = Mood::grey;
      words.status = Say::tr("Not signed in");
      words.bannerTitle = Say::tr("Not signed in");
      words.bannerText = fresh + QLatin1Char(' ') + Say::tr("Sign in to fetch what is new and to send what you wrote.");
      words.bannerAction = Say::tr("Sign in");
      break;
    case Link::offline:
      words.mood = Mood::wait;
      words.status = since.isEmpty() ? Say::tr("No connection · you can go on working")
                                     : Say::tr("No connection since %1 · you can go on working").arg(since);
      words.bannerTitle = Say::tr("No connection");
      words.bannerText = fresh + QLatin1Char(' ') + Say::tr("What you write is kept and sent by itself.");
      words.bannerAction = Say::tr("Try now");
      break;
    case Link::connecting:
      words.mood = Mood::wait;
      words.status = last.isEmpty() ? Say::tr("Connecting…") : Say::tr("Connecting… · updated at %1").arg(last);
      break;
    case Link::syncing:
      words.mood = Mood::wait;
      words.status = state.syncPercent >= 0 ? Say::tr("Fetching questions · %1 %").arg(state.syncPercent)
                     : last.isEmpty()       ? Say::tr("Fetching questions…")
                                            : Say::tr("Updating… · last at %1").arg(last);
      break;
    case Link::live:
      words.mood = Mood::ok;
      words.status = last.isEmpty() ? Say::tr("Up to date") : Say::tr("Updated at %1").arg(last);
      break;
    case Link::captive:
      words.mood = Mood::bad;
      words.status = Say::tr("This network wants you to sign in first");
      words.bannerTitle = Say::tr("No way out yet");
      words.bannerText = Say::tr(
          "This network answers in place of Vraagbaak. Open your browser, sign in to the network "
          "and come back. Nothing was lost.");
      words.bannerAction = Say::tr("Try now");
      break;
    case Link::untrusted:
      words.mood = Mood::bad;
      words.status = Say::tr("Connection not trusted · nothing was sent");
      words.bannerTitle = Say::tr("Connection not trusted");
      words.bannerText = Say::tr(
          "The server could not prove who it is, so nothing was sent. What you write is kept. "
          "Ask your administrator.");
      words.bannerAction = Say::tr("Try again");
      words.bannerIsBad = true;
      break;
    case Link::readOnly:
      words.mood = Mood::wait;
      words.status = Say::tr("The server cannot store anything now");
      words.bannerTitle = Say::tr("Sending has to wait");
      words.bannerText = Say::tr(
          "The server cannot store anything now. You can read; what you write stays here and is "
          "sent by itself.");
      break;
  }
}

}  // namespace

LinkWords wordsOf(const LinkState& state, const QDateTime& now, const DocumentsComing& coming) {
  LinkWords words;
  sayWaiting(state, words);
  sayLink(state, now, words);
  // Who goes on a train now would miss them.
  const bool isFetching = state.link == Link::live && coming.count > 0;
  if (isFetching) {
    words.status = Say::tr("Fetching %n document(s)", nullptr, coming.count);
    if (coming.percent >= 0) words.status += QStringLiteral(" · %1 %").arg(coming.percent);
  }
  if (words.mood == Mood::ok && state.waiting > 0) words.mood = Mood::wait;
  if (words.mood == Mood::ok && state.needsAttention > 0) words.mood = Mood::bad;
  if (words.mood == Mood::ok && isFetching) words.mood = Mood::wait;
  if (state.clockWrong && words.bannerTitle.isEmpty()) {
    words.bannerTitle = Say::tr("The clock of this computer is wrong");
    words.bannerText = Say::tr("Times on screen may be wrong. Your texts are safe and in the right order.");
  }
  if (state.diskFull) {
    words.mood = Mood::bad;
    words.bannerIsBad = true;
    words.bannerTitle = Say::tr("The disk is full");
    words.bannerText = Say::tr(
        "What you type is kept as long as the app is open, and stored as soon as there is room. "
        "Remove files you do not need.");
    words.bannerAction.clear();
  }
  return words;
}

}  // namespace vb::client::ui
