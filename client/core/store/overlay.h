// Overlay: what this user did that the cache does not show yet, from the outbox: "what the screen shows = store +
// pending outbox" (C5). A confirmed row counts until the cache holds its effects, so that an answer that comes before
// or after the change makes nothing flicker. Plain values; belongs to a reader.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "client/core/store/channel_overlay.h"
#include "client/core/store/connection.h"
#include "client/core/store/outbox_table.h"
#include "client/core/store/views.h"
#include "shared/domain/commands.h"

namespace vb::client::store {

struct Overlay {
  std::map<QuestionId, Pending<AskQuestion>> questions;
  std::map<QuestionId, std::vector<Pending<PostAnswer>>> answers;
  std::map<QuestionId, std::vector<Pending<PostComment>>> comments;
  std::map<Uuid, Pending<EditPost>> edits;  // by record; several are folded into one
  std::map<Uuid, SendState> removed;        // on its way to be deleted
  std::map<Uuid, SendState> failed;         // an edit or removal was refused or is in conflict
  std::map<AnswerId, bool> thanks;
  std::map<AnswerId, std::pair<QuestionId, bool>> helpful;
  std::map<CategoryId, bool> expertise;
  std::map<std::pair<std::string, std::string>, Pending<SetMark>> marks;  // by target and kind
  std::optional<UpdateProfile> profile;
  std::optional<UpdateSettings> settings;
  ChannelOverlay channels;

  bool isRemoved(const Uuid& record) const { return !removed.empty() && removed.contains(record); }
  const EditPost* edit(const Uuid& record) const;
  // Of a change to something that exists already; none when there is none.
  SendState changeState(const Uuid& record) const;
  const SetMark* mark(const std::string& target, const char* kind) const;
};

SendState sendState(OutboxState state);
// That a question was read, and settings, go along by themselves: shown and counted only when something is the matter.
bool isQuiet(const OutboxEntry& entry);

class OverlayReader {
 public:
  explicit OverlayReader(Connection& connection);
  Overlay read();
  // For the screen "Nog te verzenden"; confirmed ones left out.
  QVector<OutboxRow> rows();

 private:
  Statement cursors_;
  Statement confirmed_;
  Statement open_;
  Statement one_;
};

}  // namespace vb::client::store
