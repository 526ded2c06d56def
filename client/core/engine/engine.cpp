#include "client/core/engine/engine.h"

#include <QDir>
#include <QNetworkInformation>
#include <QPointer>
#include <QThread>

#include "client/core/actions/appreciate.h"
#include "client/core/actions/change_post.h"
#include "client/core/actions/own_profile.h"
#include "client/core/actions/set_mark.h"
#include "client/core/actions/write_post.h"
#include "client/core/engine/core.h"
#include "client/core/engine/read_beside.h"
#include "client/core/engine/search_worker.h"
#include "client/core/engine/unheard_sign_outs.h"
#include "client/core/net/server_address.h"
#include "client/core/store/draft_table.h"

namespace vb::client {
namespace {

std::string utf8(const QString& text) { return text.toStdString(); }

std::vector<std::string> utf8(const QStringList& texts) {
  std::vector<std::string> list;
  for (const auto& text : texts) list.push_back(text.toStdString());
  return list;
}

QString joined(const char* kind, const QString& id) { return QLatin1String(kind) + QLatin1Char('/') + id; }
QString joined(const char* kind, const std::string& id) { return joined(kind, QString::fromStdString(id)); }

// What was typed, to be kept when it is refused.
store::Draft typed(const QString& key, QuestionId question, const QString& body) {
  store::Draft draft;
  draft.key = key;
  draft.question = question;
  draft.body = body;
  return draft;
}

QString heldElsewhere() { return QStringLiteral("another program uses the profile"); }

constexpr char kUnheardFile[] = "revoke.json";

bool isLocked(const Error& error) { return error.code == ErrorCode::badField && error.detail == "locked"; }

Result<void> done(const Result<CommandId>& result) { return result ? Result<void>() : Result<void>(result.error()); }

}  // namespace

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
    inCore([action = std::move(action)](Core& one) { one.write(action); });
  }
  void write(const store::Draft& typed, Core::Write action) {
    if (readOnly) return refuse();
    inCore([typed, action = std::move(action)](Core& one) { one.write(action, typed); });
  }
  // Seen by the screens at once; nullopt: it goes.
  void keepDraft(const QString& key, const std::optional<store::Draft>& draft, Core::Write action) {
    if (readOnly) return refuse();
    reader.draftAsked(key, ++draftsAsked, draft);
    inCore([key, number = draftsAsked, action = std::move(action)](Core& one) { one.keepDraft(key, number, action); });
  }
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
};

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
  qRegisterMetaType<LinkState>();
  qRegisterMetaType<ChangeSet>();
  qRegisterMetaType<NewQuestions>();
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
  connect(d_->core.get(), &Core::reachKnown, this, &Engine::reachKnown);
  connect(d_->core.get(), qOverload<const QString&>(&Core::storeFailed), this, &Engine::storeFailed);
  connect(d_->core.get(), &Core::writeRefused, this, &Engine::writeRefused);
  connect(d_->core.get(), &Core::draftStored, this,
          [this](const QString& key, quint64 number) { d_->reader.draftStored(key, number); });
  connect(d_->core.get(), &Core::signOutFinished, this, [this](const QString& notErased) {
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
    d_->reader.close();
    d_->user = {};
    // A search that runs gives up at once.
    d_->searcher->announceSearch(~quint64(0));
    QMetaObject::invokeMethod(
        d_->searcher.get(), [searcher = d_->searcher.get()] { searcher->close(); }, Qt::BlockingQueuedConnection);
  }
  d_->inCore([wipe](Core& core) { core.signOut(wipe); });
}

// ---- writing ---------------------------------------------------------------------------------------------

QuestionId Engine::ask(const QString& title, const QString& body, const QVector<CategoryId>& categories, bool notBsn,
                       const QString& draftKey) {
  const auto id = QuestionId::v7(*d_->clock, *d_->random);
  const QString key = draftKey.isEmpty() ? QStringLiteral("ask") : draftKey;
  AskQuestion command{id, utf8(title.trimmed()), utf8(body), {categories.begin(), categories.end()}, notBsn};
  auto draft = typed(key, {}, body);
  draft.title = title;
  draft.categories = categories;
  d_->write(draft, [command, key](const auto& parts) { return done(actions::askQuestion(parts, command, key)); });
  return id;
}

AnswerId Engine::answer(QuestionId question, const QString& body, const QStringList& sources, bool notBsn) {
  const auto id = AnswerId::v7(*d_->clock, *d_->random);
  PostAnswer command{id, question, {}, utf8(body), utf8(sources), notBsn};
  auto draft = typed(joined("answer", question.text()), question, body);
  draft.sources = sources;
  d_->write(draft, [command](const auto& parts) { return done(actions::postAnswer(parts, command)); });
  return id;
}

