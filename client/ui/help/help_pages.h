// The pages of the offline help, in the language on screen; compiled into the app. Pure.
#pragma once

#include <QString>
#include <QVector>

namespace vb::client::ui {

struct HelpPage {
  QString name;  // file name without suffix, the same in every language
  QString title;
};
// In reading order; house rules last.
QVector<HelpPage> helpPages();
// Markdown; empty for a name that is none.
QString helpText(const QString& name);

}  // namespace vb::client::ui
