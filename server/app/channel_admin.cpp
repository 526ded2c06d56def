#include "server/app/channel_admin.h"

#include <utility>

#include "server/app/import_dates.h"
#include "server/services/channels.h"
#include "shared/domain/fields.h"

namespace vb::server::app {
namespace {

constexpr std::int64_t kMegabyte = 1'000'000;
constexpr char kNever[] = "never";

AdminReply printed(std::string out) { return {kExitDone, std::move(out), {}}; }

// The end of that day, UTC: a rent until the 31st holds on the 31st.
Result<std::optional<Timestamp>> dayOf(const std::string& text) {
  if (text.empty() || text == kNever) return std::optional<Timestamp>();
  const auto day = parseDate(text);
  if (!day) return fail(ErrorCode::badField, "date");
  return std::optional(*day + std::chrono::hours(24));
}

std::string dayText(Timestamp at) {
  const auto days = std::chrono::floor<std::chrono::days>(at - Milliseconds(1));
  const std::chrono::year_month_day day(days);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text;
}

Result<ChannelAccess> accessOf(const std::string& name) {
  if (name == "open") return ChannelAccess::open;
  if (name == "on-request") return ChannelAccess::onRequest;
  if (name.empty() || name == "closed") return ChannelAccess::closed;
  return fail(ErrorCode::badField, "access");
}

std::string nameOf(ChannelAccess access) {
  return access == ChannelAccess::open ? "open" : access == ChannelAccess::onRequest ? "on-request" : "closed";
}

std::string emailOf(const storage::Tables& tables, UserId user) {
  const auto account = tables.accounts().find(user);
  return account ? account->email : user.text();
}

std::string listed(const services::ChannelFacts& facts) {
  return facts.id.text() + "\t" + nameOf(facts.channel.access) + "\t" + std::to_string(facts.members) + "\t" +
         (facts.lease.endsAt ? dayText(*facts.lease.endsAt) : kNever) + "\t" + facts.channel.name + "\t" +
         facts.channel.organisation + "\n";
}

std::string shown(const storage::Tables& tables, const services::ChannelFacts& facts) {
  std::string text;
  const auto line = [&](const char* name, const std::string& value) {
    text += std::string(name) + ": " + value + "\n";
  };
  line("id", facts.id.text());
  line("name", facts.channel.name);
  line("organisation", facts.channel.organisation);
  line("access", nameOf(facts.channel.access));
  for (const auto owner : facts.owners) line("owner", emailOf(tables, owner));
  line("members", std::to_string(facts.members));
  line("guests", std::to_string(facts.guests));
  line("cases erased after days", std::to_string(facts.channel.caseRetentionDays));
  line("plan", facts.lease.plan);
  line("rent from", dayText(facts.lease.startsAt + Milliseconds(1)));
  line("rent until", facts.lease.endsAt ? dayText(*facts.lease.endsAt) : kNever);
  line("seats", facts.lease.seats > 0 ? std::to_string(facts.lease.seats) : "no limit");
  line("storage in MB", facts.lease.quotaBytes > 0 ? std::to_string(facts.lease.quotaBytes / kMegabyte) : "no limit");
  if (facts.channel.deletedFrom) line("may be deleted from", dayText(*facts.channel.deletedFrom + Milliseconds(1)));
  return text;
}

struct Acting {
  storage::Storage& storage;
  Timestamp now;
  AdminActions::Done done;

