#include "server/services/commands.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "server/services/changes.h"
#include "server/services/effects.h"
#include "server/services/limiter.h"
#include "server/services/tuning.h"
#include "shared/base/planted_bugs.h"
#include "shared/domain/validate.h"
#include "shared/text/guard.h"

namespace vb::server::services {
namespace {

// The members in order of their names: a client may send the same command with its members in another order.
void appendCanonical(std::string& out, const json::value& value) {
  if (const auto* object = value.if_object()) {
    std::vector<const json::key_value_pair*> members;
    for (const auto& member : *object) members.push_back(&member);
    std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return a->key() < b->key(); });
    out.push_back('{');
    for (const auto* member : members) {
      appendJsonString(out, member->key());
      out.push_back(':');
      appendCanonical(out, member->value());
      out.push_back(',');
    }
    out.push_back('}');
  } else if (const auto* array = value.if_array()) {
    out.push_back('[');
    for (const auto& item : *array) {
      appendCanonical(out, item);
      out.push_back(',');
    }
    out.push_back(']');
  } else if (const auto* text = value.if_string()) {
    appendJsonString(out, *text);
  } else {
    out.append(json::serialize(value));
  }
}

std::string payloadHash(std::string_view kind, const json::object& body) {
  std::string text(kind);
  text.push_back('\n');
  appendCanonical(text, body);
  std::string hash(32, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

bool holdsBsn(const std::vector<std::string>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const auto& one) { return text::containsBsn(one); });
}

// The server's half of the personal-data guard: of texts that go to others.
bool holdsBsn(const CommandBody& command) {
  return std::visit(
      [](const auto& body) {
        if constexpr (requires { body.notBsn; }) {
          if (body.notBsn) return false;
          if constexpr (requires { body.title; }) {
            if constexpr (requires { *body.title; }) {
              if (body.title && text::containsBsn(*body.title)) return true;
            } else if (text::containsBsn(body.title)) {
              return true;
            }
          }
          if constexpr (requires { *body.body; }) {
            if (body.body && text::containsBsn(*body.body)) return true;
          } else if (text::containsBsn(body.body)) {
            return true;
          }
          if constexpr (requires { body.caseParts; })
            if (body.caseParts && holdsBsn({body.caseParts->situation, body.caseParts->tried, body.caseParts->question,
                                            body.caseParts->agreement}))
              return true;
          if constexpr (requires { *body.sources; }) {
            if (body.sources && holdsBsn(*body.sources)) return true;
          } else if constexpr (requires { body.sources; }) {
            if (holdsBsn(body.sources)) return true;
          }
        }
        return false;
      },
      command);
}

Result<CommandBody> understand(std::string_view kind, const json::object& body) {
  auto command = parseCommand(kind, body);
  if (!command) return command;
  if (auto valid = validate(*command); !valid) return valid.error();
  if (holdsBsn(*command)) return fail(ErrorCode::personalData);
  return command;
}

CommandAnswer refusal(const Error& error) {
  CommandAnswer answer;
  answer.outcome = Outcome::refused;
  answer.code = errorName(error.code);
  answer.detail = error.detail;
  return answer;
}

// Where the user can see them: what was written elsewhere is not his to know.
std::vector<Effect> seenEffects(const Changes& changes) {
  std::vector<Effect> seen;
  for (const auto& effect : changes.effects()) {
    const auto scope = Scope::parse(effect.scope);
    if (!scope) continue;
    const bool isForAll = scope->kind() == ScopeKind::category || scope->kind() == ScopeKind::directory;
    if (isForAll || mayRead(changes.tables(), changes.user(), *scope)) seen.push_back(effect);
  }
  return seen;
}

CommandAnswer answerOf(const Changes& changes, Result<Carried> carried) {
  if (!carried) return refusal(carried.error());
  CommandAnswer answer;
  if (carried->newest) {
    answer.outcome = Outcome::conflict;
    answer.code = errorName(ErrorCode::conflict);
    answer.newest = std::move(carried->newest);
    return answer;
  }
  answer.effects = seenEffects(changes);
  answer.routedTo = carried->routedTo;
  return answer;
}

class CommandsOfStorage final : public Commands {
 public:
  CommandsOfStorage(storage::Storage& storage, const Clock& clock, CommandRate rate)
      : storage_(storage), clock_(clock), rates_(clock, rate.perSecond, rate.atOnce, kKeysRememberedMax) {}

  void execute(Identity who, CommandId id, std::string kind, json::object body,
               std::function<void(Result<CommandAnswer>)> done) override {
    if (!rates_.take(who.user.text())) return done(fail(ErrorCode::tooManyRequests));
    if (id.isNil()) return done(refusal(fail(ErrorCode::badField, "id")));
    auto command = understand(kind, body);
    // Not remembered: a newer server will know the kind.
    if (!command && command.error().code == ErrorCode::unsupported) return done(refusal(command.error()));
    storage::writeValue<CommandAnswer>(
        storage_,
        [who = std::move(who), id, hash = payloadHash(kind, body), command = std::move(command),
         now = clock_.now()](storage::Tables& tables) { return apply(tables, who, id, hash, command, now); },
        std::move(done));
  }

 private:
  static Result<CommandAnswer> apply(storage::Tables& tables, const Identity& who, CommandId id,
                                     const std::string& hash, const Result<CommandBody>& command, Timestamp now) {
    if (auto good = checkToken(tables, who, now); !good) return good.error();
    const auto applied = std::as_const(tables).commands().find(id);
    if (applied && !planted(PlantedBug::commandAppliedTwice)) {
      if (applied->user != who.user || applied->payloadHash != hash) return refusal(fail(ErrorCode::idReused));
      return fromJsonText<CommandAnswer>(applied->answer);
    }
    Changes changes(tables, who.user, now);
    auto carried = command ? std::visit([&](const auto& body) { return carryOut(changes, body); }, *command)
                           : Result<Carried>(command.error());
    if (!carried && !changes.effects().empty()) return fail(ErrorCode::internal, "refused after writing");
    auto answer = answerOf(changes, std::move(carried));
    answer.commit = tables.meta().commit;
    tables.commands().insert({id, who.user, hash, toJsonText(answer), answer.commit});
    return answer;
  }

  storage::Storage& storage_;
  const Clock& clock_;
  TokenBuckets rates_;
};

}  // namespace

std::unique_ptr<Commands> createCommands(storage::Storage& storage, const Clock& clock, CommandRate rate) {
  return std::make_unique<CommandsOfStorage>(storage, clock, rate);
}

}  // namespace vb::server::services
