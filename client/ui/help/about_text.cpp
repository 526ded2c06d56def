#include "client/ui/help/about_text.h"

#include <QCoreApplication>
#include <QFile>

namespace vb::client::ui {
namespace {
struct About {
  Q_DECLARE_TR_FUNCTIONS(About)
};
}  // namespace

QString aboutText() {
  return About::tr(
             "# Vraagbaak %1\n\n"
             "Questions and answers for professionals in the Dutch social domain. Free for professionals, for "
             "ever. No advertisements, no trade in data, no telemetry.\n\n"
             "## Licence\n\n"
             "Vraagbaak is free software under the European Union Public Licence (EUPL) 1.2. You may use, study, "
             "change and share it. The text of the licence is the last page of this help.\n\n"
             "## Made with\n\n"
             "Qt %2 (LGPL-3.0), QtKeychain (BSD-3-Clause), SQLite (public domain), Boost (BSL-1.0), libsodium "
             "(ISC).\n")
      .arg(QStringLiteral(VRAAGBAAK_VERSION), QString::fromLatin1(qVersion()));
}

QString licenceText() {
  QFile file(QStringLiteral(":/help/LICENSE"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace vb::client::ui
