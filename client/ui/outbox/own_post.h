// The post that a row of the outbox has become, as it is in the cache now: to go on with a text whose row was sent
// meanwhile as a change of that post. Pure.
#pragma once

#include <optional>

#include "client/core/store/reader.h"

namespace vb::client::ui {

struct OwnPost {
  QString kind;  // "question", "answer", "comment"
  QString id;
  QuestionId question;
  QString title;        // of the question
  Seq seq = 0;          // base_seq of a change
  QStringList sources;  // of an answer
};

// Nothing when it is not (or no longer) here, or not on the server.
std::optional<OwnPost> findOwnPost(store::Reader& reader, QuestionId question, const QString& kind, const QString& id);
// Of a draft with the key "outbox/<id>".
std::optional<OwnPost> findOwnPost(store::Reader& reader, const store::Draft& draft);
inline QString outboxDraftKey(CommandId id) { return QStringLiteral("outbox/") + QString::fromStdString(id.text()); }
bool isOutboxDraft(const QString& key);
// The row it belongs to is still in the outbox.
bool hasRow(store::Reader& reader, const QString& draftKey);

}  // namespace vb::client::ui