CommentId Engine::comment(QuestionId question, const QString& parentId, const QString& body, bool notBsn) {
  const auto id = CommentId::v7(*d_->clock, *d_->random);
  PostComment command{id, question, {}, utf8(parentId), utf8(body), notBsn};
  const QString parent = parentId.isEmpty() ? QString::fromStdString(question.text()) : parentId;
  d_->write(typed(joined("comment", parent), question, body),
            [command](const auto& parts) { return done(actions::postComment(parts, command)); });
  return id;
}

void Engine::edit(const EditPost& edit) {
  Core::Write action = [edit](const auto& parts) { return done(actions::editPost(parts, edit)); };
  // Closing a question has no text.
  if (!edit.title && !edit.body) return d_->write(std::move(action));
  auto draft = typed(joined("edit", edit.recordId), {}, QString::fromStdString(edit.body.value_or(std::string())));
  draft.title = QString::fromStdString(edit.title.value_or(std::string()));
  draft.baseSeq = edit.baseSeq;
  if (edit.sources)
    for (const auto& source : *edit.sources) draft.sources.append(QString::fromStdString(source));
  d_->write(draft, std::move(action));
}

void Engine::remove(const DeletePost& post) {
  d_->write([post](const auto& parts) { return done(actions::deletePost(parts, post)); });
}

void Engine::thank(QuestionId question, AnswerId answer, bool on) {
  d_->write([=](const auto& parts) { return done(actions::thankAnswer(parts, question, answer, on)); });
}

void Engine::markHelpful(QuestionId question, AnswerId answer, bool on) {
  d_->write([=](const auto& parts) { return done(actions::markHelpful(parts, question, answer, on)); });
}

void Engine::setExpertise(CategoryId category, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setExpertise(parts, category, on)); });
}

void Engine::updateProfile(const UpdateProfile& profile) {
  d_->write([profile](const auto& parts) { return done(actions::updateProfile(parts, profile)); });
}

void Engine::setSaved(QuestionId question, const QString& targetId, bool on) {
  d_->write(
      [=, target = utf8(targetId)](const auto& parts) { return done(actions::setSaved(parts, question, target, on)); });
}

void Engine::setFollow(QuestionId question, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setFollow(parts, question, on)); });
}

void Engine::setLater(QuestionId question, bool on, qint64 until) {
  d_->write([=](const auto& parts) { return done(actions::setLater(parts, question, on, until)); });
}

void Engine::setNotForMe(QuestionId question, bool on) {
  d_->write([=](const auto& parts) { return done(actions::setNotForMe(parts, question, on)); });
}

void Engine::markRead(QuestionId question) {
  d_->write([=](const auto& parts) { return done(actions::markRead(parts, question)); });
}

void Engine::updateSettings(const UpdateSettings& settings) {
  d_->write([settings](const auto& parts) { return done(actions::updateSettings(parts, settings)); });
}

// ---- outbox and drafts -----------------------------------------------------------------------------------

void Engine::retry(CommandId id) {
  d_->write([id](const actions::ActionParts& parts) { return done(parts.outbox.retry(id, parts.freshId())); });
}

void Engine::discard(CommandId id) {
  d_->write([id](const actions::ActionParts& parts) { return parts.outbox.discard(id); });
}

void Engine::withhold(CommandId id, bool on) {
  d_->write([=](const actions::ActionParts& parts) { return parts.outbox.withhold(id, on); });
}

void Engine::rewrite(CommandId id, const QString& title, const QString& body, bool notBsn) {
  auto draft = typed(joined("outbox", id.text()), {}, body);
  draft.title = title;
  d_->write(draft, [=](const actions::ActionParts& parts) {
    return done(parts.outbox.rewrite(id, parts.freshId(), title, body, notBsn));
  });
}

void Engine::resolveConflict(CommandId id, bool keepMine) {
  d_->write([=](const actions::ActionParts& parts) {
    return done(parts.outbox.resolveConflict(id, parts.freshId(), keepMine));
  });
}

void Engine::saveDraft(const store::Draft& draft) {
  if (draft.title.isEmpty() && draft.body.isEmpty()) return removeDraft(draft.key);
  auto dated = draft;
  dated.savedAt = d_->clock->now().time_since_epoch().count();
  d_->keepDraft(dated.key, dated,
                [dated](const actions::ActionParts& parts) { return parts.cache.drafts().save(dated); });
}

void Engine::removeDraft(const QString& key) {
  d_->keepDraft(key, {}, [key](const actions::ActionParts& parts) { return parts.cache.drafts().remove(key); });
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
  d_->inCore([this, ticket](Core&) {
    QMetaObject::invokeMethod(
        this, [this, ticket] { Q_EMIT flushed(ticket); }, Qt::QueuedConnection);
  });
}

}  // namespace vb::client
