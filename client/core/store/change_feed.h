// ChangeFeed: what committed transactions changed, for whoever shows it. Written by the cache's writer in the engine
// thread; told once per commit, after the commit; nothing is told of what was rolled back.
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "client/core/store/tuning.h"
#include "shared/base/ids.h"

namespace vb::client::store {

// What was not here before a commit; at most kNamedArrivalsMax of each.
struct Arrivals {
  std::vector<QuestionId> questions;  // not one's own
  // Of channels; one's own may be among them.
  std::vector<TopicId> topics;
  std::vector<PostId> posts;
  std::vector<ChannelId> invitedTo;
  std::vector<std::pair<ChannelId, UserId>> askedToJoin;

  bool isEmpty() const {
    return questions.empty() && topics.empty() && posts.empty() && invitedTo.empty() && askedToJoin.empty();
  }
  // Adds to one of them.
  template <class Id>
  static void note(std::vector<Id>& ids, const Id& id) {
    if (ids.size() < kNamedArrivalsMax && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  void add(const Arrivals& other);
};

struct Changes {
  std::set<QuestionId> questions;  // these or anything under them
  bool manyQuestions = false;      // more than kNamedQuestionsMax: `questions` is empty then
  Arrivals arrivals;
  bool categories = false;
  bool people = false;  // profiles, organisations
  bool expertise = false;
  bool marks = false;  // saved, follow, later, not_for_me, read
  bool outbox = false;
  bool drafts = false;
  bool profile = false;  // one's own
  bool settings = false;
  bool channels = false;            // the list of them, members, what concerns a channel as a whole
  bool topics = false;              // topics, posts, lessons, marks
  std::set<TopicId> changedTopics;  // these or anything under them
  bool manyTopics = false;          // more than kNamedTopicsMax: `changedTopics` is empty then
  bool documents = false;           // documents, folders, what of them is on this computer
  bool uploads = false;
  bool versionsRemoved = false;  // for the writer: texts may have lost their last version

  bool isEmpty() const;
  void question(QuestionId id);
  void topic(TopicId id);
  void add(const Changes& other);
};

class ChangeFeed {
 public:
  using Listener = std::function<void(const Changes&)>;
  // One listener; called in the writer's thread after each commit that changed something.
  void listen(Listener listener) { listener_ = std::move(listener); }

  // For the writer.
  Changes& pending() { return pending_; }
  void committed();
  void rolledBack() { pending_ = {}; }

 private:
  Changes pending_;
  Listener listener_;
};

}  // namespace vb::client::store
