#include "tests/convergence/sync_world.h"

#include <algorithm>
#include <utility>

#include "tests/convergence/seat.h"

namespace vb::test {
namespace {

constexpr int kRefreshMinutes = 17;
constexpr WireFaults kFaults{8, 15, 10, 15, 15, 3, Milliseconds(40)};

}  // namespace

SyncWorld::SyncWorld(const WorldPlan& plan) : plan_(plan), random_(plan.seed) {}

SyncWorld::~SyncWorld() {
  seats_.clear();
  server_.reset();
}

std::vector<std::string> SyncWorld::run() {
  setUp();
  for (int operation = 0; operation < plan_.operations; ++operation) {
    act(operation);
    time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(400))));
  }
  settle();
  judge();
  return findings_;
}

void SyncWorld::setUp() {
  const auto path = std::filesystem::path(folder_.path().toStdString());
  server_ = std::make_unique<WorldServer>(time_, random_, path / "server");
  if (auto started = server_->start(); !started) return find("the server does not start: " + started.error().detail);
  const std::vector<std::string> names{"schulden", "wonen", "jeugd", "wmo"};
  server_->addCategories(names);
  for (const auto& name : names) categories_.push_back(CategoryId::named(name));
  std::string serverId;
  server_->look([&](const server::storage::Tables& tables) { serverId = tables.meta().serverId; });
  for (int i = 0; i < plan_.clients; ++i) {
    auto seat = std::make_unique<Seat>();
    // The last one is a second device of the first user.
    const bool isSecond = i > 0 && i == plan_.clients - 1;
    seat->account = "user" + std::to_string(isSecond ? 0 : i);
    seat->name = isSecond ? "user0b" : seat->account;
    const auto user = isSecond ? seats_.front()->client->person().user
                               : server_->addUser(seat->account, i % 2 == 0 ? Role::policy : Role::practitioner);
    if (!isSecond) people_.push_back(user);
    if (i < 2) {
      channels_.push_back(ChannelId::named(i == 0 ? "gesloten" : "open"));
      server_->addChannel(channels_.back(), i == 0 ? ChannelAccess::closed : ChannelAccess::open, user);
    }
    seat->token = server_->signIn(seat->account);
    seat->client =
        std::make_unique<WorldClient>(time_, plan_.seed * 1000 + static_cast<std::uint64_t>(i), *server_,
                                      WorldClient::Person{seat->name, user, seat->token, serverId},
                                      folder_.filePath(QStringLiteral("client%1").arg(i)),
                                      [this, raw = seat.get()](const std::string& frame) { tapped(*raw, frame); });
    seat->client->wire().watchUp([this, raw = seat.get()](const std::string& frame) { tappedUp(*raw, frame); });
    seat->client->start();
    seats_.push_back(std::move(seat));
  }
  time_.runFor(Milliseconds(3000));
  for (auto& seat : seats_)
    for (const auto category : categories_)
      if (random_.chance(50)) seat->client->tick(category, true);
}

void SyncWorld::act(int operation) {
  if (plan_.wireFaults && operation == 5)
    for (auto& seat : seats_) seat->client->wire().setFaults(kFaults);
  auto& seat = *seats_[random_.below(seats_.size())];
  if (random_.chance(35))
    seat.client->actInChannels(people_);
  else
    seat.client->actAtRandom(categories_);
  if (random_.chance(4)) {
    // Both devices change the same post before either knows of the other.
    seats_.front()->client->editFirstOwn();
    seats_.back()->client->editFirstOwn();
  }
  if (random_.chance(20)) signInAgain();
  if (random_.chance(22)) disturb();
}

