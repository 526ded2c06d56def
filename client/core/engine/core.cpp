#include "client/core/engine/core.h"

#include <algorithm>

#include <QDir>
#include <QSysInfo>
#include <QUuid>

#include "client/core/engine/tuning.h"
#include "client/core/net/server_address.h"
#include "client/core/store/draft_table.h"

namespace vb::client {
namespace {

QString nameOf(ErrorCode code) {
  return QString::fromUtf8(errorName(code).data(), static_cast<qsizetype>(errorName(code).size()));
}

// Trouble of this computer that may pass; everything else is an answer.
bool mayPass(ErrorCode code) { return code == ErrorCode::diskFull || code == ErrorCode::ioFailed; }

}  // namespace

struct Core::House {
  std::unique_ptr<store::Cache> cache;
  LastingReader reader;
  outbox::Outbox outbox;
  sync::SyncEngine sync;
  NewsDesk news;
  actions::ActionParts parts;
  std::unique_ptr<documents::DocumentDesk> desk;

  House(std::unique_ptr<store::Cache> opened, Core& core)
      : cache(std::move(opened)),
        outbox(*cache, *core.clock_),
        sync({*cache, reader, outbox, *core.transport_, *core.scheduler_, *core.clock_, *core.random_}, core),
        news(reader, *core.scheduler_, *core.clock_,
             {[&core](const NewQuestions& told) { Q_EMIT core.newQuestions(told); },
              [&core](const ChannelNews& told) { Q_EMIT core.newInChannels(told); }}),
        parts{*cache, reader, outbox, *core.clock_, *core.random_},
        desk(documents::createDocumentDesk({*cache, outbox, *core.clock_, *core.random_}, core)) {}
};

Core::Core(EngineOptions options) : options_(std::move(options)) {}

Core::~Core() = default;

// ---- opening ---------------------------------------------------------------------------------------------

Result<Core::Opened> Core::open() {
  clock_ = createSystemClock();
  random_ = createSystemRandom();
  scheduler_ = std::make_unique<QtScheduler>();
  transport_ = std::make_unique<net::WebSocketTransport>();
  http_ = std::make_unique<net::HttpClient>();
  courier_ = std::make_unique<ChangeCourier>(*scheduler_, [this](const ChangeSet& set) { Q_EMIT changed(set); });
  writeRetry_ = std::make_unique<sync::Timer>(*scheduler_);
  expiry_ = std::make_unique<sync::Timer>(*scheduler_);
  if (auto opened = openHouse(); !opened) return opened.error();
  auto& cache = *house_->cache;
  revocations_ = std::make_unique<Revocations>(*http_, *scheduler_, [this](const std::string& token, bool isLast) {
    Q_EMIT tokenRevoked(QString::fromStdString(token));
    if (isLast) Q_EMIT tokensRevoked();
  });
  lastSyncedAt_ = house_->reader.freshness().lastSyncedAt;
  const auto binding = cache.binding();
  signedIn_ = !binding.userId.isNil() && cache.fact(kSignedOutFact).empty();
  const auto report = cache.report();
  if (report.rebuilt)
    QMetaObject::invokeMethod(
        this, [this, report] { Q_EMIT cacheRebuilt(report.draftsSaved, report.unsentSaved); }, Qt::QueuedConnection);
  updateLink();
  return Opened{cache.directory(), binding.userId, cache.serverUrl(), signedIn_, link_.state()};
}

Result<void> Core::openHouse() {
  QDir().mkpath(options_.profileDirectory);
  QFile::setPermissions(options_.profileDirectory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  auto cache = store::Cache::open(options_.profileDirectory);
  if (!cache) return cache.error();
  house_ = std::make_unique<House>(*std::move(cache), *this);
  if (auto read = house_->reader.open(house_->cache->directory()); !read) {
    house_.reset();
    return read;
  }
  // Without room on the disk the sync engine does it when it starts.
  (void)house_->outbox.connectionLost();
  house_->cache->feed().listen([this](const store::Changes& changes) {
    // Also told of what the house does while it is taken down.
    if (!house_) return;
    courier_->add(changes);
    if (changes.documents || changes.channels || changes.topics || changes.outbox) house_->desk->recordsChanged();
    house_->news.arrived(changes.arrivals, house_->sync.isTakingNews(), lastSyncedAt_ == 0);
    if (changes.outbox) updateLink();
    // Not within the commit that is told of.
    if (changes.topics && expiry_) expiry_->start(kExpiryAfterChange, [this] { eraseExpired(); });
  });
  eraseExpired();
  return {};
}

void Core::eraseExpired() {
  if (!house_) return;
  const auto moment = clock_->now();
  const qint64 now = moment.time_since_epoch().count();
  // First what is beside the cache, whose purge then clears the logs of both. While the server says that this
  // computer's clock is wrong its tombstones decide, not the clock (F24).
  const bool isWrong = house_->sync.status().clockWrong;
  if (isWrong || !house_->outbox.casesExpire(moment) || !house_->cache->eraseExpired(now)) {
    // A full disk: tried again, for nothing may stay longer than was promised.
    expiry_->start(kExpiryEvery, [this] { eraseExpired(); });
    return;
  }
  const qint64 next = house_->cache->nextExpiry();
  if (next == 0) return expiry_->stop();
  // At most an hour ahead: the computer may sleep, and its clock may be set.
  expiry_->start(std::clamp(Milliseconds(next - now), Milliseconds(1), Milliseconds(kExpiryEvery)),
                 [this] { eraseExpired(); });
}

Result<void> Core::ensureHouse() {
  if (house_) return {};
  if (auto opened = openHouse(); !opened) return opened;
  tellAnew();
  return {};
}

// Another cache than before.
void Core::tellAnew() {
  Q_EMIT cacheReplaced(house_->cache->directory());
  ChangeSet everything;
  everything.manyQuestions = everything.categories = everything.people = everything.expertise = everything.marks = true;
  everything.outbox = everything.drafts = everything.profile = everything.settings = true;
  everything.channels = everything.topics = everything.documents = everything.uploads = true;
  Q_EMIT changed(everything);
}

void Core::close() {
  house_.reset();
  writeRetry_.reset();
  expiry_.reset();
  courier_.reset();
  http_.reset();
  revocations_.reset();
  transport_.reset();
  scheduler_.reset();
}

// ---- account ---------------------------------------------------------------------------------------------

void Core::goOnline(const QUrl& server, const std::string& token) {
  if (auto ready = ensureHouse(); !ready) return void(Q_EMIT storeFailed(nameOf(ready.error().code)));
  const bool isRunning = house_->sync.status().phase != sync::Phase::stopped;
  if (isRunning && !token.empty() && server_ == server && token_ == token) return wake();
  revokeNow();
  server_ = server;
  token_ = token;
  signedIn_ = !token.empty();
  if (signedIn_) {
    house_->sync.start(server.toString().toStdString(), token);
    house_->desk->goOnline(server, token);
  }
  updateLink();
}

void Core::goOffline() {
  revocations_->pause();
  if (house_) {
    house_->sync.stop();
    house_->desk->goOffline();
  }
  updateLink();
}

void Core::wake() {
  if (house_) {
    house_->sync.wake();
    if (!token_.empty()) house_->desk->goOnline(server_, token_);
  }
  revokeNow();
}

void Core::revokeNow() { revocations_->tryNow(); }

void Core::revoke(const QUrl& server, const std::string& token) { revocations_->add(server, token); }

void Core::signIn(const QUrl& given, const QString& email, const QString& password) {
  const QString device = options_.device.isEmpty() ? QSysInfo::machineHostName() : options_.device;
  const auto address = net::serverAddress(given.toString());
  if (!address) return finishSignIn(given, address.error());
  const QUrl server = *address;
  http_->signIn(server, email, password, device,
                [this, server](Result<net::SignedIn> result) { finishSignIn(server, std::move(result)); });
}

void Core::registerAccount(const QUrl& server, const QString& email, const QString& password,
                           const UpdateProfile& profile) {
  http_->registerAccount(server, email, password, profile,
                         [this, server, email, password](const Result<void>& registered) {
                           if (registered) return signIn(server, email, password);
                           Q_EMIT signInFinished(nameOf(registered.error().code),
                                                 QString::fromStdString(registered.error().detail), {}, {}, {});
                         });
}

void Core::finishSignIn(const QUrl& server, Result<net::SignedIn> result) {
  Result<void> kept = result ? keepAccount(server, *result) : Result<void>(result.error());
  if (!kept) {
    // A token that nobody will use must not stay valid.
    if (result) revoke(server, result->token);
    Q_EMIT signInFinished(nameOf(kept.error().code), QString::fromStdString(kept.error().detail), {}, {}, {});
    return;
  }
  Q_EMIT signInFinished({}, {}, server, result->userId, QString::fromStdString(result->token));
  goOnline(server, result->token);
}

Result<void> Core::keepAccount(const QUrl& server, const net::SignedIn& account) {
  if (auto ready = ensureHouse(); !ready) return ready;
  auto& cache = *house_->cache;
  store::Cache::Transaction transaction(cache);
  if (auto begun = transaction.begun(); !begun) return begun;
  if (auto bound = cache.bind(account.serverId, account.userId); !bound) return bound;
  if (auto set = cache.setServerUrl(server.toString()); !set) return set;
  if (auto set = cache.setFact(kSignedOutFact, {}); !set) return set;
  return transaction.commit();
}

void Core::signOut(bool wipe) {
  if (house_) {
    house_->sync.stop();
    house_->desk->goOffline();
  }
  revoke(server_, std::exchange(token_, {}));
  signedIn_ = false;
  const auto erased = wipe ? this->wipe() : Result<void>();
  // What is left belongs to nobody who is signed in.
  if (house_ && (!wipe || !erased))
    if (auto set = house_->cache->setFact(kSignedOutFact, "1"); !set) Q_EMIT storeFailed(nameOf(set.error().code));
  updateLink();
  Q_EMIT signOutFinished(erased ? QString() : nameOf(erased.error().code));
}

Result<void> Core::wipe() {
  held_.clear();
  house_.reset();
  lastSyncedAt_ = 0;
  const auto wiped = store::wipeProfile(options_.profileDirectory);
  if (const auto opened = openHouse(); !opened)
    Q_EMIT storeFailed(nameOf(opened.error().code));
  else
    tellAnew();
  return wiped;
}

// ---- what sync tells -------------------------------------------------------------------------------------

void Core::statusChanged(const sync::SyncStatus& status) {
  // Up to date until this moment: when it becomes so and when it ends.
  if (status.phase == sync::Phase::live || phase_ == sync::Phase::live)
    lastSyncedAt_ = clock_->now().time_since_epoch().count();
  phase_ = status.phase;
  courier_->setFirstSync(lastSyncedAt_ == 0 && phase_ == sync::Phase::syncing);
  updateLink();
}

void Core::tokenRejected() {
  token_.clear();
  signedIn_ = false;
  if (house_) house_->desk->goOffline();
  Q_EMIT tokenGone();
  updateLink();
}

void Core::storeFailed(const Error& error) {
  if (error.code == ErrorCode::ioFailed && error.detail == "corrupt" && !repairing_) {
    repairing_ = true;
    // Not from within the call that met the damage.
    QMetaObject::invokeMethod(this, &Core::repair, Qt::QueuedConnection);
    return;
  }
  if (error.code != ErrorCode::ioFailed) Q_EMIT storeFailed(nameOf(error.code));
}

void Core::repair() {
  repairing_ = false;
  if (!house_) return;
  house_->sync.stop();
  const auto report = house_->cache->repair();
  if (!report) {
    Q_EMIT storeFailed(nameOf(report.error().code));
    return;
  }
  if (auto read = house_->reader.open(house_->cache->directory()); !read) Q_EMIT storeFailed(nameOf(read.error().code));
  Q_EMIT cacheReplaced(house_->cache->directory());
  Q_EMIT cacheRebuilt(report->draftsSaved, report->unsentSaved);
  lastSyncedAt_ = 0;
  if (!token_.empty()) house_->sync.start(server_.toString().toStdString(), token_);
}

void Core::updateLink() {
  if (!house_) return;
  LinkFacts facts;
  facts.signedIn = signedIn_;
  facts.writesHeld = !held_.empty();
  facts.waiting = house_->outbox.waiting() + static_cast<int>(held_.size());
  facts.needsAttention = house_->outbox.needsAttention();
  facts.lastSyncedAt = lastSyncedAt_;
  if (link_.update(house_->sync.status(), facts, clock_->now().time_since_epoch().count()))
    Q_EMIT linkChanged(link_.state());
}

// ---- writing ---------------------------------------------------------------------------------------------

Result<void> Core::attempt(const Write& action) {
  if (auto ready = ensureHouse(); !ready) return ready;
  return action(house_->parts);
}

bool Core::store(Held one) {
  // Behind what is held already: a comment must not overtake its question.
  const auto done = held_.empty() ? attempt(one.action) : Result<void>(fail(ErrorCode::diskFull));
  if (done) return stored(one);
  if (!mayPass(done.error().code)) {
    refuse(done.error(), one.typed);
    return false;
  }
  if (!one.draftKey.isEmpty()) std::erase_if(held_, [&](const Held& held) { return held.draftKey == one.draftKey; });
  held_.push_back(std::move(one));
  if (!writeRetry_->isRunning()) writeRetry_->start(kWriteRetry, [this] { retryHeld(); });
  updateLink();
  if (done.error().detail == "corrupt") storeFailed(done.error());
  Q_EMIT storeFailed(nameOf(done.error().code));
  return false;
}

bool Core::stored(const Held& one) {
  if (!one.draftKey.isEmpty()) Q_EMIT draftStored(one.draftKey, one.draftNumber);
  return true;
}

void Core::refuse(const Error& error, const std::optional<store::Draft>& typed) {
  const bool isKept = typed && house_;
  if (isKept) {
    // What is known of the draft stays; the text is what was handed in. Something newer was typed there and waits for
    // room on the disk: then this one stands beside it.
    const bool isNewerHeld =
        std::any_of(held_.begin(), held_.end(), [&](const Held& held) { return held.draftKey == typed->key; });
    auto kept = isNewerHeld ? *typed : house_->reader.draft(typed->key).value_or(*typed);
    if (isNewerHeld) kept.key += QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces);
    kept.title = typed->title;
    kept.body = typed->body;
    if (!typed->sources.isEmpty()) kept.sources = typed->sources;
    kept.savedAt = clock_->now().time_since_epoch().count();
    // In place of all that was asked of this draft until now.
    keepDraft(kept.key, draftsAsked_,
              [kept](const actions::ActionParts& parts) { return parts.cache.drafts().save(kept); });
  }
  if (error.detail == outbox::kAlreadySending)
    Q_EMIT writeRefused(QString::fromStdString(error.detail), {}, isKept);
  else
    Q_EMIT writeRefused(nameOf(error.code), QString::fromStdString(error.detail), isKept);
}

void Core::write(Write action, const std::optional<store::Draft>& typed) {
  if (store({{}, 0, std::move(action), typed})) house_->sync.outboxChanged();
}

void Core::keepDraft(const QString& key, quint64 number, Write action) {
  draftsAsked_ = number;
  (void)store({key, number, std::move(action), {}});
}

void Core::retryHeld() {
  while (!held_.empty()) {
    const auto done = attempt(held_.front().action);
    if (!done && mayPass(done.error().code)) {
      writeRetry_->start(kWriteRetry, [this] { retryHeld(); });
      return;
    }
    const auto tried = std::move(held_.front());
    held_.pop_front();
    if (done)
      stored(tried);
    else
      refuse(done.error(), tried.typed);
  }
  if (house_) house_->sync.outboxChanged();
  updateLink();
}

// ---- documents -------------------------------------------------------------------------------------------

void Core::askDesk(const std::function<Result<void>(documents::DocumentDesk&)>& ask) {
  if (auto ready = ensureHouse(); !ready) return void(Q_EMIT storeFailed(nameOf(ready.error().code)));
  const auto done = ask(*house_->desk);
  if (done) return;
  if (mayPass(done.error().code)) return void(Q_EMIT storeFailed(nameOf(done.error().code)));
  Q_EMIT fileRefused(nameOf(done.error().code), QString::fromStdString(done.error().detail));
}

void Core::settle() {
  if (house_) house_->desk->settle();
}

void Core::outboxGrew() {
  if (house_) house_->sync.outboxChanged();
}

// ---- looking ---------------------------------------------------------------------------------------------

void Core::askReach(const QVector<CategoryId>& categories) {
  if (!house_) return;
  const auto re = ++reachNumber_;
  reachAsked_.emplace(re, categories);
  house_->sync.askReach(re, {categories.begin(), categories.end()});
}

void Core::reachAnswered(std::int64_t re, std::optional<store::Reader::KnownReach> reach) {
  const auto asked = reachAsked_.extract(re);
  if (asked.empty()) return;
  if (!reach) return tellReach(asked.mapped(), house_->reader.knownReach(asked.mapped()), false);
  const auto& categories = asked.mapped();
  // Only the number for offline use is lost when this fails.
  (void)house_->cache->saveReach({categories.begin(), categories.end()}, *reach);
  tellReach(categories, reach, true);
}

void Core::tellReach(const QVector<CategoryId>& categories, const std::optional<store::Reader::KnownReach>& reach,
                     bool live) {
  Reach told;
  told.categories = categories;
  told.known = reach.has_value();
  told.live = live;
  if (reach) {
    told.total = reach->total;
    told.byRole = reach->byRole;
    told.other = reach->other;
    told.knownAt = reach->at;
  }
  Q_EMIT reachKnown(told);
}

void Core::refresh(CategoryId category) {
  if (house_) house_->sync.refresh(Scope::category(category));
}

}  // namespace vb::client
