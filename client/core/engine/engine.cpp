#include "client/core/engine/engine.h"

#include <QDir>
#include <QNetworkInformation>
#include <QPointer>

#include "client/core/engine/engine_channels.h"
#include "client/core/engine/engine_documents.h"
#include "client/core/engine/engine_private.h"
#include "client/core/engine/read_beside.h"
#include "client/core/net/server_address.h"

namespace vb::client {
namespace {

constexpr char kUnheardFile[] = "revoke.json";

bool isLocked(const Error& error) { return error.code == ErrorCode::badField && error.detail == "locked"; }

}  // namespace

Result<void> Engine::Private::openReadOnly() {
  auto found = readBeside(options.profileDirectory, reader, *clock);
  if (!found) return found.error();
  user = found->user;
  server = found->server;
  signedIn = found->signedIn;
  link = found->link;
  readOnly = true;
  startSearching(found->directory);
  return {};
}

void Engine::Private::startSearching(const QString& directory) {
  searcher = std::make_unique<SearchWorker>();
  searcher->moveToThread(&searchThread);
  searchThread.start(QThread::LowPriority);
  QMetaObject::invokeMethod(searcher.get(), [searcher = searcher.get(), directory] { searcher->open(directory); });
  connect(searcher.get(), &SearchWorker::searchFinished, &q, &Engine::searchFinished);
  connect(searcher.get(), &SearchWorker::similarFound, &q, &Engine::similarFound);
}

void Engine::Private::beginRevoking(const QString& directory) {
  unheard = std::make_unique<UnheardSignOuts>(QDir(directory).filePath(QLatin1String(kUnheardFile)), tokens);
  connect(core.get(), &Core::tokenRevoked, &q, [this](const QString& token) { unheard->heard(token); });
  connect(core.get(), &Core::tokensRevoked, &q, &Engine::tokensRevoked);
  unheard->load([this](const QUrl& from, const QString& token) {
    inCore([from, token = token.toStdString()](Core& one) { one.revoke(from, token); });
  });
}

// Without a connection since the start only the vault has the token. There it stays, under another key, until the
// server has heard: on disk only where the vault itself is a file.
void Engine::Private::revokeToken() {
  tokens->read(tokenKey(), [engine = QPointer<Engine>(&q), from = server, key = tokenKey()](const auto& token) {
    if (!engine || !engine->d_->unheard) return;
    auto& d = *engine->d_;
    if (!token || token->isEmpty()) return d.forgetToken(key);
    d.inCore([from, token = token->toStdString()](Core& one) { one.revoke(from, token); });
    d.unheard->keep(from, *token, [&d, key] { d.forgetToken(key); });
  });
}

void Engine::Private::forgetToken(const QString& key) {
  // Signed in again before the vault was ready: that token stays.
  if (signedIn && tokenKey() == key) return;
  tokens->remove(key, [](const Result<void>&) {});
}

Engine::Engine(EngineOptions options, QObject* parent)
    : QObject(parent), d_(std::make_unique<Private>(std::move(options), *this)) {
  d_->channels = std::make_unique<EngineChannels>(*d_);
  d_->documents = std::make_unique<EngineDocuments>(*d_);
  qRegisterMetaType<OpenedDocument>();
  qRegisterMetaType<DocumentText>();
  qRegisterMetaType<LinkState>();
  qRegisterMetaType<ChangeSet>();
  qRegisterMetaType<NewQuestions>();
  qRegisterMetaType<ChannelNews>();
  qRegisterMetaType<Reach>();
  qRegisterMetaType<store::SearchResults>();
  qRegisterMetaType<QVector<store::QuestionRow>>("QVector<vb::client::store::QuestionRow>");
  qRegisterMetaType<UserId>("vb::UserId");
  d_->coreThread.setObjectName(QStringLiteral("core"));
  d_->searchThread.setObjectName(QStringLiteral("search"));
}

Engine::~Engine() {
  if (d_->core) {
    QMetaObject::invokeMethod(
        d_->core.get(), [core = d_->core.get()] { core->close(); }, Qt::BlockingQueuedConnection);
    d_->coreThread.quit();
    d_->coreThread.wait();
  }
  if (d_->searcher) {
    d_->searcher->announceSearch(~quint64(0));
    QMetaObject::invokeMethod(
        d_->searcher.get(), [searcher = d_->searcher.get()] { searcher->close(); }, Qt::BlockingQueuedConnection);
    d_->searchThread.quit();
    d_->searchThread.wait();
  }
}

Result<void> Engine::open() {
  auto core = std::make_unique<Core>(d_->options);
  core->moveToThread(&d_->coreThread);
  d_->coreThread.start();
  Result<Core::Opened> opened = fail(ErrorCode::internal);
  QMetaObject::invokeMethod(
      core.get(), [&] { opened = core->open(); }, Qt::BlockingQueuedConnection);
  if (!opened) {
    QMetaObject::invokeMethod(
        core.get(), [&] { core->close(); }, Qt::BlockingQueuedConnection);
    d_->coreThread.quit();
    d_->coreThread.wait();
    if (d_->options.readOnlyIfLocked && isLocked(opened.error()))
      if (auto besides = d_->openReadOnly(); besides || besides.error().code == ErrorCode::newerSchema) return besides;
    return opened.error();
  }
  d_->core = std::move(core);
  d_->user = opened->user;
  d_->signedIn = opened->signedIn;
  d_->link = opened->link;
  const auto preset = net::serverAddress(d_->options.server.toString());
  d_->server = preset ? *preset : QUrl(opened->server);
  if (auto read = d_->reader.open(opened->directory); !read) return read;

  d_->startSearching(opened->directory);
  d_->beginRevoking(opened->directory);

  connect(d_->core.get(), &Core::linkChanged, this, [this](const LinkState& state) {
    d_->link = state;
    Q_EMIT linkChanged(state);
  });
  connect(d_->core.get(), &Core::changed, this, &Engine::changed);
  connect(d_->core.get(), &Core::newQuestions, this, &Engine::newQuestions);
  connect(d_->core.get(), &Core::newInChannels, this, &Engine::newInChannels);
  connect(d_->core.get(), &Core::reachKnown, this, &Engine::reachKnown);
  connect(d_->core.get(), qOverload<const QString&>(&Core::storeFailed), this, &Engine::storeFailed);
  connect(d_->core.get(), &Core::writeRefused, this, &Engine::writeRefused);
  connect(d_->core.get(), &Core::fileRefused, this, &Engine::documentRefused);
  connect(d_->core.get(), &Core::draftStored, this,
          [this](const QString& key, quint64 number) { d_->reader.draftStored(key, number); });
  connect(d_->core.get(), &Core::signOutFinished, this, [this](const QString& notErased) {
    d_->erasing = false;
    if (!notErased.isEmpty()) d_->user = d_->reader.userId();
    Q_EMIT signedOut(notErased);
  });
  connect(d_->core.get(), &Core::cacheRebuilt, this, &Engine::cacheRebuilt);
  connect(d_->core.get(), &Core::cacheReplaced, this, [this](const QString& directory) {
    if (auto read = d_->reader.open(directory); !read) Q_EMIT storeFailed(QStringLiteral("io_failed"));
    QMetaObject::invokeMethod(d_->searcher.get(),
                              [searcher = d_->searcher.get(), directory] { searcher->open(directory); });
  });
  connect(d_->core.get(), &Core::tokenGone, this, [this] {
    d_->signedIn = false;
    d_->tokens->remove(d_->tokenKey(), [](const Result<void>&) {});
    Q_EMIT signedOut();
  });
  connect(d_->core.get(), &Core::signInFinished, this,
          [this](const QString& code, const QString& detail, const QUrl& server, UserId user, const QString& token) {
            if (!code.isEmpty()) return void(Q_EMIT signInFinished(code, detail));
            d_->server = server;
            d_->user = user;
            d_->signedIn = true;
            // Without a vault that works the sign-in lasts until the end of this run.
            d_->tokens->write(d_->tokenKey(), token, [](const Result<void>&) {});
            Q_EMIT signInFinished({}, {});
          });
  d_->opened = true;
  if (d_->options.start) QMetaObject::invokeMethod(this, &Engine::goOnline, Qt::QueuedConnection);
  return {};
}

store::Reader& Engine::reader() { return d_->reader; }
ChannelDoor& Engine::channels() { return *d_->channels; }
DocumentDoor& Engine::documents() { return *d_->documents; }

void Engine::goOnline() {
  if (!d_->opened || d_->readOnly) return;
  if (QNetworkInformation::instance() == nullptr && QNetworkInformation::loadDefaultBackend()) {
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
              if (reachability != QNetworkInformation::Reachability::Disconnected)
                d_->inCore([](Core& core) { core.wake(); });
            });
  }
  if (!d_->signedIn) return d_->inCore([](Core& core) { core.revokeNow(); });
  d_->tokens->read(d_->tokenKey(), [this](const Result<QString>& token) {
    const std::string found = token ? token->toStdString() : std::string();
    if (found.empty()) d_->signedIn = false;
    d_->inCore([server = d_->server, found](Core& core) { core.goOnline(server, found); });
    if (found.empty()) Q_EMIT signedOut();
  });
}

