// The exit codes of vraagbaak-cli, as its man page promises them.
#pragma once

namespace vb::client::cli {

enum ExitCode {
  kDone = 0,          // done; for a write: received, or queued and said so
  kRefused = 1,       // the server refused it, or it does not exist
  kUsage = 2,         // the command line is wrong
  kNotSignedIn = 3,   // nobody is signed in on this profile, or the token was revoked
  kNoConnection = 4,  // what was asked needs the server, and it cannot be reached or not be trusted
  kLocalStorage = 5,  // this computer's storage: locked by another program, full, damaged, of a newer version
  kPersonalData = 6,  // the text holds personal data: nothing was stored or sent
};

}  // namespace vb::client::cli
