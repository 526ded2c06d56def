// A21: what a sign-in costs and says does not tell whether the account exists. libsodium's function is replaced by one
// that counts and then does its work, so that the same work is counted instead of timed.
#include <atomic>
#include <dlfcn.h>
#include <mutex>
#include <thread>

#include <QTest>
#include <sodium.h>

#include "tests/server_core/core_fixture.h"

using namespace vb;
using namespace vb::test;

namespace {

// The parameters of every hash that was computed: "$argon2id$v=19$m=8,t=1,p=1".
std::vector<std::string> computed;
// While closed, a hash that is computed on another thread waits here.
std::mutex gate;
std::atomic<bool> isHashing{false};
const auto kOwner = std::this_thread::get_id();

std::string parametersOf(std::string_view hash) {
  const auto salt = hash.rfind('$', hash.rfind('$') - 1);
  return std::string(hash.substr(0, salt));
}

}  // namespace

extern "C" int crypto_pwhash_str_verify(const char* hash, const char* password, unsigned long long length) {
  static const auto real =
      reinterpret_cast<decltype(&crypto_pwhash_str_verify)>(dlsym(RTLD_NEXT, "crypto_pwhash_str_verify"));
  isHashing = true;
  if (std::this_thread::get_id() != kOwner) {
    const std::lock_guard closed(gate);
  }
  computed.push_back(parametersOf(hash));
  return real(hash, password, length);
}

class SignInWorkTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyRefusalIsTheSameWorkAndTheSameWords() {
    CoreFixture core;
    core.addUser("known");
    const auto gone = core.addUser("gone");
    core.accounts->setDisabled(gone.user, true, [](const auto& done) { QVERIFY(done.ok()); });

    std::string body;
    std::string parameters;
    // Interleaved, so that nothing is learned or cached on the way.
    for (int round = 0; round < 3; ++round)
      for (const std::string who : {"known", "nobody", "gone"}) {
        computed.clear();
        // The right password of an account that may not sign in must not be faster either.
        const std::string password = who == "gone" && round == 1 ? kGoodPassword : "een verkeerd wachtwoord";
        const auto reply =
            core.http("POST", "/v1/session",
                      json::serialize(json::object{{"email", who + "@gemeente.example"}, {"password", password}}));
        QCOMPARE(reply.status, 401);
        QCOMPARE(computed.size(), std::size_t(1));
        if (body.empty()) body = reply.body;
        if (parameters.empty()) parameters = computed[0];
        QCOMPARE(reply.body, body);
        QCOMPARE(computed[0], parameters);
        QVERIFY(!reply.retryAfterSeconds);
      }
    QVERIFY2(parameters.starts_with("$argon2id$"), parameters.c_str());
  }

  void whileAPasswordIsHashedOthersAreServed() {  // A7: told by the order, not by the time
    CoreFixture core;
    const auto anna = core.addUser("anna");
    std::mutex mutex;
    std::vector<std::function<void()>> posted;
    const auto post = [&](std::function<void()> work) {
      const std::lock_guard lock(mutex);
      posted.push_back(std::move(work));
    };
    const auto runPosted = [&] {
      std::vector<std::function<void()>> those;
      {
        const std::lock_guard lock(mutex);
        those.swap(posted);
      }
      for (const auto& work : those) work();
    };
    const auto door =
        api::createApi({*core.store, *core.hub, core.clock, core.random, "Vraagbaak", true, kCheap, false, post});
    std::vector<std::string> answered;
    {
      const std::lock_guard closed(gate);
      isHashing = false;
      for (int i = 0; i < 5; ++i)
        door->http(
            {"POST", "/v1/session", {}, R"({"email":"anna@gemeente.example","password":"een gok"})", "192.0.2.9"},
            [&](const api::HttpReply&) { answered.push_back("sign-in"); });
      QTRY_VERIFY(isHashing);
      door->pull(anna, {"directory", "", 0, 0, 0, 0}, [&](const api::Line&) { answered.push_back("page"); });
      runPosted();
      QCOMPARE(answered, std::vector<std::string>{"page"});
    }
    const auto isAllAnswered = [&] {
      runPosted();
      return answered.size() == 6;
    };
    QTRY_VERIFY(isAllAnswered());
  }
};

QTEST_APPLESS_MAIN(SignInWorkTest)
#include "sign_in_work_test.moc"
