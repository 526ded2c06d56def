// AuthorRow: who wrote it and when: initials, name, job and organisation. GUI thread.
#pragma once

#include "client/core/store/views.h"
#include "client/ui/controls/avatar.h"
#include "client/ui/controls/label.h"

class QHBoxLayout;

namespace vb::client::ui {

class AuthorRow : public QWidget {
  Q_OBJECT

 public:
  explicit AuthorRow(QWidget* parent = nullptr);
  // `age` joins the line of meta; empty when it is shown elsewhere.
  void setAuthor(const store::Person& author, const QString& age);
  // At the right: chips.
  void addAtRight(QWidget* widget);

 private:
  Avatar* avatar_;
  ElidedLabel* name_;
  ElidedLabel* meta_;
  QHBoxLayout* row_;
};

}  // namespace vb::client::ui
