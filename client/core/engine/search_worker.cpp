#include "client/core/engine/search_worker.h"

#include <algorithm>

#include "client/core/engine/tuning.h"

namespace vb::client {

void SearchWorker::open(const QString& directory) {
  // Without a cache there is nothing to find: the reader answers so.
  (void)reader_.open(directory);
}

void SearchWorker::search(quint64 ticket, const QString& query, int limit) {
  const auto isOld = [this, ticket] { return newestSearch_ != ticket; };
  if (isOld()) return;
  const auto results = reader_.search(query, std::clamp(limit, 1, kSearchHitsMax), isOld);
  if (!isOld()) Q_EMIT searchFinished(ticket, results);
}

void SearchWorker::findSimilar(quint64 ticket, const QString& title, const QString& body, int limit) {
  if (newestSimilar_ != ticket) return;
  const auto rows = reader_.similarQuestions(title, body, std::clamp(limit, 1, kSearchHitsMax));
  if (newestSimilar_ == ticket) Q_EMIT similarFound(ticket, rows);
}

}  // namespace vb::client
