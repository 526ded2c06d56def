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
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::string sameThingKey(const CommandBody& body) { return std::visit(Key{}, body); }
std::string postOf(const CommandBody& body) { return std::visit(Post{}, body); }

}  // namespace vb::client::outbox
