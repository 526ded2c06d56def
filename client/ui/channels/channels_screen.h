// ChannelsScreen: every channel there is for this user: invitations to answer, those he is in, requests that wait, and
// those he may join; and the code of an invitation by e-mail. GUI thread.
#pragma once

#include "client/ui/outbox/card_list_screen.h"

class QLineEdit;

namespace vb::client::ui {

class ChannelsScreen : public CardListScreen {
  Q_OBJECT

 public:
  ChannelsScreen(const Access& access, QWidget* parent);
  void activate() override;

 private:
  void reload();
  QWidget* card(const store::ChannelRow& row);
  void addActions(const store::ChannelRow& row, QWidget* into);
  void askToJoin(const store::ChannelRow& row, QWidget* into);
  QWidget* codeCard();

  Access access_;
  QLineEdit* code_ = nullptr;
  ChannelId asking_;  // whose message to the moderators is being typed: the cards stay as they are
};

}  // namespace vb::client::ui
