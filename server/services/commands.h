// Commands: the one way a user writes. Each command is checked, carried out and answered in one transaction; its answer
// is kept, so that the same command gets the same answer again (S3, S4).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "server/services/access.h"
#include "server/services/tuning.h"
#include "server/storage/storage.h"
#include "shared/base/clock.h"
#include "shared/domain/commands.h"

namespace vb::server::services {

enum class Outcome {
  applied,   // the effect is on disk
  refused,   // no effect, for ever
  conflict,  // no effect: the edit was of an older version; `newest` is the record as it is now
};
BOOST_DESCRIBE_ENUM(Outcome, applied, refused, conflict)

struct Effect {
  std::string scope;
  Seq seq = 0;  // the last one written there
};
BOOST_DESCRIBE_STRUCT(Effect, (), (scope, seq))

struct CommandAnswer {
  Outcome outcome = Outcome::applied;
  std::string code;    // error name when not applied
  std::string detail;  // for developers; never content
  std::vector<Effect> effects;
  std::int64_t commit = 0;
  std::optional<std::int64_t> routedTo;
  std::optional<json::object> newest;  // {kind, id, seq, body}
};
BOOST_DESCRIBE_STRUCT(CommandAnswer, (), (outcome, code, detail, effects, commit, routedTo, newest))

class Commands {
 public:
  virtual ~Commands() = default;
  // A CommandAnswer, or an Error for what passes by itself and is not remembered: unauthorized, tooManyRequests,
  // readOnly, unavailable.
  virtual void execute(Identity who, CommandId id, std::string kind, json::object body,
                       std::function<void(Result<CommandAnswer>)> done) = 0;
};

// How many commands a user may send: a bucket of `atOnce` that fills by `perSecond`.
struct CommandRate {
  double perSecond = kCommandsPerSecond;
  double atOnce = kCommandsAtOnce;
};

std::unique_ptr<Commands> createCommands(storage::Storage& storage, const Clock& clock, CommandRate rate = {});

}  // namespace vb::server::services
