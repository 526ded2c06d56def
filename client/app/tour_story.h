// TourStory: what happens in the tour besides looking: a second device of the same user, a change made on both, a
// comment on what the other deleted, and writing without a network. All of it goes through the server as it would for
// anybody. Owned by the tour; GUI thread.
#pragma once

#include <memory>

#include "client/app/start_options.h"
#include "client/core/engine/engine.h"

namespace vb::client::app {

class TourStory {
 public:
  TourStory(const StartOptions& options, Engine& engine);
  ~TourStory();

  void saveDrafts();
  bool draftsSaved() const;
  // The other device.
  void signInElsewhere();
  bool isElsewhere() const;
  void askElsewhere();
  bool askedIsHere() const;
  // Here without a network, there with one.
  void changeOnBothSides();
  bool changedElsewhere() const;
  // Back online: one conflict and one refusal.
  bool needsAttention() const;
  void writeOffline();
  bool isWritten() const;

  // The channel with the most discussions that is here; nil while none is. And the first of its discussions or cases.
  ChannelId richestChannel() const;
  TopicId topic(store::TopicFilter filter) const;
  // Everything of the channels that is kept here is here, and can be searched.
  bool documentsAreHere() const;
  // The first document of that channel, in whatever folder, whose name ends so; nil while there is none.
  DocumentId document(const QString& ending) const;
  // The question with the most answers.
  QuestionId longest() const;

 private:
  QuestionId ownQuestion() const;
  QVector<QuestionId> byAnswers(int count) const;

  StartOptions options_;
  Engine& here_;
  std::unique_ptr<Engine> there_;
  QuestionId asked_;
};

// A draft with what the guard finds.
inline constexpr char kTourDraft[] = "ask/tour";

}  // namespace vb::client::app
