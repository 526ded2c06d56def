// Languages: puts the app and Qt's own texts in Dutch or English, live. Owned by the application; GUI thread.
#pragma once

#include <QString>
#include <QTranslator>

namespace vb::client::app {

class Languages {
 public:
  // "nl" or "en"; anything else is the system's, Dutch unless the system is English.
  void use(const QString& language);
  QString current() const { return current_; }
  static QString ofSystem();

 private:
  QTranslator own_;
  QTranslator qt_;
  QString current_;
};

}  // namespace vb::client::app
