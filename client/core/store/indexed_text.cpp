#include "client/core/store/indexed_text.h"

#include "shared/base/limits.h"
#include "shared/domain/channel_records.h"
#include "shared/domain/records.h"

namespace vb::client::store {
namespace {

std::string stringIn(const json::object& body, std::string_view name) {
  const auto* found = body.if_contains(json::string_view(name.data(), name.size()));
  if (found == nullptr || !found->is_string()) return {};
  return std::string(found->get_string().data(), found->get_string().size());
}

std::int64_t numberIn(const json::object& body, std::string_view name) {
  const auto* found = body.if_contains(json::string_view(name.data(), name.size()));
  return found != nullptr && found->is_int64() ? found->get_int64() : 0;
}

}  // namespace

std::optional<IndexedText> indexedText(std::string_view kind, const json::object& body) {
  if (kind == kinds::kQuestion)
    return IndexedText{false, stringIn(body, "title"), stringIn(body, "body"), numberIn(body, "asked_at")};
  if (kind == kinds::kAnswer || kind == kinds::kComment)
    return IndexedText{false, {}, stringIn(body, "body"), numberIn(body, "posted_at")};
  if (kind == kinds::kTopic) {
    IndexedText text{false, stringIn(body, "title"), stringIn(body, "body"), numberIn(body, "started_at")};
    if (const auto* parts = body.if_contains("case_parts"); parts != nullptr && parts->is_object())
      for (const char* part : {"situation", "tried", "question", "agreement"})
        text.body += '\n' + stringIn(parts->get_object(), part);
    return text;
  }
  if (kind == kinds::kPost) return IndexedText{false, {}, stringIn(body, "body"), numberIn(body, "posted_at")};
  if (kind == kinds::kLesson)
    return IndexedText{false, stringIn(body, "title"), stringIn(body, "body"), numberIn(body, "written_at")};
  // Their names; what documents hold is indexed by its content.
  if (kind == kinds::kDocument) return IndexedText{false, stringIn(body, "name"), {}, numberIn(body, "changed_at")};
  if (kind == kinds::kFolder) return IndexedText{false, stringIn(body, "name"), {}, numberIn(body, "created_at")};
  if (kind == kinds::kProfile) {
    IndexedText text{true, stringIn(body, "name"), {}, 0};
    for (const char* field : {"job_title", "organisation", "municipality"}) text.body += stringIn(body, field) + ' ';
    return text;
  }
  return std::nullopt;
}

bool parseBody(std::string_view text, json::value& into) {
  json::parse_options options;
  options.max_depth = limits::kJsonDepthMax;
  json::error_code failed;
  // The codec has checked it on its way in; here it is only read again.
  into = json::parse(json::string_view(text.data(), text.size()), failed, into.storage(), options);
  return !failed && into.is_object();
}

}  // namespace vb::client::store
