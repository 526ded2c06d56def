// One function per command of vraagbaak-cli; each gives the exit code. The desk is open.
#pragma once

#include "client/cli/desk.h"

namespace vb::client::cli {

// account
int signIn(Desk& desk);
int signOut(Desk& desk);
int sync(Desk& desk);
int status(Desk& desk);
// reading
int inbox(Desk& desk);
int questions(Desk& desk);
int show(Desk& desk);
int search(Desk& desk);
int listExpertise(Desk& desk);
int watch(Desk& desk);
// writing
int ask(Desk& desk);
int answer(Desk& desk);
int comment(Desk& desk);
int thank(Desk& desk);
int helpful(Desk& desk);
int setExpertise(Desk& desk, bool on);
// channels
int listChannels(Desk& desk);
int listInvitations(Desk& desk);
int showChannel(Desk& desk);
int joinChannel(Desk& desk);
int leaveChannel(Desk& desk);
int answerInvitation(Desk& desk, bool accept);
int redeemInvitation(Desk& desk);
int inviteToChannel(Desk& desk);
int removeMember(Desk& desk);
int listTopics(Desk& desk);
int showTopic(Desk& desk);
int startTopic(Desk& desk);
int writePost(Desk& desk);
// documents of channels
int listDocuments(Desk& desk);
int addDocuments(Desk& desk);
int getDocument(Desk& desk);
int showText(Desk& desk);
int exportChannel(Desk& desk);
// what is still to be sent
int listOutbox(Desk& desk);
int retryEntry(Desk& desk);
int editEntry(Desk& desk);
int discardEntry(Desk& desk);

// ---- shared by the commands: kDone, or what is wrong was said ------------------------------------------
// A category by id, name or the beginning of a name.
int findCategory(Desk& desk, const QString& given, CategoryId& found);
int findCategories(Desk& desk, const QStringList& given, QVector<CategoryId>& found);  // each once, in order
// The channel of the command line; of a command that writes fetched first when it is not in the cache.
int findChannel(Desk& desk, store::ChannelRow& found);
// Until all that is to be kept here is here and can be searched, and all that was added is sent, or the time to wait is
// over.
store::DocumentStorage waitForDocuments(Desk& desk);
// The text of --body, or standard input to its end.
QString givenBody(const Arguments& arguments);
// Holds a text with personal data back unless the command line insists. `saidNotBsn`: it holds what looks like a BSN,
// and the author says it is none: travels with the text.
int checkPersonalData(const Desk& desk, const QString& title, const QString& body, bool& saidNotBsn,
                      const QStringList& sources = {});
// How it went, told.
int report(Desk& desk, const Desk::Sent& sent, QJsonObject fields);

}  // namespace vb::client::cli
