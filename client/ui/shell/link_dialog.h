// Before a link leaves the app: shows where it really goes, and opens it in the browser when the user says so (A17).
#pragma once

#include <QDialog>
#include <QUrl>

namespace vb::client::ui {

class LinkDialog : public QDialog {
  Q_OBJECT

 public:
  LinkDialog(const QUrl& url, QWidget* parent);
};

// Asks, then opens; a link that is not https, http or mailto is explained and never opened.
void askAndOpen(const QUrl& url, QWidget* parent);

}  // namespace vb::client::ui
