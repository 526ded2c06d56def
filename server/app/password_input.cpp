#include <fstream>
#include <iostream>
#include <istream>
#include <termios.h>
#include <unistd.h>

#include "server/app/admin.h"
#include "server/app/tuning.h"

namespace vb::server::app {
namespace {

// Switches the terminal's echo off for as long as it lives.
class Silence {
 public:
  Silence() : isTerminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!isTerminal_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    if (isTerminal_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  bool isTerminal() const { return isTerminal_; }

 private:
  termios before_{};
  bool isTerminal_;
};

Result<std::string> firstLine(std::istream& in) {
  std::string line;
  for (char c = 0; in.get(c) && c != '\n';) {
    line.push_back(c);
    if (line.size() > kPasswordLineBytesMax) return fail(ErrorCode::badField, "the password is too long");
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) return fail(ErrorCode::badField, "no password given");
  return line;
}

}  // namespace

Result<std::string> readPassword(const std::filesystem::path& fileOrEmptyForInput, std::ostream& prompt) {
  if (!fileOrEmptyForInput.empty()) {
    std::ifstream file(fileOrEmptyForInput);
    if (!file) return fail(ErrorCode::ioFailed, "cannot read " + fileOrEmptyForInput.string());
    return firstLine(file);
  }
  const Silence silence;
  if (silence.isTerminal()) prompt << "Password: " << std::flush;
  auto line = firstLine(std::cin);
  if (silence.isTerminal()) prompt << "\n";
  return line;
}

}  // namespace vb::server::app
