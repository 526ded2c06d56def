// Changes: what one command writes, on behalf of one user, in the transaction of its job. Carries the facts that an
// effect needs and remembers the last seq written in each scope.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "server/services/commands.h"
#include "server/storage/tables.h"
#include "shared/domain/fields.h"

namespace vb::server::services {

class Changes {
 public:
  Changes(storage::Tables& tables, UserId user, Timestamp now) : tables_(tables), user_(user), now_(now) {}

  storage::Tables& tables() { return tables_; }
  const storage::Tables& tables() const { return tables_; }
  UserId user() const { return user_; }
  Timestamp now() const { return now_; }

  Seq put(const Scope& scope, std::string_view kind, std::string_view id, std::string_view about,
          const json::object& body);
  // Nothing happens when nothing lives there.
  void remove(const Scope& scope, std::string_view kind, std::string_view id);
  // The living record.
  std::optional<Record> find(const Scope& scope, std::string_view kind, std::string_view id) const;
  // The seq that the next write in this scope will get.
  Seq nextSeq(const Scope& scope) const { return std::as_const(tables_).records().state(scope).head + 1; }
  const std::vector<Effect>& effects() const { return effects_; }

 private:
  void note(const Scope& scope, Seq seq);

  storage::Tables& tables_;
  UserId user_;
  Timestamp now_;
  std::vector<Effect> effects_;
};

// Writes the members over what is stored, unless all of them are stored already; whether it wrote.
bool putIfOther(Changes& changes, const Scope& scope, std::string_view kind, std::string_view id,
                std::string_view about, const json::object& members);

// The stored body with the members of `value` in it; members that this version does not know stay.
template <class T>
json::object merged(const Record& stored, const T& value) {
  auto body = parseJsonObject(stored.body);
  json::object object = body ? std::move(*body) : json::object();
  for (auto& member : toJson(value)) object[member.key()] = std::move(member.value());
  return object;
}

// The body as a struct; defaults when it is none.
template <class T>
T readBody(const Record& record) {
  auto value = fromJsonText<T>(record.body);
  return value ? std::move(*value) : T{};
}

}  // namespace vb::server::services
