// What stands behind Engine: its readers, its threads and how a call gets to the core. Only for the units of Engine.
#pragma once

#include <optional>

#include <QThread>

#include "client/core/engine/core.h"
#include "client/core/engine/engine.h"
#include "client/core/engine/lasting_reader.h"
#include "client/core/engine/search_worker.h"
#include "client/core/engine/unheard_sign_outs.h"

namespace vb::client {

class Engine::Private {
 public:
  Private(EngineOptions given, Engine& engine) : options(std::move(given)), tokens(options.tokens), q(engine) {
    if (!tokens || !options.storeToken) tokens = std::make_shared<MemoryTokenVault>();
  }

  // Runs on the core thread, after everything asked before.
  template <class Call>
  void inCore(Call call) {
    if (!core) return;
    QMetaObject::invokeMethod(
        core.get(), [core = core.get(), call = std::move(call)] { call(*core); }, Qt::QueuedConnection);
  }
  void write(Core::Write action) {
    if (readOnly) return refuse();
    if (erasing) return;
    inCore([action = std::move(action)](Core& one) { one.write(action); });
  }
  void write(const store::Draft& typed, Core::Write action) {
    if (readOnly) return refuse();
    if (erasing) return;
    inCore([typed, action = std::move(action)](Core& one) { one.write(action, typed); });
  }
  // Seen by the screens at once; nullopt: it goes.
  void keepDraft(const QString& key, const std::optional<store::Draft>& draft, Core::Write action) {
    if (readOnly) return refuse();
    if (erasing) return;
    reader.draftAsked(key, ++draftsAsked, draft);
    inCore([key, number = draftsAsked, action = std::move(action)](Core& one) { one.keepDraft(key, number, action); });
  }
  static QString heldElsewhere() { return QStringLiteral("another program uses the profile"); }
  void refuse() {
    later([this] { Q_EMIT q.writeRefused(QStringLiteral("forbidden"), heldElsewhere(), false); });
  }
  void refuseAccount() {
    later([this] { Q_EMIT q.signInFinished(QStringLiteral("forbidden"), heldElsewhere()); });
  }
  template <class Call>
  void later(Call call) {
    QMetaObject::invokeMethod(&q, std::move(call), Qt::QueuedConnection);
  }
  // Beside the process that holds the profile.
  Result<void> openReadOnly();
  void startSearching(const QString& directory);
  // What was signed out here and its server did not hear of, in this run or an earlier one.
  void beginRevoking(const QString& directory);
  void revokeToken();
  void forgetToken(const QString& key);
  QString tokenKey() const { return server.toString() + QLatin1Char('|') + QString::fromStdString(user.text()); }

  EngineOptions options;
  std::shared_ptr<TokenVault> tokens;
  Engine& q;
  QThread coreThread;
  QThread searchThread;
  std::unique_ptr<Core> core;
  std::unique_ptr<SearchWorker> searcher;
  std::unique_ptr<UnheardSignOuts> unheard;
  std::unique_ptr<ChannelDoor> channels;
  std::unique_ptr<DocumentDoor> documents;
  LastingReader reader;
  std::unique_ptr<Clock> clock = createSystemClock();
  std::unique_ptr<RandomSource> random = createSystemRandom();
  LinkState link;
  QUrl server;
  UserId user;
  quint64 draftsAsked = 0;
  bool signedIn = false;
  bool opened = false;
  bool readOnly = false;
  bool erasing = false;  // what comes now would stand in the profile that is made anew
};

}  // namespace vb::client
