// Accounts: registering and signing in without telling who exists, passwords, tokens; through the HTTP endpoints.
#include <atomic>
#include <mutex>

#include <QTest>

#include "server/services/limiter.h"
#include "server/services/passwords.h"
#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;

class AccountsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void registeringSignsNobodyInAndTellsNothing() {  // A21
    CoreFixture core;
    const auto first = core.http("POST", "/v1/account", registration("nieuw@gemeente.example"));
    QCOMPARE(first.status, 201);
    const auto again = core.http("POST", "/v1/account", registration("Nieuw@Gemeente.example "));
    QCOMPARE(again.status, first.status);
    QCOMPARE(again.body, first.body);
    QCOMPARE(first.body, std::string(R"({"status":"registered"})"));
    const auto signedIn = core.http("POST", "/v1/session", session("NIEUW@gemeente.example", kGoodPassword));
    QCOMPARE(signedIn.status, 200);
    const auto object = *parseJsonObject(signedIn.body);
    QCOMPARE(object.at("token").as_string().size(), 64U);
    QCOMPARE(std::string(object.at("server_id").as_string()), core.store->meta().serverId);
    const auto user = *UserId::parse(std::string_view(object.at("user_id").as_string()));
    const auto own = core.record(Scope::user(user), kinds::kOwnProfile, user.text());
    QCOMPARE(fromJsonText<OwnProfile>(own->body)->role, Role::coordinator);
    const auto profile = core.record(Scope::directory(), kinds::kProfile, user.text());
    QVERIFY(profile->body.find("example") == std::string::npos);  // nobody else sees the address
  }

  void registeringCanBeSwitchedOff() {
    CoreOptions options;
    options.registrationOpen = false;
    CoreFixture core(options);
    const auto reply = core.http("POST", "/v1/account", registration("nieuw@gemeente.example"));
    QCOMPARE(reply.status, 403);
    QVERIFY(reply.body.find("registration_closed") != std::string::npos);
    QVERIFY(core.http("GET", "/v1/server").body.find(R"("registration":false)") != std::string::npos);
  }

  void weakPasswordsAndBadAddressesAreRefused_data() {
    QTest::addColumn<QByteArray>("email");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const QByteArray& email, const QByteArray& password, const char* field) {
      QTest::newRow(name) << email << password << QByteArray(field);
    };
    row("short", "a@gemeente.example", "kort", "password");
    row("common", "a@gemeente.example", "Welkom2025!", "password");
    row("one letter", "a@gemeente.example", "aaaaaaaaaaaaaaa", "password");
    row("the address", "annemarie@gemeente.example", "annemarie@gemeente.example", "password");
    row("endless", "a@gemeente.example", QByteArray(2000, 'x') + "y", "password");
    row("no address", "niemand", kGoodPassword, "email");
    row("two lines", "a@gemeente.example\\nBcc: b@x.example", kGoodPassword, "email");
  }
  void weakPasswordsAndBadAddressesAreRefused() {
    QFETCH(QByteArray, email);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, field);
    CoreFixture core;
    const auto reply = core.http("POST", "/v1/account", registration(email.toStdString(), password.toStdString()));
    QCOMPARE(reply.status, 400);
    const auto object = *parseJsonObject(reply.body);
    QCOMPARE(std::string(object.at("error").as_string()), std::string("bad_field"));
    QCOMPARE(std::string(object.at("detail").as_string()), field.toStdString());
  }

  void anUnknownAccountLooksLikeAWrongPassword() {  // A21
    CoreFixture core;
    core.addUser("anna");
    core.addUser("gone");
    core.accounts->findByEmail("gone@gemeente.example", [&](Result<UserId> user) {
      core.accounts->setDisabled(*user, true, [](auto done) { QVERIFY(done.ok()); });
    });
    const auto wrong = core.http("POST", "/v1/session", session("anna@gemeente.example", "een ander wachtwoord"));
    const auto unknown = core.http("POST", "/v1/session", session("niemand@gemeente.example", kGoodPassword));
    const auto disabled = core.http("POST", "/v1/session", session("gone@gemeente.example", kGoodPassword));
    const auto injected = core.http("POST", "/v1/session", session("x' OR '1'='1", kGoodPassword));
    QCOMPARE(wrong.status, 401);
    for (const auto& reply : {unknown, disabled, injected}) {
      QCOMPARE(reply.status, wrong.status);
      QCOMPARE(reply.body, wrong.body);
      QCOMPARE(reply.retryAfterSeconds, wrong.retryAfterSeconds);
    }
  }

  void forAnUnknownAccountTheSameWorkIsDone() {  // A21
    // Verifying without a hash works on a hash of the same cost, and never says yes, not even to its password.
    services::PasswordHasher hasher(kCheap, true, {});
    std::optional<bool> isRight;
    hasher.verify(std::nullopt, "no account has this password", [&](Result<bool> right) { isRight = *right; });
    QCOMPARE(isRight, std::optional(false));
    std::string hash;
    hasher.hash(kGoodPassword, [&](Result<std::string> made) { hash = *made; });
    QVERIFY(hash.starts_with("$argon2id$"));
    hasher.verify(hash, kGoodPassword, [&](Result<bool> right) { isRight = *right; });
    QCOMPARE(isRight, std::optional(true));
  }

  void accountsOfTheApiAndOfTheOperatorAreMadeAlike() {
    CoreFixture core;
    std::string told;
    bool isPosted = false;
    const api::ApiOptions options{.storage = *core.store,
                                  .bus = *core.hub,
                                  .clock = core.clock,
                                  .random = core.random,
                                  .serverName = {},
                                  .registrationOpen = true,
                                  .passwordCost = {3, 16384},
                                  .hashInline = true,
                                  .post = [&](const std::function<void()>&) { isPosted = true; },
                                  .commandRate = {},
                                  .onProblem = [&](std::string_view event, const Error&) { told = event; }};
    const auto made = api::accountsOptions(options);
    QVERIFY(made.registrationOpen && made.hashInline);
    QCOMPARE(made.cost.operations, 3U);
    QCOMPARE(made.cost.memoryBytes, std::size_t(16384));
    QVERIFY(made.post && made.onProblem);
    made.post({});
    made.onProblem("hashing_failed", {});
    QVERIFY(isPosted);
    QCOMPARE(told, std::string("hashing_failed"));
  }

  void hashingWaitsInABoundedQueue() {  // A7
    std::mutex mutex;
    int busy = 0;
    int answered = 0;
    const auto post = [&](const std::function<void()>& work) {
      const std::lock_guard lock(mutex);
      work();
    };
    services::PasswordHasher hasher(kCheap, false, post);
    {
      const std::lock_guard lock(mutex);  // the owner's thread is held up: answers wait, so the queue fills
      for (int i = 0; i < 200; ++i)
        hasher.hash(kGoodPassword, [&](Result<std::string> made) {
          ++answered;
          if (!made && made.error().code == ErrorCode::unavailable) ++busy;
        });
      QVERIFY(busy > 0);
    }
    const auto isAllAnswered = [&] {
      const std::lock_guard lock(mutex);
      return answered == 200;
    };
    QTRY_VERIFY(isAllAnswered());
    QVERIFY(busy < 200);
  }

  void aPasswordThatNobodyLookedAtIsNotCounted() {  // A7: a flood that fills the queue locks nobody out
    CoreFixture core;
    core.addUser("anna");
    std::mutex mutex;
    std::atomic<int> hashed{0};
    const auto post = [&](const std::function<void()>& work) {
      ++hashed;
      const std::lock_guard lock(mutex);
      work();
    };
    std::vector<ErrorCode> answers;
    auto accounts = services::createAccounts({*core.store, core.clock, core.random, true, kCheap, false, post});
    const auto attempt = [&](const std::string& name, const std::string& address) {
      accounts->signIn(name + "@gemeente.example", "verkeerd wachtwoord", "", address,
                       [&](Result<services::SignedIn> in) { answers.push_back(in.error().code); });
    };
    {
      const std::lock_guard lock(mutex);  // the owner's thread is held up: answers wait, so the queue fills
      attempt("first", "a");
      QTRY_COMPARE(hashed.load(), 1);
      for (int i = 0; i < 70; ++i) attempt("u" + std::to_string(i), "a" + std::to_string(i));
      answers.clear();
      for (int i = 0; i < 30; ++i) attempt("anna", "192.0.2.1");
      QCOMPARE(answers, std::vector<ErrorCode>(30, ErrorCode::unavailable));
    }
    const auto isIdle = [&] {
      const std::lock_guard lock(mutex);
      return answers.size() >= 30 + 65;
    };
    QTRY_VERIFY(isIdle());
    const auto isAnsweredAgain = [&, before = answers.size()] {
      const std::lock_guard lock(mutex);
      return answers.size() > before;
    };
    {
      const std::lock_guard lock(mutex);
      attempt("anna", "192.0.2.1");
    }
    QTRY_VERIFY(isAnsweredAgain());
    accounts.reset();
    QCOMPARE(answers.back(), ErrorCode::badCredentials);
  }

  void tooManyFailuresCloseTheDoorForAWhile_data() {
    QTest::addColumn<bool>("exists");
    QTest::newRow("an account") << true;
    QTest::newRow("no account") << false;
  }
  void tooManyFailuresCloseTheDoorForAWhile() {  // A7, A21
    QFETCH(bool, exists);
    CoreFixture core;
    if (exists) core.addUser("anna");
    const auto attempt = [&](const char* password, const char* address) {
      return core.http("POST", "/v1/session", session("anna@gemeente.example", password), {}, address);
    };
    for (int i = 0; i < 10; ++i) QCOMPARE(attempt("verkeerd wachtwoord", "192.0.2.9").status, 401);
    const auto refused = attempt(kGoodPassword, "198.51.100.1");
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.retryAfterSeconds.has_value());
    core.clock.advance(std::chrono::minutes(15));
    QCOMPARE(attempt(kGoodPassword, "198.51.100.1").status, exists ? 200 : 401);
  }

  void oneAddressCannotTryEverybody() {  // A7
    CoreFixture core;
    core.addUser("anna");
    for (int i = 0; i < 100; ++i)
      core.http("POST", "/v1/session", session("u" + std::to_string(i) + "@x.example", "gegokt wachtwoord"), {},
                "192.0.2.9");
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword), {}, "192.0.2.9").status,
             429);
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword), {}, "192.0.2.10").status,
             200);
  }

  void whoSignsInRightIsNeverCounted() {
    CoreFixture core;
    core.addUser("anna");
    for (int i = 0; i < 150; ++i)
      QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword)).status, 200);
    // Not every token of a script stays: the ones unused for longest went, and their connections with them.
    QVERIFY(!core.ended.empty());
  }

  void signingOutEndsTheTokenAndItsConnections() {  // A23
    CoreFixture core;
    core.addUser("anna");
    const auto token = signIn(core);
    const auto other = signIn(core);
    QCOMPARE(core.http("DELETE", "/v1/session", {}, token).status, 200);
    QCOMPARE(core.ended.size(), 1U);
    QCOMPARE(core.ended[0].tokenHash, services::tokenHash(token));
    QCOMPARE(core.http("DELETE", "/v1/session", {}, token).status, 401);
    QVERIFY(!isGood(core, token));
    QVERIFY(isGood(core, other));
    QCOMPARE(core.http("DELETE", "/v1/session").status, 401);
  }

  void aNewPasswordEndsAllOtherTokens() {  // A23
    CoreFixture core;
    core.addUser("anna");
    const auto kept = signIn(core);
    const auto lost = signIn(core);
    const auto change = [&](const std::string& before, const std::string& after) {
      return core.http("POST", "/v1/password", json::serialize(json::object{{"old", before}, {"new", after}}), kept);
    };
    QCOMPARE(change("niet het wachtwoord", "een heel ander wachtwoord").status, 401);
    QCOMPARE(change(kGoodPassword, "wachtwoord123").status, 400);
    QVERIFY(isGood(core, lost));
    core.ended.clear();
    const auto changed = change(kGoodPassword, "een heel ander wachtwoord");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.body, std::string("{}"));
    QVERIFY(isGood(core, kept));
    QVERIFY(!isGood(core, lost));
    QVERIFY(std::any_of(core.ended.begin(), core.ended.end(),
                        [&](const auto& end) { return end.tokenHash == services::tokenHash(lost); }));
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword)).status, 401);
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", "een heel ander wachtwoord")).status,
             200);
  }

  void aForgottenPasswordIsSetByTheOperator() {
    CoreFixture core;
    core.addUser("anna");
    const auto lost = signIn(core);
    const auto set = [&](const char* email, const char* password) {
      Result<std::vector<services::EndedToken>> ended = fail(ErrorCode::internal);
      core.accounts->setPassword(email, password, [&](auto given) { ended = std::move(given); });
      core.settle();
      return ended;
    };
    QCOMPARE(set("niemand@gemeente.example", "een heel ander wachtwoord").error().code, ErrorCode::notFound);
    QCOMPARE(set("anna@gemeente.example", "kort").error(), (Error{ErrorCode::badField, "password"}));
    QVERIFY(isGood(core, lost));
    const auto ended = set(" Anna@gemeente.example", "een heel ander wachtwoord");
    QVERIFY(ended.ok());
    QVERIFY(std::any_of(ended->begin(), ended->end(),
                        [&](const auto& end) { return end.tokenHash == services::tokenHash(lost); }));
    QVERIFY(!isGood(core, lost));
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword)).status, 401);
    QCOMPARE(core.http("POST", "/v1/session", session("anna@gemeente.example", "een heel ander wachtwoord")).status,
             200);
  }

  void tokensAreOnlyKeptAsHashes() {  // A20
    CoreFixture core;
    core.addUser("anna");
    const auto token = signIn(core);
    core.close();
    QFile file(QString::fromStdString(core.file().string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.contains(QByteArray::fromStdString(services::tokenHash(token))));
    QVERIFY(!bytes.contains(QByteArray::fromStdString(token)));
    QVERIFY(!bytes.contains(kGoodPassword));
  }

  void aTokenUsedNowAndThenStaysGood() {  // A1
    CoreFixture core;
    core.addUser("anna");
    const auto token = signIn(core);
    for (int month = 0; month < 24; ++month) {
      core.clock.advance(std::chrono::hours(24 * 30));
      QVERIFY(isGood(core, token));
    }
    core.clock.advance(std::chrono::hours(24 * 200));
    QVERIFY(!isGood(core, token));
  }

  void whatIsNotARequestIsRefused_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no such path") << QByteArray("GET") << QByteArray("/v1/users") << QByteArray() << 404;
    QTest::newRow("path above") << QByteArray("GET") << QByteArray("/v1/../etc/passwd") << QByteArray() << 404;
    QTest::newRow("no JSON") << QByteArray("POST") << QByteArray("/v1/session") << QByteArray("email=a") << 400;
    QTest::newRow("wrong type") << QByteArray("POST") << QByteArray("/v1/session") << QByteArray(R"({"email":1})")
                                << 400;
    QTest::newRow("doubled key") << QByteArray("POST") << QByteArray("/v1/session")
                                 << QByteArray(R"({"email":"a","email":"b"})") << 400;
    QTest::newRow("deep") << QByteArray("POST") << QByteArray("/v1/account") << QByteArray(10'000'000, '[') << 400;
    QTest::newRow("empty") << QByteArray("POST") << QByteArray("/v1/session") << QByteArray("{}") << 401;
  }
  void whatIsNotARequestIsRefused() {  // A8
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    CoreFixture core;
    const auto reply = core.http(method.toStdString(), path.toStdString(), body.toStdString());
    QCOMPARE(reply.status, status);
    QVERIFY(parseJsonObject(reply.body)->contains("error"));
  }

  void aConnectedTokenThatEndedIsFound() {  // the hint that ends a session at once may be lost
    CoreFixture core;
    const auto anna = core.addUser("anna"), bram = core.addUser("bram"), cora = core.addUser("cora");
    QVERIFY(core.write([&](storage::Tables& tables) { tables.tokens().remove(bram.tokenHash); }));
    core.ended.clear();
    core.door->recheck({anna, bram, cora});
    QCOMPARE(core.ended.size(), std::size_t(1));
    QCOMPARE(core.ended[0].user, bram.user);
    QCOMPARE(core.ended[0].tokenHash, bram.tokenHash);

    // Who is connected uses his token: it does not grow old. One that was not used for half a year has.
    core.ended.clear();
    core.clock.advance(std::chrono::hours(24 * 170));
    core.door->recheck({anna});
    core.clock.advance(std::chrono::hours(24 * 11));
    core.door->recheck({anna, cora});
    QCOMPARE(core.ended.size(), std::size_t(1));
    QCOMPARE(core.ended[0].tokenHash, cora.tokenHash);
  }

  void aLimiterForgetsTheOldestKeyFirst() {
    FakeClock clock;
    services::Attempts attempts(clock, 3, std::chrono::minutes(1), 2);
    QVERIFY(attempts.begin("a") && attempts.begin("b") && attempts.begin("a"));
    QVERIFY(attempts.begin("c"));  // "b" had to go
    QVERIFY(attempts.begin("a"));
    QVERIFY(!attempts.begin("a"));
    QVERIFY(attempts.begin("b") && attempts.begin("b") && attempts.begin("b"));
    attempts.takeBack("b");
    QVERIFY(attempts.begin("b"));
    QVERIFY(!attempts.begin("b"));
  }

  void madeUpKeysDoNotPushOutOneAtItsLimit() {  // A7
    FakeClock clock;
    services::Attempts attempts(clock, 2, std::chrono::minutes(1), 3);
    QVERIFY(attempts.begin("victim") && attempts.begin("victim"));
    for (int i = 0; i < 10; ++i) QVERIFY(attempts.begin("made up " + std::to_string(i)));
    QVERIFY(!attempts.begin("victim"));
    // Not for ever: when its time is over it makes room before the others.
    clock.advance(std::chrono::minutes(1));
    QVERIFY(attempts.begin("x") && attempts.begin("y") && attempts.begin("z"));
    QVERIFY(attempts.begin("x"));
    QVERIFY(!attempts.begin("x"));
    // When all are at their limit, the one that has been for longest goes.
    QVERIFY(attempts.begin("y") && attempts.begin("z") && attempts.begin("another"));
    QVERIFY(!attempts.begin("y") && !attempts.begin("z"));
    QVERIFY(attempts.begin("x"));
  }

  void whatIsTakenBackLeavesNothing() {
    FakeClock clock;
    services::Attempts attempts(clock, 3, std::chrono::minutes(1), 2);
    QVERIFY(attempts.begin("a") && attempts.begin("a"));
    for (int i = 0; i < 10; ++i) {
      QVERIFY(attempts.begin("b" + std::to_string(i)));
      attempts.takeBack("b" + std::to_string(i));
    }
    QVERIFY(attempts.begin("a"));
    QVERIFY(!attempts.begin("a"));
  }

 private:
  static std::string registration(const std::string& email, const std::string& password = kGoodPassword) {
    // By hand, so that escapes stay as a test wrote them.
    return "{\"email\":\"" + email + "\",\"password\":\"" + password +
           "\",\"profile\":{\"name\":\"Nieuw Iemand\",\"role\":\"coordinator\",\"organisation\":\"Gemeente "
           "Voorbeeld\"}}";
  }
  static std::string session(const std::string& email, const std::string& password) {
    return json::serialize(json::object{{"email", email}, {"password", password}, {"device", "laptop"}});
  }
  static std::string signIn(CoreFixture& core) {
    const auto reply = core.http("POST", "/v1/session", session("anna@gemeente.example", kGoodPassword));
    return std::string(parseJsonObject(reply.body)->at("token").as_string());
  }
  static bool isGood(CoreFixture& core, const std::string& token) {
    std::optional<bool> good;
    core.door->authenticate(token, [&](Result<api::Caller> caller) { good = caller.ok(); });
    return *good;
  }
};

QTEST_APPLESS_MAIN(AccountsTest)
#include "accounts_test.moc"
