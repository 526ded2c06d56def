#include "client/core/store/projections.h"

#include "client/core/store/projectors.h"
#include "shared/domain/channel_records.h"

namespace vb::client::store {

Projections::Projections(Connection& connection, Changes& changes)
    : connection_(connection), changes_(changes), totals_(connection, changes) {
  projectors_[kinds::kQuestion] = createQuestionProjector(connection, totals_, changes);
  projectors_[kinds::kQuestionRef] = createQuestionRefProjector(connection, totals_, changes);
  projectors_[kinds::kAnswer] = createAnswerProjector(connection, totals_);
  projectors_[kinds::kComment] = createCommentProjector(connection, totals_);
  projectors_[kinds::kThanks] = createThanksProjector(connection, totals_);
  projectors_[kinds::kHelpful] = createHelpfulProjector(connection, totals_);
  for (const char* kind : {kinds::kSaved, kinds::kFollow, kinds::kLater, kinds::kNotForMe, kinds::kRead})
    projectors_[kind] = createMarkProjector(connection, changes, kind);
  projectors_[kinds::kTopic] = createTopicProjector(connection, changes);
  projectors_[kinds::kPost] = createChannelPostProjector(connection, changes);
  projectors_[kinds::kEarlier] = createEarlierProjector(connection, changes);
  projectors_[kinds::kTopicMark] = createTopicMarkProjector(connection, changes);
  projectors_[kinds::kLesson] = createLessonProjector(changes);
  projectors_[kinds::kMembership] = createMembershipProjector(connection, changes);
  projectors_[kinds::kJoinRequest] = createJoinRequestProjector(changes);
  projectors_[kinds::kFolder] = createFolderProjector(connection, changes);
  projectors_[kinds::kDocument] = createDocumentProjector(connection, changes);
  projectors_[kinds::kVersion] = createVersionProjector(connection, changes);
  for (const char* kind : {kinds::kChannel, kinds::kMember, kinds::kInvitation, kinds::kLease, kinds::kChannelListing})
    projectors_[kind] = createNoticeProjector(changes, &Changes::channels);
  projectors_[kinds::kCategory] = createNoticeProjector(changes, &Changes::categories);
  projectors_[kinds::kOrganisation] = createNoticeProjector(changes, &Changes::people);
  projectors_[kinds::kProfile] = createNoticeProjector(changes, &Changes::people);
  projectors_[kinds::kExpertise] = createNoticeProjector(changes, &Changes::expertise);
  projectors_[kinds::kOwnProfile] = createNoticeProjector(changes, &Changes::profile);
  projectors_[kinds::kSettings] = createNoticeProjector(changes, &Changes::settings);
}

Projections::~Projections() = default;

Projector* Projections::find(std::string_view kind) const {
  const auto found = projectors_.find(kind);
  return found == projectors_.end() ? nullptr : found->second.get();
}

void Projections::put(std::string_view kind, const Projected& record) {
  if (auto* projector = find(kind)) projector->put(record);
}

void Projections::remove(std::string_view kind, const Projected& record) {
  if (auto* projector = find(kind)) projector->remove(record);
}

void Projections::clear() {
  forget();
  connection_.execute(
      "DELETE FROM question; DELETE FROM question_ref; DELETE FROM answer; DELETE FROM comment; DELETE FROM thanks;"
      "DELETE FROM helpful; DELETE FROM mark; DELETE FROM category_total; DELETE FROM question_group;"
      "DELETE FROM topic; DELETE FROM post; DELETE FROM earlier; DELETE FROM topic_mark; DELETE FROM joined;"
      "DELETE FROM folder; DELETE FROM document; DELETE FROM version");
  changes_.manyQuestions = changes_.categories = changes_.people = changes_.expertise = changes_.marks =
      changes_.profile = changes_.settings = changes_.channels = changes_.topics = changes_.manyTopics =
          changes_.documents = true;
}

}  // namespace vb::client::store
