#include "client/core/engine/change_courier.h"

#include <utility>

#include "client/core/engine/tuning.h"

namespace vb::client {

void ChangeCourier::add(const store::Changes& changes) {
  waiting_.add(changes);
  if (!pause_.isRunning() || (firstSync_ && (changes.outbox || changes.drafts))) bring();
}

void ChangeCourier::bring() {
  if (waiting_.isEmpty()) return;
  const auto changes = std::exchange(waiting_, {});
  pause_.start(firstSync_ ? kChangesEveryFirstSync : kChangesEvery, [this] { bring(); });
  ChangeSet set;
  for (const QuestionId id : changes.questions) set.questions.append(id);
  set.manyQuestions = changes.manyQuestions;
  set.categories = changes.categories;
  set.people = changes.people;
  set.expertise = changes.expertise;
  set.marks = changes.marks;
  set.outbox = changes.outbox;
  set.drafts = changes.drafts;
  set.profile = changes.profile;
  set.settings = changes.settings;
  set.channels = changes.channels;
  set.topics = changes.topics;
  for (const TopicId id : changes.changedTopics) set.changedTopics.append(id);
  set.documents = changes.documents;
  set.uploads = changes.uploads;
  bring_(set);
}

}  // namespace vb::client
