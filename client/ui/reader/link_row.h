// LinkRow: the small actions under a text, wrapping when there is no room. Its words begin kRingRoom from its left
// edge. Each is kept by its name, so that an update changes its words without taking away the keyboard. GUI thread.
#pragma once

#include <functional>

#include <QMap>

#include "client/ui/controls/buttons.h"

namespace vb::client::ui {

class LinkRow : public QWidget {
  Q_OBJECT

 public:
  explicit LinkRow(QWidget* parent = nullptr);
  // Adds the action or changes its words. `accessibleName` says what it acts on ("Thank Mark Jansen").
  Button* set(const QString& name, const QString& text, const QString& accessibleName, std::function<void()> act);
  void setShown(const QString& name, bool shown);
  Button* button(const QString& name) const { return buttons_.value(name); }

 private:
  QMap<QString, Button*> buttons_;
  QMap<QString, std::function<void()>> acts_;
};

}  // namespace vb::client::ui
