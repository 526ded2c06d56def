#include "client/ui/outbox/own_post.h"

#include <algorithm>

namespace vb::client::ui {

std::optional<OwnPost> findOwnPost(store::Reader& reader, QuestionId question, const QString& kind, const QString& id) {
  if (question.isNil() || id.isEmpty()) return std::nullopt;
  const auto view = reader.question(question);
  if (!view) return std::nullopt;
  OwnPost post{kind, id, question, view->row.title, 0, {}};
  const auto named = [&](const auto& record) { return QString::fromStdString(record.id.text()) == id; };
  const auto look = [&](const auto& records) {
    for (const auto& record : records)
      if (named(record)) post.seq = record.seq;
  };
  if (kind == QLatin1String("question")) {
    post.seq = view->seq;
  } else if (kind == QLatin1String("answer")) {
    look(view->answers);
    for (const auto& answer : view->answers)
      if (named(answer)) post.sources = answer.sources;
  } else {
    look(view->comments);
    for (const auto& answer : view->answers) look(answer.comments);
  }
  return post.seq > 0 ? std::optional(post) : std::nullopt;
}

std::optional<OwnPost> findOwnPost(store::Reader& reader, const store::Draft& draft) {
  return findOwnPost(reader, draft.question, draft.sources.value(0), draft.sources.value(1));
}

bool isOutboxDraft(const QString& key) { return key.startsWith(QLatin1String("outbox/")); }

bool hasRow(store::Reader& reader, const QString& draftKey) {
  const auto rows = reader.outbox();
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return outboxDraftKey(row.id) == draftKey; });
}

}  // namespace vb::client::ui
