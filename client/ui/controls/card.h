// Card: a rounded, bordered ground for an answer or a block of a form. Banner: a message across a screen, with actions.
// EmptyState: what a list or screen says when there is nothing in it. GUI thread.
#pragma once

#include <QFrame>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"

class QBoxLayout;

namespace vb::client::ui {

class Card : public QFrame {
  Q_OBJECT

 public:
  enum class Kind { plain, helpful, soft };

  explicit Card(Kind kind = Kind::plain, QWidget* parent = nullptr);
  void setKind(Kind kind);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Kind kind_;
};

class Banner : public QFrame {
  Q_OBJECT

 public:
  enum class Kind { info, wait, bad };

  explicit Banner(Kind kind, const QString& title, const QString& text, QWidget* parent = nullptr);
  void set(Kind kind, const QString& title, const QString& text);
  // At the right, in order; owned by the banner. A quiet action is drawn muted.
  Button* addAction(const QString& text, bool quiet = false);
  using QFrame::addAction;
  void clearActions();
  QVector<QWidget*> actionButtons() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  Kind kind_;
  PlainLabel* title_;
  PlainLabel* text_;
  QBoxLayout* row_;
  QBoxLayout* actions_;
};

class EmptyState : public QWidget {
  Q_OBJECT

 public:
  explicit EmptyState(QWidget* parent = nullptr);
  // `actionText` empty: no button.
  void set(const QString& iconName, const QString& title, const QString& text, const QString& actionText = {});

 Q_SIGNALS:
  void actionTriggered();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void renewIcon();

  QString iconName_;
  QLabel* icon_;
  PlainLabel* title_;
  PlainLabel* text_;
  Button* action_;
};

}  // namespace vb::client::ui
