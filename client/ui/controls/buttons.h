// Buttons of the design: primary (one per screen), secondary, link, icon-only, and pills that can be ticked. All show
// the focus ring and act on Space and Enter. GUI thread.
#pragma once

#include <optional>

#include <QAbstractButton>

#include "client/ui/theme/type.h"

namespace vb::client::ui {

// A text of somebody for a button or menu: its "&" is shown, not taken for a shortcut.
QString buttonText(const QString& text);

class Button : public QAbstractButton {
  Q_OBJECT

 public:
  enum class Kind { primary, secondary, link, danger, icon, pill };

  Button(Kind kind, const QString& text, QWidget* parent = nullptr);
  Kind kind() const { return kind_; }
  // A name of resources/icons, left of the text.
  void setIconName(const QString& name);
  // Links in a muted colour, such as "Dit is geen BSN".
  void setQuiet(bool quiet);
  // The colour of a link where the usual one does not fit, such as on a dark ground.
  void setInk(ColorRole role);
  // A narrower button, as in a row of meta.
  void setCompact(bool compact);
  // A pill that is chosen says so with a tick too, not by its colour alone.
  void setShowsTick(bool shows);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QColor ink() const;
  int iconSize() const;
  QString shownText() const;
  QFont shownFont() const;
  bool hasTick() const;

  Kind kind_;
  QString iconName_;
  std::optional<ColorRole> ink_;
  bool quiet_ = false;
  bool compact_ = false;
  bool showsTick_ = false;
};

class PrimaryButton : public Button {
 public:
  explicit PrimaryButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::primary, text, parent) {}
};
class SecondaryButton : public Button {
 public:
  explicit SecondaryButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::secondary, text, parent) {}
};
class LinkButton : public Button {
 public:
  explicit LinkButton(const QString& text, QWidget* parent = nullptr) : Button(Kind::link, text, parent) {}
};
// `name` is read out and shown as tooltip.
class IconButton : public Button {
 public:
  IconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);
};
// Checkable: a category to choose, a filter.
class PillButton : public Button {
 public:
  explicit PillButton(const QString& text, QWidget* parent = nullptr);
};

}  // namespace vb::client::ui
