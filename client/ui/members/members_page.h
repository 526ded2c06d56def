// MembersPage: the tab of the members of a channel: who is in it, who was invited and who asks to join at the left; at
// the right the one that is chosen, the channel itself, or inviting. GUI thread.
#pragma once

#include <QPointer>

#include "client/ui/channels/channel_page.h"

class QListView;

namespace vb::client::ui {

class Button;
class MemberPanel;
class PageScroll;
class PeopleModel;
class PlainLabel;

class MembersPage : public ChannelPage {
  Q_OBJECT

 public:
  MembersPage(const Access& access, ChannelId channel, QObject* parent = nullptr);
  static ChannelPage* make(const Access& access, ChannelId channel, QObject* parent);

  QWidget* listPart() override { return list_; }
  QWidget* readPart() override;
  QString title() const override { return {}; }
  void setChannel(const store::ChannelView& channel) override;
  void enter(const Visit& visit) override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 private:
  void build();
  void reload();
  void openRow(const QString& key, bool byUser);
  void openInvite();
  void show(MemberPanel* panel, const QString& key);
  void showChosen(bool byUser);

  Access access_;
  ChannelId id_;
  store::ChannelView channel_;
  bool known_ = false;
  bool onePane_ = false;
  QString open_;  // key of what is at the right; "invite"
  QWidget* list_;
  PeopleModel* people_;
  QListView* view_;
  PlainLabel* count_;
  Button* invite_;
  PageScroll* read_;
  QPointer<MemberPanel> panel_;
};

}  // namespace vb::client::ui
