// SearchWorker: searching on a thread of its own, with a reader of its own, so that neither typing nor syncing waits
// for it. A newer ticket interrupts an older one, which is then never answered. Owned by the engine; moved to its
// thread.
#pragma once

#include <atomic>

#include <QObject>

#include "client/core/engine/lasting_reader.h"

namespace vb::client {

class SearchWorker : public QObject {
  Q_OBJECT

 public:
  // From any thread, before the call that it announces.
  void announceSearch(quint64 ticket) { newestSearch_ = ticket; }
  void announceSimilar(quint64 ticket) { newestSimilar_ = ticket; }

  // On the worker's thread.
  void open(const QString& directory);
  void close() { reader_.close(); }
  void search(quint64 ticket, const QString& query, int limit);
  void findSimilar(quint64 ticket, const QString& title, const QString& body, int limit);

 Q_SIGNALS:
  void searchFinished(quint64 ticket, const vb::client::store::SearchResults& results);
  void similarFound(quint64 ticket, const QVector<vb::client::store::QuestionRow>& rows);

 private:
  LastingReader reader_;
  std::atomic<quint64> newestSearch_{0};
  std::atomic<quint64> newestSimilar_{0};
};

}  // namespace vb::client
