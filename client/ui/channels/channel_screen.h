// ChannelScreen: one channel: its name and tabs above the left part of the page that is in front, and what is read at
// the right. Knows no page: the application gives what makes them. GUI thread.
#pragma once

#include <QMap>

#include "client/ui/channels/channel_page.h"
#include "client/ui/shell/preferences.h"
#include "client/ui/shell/screen.h"

class QSplitter;
class QStackedWidget;

namespace vb::client::ui {

class Banner;
class ElidedLabel;
class EmptyState;
class FilterPills;
class PlainLabel;

class ChannelScreen : public Screen {
  Q_OBJECT

 public:
  using Pages = QVector<std::pair<ChannelTab, MakeChannelPage>>;

  ChannelScreen(const Access& access, Preferences& preferences, Pages pages, QWidget* parent);
  ~ChannelScreen() override;

  QString title() const override;
  void activate() override;
  void enter(const Visit& visit) override;
  void deactivate() override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  void timePassed() override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 private:
  void build();
  void open(ChannelId channel);
  void close();
  void reload();
  void gone();
  void showTab(ChannelTab tab);
  void fillTabs(const store::ChannelView& view);
  ChannelPage* page(ChannelTab tab);
  ChannelPage* current() { return made_.value(tab_); }
  void showPart(bool reader);

  Access access_;
  Preferences& preferences_;
  Pages pages_;
  ChannelId channel_;
  store::ChannelView view_;
  ChannelTab tab_ = ChannelTab::discussions;
  QVector<ChannelTab> shownTabs_;
  QMap<ChannelTab, ChannelPage*> made_;
  bool onePane_ = false;
  bool readerInFront_ = false;

  QSplitter* splitter_;
  QWidget* left_;
  ElidedLabel* name_;
  PlainLabel* organisation_;
  Banner* notice_;
  FilterPills* tabs_ = nullptr;
  QStackedWidget* lists_;
  QStackedWidget* reads_;
  EmptyState* empty_;  // no channel, or not here yet
};

}  // namespace vb::client::ui
