// What a user may ask the server to do. The server decides the effect; a command never carries a record.
// Each struct has its wire kind; ids of new things are made by the client (UUIDv7).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe.hpp>

#include "shared/base/ids.h"
#include "shared/domain/channel_commands.h"
#include "shared/domain/fields.h"
#include "shared/domain/records.h"

namespace vb {

// Creates question `questionId` in the scope of the first category, a question_ref in each further one.
struct AskQuestion {
  static constexpr char kKind[] = "ask_question";
  QuestionId questionId;
  std::string title;
  std::string body;
  std::vector<CategoryId> categoryIds;
  bool notBsn = false;  // the author says that what looks like a BSN is none
};
BOOST_DESCRIBE_STRUCT(AskQuestion, (), (questionId, title, body, categoryIds, notBsn))

struct PostAnswer {
  static constexpr char kKind[] = "post_answer";
  AnswerId answerId;
  QuestionId questionId;
  CategoryId homeCategoryId;  // of the question
  std::string body;
  std::vector<std::string> sources;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(PostAnswer, (), (answerId, questionId, homeCategoryId, body, sources, notBsn))

struct PostComment {
  static constexpr char kKind[] = "post_comment";
  CommentId commentId;
  QuestionId questionId;
  CategoryId homeCategoryId;
  std::string parentId;  // the question's or an answer's id
  std::string body;
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(PostComment, (), (commentId, questionId, homeCategoryId, parentId, body, notBsn))

// Replaces the text of one's own question, answer or comment. `conflict` unless baseSeq is its newest seq.
struct EditPost {
  static constexpr char kKind[] = "edit_post";
  std::string recordKind;  // question, answer or comment
  std::string recordId;
  CategoryId homeCategoryId;
  Seq baseSeq = 0;
  std::optional<std::string> title;  // question only
  std::optional<std::string> body;
  std::optional<std::vector<std::string>> sources;  // answer only
  std::optional<QuestionState> state;               // question only
  bool notBsn = false;
};
BOOST_DESCRIBE_STRUCT(EditPost, (),
                      (recordKind, recordId, homeCategoryId, baseSeq, title, body, sources, state, notBsn))

// Removes one's own post. A question takes its refs, answers, comments and marks with it.
struct DeletePost {
  static constexpr char kKind[] = "delete_post";
  std::string recordKind;
  std::string recordId;
  CategoryId homeCategoryId;
  Seq baseSeq = 0;
};
BOOST_DESCRIBE_STRUCT(DeletePost, (), (recordKind, recordId, homeCategoryId, baseSeq))

// Thanks for an answer of somebody else, or takes them back.
struct ThankAnswer {
  static constexpr char kKind[] = "thank_answer";
  QuestionId questionId;
  AnswerId answerId;
  CategoryId homeCategoryId;
  bool on = true;
};
BOOST_DESCRIBE_STRUCT(ThankAnswer, (), (questionId, answerId, homeCategoryId, on))

// The asker says that an answer helped, or takes it back.
struct MarkHelpful {
  static constexpr char kKind[] = "mark_helpful";
  QuestionId questionId;
  AnswerId answerId;
  CategoryId homeCategoryId;
  bool on = true;
};
BOOST_DESCRIBE_STRUCT(MarkHelpful, (), (questionId, answerId, homeCategoryId, on))

struct SetExpertise {
  static constexpr char kKind[] = "set_expertise";
  CategoryId categoryId;
  bool on = true;
};
BOOST_DESCRIBE_STRUCT(SetExpertise, (), (categoryId, on))

struct UpdateProfile {
  static constexpr char kKind[] = "update_profile";
  std::string name;
  Role role = Role::unknown;
  std::string jobTitle;
  std::string organisation;
  std::string municipality;
  std::vector<std::string> hidden;
};
BOOST_DESCRIBE_STRUCT(UpdateProfile, (), (name, role, jobTitle, organisation, municipality, hidden))

// Sets or clears one of one's own marks: saved, follow, later, not_for_me, read.
struct SetMark {
  static constexpr char kKind[] = "set_mark";
  std::string markKind;
  std::string targetId;
  QuestionId questionId;
  bool on = true;
  std::optional<Timestamp> until;
  Seq seq = 0;
};
BOOST_DESCRIBE_STRUCT(SetMark, (), (markKind, targetId, questionId, on, until, seq))

struct UpdateSettings {
  static constexpr char kKind[] = "update_settings";
  std::string language;
  bool notify = true;
  int workFromMinutes = 510;
  int workUntilMinutes = 1020;
};
BOOST_DESCRIBE_STRUCT(UpdateSettings, (), (language, notify, workFromMinutes, workUntilMinutes))

using CommandBody =
    std::variant<AskQuestion, PostAnswer, PostComment, EditPost, DeletePost, ThankAnswer, MarkHelpful, SetExpertise,
                 UpdateProfile, SetMark, UpdateSettings, JoinChannel, LeaveChannel, AnswerJoinRequest, InviteToChannel,
                 WithdrawInvitation, AnswerInvitation, RedeemInvitation, RemoveMember, SetMemberRole, HandOverChannel,
                 UpdateChannel, StartTopic, WritePost, EditInChannel, DeleteInChannel, SetTopicState, MarkTopic,
                 WriteLesson, AddFolder, ChangeFolder, RemoveFolder, AddDocument, AddVersion, ChangeDocument>;

// The wire kind of what the variant holds.
std::string_view commandKind(const CommandBody& body);
// unsupported for a kind this side does not know; badMessage for a field of the wrong type, badField
// with its name for one whose enumeration has no such value.
Result<CommandBody> parseCommand(std::string_view kind, const json::object& body);
json::object commandJson(const CommandBody& body);

}  // namespace vb
