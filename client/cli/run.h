// The commands of vraagbaak-cli. A QCoreApplication exists; everything happens on its thread.
#pragma once

#include <QStringList>

namespace vb::client::cli {

// The exit code of the program.
int run(const QStringList& commandLine);

}  // namespace vb::client::cli
