// RightsTable: what each role may do in a channel, from the one table of shared/domain. One stop for Tab; read out as
// sentences. GUI thread.
#pragma once

#include <QWidget>

#include "shared/domain/channel_records.h"

namespace vb::client::ui {

class RightsTable : public QWidget {
  Q_OBJECT

 public:
  // One's own role is marked; none: nobody's.
  explicit RightsTable(ChannelRole mine, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  ChannelRole mine_;
};

}  // namespace vb::client::ui
