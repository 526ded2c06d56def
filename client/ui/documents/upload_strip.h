// UploadStrip: files on their way to the server, below the list: how far each is, and pausing, going on, trying again
// or stopping. Hidden while there are none. GUI thread.
#pragma once

#include <QMap>
#include <QWidget>

#include "client/core/store/channel_views.h"
#include "client/ui/reader/access.h"

class QVBoxLayout;

namespace vb::client::ui {

class Button;
class ElidedLabel;
class PlainLabel;

class UploadStrip : public QWidget {
  Q_OBJECT

 public:
  UploadStrip(const Access& access, ChannelId channel, QWidget* parent = nullptr);
  void reload();
  int count() const { return static_cast<int>(rows_.size()); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    QWidget* widget = nullptr;
    ElidedLabel* name = nullptr;
    PlainLabel* state = nullptr;
    Button* pause = nullptr;
    Button* retry = nullptr;
    store::UploadState now = store::UploadState::waiting;
  };
  Row make(const store::UploadRow& upload);
  void show(Row& row, const store::UploadRow& upload);

  Access access_;
  ChannelId channel_;
  QVBoxLayout* column_;
  PlainLabel* more_;
  QMap<UploadId, Row> rows_;
};

}  // namespace vb::client::ui
