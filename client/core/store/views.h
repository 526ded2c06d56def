// What the screens read from the local cache: plain values, one struct per kind of row. Times are UTC milliseconds.
#pragma once

#include <optional>

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include "shared/domain/records.h"

namespace vb::client::store {

// The state of something this user wrote, in the words of the product.
enum class SendState {
  none,      // not ours, or long confirmed
  draft,     // concept
  waiting,   // wacht op verbinding
  sending,   // wordt verzonden
  received,  // ontvangen
  refused,   // niet verzonden: with a reason, text kept
  conflict,  // somebody (or another device) changed it meanwhile: both texts kept
};

struct CategoryRow {
  CategoryId id;
  QString nameNl;
  QString nameEn;
  QString descriptionNl;
  QString descriptionEn;
  QVector<CategoryId> neighbours;
  QStringList words;
  int position = 0;
  bool mine = false;      // ticked as expertise (pending included)
  int openQuestions = 0;  // open and without an answer
  int questions = 0;
};

struct Person {
  UserId id;
  QString name;  // empty when the profile is not here: show "Onbekende collega"
  Role role = Role::unknown;
  QString jobTitle;
  QString organisation;
  QString municipality;
  QVector<CategoryId> expertise;
};

// A row of a list of questions.
struct QuestionRow {
  QuestionId id;
  CategoryId homeCategory;
  QVector<CategoryId> categories;  // home first
  QString title;
  UserId author;
  QString authorName;
  QString place;  // municipality of the author
  qint64 askedAt = 0;
  qint64 activityAt = 0;  // last answer or comment, else askedAt
  int answers = 0;
  bool helped = false;  // an answer is marked as helpful
  bool closed = false;
  bool unread = false;  // newer than the read mark, and not our own
  bool saved = false;
  bool followed = false;
  bool later = false;
  bool mine = false;
  bool routedToMe = false;  // asked while the category was ticked; false: it was there before
  bool refOnly = false;     // only the reference is here yet
  QVector<CategoryId> via;  // ticked categories through which it came, when not the home category
  SendState sendState = SendState::none;
};

struct CommentView {
  CommentId id;
  QString parentId;
  QString body;  // Markdown
  Person author;
  qint64 postedAt = 0;
  bool edited = false;
  bool mine = false;
  Seq seq = 0;  // base_seq for an edit; 0 while it is only in the outbox
  SendState sendState = SendState::none;
};

struct AnswerView {
  AnswerId id;
  QString body;  // Markdown
  QStringList sources;
  Person author;
  qint64 postedAt = 0;
  bool edited = false;
  bool mine = false;
  bool helpful = false;
  bool thankedByMe = false;
  bool saved = false;
  int thanks = 0;
  QVector<CommentView> comments;
  Seq seq = 0;
  SendState sendState = SendState::none;
};

// Everything the reader shows, pending outbox included (C5).
struct QuestionView {
  QuestionRow row;
  QString body;  // Markdown
  Person author;
  int routedTo = -1;  // -1: not known yet
  bool edited = false;
  QString source;                 // imported from
  QVector<AnswerView> answers;    // helpful first, then oldest first
  QVector<CommentView> comments;  // on the question itself
  Seq seq = 0;
};

// A line of "Nog te verzenden".
struct OutboxRow {
  CommandId id;
  QString kind;   // command kind
  QString title;  // what it is about: the question's title (an edit's own new one), the category's name
  QString text;   // what was typed, when something was
  qint64 createdAt = 0;
  SendState state = SendState::waiting;
  QString errorCode;  // when refused or conflict
  QString errorDetail;
  QString newestText;  // conflict: the text as it is on the server now
  Seq newestSeq = 0;   // conflict: base_seq to send again with
  int attempts = 0;
  // The post that it makes or changes; empty for everything else.
  QString recordKind;  // "question", "answer", "comment"
  QString recordId;
  QuestionId question;  // that the post belongs to, when known
  // Edits, so that a conflict can be told in words.
  QString newestTitle;                       // of a question, as it is on the server now
  std::optional<QuestionState> newestState;  // of a question on the server
  std::optional<QuestionState> wantedState;  // what the edit closes or opens
  bool newestDeleted = false;                // what it changes is not there any more
  bool editsTitle = false;                   // the edit changes the title; `title` is the new one
  bool withheld = false;                     // being discarded, can still be taken back; not sent meanwhile
};

// What is being typed, keyed by what it is for. Saved within a second; survives kill -9.
struct Draft {
  QString key;  // "ask", "answer/<question>", "comment/<parent>", "edit/<record>", "outbox/<command>", "profile"
  QString title;
  QString body;
  QVector<CategoryId> categories;
  QString targetTitle;  // for the list of drafts
  Seq baseSeq = 0;      // edits
  qint64 savedAt = 0;
  QStringList sources = {};  // answers; of a row of the outbox ("outbox/<id>"): kind and id of its post
  QuestionId question = {};  // that it belongs to; nil for a new question
};

enum class SearchKind {
  question,
  answer,
  comment,
  person,
  category,
  topic,     // of a channel; also the lesson of a case
  post,      // in a topic
  document,  // its name, a page of it; or a folder
  channel,
};
struct SearchHit {
  SearchKind kind = SearchKind::question;
  QString id;
  QuestionId question;  // to open; nil for everything that is not under a question
  QString title;
  QString snippet;                          // plain text around the hit
  QVector<std::pair<int, int>> marks;       // [begin, length) in snippet, UTF-16
  QVector<std::pair<int, int>> titleMarks;  // in title
  CategoryId category;
  QString authorName;
  qint64 at = 0;
  ChannelId channel;
  TopicId topic;        // topic, post
  DocumentId document;  // document; nil: a folder
  VersionId version;    // that was searched
  FolderId folder;      // that a document stands in, or that was found; nil: the top
  int page = 0;         // of the document, from 1; 0: not in a page
  QString place;        // names, from the channel down to the folder, joined by " / "
};
struct SearchResults {
  QString query;
  QVector<SearchHit> hits;
  bool more = false;
  bool historyIncomplete = false;  // older questions are not on this computer (yet), so were not searched
  int documentsNotHere = 0;        // whose content is not on this computer, or not read yet: not searched
};

// How fresh a scope is, for "bijgewerkt om" and for what search has to admit.
struct Freshness {
  qint64 lastSyncedAt = 0;       // all wished scopes current; 0 = never
  bool historyComplete = false;  // every category is here down to the bottom
  int questionsHere = 0;
};

struct Counts {
  int forYouOpen = 0;      // unread and open in Voor jou
  int waitingToSend = 0;   // outbox, not confirmed
  int needsAttention = 0;  // refused or conflict
  int drafts = 0;
  int saved = 0;
};

}  // namespace vb::client::store
