#include "client/core/outbox/same_thing.h"

namespace vb::client::outbox {
namespace {

struct Key {
  std::string operator()(const ThankAnswer& command) const { return "thanks " + command.answerId.text(); }
  std::string operator()(const MarkHelpful& command) const { return "helpful " + command.answerId.text(); }
  std::string operator()(const SetExpertise& command) const { return "expertise " + command.categoryId.text(); }
  std::string operator()(const SetMark& command) const { return command.markKind + ' ' + command.targetId; }
  std::string operator()(const UpdateProfile&) const { return "profile"; }
  std::string operator()(const UpdateSettings&) const { return "settings"; }
  std::string operator()(const MarkTopic& command) const { return "topic mark " + command.topicId.text(); }
  std::string operator()(const SetTopicState& command) const { return "topic state " + command.topicId.text(); }
  std::string operator()(const WriteLesson& command) const { return "lesson " + command.topicId.text(); }
  std::string operator()(const UpdateChannel& command) const { return "channel " + command.channelId.text(); }
  std::string operator()(const JoinChannel& command) const { return "join " + command.channelId.text(); }
  std::string operator()(const ChangeFolder& command) const { return "folder " + command.folderId.text(); }
  std::string operator()(const ChangeDocument& command) const { return "document " + command.documentId.text(); }
  std::string operator()(const SetMemberRole& command) const {
    return "role " + command.channelId.text() + command.userId.text();
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

struct Post {
  std::string operator()(const AskQuestion& command) const { return command.questionId.text(); }
  std::string operator()(const PostAnswer& command) const { return command.answerId.text(); }
  std::string operator()(const PostComment& command) const { return command.commentId.text(); }
  std::string operator()(const EditPost& command) const { return command.recordId; }
  std::string operator()(const DeletePost& command) const { return command.recordId; }
  std::string operator()(const StartTopic& command) const { return command.topicId.text(); }
  std::string operator()(const WritePost& command) const { return command.postId.text(); }
  std::string operator()(const EditInChannel& command) const { return command.recordId; }
  std::string operator()(const DeleteInChannel& command) const { return command.recordId; }
  std::string operator()(const MarkTopic& command) const { return Key{}(command); }
  std::string operator()(const SetTopicState& command) const { return Key{}(command); }
  std::string operator()(const UpdateChannel& command) const { return Key{}(command); }
  std::string operator()(const JoinChannel& command) const { return Key{}(command); }
  std::string operator()(const ChangeFolder& command) const { return Key{}(command); }
  std::string operator()(const ChangeDocument& command) const { return Key{}(command); }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::string sameThingKey(const CommandBody& body) { return std::visit(Key{}, body); }
std::string postOf(const CommandBody& body) { return std::visit(Post{}, body); }

std::optional<Based> basedUpon(CommandBody& body) {
  const auto inCategory = [](auto& command) {
    return Based{command.baseSeq, {Scope::category(command.homeCategoryId).text()}};
  };
  const auto inChannel = [](auto& command) {
    return Based{command.baseSeq,
                 {Scope::channel(command.channelId).text(), Scope::discussion(command.topicId).text()}};
  };
  if (auto* edit = std::get_if<EditPost>(&body)) return inCategory(*edit);
  if (auto* removal = std::get_if<DeletePost>(&body)) return inCategory(*removal);
  if (auto* edit = std::get_if<EditInChannel>(&body)) return inChannel(*edit);
  if (auto* removal = std::get_if<DeleteInChannel>(&body)) return inChannel(*removal);
  return std::nullopt;
}

bool isChange(std::string_view kind) {
  return kind == EditPost::kKind || kind == DeletePost::kKind || kind == EditInChannel::kKind ||
         kind == DeleteInChannel::kKind;
}

}  // namespace vb::client::outbox
