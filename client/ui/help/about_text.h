// What this app is, what it is made with, and its licence, as Markdown. Pure.
#pragma once

#include <QString>

namespace vb::client::ui {

QString aboutText();
// The whole text, as it came with the app.
QString licenceText();

}  // namespace vb::client::ui