void SyncWorld::disturb() {
  auto& seat = *seats_[random_.below(seats_.size())];
  const auto path = std::filesystem::path(folder_.path().toStdString());
  switch (random_.below(16)) {
    case 0:
    case 1:
      seat.away = !seat.away;
      seat.client->wire().setReachable(!seat.away);
      break;
    case 2:
      seat.client->wire().cut();
      ++hits_.cuts;
      break;
    case 3:
    case 4:
      if (!plan_.clientCrashes) break;
      ++hits_.clientCrashes;
      seat.client->crash();
      seat.client->start();
      break;
    case 5:
    case 6:
      if (!plan_.serverCrashes) break;
      ++hits_.serverCrashes;
      server_->crashAtNextCommit(random_.chance(50) ? server::storage::FaultPoint::beforeCommit
                                                    : server::storage::FaultPoint::afterCommit);
      // If nothing is written in the meantime it dies idle.
      time_.runFor(Milliseconds(300));
      server_->crash();
      time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(3000))));
      restartServer(false);
      break;
    case 7:
      if (!plan_.restores) break;
      std::filesystem::remove(path / "backup.db");
      hasBackup_ = server_->backup(path / "backup.db") || hasBackup_;
      hasBackup_ = std::filesystem::exists(path / "backup.db");
      break;
    case 8:
      if (!plan_.restores || !hasBackup_) break;
      server_->crash();
      if (random_.chance(50)) {
        ++hits_.restores;
        if (auto restored = server_->restore(path / "backup.db"); !restored)
          find("restore: " + restored.error().detail);
        restartServer(false);
      } else {
        // Behind its back: it must notice by the high-water mark (F26).
        ++hits_.copiedBack;
        std::int64_t before = 0;
        std::int64_t after = 0;
        if (server_->start()) {
          server_->look([&](const server::storage::Tables& tables) { before = tables.meta().commit; });
          server_->crash();
        }
        server_->copyBack(path / "backup.db");
        const auto started = server_->start();
        if (started) {
          server_->look([&](const server::storage::Tables& tables) { after = tables.meta().commit; });
          if (after < before) find("the server started on an older database without a word");
        } else if (started.error().code != ErrorCode::restoredDatabase) {
          find("the server refuses for another reason: " + started.error().detail);
        }
        server_->crash();
        restartServer(true);
      }
      break;
    case 9:
      if (!plan_.pruning) break;
      ++hits_.prunings;
      if (server_->isRunning()) server_->pruneTombstones();
      break;
    case 10:
      if (!plan_.diskFull) break;
      ++hits_.fullDisks;
      seat.full = !seat.full;
      seat.client->setDiskFull(seat.full);
      break;
    case 11:
      if (plan_.revocations) pry(seat);
      break;
    case 12:
      if (!plan_.revocations) break;
      ++hits_.revocations;
      server_->loseEndHints(random_.chance(50));
      server_->endSession(seat.token);
      server_->loseEndHints(false);
      break;
    case 13:
      if (!plan_.serverDiskFull) break;
      ++hits_.serverDisksFull;
      server_->setDiskFull(true);
      for (int i = 0; i < 4; ++i) {
        seats_[random_.below(seats_.size())]->client->actAtRandom(categories_);
        time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(500))));
      }
      server_->setDiskFull(false);
      break;
    case 14:
      if (plan_.wireFaults) installAnew(*seats_.back());
      break;
    default:
      if (plan_.clocks) {
        ++hits_.clocks;
        seat.client->setClockWrongBy(std::chrono::hours(24 * 365 * 10) * (random_.chance(50) ? 1 : -1));
      }
  }
}

void SyncWorld::restartServer(bool acceptRestore) {
  auto started = server_->start(acceptRestore);
  if (!started)
    find("the server does not start again: " + std::string(errorName(started.error().code)) + " " +
         started.error().detail);
}

// A device that holds nothing yet, on a slow line: pushes overtake the history that others are changing meanwhile.
void SyncWorld::installAnew(Seat& seat) {
  ++hits_.installed;
  seat.applied.clear();
  seat.rebuilt.clear();
  seat.client->wire().setFaults({0, 0, 0, 0, 100, 2, Milliseconds(800)});
  seat.client->installAnew();
  for (int i = 0; i < 16; ++i) {
    time_.runFor(Milliseconds(static_cast<std::int64_t>(random_.below(1200))));
    auto& other = seats_[random_.below(seats_.size() - 1)];
    if (random_.chance(30))
      other->client->deleteSomeOwn();
    else
      other->client->editSomeOwn();
  }
  seat.client->wire().setFaults(kFaults);
}

void SyncWorld::signInAgain() {
  for (auto& seat : seats_)
    if (seat->client->isRejected()) seat->client->signedIn(seat->token = server_->signIn(seat->account));
}

void SyncWorld::settle() {
  if (!server_->isRunning()) restartServer(false);
  for (auto& seat : seats_) {
    seat->client->wire().setFaults({});
    seat->client->wire().setReachable(true);
    seat->client->setDiskFull(false);
    seat->client->setClockWrongBy(Milliseconds(0));
    seat->client->start();
  }
  const auto allQuiet = [this] {
    return std::all_of(seats_.begin(), seats_.end(), [](const auto& seat) { return seat->client->isQuiet(); });
  };
  // Quiet, with a refresh of the scopes that are not live since the last commit; two hours are far beyond every
  // back-off.
  std::int64_t newest = -1;
  int newestAt = 0;
  for (int minute = 0; minute < 120; ++minute) {
    time_.runFor(std::chrono::minutes(1));
    signInAgain();
    const auto before = std::exchange(newest, server_->newestCommit());
    if (newest != before) newestAt = minute;
    if (minute - newestAt > kRefreshMinutes && allQuiet()) return;
  }
  for (auto& seat : seats_)
    if (!seat->client->isQuiet()) find("never quiet: " + seat->client->describe());
}

}  // namespace vb::test
