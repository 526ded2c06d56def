// SourcesField: the sources of an answer, one line each, added by Enter and removable; hidden until asked for. GUI
// thread.
#pragma once

#include <QLineEdit>
#include <QWidget>

class QVBoxLayout;

namespace vb::client::ui {

class SourcesField : public QWidget {
  Q_OBJECT

 public:
  explicit SourcesField(QWidget* parent = nullptr);
  // What is still being typed in the line counts too.
  QStringList sources() const;
  void setSources(const QStringList& sources);
  void focusLine() { line_->setFocus(); }

 Q_SIGNALS:
  void changed();

 private:
  void addTyped();
  void refill();

  QStringList sources_;
  QVBoxLayout* rows_;
  QLineEdit* line_;
};

}  // namespace vb::client::ui
