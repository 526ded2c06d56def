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

struct Changes {
  std::set<QuestionId> questions;   // these or anything under them
  bool manyQuestions = false;       // more than kNamedQuestionsMax: `questions` is empty then
  std::vector<QuestionId> arrived;  // not here before this commit, not one's own; at most kNamedArrivalsMax
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

  // The same of channels, as many of each; one's own may be among them.
  std::vector<TopicId> arrivedTopics;
  std::vector<PostId> arrivedPosts;
  std::vector<ChannelId> invitedTo;
  std::vector<std::pair<ChannelId, UserId>> askedToJoin;

  bool isEmpty() const;
  void question(QuestionId id);
  void arrival(QuestionId id);
  void topic(TopicId id);
  // Adds to one of the arrivals.
  template <class Id>
  static void arrive(std::vector<Id>& arrivals, const Id& id) {
    if (arrivals.size() < kNamedArrivalsMax && std::find(arrivals.begin(), arrivals.end(), id) == arrivals.end())
      arrivals.push_back(id);
  }
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
