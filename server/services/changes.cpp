#include "server/services/changes.h"

namespace vb::server::services {

Seq Changes::put(const Scope& scope, std::string_view kind, std::string_view id, std::string_view about,
                 const json::object& body) {
  const std::string text = json::serialize(body);
  const Seq seq = tables_.records().put(scope, {kind, id, about, text});
  note(scope, seq);
  return seq;
}

void Changes::remove(const Scope& scope, std::string_view kind, std::string_view id) {
  if (const Seq seq = tables_.records().remove(scope, kind, id); seq > 0) note(scope, seq);
}

std::optional<Record> Changes::find(const Scope& scope, std::string_view kind, std::string_view id) const {
  auto record = std::as_const(tables_).records().find(scope, kind, id);
  if (record && record->deleted) return std::nullopt;
  return record;
}

void Changes::note(const Scope& scope, Seq seq) {
  for (auto& effect : effects_)
    if (effect.scope == scope.text()) {
      effect.seq = seq;
      return;
    }
  effects_.push_back({scope.text(), seq});
}

bool putIfOther(Changes& changes, const Scope& scope, std::string_view kind, std::string_view id,
                std::string_view about, const json::object& members) {
  const auto stored = changes.find(scope, kind, id);
  if (!stored) {
    changes.put(scope, kind, id, about, members);
    return true;
  }
  auto parsed = parseJsonObject(stored->body);
  json::object body = parsed ? std::move(*parsed) : json::object();
  const auto before = body;
  for (const auto& member : members) body[member.key()] = member.value();
  if (body == before) return false;
  changes.put(scope, kind, id, about, body);
  return true;
}

}  // namespace vb::server::services
