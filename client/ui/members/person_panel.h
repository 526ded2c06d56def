// PersonPanel: a member with what one may do with him, a request to join with its answer, or an invitation that can be
// withdrawn. GUI thread.
#pragma once

#include "client/ui/members/member_panel.h"
#include "client/ui/members/people_model.h"

namespace vb::client::ui {

class PersonPanel : public MemberPanel {
  Q_OBJECT

 public:
  PersonPanel(const Access& access, const store::ChannelView& channel, const PeopleRow& row, QWidget* parent = nullptr);

 private:
  void addPerson(const store::Person& person, const QString& name);
  void addRequest(const store::JoinRequestRow& request);
  void addInvitation(const store::InvitationRow& invitation);
  void addMember(const store::MemberRow& member);
  void addRoles(const store::MemberRow& member);
  void addTopics(const QVector<TopicId>& topics);
  void say(const QString& text);
};

}  // namespace vb::client::ui
