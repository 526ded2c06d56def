#include "client/ui/help/help_pages.h"

#include <QFile>

#include "client/ui/words/words.h"

namespace vb::client::ui {

QVector<HelpPage> helpPages() {
  QVector<HelpPage> pages;
  for (const char* name :
       {"beginnen", "vragen", "antwoorden", "offline", "zoeken", "persoonsgegevens", "instellingen", "spelregels"}) {
    const QString page = QString::fromLatin1(name);
    // The heading of the page itself.
    pages.append({page, helpText(page).section(QLatin1Char('\n'), 0, 0).mid(2)});
  }
  return pages;
}

QString helpText(const QString& name) {
  QFile file(
      QStringLiteral(":/help/%1/%2.md").arg(dutchOnScreen() ? QStringLiteral("nl") : QStringLiteral("en"), name));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace vb::client::ui
