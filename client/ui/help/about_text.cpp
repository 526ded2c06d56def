#include "client/ui/help/about_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

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
  if (!file.open(QIODevice::ReadOnly)) return {};
  // Plain text with numbered headings and dashes; Markdown would run them together.
  static const QRegularExpression kHeading(QStringLiteral("^\\d+\\.\\s*(?=[A-Z][^.]*$)"));
  QString text;
  for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
    QString shown = line.trimmed();
    if (text.isEmpty())
      shown.prepend(QStringLiteral("# "));
    else if (kHeading.match(shown).hasMatch())
      shown.prepend(QStringLiteral("\n## ")).append(QLatin1Char('\n'));
    else if (shown.startsWith(QStringLiteral("—")))
      shown.prepend(QLatin1Char('\n'));
    text += shown + (text.isEmpty() ? QStringLiteral("\n\n") : QStringLiteral("\n"));
  }
  return text;
}

}  // namespace vb::client::ui
