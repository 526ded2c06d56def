// KeepDialog: what is kept on this computer of a channel's documents, and how much of all channels together. GUI
// thread.
#pragma once

#include <QDialog>

#include "client/core/store/channel_views.h"

namespace vb::client::ui {

class LimitField;
class RuleField;

class KeepDialog : public QDialog {
  Q_OBJECT

 public:
  KeepDialog(const QString& channel, const store::OfflineRule& rule, const store::DocumentStorage& storage,
             QWidget* parent);
  store::OfflineRule rule() const;
  qint64 bytesLimit() const;  // 0: no limit

 private:
  RuleField* rule_;
  LimitField* limit_;
};

}  // namespace vb::client::ui