void Engine::goOffline() {
  d_->inCore([](Core& core) { core.goOffline(); });
}

LinkState Engine::link() const { return d_->link; }
bool Engine::isReadOnly() const { return d_->readOnly; }
bool Engine::isSignedIn() const { return d_->signedIn; }
UserId Engine::userId() const { return d_->user; }
QUrl Engine::server() const { return d_->server; }

// ---- account ---------------------------------------------------------------------------------------------

void Engine::signIn(const QUrl& server, const QString& email, const QString& password) {
  if (d_->readOnly) return d_->refuseAccount();
  d_->inCore([=](Core& core) { core.signIn(server, email, password); });
}

void Engine::registerAccount(const QUrl& server, const QString& email, const QString& password,
                             const UpdateProfile& profile) {
  if (d_->readOnly) return d_->refuseAccount();
  d_->inCore([=](Core& core) { core.registerAccount(server, email, password, profile); });
}

void Engine::signOut(bool wipe) {
  if (d_->readOnly) return d_->refuse();
  d_->signedIn = false;
  d_->revokeToken();
  if (wipe) {
    d_->erasing = true;
    d_->reader.close();
    d_->user = {};
    // A search that runs gives up at once.
    d_->searcher->announceSearch(~quint64(0));
    QMetaObject::invokeMethod(
        d_->searcher.get(), [searcher = d_->searcher.get()] { searcher->close(); }, Qt::BlockingQueuedConnection);
  }
  d_->inCore([wipe](Core& core) { core.signOut(wipe); });
}

