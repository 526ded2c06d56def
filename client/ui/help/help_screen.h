// HelpScreen: offline help, the shortcuts as they really are, the house rules, and what this app is. Pages at the left,
// text at the right. Needs no network. Owned by the shell; GUI thread.
#pragma once

#include "client/ui/reader/access.h"
#include "client/ui/shell/screen.h"

class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace vb::client::ui {

class MarkdownView;
class PlainLabel;
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

 private:
  void showPage(const QString& name);
  QString aboutText() const;

  Access access_;
  QListWidget* pages_;
  QScrollArea* scroll_;
  MarkdownView* text_;
  ShortcutTable* shortcuts_;
};

}  // namespace vb::client::ui
