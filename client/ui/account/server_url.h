// What somebody types as the address of the server, as an URL. Pure.
#pragma once

#include <QUrl>

namespace vb::client::ui {

// "vraagbaak.example" gets https; a loopback address gets http; empty when it is no address.
QUrl serverUrlFrom(const QString& typed);

}  // namespace vb::client::ui
