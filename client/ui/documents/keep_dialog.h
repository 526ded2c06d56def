// KeepDialog: what is kept on this computer of a channel's documents, and how much of all channels together. GUI
// thread.
#pragma once

#include <QDialog>

#include "client/core/store/channel_views.h"

class QRadioButton;
class QSpinBox;

namespace vb::client::ui {

class KeepDialog : public QDialog {
  Q_OBJECT

 public:
  KeepDialog(const QString& channel, const store::OfflineRule& rule, const store::DocumentStorage& storage,
             QWidget* parent);
  store::OfflineRule rule() const;
  qint64 bytesLimit() const;  // 0: no limit

 private:
  QRadioButton* everything_;
  QRadioButton* smaller_;
  QRadioButton* pinned_;
  QSpinBox* megabytes_;
  QSpinBox* gigabytes_;
};

}  // namespace vb::client::ui
