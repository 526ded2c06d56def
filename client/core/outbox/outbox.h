// Outbox: what is still to be sent, and what the server has confirmed but no backup holds yet; owned by the engine
// thread. A row leaves only when it is confirmed, seen in the cache and held by a backup (C4, C8), or by an explicit
// discard. Commands go out in the order they were queued; an id never goes out with two payloads.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "client/core/store/cache.h"
#include "client/core/store/outbox_table.h"
#include "shared/domain/commands.h"
#include "shared/protocol/messages.h"

namespace vb::client::outbox {

// base_seq of an edit or deletion that follows an own change which is not answered yet: filled in before it is sent.
inline constexpr Seq kBaseFollows = 0;

// Detail of a `conflict`: too late to discard it, it is on its way or there.
inline constexpr char kAlreadySending[] = "already_sending";

struct Sendable {
  CommandId id;
  std::string kind;
  std::string bodyJson;
  bool withheld = false;  // not now, and nothing that is about what it makes
};

enum class Answer {
  confirmed,  // applied; the row hides once the cache holds its effects
  refused,    // kept, visible, with the reason
  conflict,   // kept with both texts
  later,      // passes by itself: queued again; send after the ack's retryAfterMs
  unknownId,  // no such row (answered twice, or discarded)
};

class Outbox {
 public:
  Outbox(store::Cache& cache, const Clock& clock);

  // Durable when it returns. `title` is what the list shows; the draft of `draftKey` goes in the same transaction.
  // A mark, thanks, expertise, settings or profile that was never sent is replaced by a newer one for the same thing;
  // the id then remains that of the older row. Returns the row's id.
  Result<CommandId> queue(CommandId id, const CommandBody& body, const QString& title = {},
                          const QString& draftKey = {});

  // Queued rows in order, to offer to a session; withheld ones are marked. Rows in flight are among them after
  // connectionLost().
  std::vector<Sendable> toSend();
  // These went out (queued -> in flight, one more attempt).
  Result<void> sent(const std::vector<CommandId>& ids);
  // Nothing is in flight any more; what was, waits again under its own id (F13). Also at start.
  Result<void> connectionLost();
  // Idempotent. `epoch` is the session's.
  Result<Answer> answered(const protocol::Ack& ack, const std::string& epoch);

  // Server epoch as greeted: confirmed rows of another epoch wait again, in their old order (C8). How many.
  Result<int> epochIs(const std::string& epoch);
  // A verified backup holds everything up to `commit` of `epoch`: settled rows go.
  Result<void> backedUp(const std::string& epoch, std::int64_t commit);

  // Memberships changed, or a scope of a channel was refused. Of channels and discussions that one may not read any
  // more (F28): one's own unsent text is refused, with nothing of others beside it; what was sent, and what has no
  // text, goes. How many rows.
  Result<int> accessChanged(const std::optional<Scope>& refused = {});
  // Before the cases are erased whose date has come by `now`: the same for what is about them.
  Result<int> casesExpire(Timestamp now);

  // ---- the user --------------------------------------------------------------------------------------------
  // Refused or in conflict: queued again under freshId. Otherwise it is on its way under its own id already. Returns
  // the id it goes under.
  Result<CommandId> retry(CommandId id, CommandId freshId);
  // New text; the draft "outbox/<id>" goes with it. `conflict` when it may have reached the server already: an edit has
  // to follow it instead.
  Result<CommandId> rewrite(CommandId id, CommandId freshId, const QString& title, const QString& body, bool notBsn);
  // keepMine: the same edit over the newest version, under freshId. Otherwise the row goes.
  Result<CommandId> resolveConflict(CommandId id, CommandId freshId, bool keepMine);
  // The row goes. `conflict`, kAlreadySending, when it is on its way or there.
  Result<void> discard(CommandId id);
  // Not sent while the user can still take a discard back, nor after the program ended meanwhile: a discard holds until
  // it is taken back. `conflict`, kAlreadySending, when it is on its way or there.
  Result<void> withhold(CommandId id, bool on);

  // The queued, never sent row that made or edits this post, if there is one: an edit can be folded into it.
  std::optional<store::OutboxEntry> unsentFor(const std::string& recordId);
  // Both without what is withheld, and without what the user never thinks of as sending.
  int waiting();         // queued or in flight
  int needsAttention();  // refused or conflict

 private:
  Result<int> giveUp(const std::function<bool(ChannelId, TopicId readIn, TopicId about)>& isLost);
  bool mayRead(ChannelId channel, TopicId topic, const std::optional<Scope>& refused);
  bool isSettled(const store::OutboxEntry& entry);
  int countIn(std::initializer_list<store::OutboxState> states);
  // What a row does was done again on a restored server, under other numbers: own changes that were made upon the old
  // ones follow, so that nobody is in conflict with himself.
  Result<void> rebase(const store::OutboxEntry& entry, const std::vector<store::Effect>& before);
  // Puts `entry` in place of the row, or removes it; the drafts go in the same transaction.
  Result<void> settle(CommandId id, const store::OutboxEntry* entry, const QStringList& drafts);

  store::Cache& cache_;
  store::OutboxTable& table_;
  const Clock& clock_;
};

}  // namespace vb::client::outbox
