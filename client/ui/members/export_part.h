// ExportPart: taking along everything of a channel: documents with their versions, discussions, cases and members, as
// files and one JSON. Part of the panel about a channel. GUI thread.
#pragma once

#include <QWidget>

#include "client/ui/reader/access.h"

namespace vb::client::ui {

class Button;
class PlainLabel;

class ExportPart : public QWidget {
  Q_OBJECT

 public:
  ExportPart(const Access& access, ChannelId channel, QWidget* parent = nullptr);
  bool isRunning() const { return ticket_ != 0; }
  void exportTo(const QString& folder);

 private:
  void choose();
  void finished(const QString& errorCode);

  Access access_;
  ChannelId channel_;
  QString folder_;
  quint64 ticket_ = 0;
  Button* button_;
  PlainLabel* said_;
};

}  // namespace vb::client::ui
