// KeepFields: the two choices about documents that can be read without a network, wherever they are made: what is kept
// of a channel (RuleField), and how much of all channels together (LimitField). GUI thread.
#pragma once

#include <QWidget>

#include "client/core/store/channel_views.h"

class QComboBox;
class QSpinBox;

namespace vb::client::ui {

class RuleField : public QWidget {
  Q_OBJECT

 public:
  // The channel's name is read out with the fields.
  explicit RuleField(const QString& channel, QWidget* parent = nullptr);
  void setRule(const store::OfflineRule& rule);  // tells nobody
  store::OfflineRule rule() const;
  // Does the user have it in hand?
  bool isInHand() const;

 Q_SIGNALS:
  void chosen();  // by the user

 private:
  void showSize();

  QComboBox* keep_;
  QSpinBox* megabytes_;
};

class LimitField : public QWidget {
  Q_OBJECT

 public:
  explicit LimitField(QWidget* parent = nullptr);
  void setBytes(qint64 bytes);  // 0: no limit; tells nobody
  qint64 bytes() const;
  bool isInHand() const;

 Q_SIGNALS:
  void chosen();  // by the user

 private:
  QSpinBox* gigabytes_;
};

}  // namespace vb::client::ui
