// The commands and options of vraagbaak-cli: what the parser accepts and what --help says are this one table.
#pragma once

#include <QString>
#include <QStringList>

namespace vb::client::cli {

// What must be there before a command can begin.
enum class Needs {
  profile,  // the profile for itself; nobody need be signed in
  account,  // the same, and somebody signed in
  cache,    // only reads: also beside another program and after signing out, when something was fetched before
  nothing,  // only reads, and says so when there is nothing
};

struct Command {
  const char* name;       // "ask", "outbox discard"
  const char* arguments;  // as --help shows them, its options included
  const char* says;
  int wordsMin;
  int wordsMax;
  const char* options;  // names, space separated
  Needs needs;
  bool onlyReads() const { return needs == Needs::cache || needs == Needs::nothing; }
};

// The command that the words begin with; its own words are taken off. "outbox" alone is "outbox list". Null when there
// is none.
const Command* findCommand(QStringList& words);

struct Option {
  const char* name;
  const char* value;  // what it takes, as --help shows it; empty: nothing
  const char* says;
  bool everywhere;  // with every command
};
const Option* optionsBegin();
const Option* optionsEnd();

QString helpText();
// "vraagbaak-cli ask --title ...", each on a line of its own, of each command that begins with this word; empty when
// none does.
QString usageOf(const QString& word);

}  // namespace vb::client::cli
