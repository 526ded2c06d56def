#include "client/core/store/change_feed.h"

namespace vb::client::store {

void Arrivals::add(const Arrivals& other) {
  const auto addTo = [](auto& ids, const auto& others) {
    for (const auto& id : others) note(ids, id);
  };
  addTo(questions, other.questions);
  addTo(topics, other.topics);
  addTo(posts, other.posts);
  addTo(invitedTo, other.invitedTo);
  addTo(askedToJoin, other.askedToJoin);
}

bool Changes::isEmpty() const {
  return questions.empty() && arrivals.isEmpty() &&
         !(manyQuestions || categories || people || expertise || marks || outbox || drafts || profile || settings ||
           channels || topics || documents || uploads);
}

void Changes::question(QuestionId id) {
  if (manyQuestions) return;
  questions.insert(id);
  if (questions.size() <= kNamedQuestionsMax) return;
  manyQuestions = true;
  questions.clear();
}

void Changes::topic(TopicId id) {
  topics = true;
  if (manyTopics) return;
  changedTopics.insert(id);
  if (changedTopics.size() <= kNamedTopicsMax) return;
  manyTopics = true;
  changedTopics.clear();
}

void Changes::add(const Changes& other) {
  manyQuestions = manyQuestions || other.manyQuestions;
  if (manyQuestions) questions.clear();
  for (const auto& id : other.questions) question(id);
  arrivals.add(other.arrivals);
  categories = categories || other.categories;
  people = people || other.people;
  expertise = expertise || other.expertise;
  marks = marks || other.marks;
  outbox = outbox || other.outbox;
  drafts = drafts || other.drafts;
  profile = profile || other.profile;
  settings = settings || other.settings;
  channels = channels || other.channels;
  topics = topics || other.topics;
  manyTopics = manyTopics || other.manyTopics;
  if (manyTopics) changedTopics.clear();
  for (const auto& id : other.changedTopics) topic(id);
  documents = documents || other.documents;
  uploads = uploads || other.uploads;
}

void ChangeFeed::committed() {
  if (pending_.isEmpty()) return;
  const Changes told = std::move(pending_);
  pending_ = {};
  if (listener_) listener_(told);
}

}  // namespace vb::client::store
