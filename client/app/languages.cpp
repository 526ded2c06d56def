#include "client/app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace vb::client::app {

QString Languages::ofSystem() {
  const QLocale system = QLocale::system();
  return system.language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("nl");
}

void Languages::use(const QString& language) {
  const bool known = language == QLatin1String("nl") || language == QLatin1String("en");
  const QString wanted = known ? language : ofSystem();
  if (wanted == current_) return;
  current_ = wanted;
  QLocale::setDefault(wanted == QLatin1String("nl") ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                                    : QLocale(QLocale::English, QLocale::UnitedKingdom));
  QCoreApplication::removeTranslator(&own_);
  QCoreApplication::removeTranslator(&qt_);
  if (qt_.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt_);
  if (own_.load(QStringLiteral(":/i18n/vraagbaak_%1.qm").arg(wanted))) QCoreApplication::installTranslator(&own_);
}

}  // namespace vb::client::app
