// The projectors, one per kind, and what makes them.
#pragma once

#include <memory>

#include "client/core/store/projections.h"

namespace vb::client::store {

std::unique_ptr<Projector> createQuestionProjector(Connection& connection, QuestionTotals& totals, Changes& changes);
std::unique_ptr<Projector> createQuestionRefProjector(Connection& connection, QuestionTotals& totals, Changes& changes);
std::unique_ptr<Projector> createAnswerProjector(Connection& connection, QuestionTotals& totals);
std::unique_ptr<Projector> createCommentProjector(Connection& connection, QuestionTotals& totals);
std::unique_ptr<Projector> createThanksProjector(Connection& connection, QuestionTotals& totals);
std::unique_ptr<Projector> createHelpfulProjector(Connection& connection, QuestionTotals& totals);
std::unique_ptr<Projector> createMarkProjector(Connection& connection, Changes& changes, const char* kind);
std::unique_ptr<Projector> createTopicProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createChannelPostProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createEarlierProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createTopicMarkProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createLessonProjector(Changes& changes);
std::unique_ptr<Projector> createMembershipProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createJoinRequestProjector(Changes& changes);
std::unique_ptr<Projector> createFolderProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createDocumentProjector(Connection& connection, Changes& changes);
std::unique_ptr<Projector> createVersionProjector(Connection& connection, Changes& changes);
// Kinds that are read from their records; only the change is told.
std::unique_ptr<Projector> createNoticeProjector(Changes& changes, bool Changes::*what);

}  // namespace vb::client::store
