// Destination: the places of the window, and a Visit: going to one of them with something in hand.
#pragma once

#include <QString>

#include "shared/base/ids.h"

namespace vb::client::ui {

enum class Destination {
  forYou,     // Voor jou
  questions,  // Vragen
  mine,       // Mijn vragen
  saved,      // Bewaard
  outbox,     // Nog te verzenden
  drafts,     // Concepten
  ask,        // Stel een vraag
  search,     // Zoeken in alles
  settings,   // Instellingen
  help,       // Help
  account,    // Aanmelden, eerste keer: without rail and list
  channel,    // one channel: discussions, cases, documents, members
  channels,   // Alle channels
};

// The tabs of a channel.
enum class ChannelTab { discussions, cases, documents, members };

// The text of a visit to account: the user signed out a moment ago.
inline constexpr char kJustSignedOut[] = "signed out";

struct Visit {
  Destination destination = Destination::forYou;
  QString text;         // search: what to look for; ask: a title to start with; settings, help: the part to show
  QString draftKey;     // ask, question: the draft to continue
  CategoryId category;  // questions: the category to show
  QuestionId question;  // the list screens: the question to open
  QString highlightId;  // an answer or comment in it
  ChannelId channel;    // channel: which; the following are in it
  ChannelTab tab = ChannelTab::discussions;
  TopicId topic;        // discussions, cases: the one to open
  PostId post;          // and the post in it to go to
  DocumentId document;  // documents: the one to open
  int page = 0;         // and its page, from 1; 0: where one was
  FolderId folder;      // documents: the folder to show
};

}  // namespace vb::client::ui
