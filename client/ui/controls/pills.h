// FilterPills: a row of pills of which one is chosen; arrows move, the whole row is one stop for Tab. GUI thread.
#pragma once

#include <QVector>
#include <QWidget>

#include "client/ui/controls/buttons.h"

namespace vb::client::ui {

class FilterPills : public QWidget {
  Q_OBJECT

 public:
  // `name` says what is chosen here; read out.
  explicit FilterPills(const QString& name, QWidget* parent = nullptr);
  int add(const QString& text);
  void setText(int index, const QString& text);
  int count() const { return static_cast<int>(pills_.size()); }
  int current() const { return current_; }
  // Does not tell currentChanged.
  void setCurrent(int index);

 Q_SIGNALS:
  void currentChanged(int index);  // by the user

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void choose(int index);

  QVector<PillButton*> pills_;
  int current_ = -1;
};

}  // namespace vb::client::ui
