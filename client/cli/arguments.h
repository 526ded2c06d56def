// Arguments: the command line of vraagbaak-cli, parsed. A plain value.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>
#include <QUrl>

#include "client/cli/command_table.h"

namespace vb::client::cli {

struct Arguments {
  const Command* command = nullptr;  // of the table; never null after parsing
  QStringList words;                 // positional arguments behind it
  bool json = false;
  bool offline = false;  // the cache only; writes stay queued
  int waitSeconds = 10;  // how long to wait for the server
  bool waits = false;    // --wait was given: sign-in waits for the first sync
  QString profile;       // directory
  QString server;        // --server, as given
  // of single commands
  std::optional<QString> title;
  std::optional<QString> body;
  QStringList categories;  // names or ids, as given
  QStringList sources;
  QString answer;  // comment --on
  bool notBsn = false;
  bool allowPersonalData = false;
  bool off = false;       // thank, helpful: take back
  bool wipe = false;      // sign-out
  QString message;        // channel join
  QString role;           // channel invite
  int versionNumber = 0;  // document get, text; 0 = the newest
  int limit = 20;
  int count = 0;  // watch: stop after so many; 0 = never
  QString filter;
  QString sort;
};

struct Parsed {
  std::optional<Arguments> arguments;
  QString text;  // what to print when there are none: help, version or what is wrong
  bool isError = false;
  bool json = false;  // asked for, as far as could be seen
};

Parsed parseArguments(QStringList commandLine);

}  // namespace vb::client::cli
