// HelpScreen: offline help, the shortcuts as they really are, the house rules, and what this app is. Pages at the left,
// text at the right; narrow: one at a time. Needs no network. Owned by the shell; GUI thread.
#pragma once

#include "client/ui/reader/access.h"
#include "client/ui/shell/screen.h"

namespace vb::client::ui {

class Button;
class MarkdownView;
class PageList;
class PageScroll;
class ShortcutTable;

class HelpScreen : public Screen {
  Q_OBJECT

 public:
  explicit HelpScreen(const Access& access, QWidget* parent = nullptr);

  QString title() const override { return tr("Help"); }
  void activate() override;
  // text: a page's name, "shortcuts" or "about".
  void enter(const Visit& visit) override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makePages();
  QWidget* makeText();
  void read();
  void arrange();
  void showPage(const QString& name);

  Access access_;
  QWidget* left_;
  PageList* pages_;
  QWidget* right_;
  Button* toList_;
  PageScroll* scroll_;
  MarkdownView* text_;
  ShortcutTable* shortcuts_;
  bool onePane_ = false;
  bool reading_ = false;  // with one pane: the text is in front
};

}  // namespace vb::client::ui
