#include "client/core/actions/parts.h"

namespace vb::client::actions {

QString questionTitle(const ActionParts& parts, QuestionId question) {
  const auto rows = parts.reader.questionRows({question});
  return rows.isEmpty() ? QString() : rows.first().title;
}

UserId authorOf(const ActionParts& parts, const std::string& kind, const std::string& id) {
  const auto record = parts.cache.record(kind, id);
  if (!record) return {};
  const auto body = parseJsonObject(record->body);
  if (!body) return {};
  const auto* author = body->if_contains("author_id");
  if (author == nullptr || !author->is_string()) return {};
  const auto parsed = UserId::parse(std::string_view(author->get_string()));
  return parsed ? *parsed : UserId();
}

}  // namespace vb::client::actions
