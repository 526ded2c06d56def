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
int listOutbox(Desk& desk);
int watch(Desk& desk);
// writing
int ask(Desk& desk);
int answer(Desk& desk);
int comment(Desk& desk);
int thank(Desk& desk);
int helpful(Desk& desk);
int expertise(Desk& desk);

// A category by id, name or the beginning of a name; complains and gives nil when none or several fit.
CategoryId findCategory(Desk& desk, const QString& given);
// The text of --body, or standard input to its end.
QString givenBody(const Arguments& arguments);

}  // namespace vb::client::cli