  // With the channel that is meant; what is printed, or an error.
  void look(std::function<Result<std::string>(const storage::Tables&)> work) const {
    storage::readValue<Result<std::string>>(storage, std::move(work), [done = done](Result<Result<std::string>> read) {
      if (!read) return done(refusedReply(read.error()));
      done(*read ? printed(std::move(**read)) : refusedReply(read->error()));
    });
  }
  void change(std::function<Result<std::string>(storage::Tables&)> work) const {
    storage::writeValue<std::string>(storage, std::move(work), [done = done](Result<std::string> written) {
      done(written ? printed(std::move(*written)) : refusedReply(written.error()));
    });
  }
};

Result<std::string> nothing(Result<void> result) {
  if (!result) return result.error();
  return std::string();
}

Result<Lease> leaseOf(const ChannelRequest& channel, Lease lease) {
  if (!channel.plan.empty()) lease.plan = channel.plan;
  if (channel.seats) lease.seats = *channel.seats;
  if (channel.quotaMegabytes) lease.quotaBytes = *channel.quotaMegabytes * kMegabyte;
  if (!channel.until.empty()) {
    const auto until = dayOf(channel.until);
    if (!until) return until.error();
    lease.endsAt = *until;
  }
  return lease;
}

void create(const Acting& acting, RandomSource& random, const Clock& clock, const ChannelRequest& asked,
            const std::string& email) {
  services::NewChannel made;
  made.id = ChannelId::v7(clock, random);
  made.channel.name = asked.name;
  made.channel.description = asked.description;
  made.channel.organisation = asked.organisation;
  if (asked.retentionDays) made.channel.caseRetentionDays = *asked.retentionDays;
  const auto access = accessOf(asked.access);
  if (!access) return acting.done(refusedReply(access.error()));
  made.channel.access = *access;
  Lease begun;
  begun.startsAt = acting.now;
  const auto lease = leaseOf(asked, begun);
  if (!lease) return acting.done(refusedReply(lease.error()));
  made.lease = *lease;
  acting.change([made, email, now = acting.now](storage::Tables& tables) mutable -> Result<std::string> {
    const auto owner = std::as_const(tables).accounts().findByEmail(email);
    if (!owner) return fail(ErrorCode::notFound, "email");
    made.owner = owner->user;
    if (auto created = services::createChannel(tables, made, now); !created) return created.error();
    return made.id.text() + "\n";
  });
}

void setRole(const Acting& acting, const std::string& which, const std::string& email, ChannelRole role) {
  acting.change([=, now = acting.now](storage::Tables& tables) -> Result<std::string> {
    const auto id = services::findChannelNamed(tables, which);
    if (!id) return id.error();
    const auto account = std::as_const(tables).accounts().findByEmail(email);
    if (!account) return fail(ErrorCode::notFound, "email");
    return nothing(services::setChannelMember(tables, *id, account->user, role, now));
  });
}

}  // namespace

void runChannelAction(storage::Storage& storage, services::Accounts&, const Clock& clock, RandomSource& random,
                      AdminRequest request, AdminActions::Done done) {
  const Acting acting{storage, clock.now(), std::move(done)};
  const std::string verb = request.action.substr(std::string_view("channel ").size());
  const auto which = request.which;
  const auto asked = request.channel;
  if (verb == "create") return create(acting, random, clock, asked, request.email);
  if (verb == "list")
    return acting.look([](const storage::Tables& tables) -> Result<std::string> {
      std::string text;
      for (const auto& facts : services::listChannels(tables)) text += listed(facts);
      return text;
    });
  if (verb == "show")
    return acting.look([which](const storage::Tables& tables) -> Result<std::string> {
      const auto id = services::findChannelNamed(tables, which);
      if (!id) return id.error();
      return shown(tables, *services::channelFacts(tables, *id));
    });
  if (verb == "lease")
    return acting.change([which, asked, now = acting.now](storage::Tables& tables) -> Result<std::string> {
      const auto id = services::findChannelNamed(tables, which);
      if (!id) return id.error();
      const auto lease = leaseOf(asked, services::channelFacts(tables, *id)->lease);
      if (!lease) return lease.error();
      return nothing(services::setLease(tables, *id, *lease, now));
    });
  if (verb == "add-member") {
    const bool moderates = asked.role == "moderator";
    return setRole(acting, which, request.email, moderates ? ChannelRole::moderator : ChannelRole::member);
  }
  if (verb == "set-owner") return setRole(acting, which, request.email, ChannelRole::owner);
  if (verb == "notice")
    return acting.change([which, asked, now = acting.now](storage::Tables& tables) -> Result<std::string> {
      const auto id = services::findChannelNamed(tables, which);
      if (!id) return id.error();
      std::optional<Timestamp> from;
      if (!asked.withdraw) {
        from = parseDate(asked.until);
        if (!from) return fail(ErrorCode::badField, "date");
      }
      return nothing(services::noticeDeletion(tables, *id, from, now));
    });
  if (verb == "delete")
    return acting.change([which, now = acting.now](storage::Tables& tables) -> Result<std::string> {
      const auto id = services::findChannelNamed(tables, which);
      if (!id) return id.error();
      return nothing(services::deleteChannel(tables, *id, now));
    });
  acting.done(refusedReply(fail(ErrorCode::unsupported)));
}

}  // namespace vb::server::app
