// FormField: a field with its name above it and, when there is one, its problem in words below it. The name and the
// problem are read out with the field. GUI thread.
#pragma once

#include "client/ui/controls/label.h"

namespace vb::client::ui {

// What is read out of a field; also of the field inside a box of numbers, which takes the keyboard.
void nameField(QWidget* field, const QString& name);

class FormField : public QWidget {
  Q_OBJECT

 public:
  // Takes `field` as its child.
  FormField(const QString& caption, QWidget* field, QWidget* parent = nullptr);
  void setProblem(const QString& text);
  // A quiet line below the field while there is no problem.
  void setHint(const QString& text);
  QString problem() const { return problem_; }

 private:
  void renew();

  QWidget* field_;
  PlainLabel* below_;
  QString problem_;
  QString hint_;
};

}  // namespace vb::client::ui
