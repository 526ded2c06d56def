// A scope is a log of records: its name, its sequence numbers, its state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb {

// Position in one scope's log: 1 is the first write, 0 means "nothing yet". Given inside the transaction
// that writes; never reused within an epoch.
using Seq = std::int64_t;

enum class ScopeKind {
  unknown,       // a kind of a newer peer; nobody may read it here
  directory,     // categories, organisations, profiles, house rules: every signed-in user
  category,      // questions, answers, comments, thanks: every signed-in user
  channel,       // a channel's records: its members
  user,          // one user's own records, among them grants: that user; syncs first
  conversation,  // direct messages: the participants
  desk,          // of a channel: requests, invitations, lease: its owners and moderators
  discussion,    // one topic of a channel: the guests who were invited to it
};
BOOST_DESCRIBE_ENUM(ScopeKind, unknown, directory, category, channel, user, conversation, desk, discussion)

// "directory", "category/<uuid>", "user/<uuid>", ...; ordered and hashed by its text.
class Scope {
 public:
  Scope() = default;
  static Scope directory() { return Scope("directory"); }
  static Scope category(CategoryId id) { return Scope("category/" + id.text()); }
  static Scope user(UserId id) { return Scope("user/" + id.text()); }
  static Scope channel(ChannelId id) { return Scope("channel/" + id.text()); }
  static Scope desk(ChannelId id) { return Scope("desk/" + id.text()); }
  static Scope discussion(TopicId id) { return Scope("discussion/" + id.text()); }
  // badField when the text is no scope name. An unknown kind in the right form parses (kind() == unknown).
  static Result<Scope> parse(std::string_view text);

  const std::string& text() const { return text_; }
  ScopeKind kind() const;
  // The UUID behind the slash; nil for `directory`.
  Uuid id() const;
  bool operator==(const Scope&) const = default;
  auto operator<=>(const Scope&) const = default;

 private:
  explicit Scope(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace vb

template <>
struct std::hash<vb::Scope> {
  std::size_t operator()(const vb::Scope& scope) const noexcept { return std::hash<std::string>{}(scope.text()); }
};