void Engine::lookForToken(std::function<void(bool isThere)> done) {
  d_->tokens->read(d_->tokenKey(),
                   [done = std::move(done)](const Result<QString>& token) { done(token && !token->isEmpty()); });
}

// ---- looking ---------------------------------------------------------------------------------------------

void Engine::askReach(const QVector<CategoryId>& categories) {
  d_->inCore([categories](Core& core) { core.askReach(categories); });
}

void Engine::refresh(CategoryId category) {
  d_->inCore([category](Core& core) { core.refresh(category); });
}

void Engine::search(quint64 ticket, const QString& query, int limit) {
  d_->searcher->announceSearch(ticket);
  QMetaObject::invokeMethod(d_->searcher.get(),
                            [=, searcher = d_->searcher.get()] { searcher->search(ticket, query, limit); });
}

void Engine::findSimilar(quint64 ticket, const QString& title, const QString& body, int limit) {
  d_->searcher->announceSimilar(ticket);
  QMetaObject::invokeMethod(d_->searcher.get(),
                            [=, searcher = d_->searcher.get()] { searcher->findSimilar(ticket, title, body, limit); });
}

void Engine::flush(quint64 ticket) {
  if (d_->readOnly) return d_->later([this, ticket] { Q_EMIT flushed(ticket); });
  // Through the core's queue and back, behind the signals of what it did.
  d_->inCore([this, ticket](Core& core) {
    core.settle();
    QMetaObject::invokeMethod(
        this, [this, ticket] { Q_EMIT flushed(ticket); }, Qt::QueuedConnection);
  });
}

}  // namespace vb::client
