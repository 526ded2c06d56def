// StartOptions: the command line of the app. A link of our own may be given; nothing in it is an option (A18).
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace vb::client::app {

struct StartOptions {
  QString profileDirectory;  // absolute
  QUrl server;               // preset for signing in; empty = as stored
  QString language;          // "nl" or "en"; empty = as set, else the system's
  QString email;             // filled in when signing in
  QString link;              // vraagbaak://..., or empty
  QString tourDirectory;     // pictures of every screen go here, then the app ends
  bool firstPaint = false;   // print the milliseconds from the start of the process to the first painted list, then end
  bool answered = false;     // --help, --version or a mistake: nothing more to do
  int exitCode = 0;          // then
};

StartOptions readOptions(const QStringList& arguments);

// Whether nothing but words is asked for (--help, --version): answered without a display. `readOptions` answers.
bool asksForWords(int argc, const char* const* argv);

}  // namespace vb::client::app
