// Arguments: the command line of vraagbaak-cli, parsed. A plain value.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>
#include <QUrl>

namespace vb::client::cli {

struct Arguments {
  QString command;    // "ask"
  QStringList words;  // positional arguments behind it
  bool json = false;
  bool offline = false;  // the cache only; writes stay queued
  int waitSeconds = 10;  // how long to wait for the server
  QString profile;       // directory
  QString server;        // --server, as given
  // of single commands
  QString title;
  std::optional<QString> body;
  QStringList categories;  // names or ids, as given
  QStringList sources;
  QString answer;  // comment --on
  bool notBsn = false;
  bool off = false;   // thank, helpful: take back
  bool wipe = false;  // sign-out
  int limit = 20;
  int count = 0;  // watch: stop after so many; 0 = never
  QString filter;
  QString sort;
};

struct Parsed {
  std::optional<Arguments> arguments;
  QString text;  // what to print when there are none: help, version or what is wrong
  bool isError = false;
};

Parsed parseArguments(const QStringList& commandLine);

}  // namespace vb::client::cli
