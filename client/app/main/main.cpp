#include <QApplication>

#include "client/app/application.h"
#include "client/app/start_options.h"
#include "client/platform/core_dumps.h"

int main(int argc, char** argv) {
  vb::client::platform::keepOutOfCoreDumps();
  if (vb::client::app::asksForWords(argc, argv)) {
    QCoreApplication words(argc, argv);
    return vb::client::app::readOptions(QCoreApplication::arguments()).exitCode;
  }
  QApplication qt(argc, argv);
  QApplication::setApplicationName(QStringLiteral("vraagbaak"));
  QApplication::setApplicationVersion(QStringLiteral(VRAAGBAAK_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("nl.vraagbaak.Vraagbaak"));
  const vb::client::app::StartOptions options = vb::client::app::readOptions(QApplication::arguments());
  if (options.answered) return options.exitCode;
  vb::client::app::Application application(qt, options);
  return application.run();
}
