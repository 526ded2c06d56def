// Signing out ends the sign-in at the server too, also when it could not be reached at that moment.
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>

#include "tests/client_sync/seat.h"

using namespace vb;
using namespace vb::client;
using namespace vb::test;

namespace {

// A keychain: lasts, and is no file.
class Keychain : public TokenVault {
 public:
  QHash<QString, QString> tokens;
  void read(const QString& key, OnRead done) override { done(tokens.value(key)); }
  void write(const QString& key, const QString& token, OnDone done) override {
    tokens.insert(key, token);
    done({});
  }
  void remove(const QString& key, OnDone done) override {
    tokens.remove(key);
    done({});
  }
  bool isLasting() const override { return true; }
};

bool isInAFile(const QString& folder, const QByteArray& token) {
  QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (each.hasNext()) {
    QFile file(each.next());
    if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token)) return true;
  }
  return false;
}

}  // namespace

class SigningOutTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<Seat> anna_;
  QByteArray token_;

  QString file() const { return anna_->profile() + QStringLiteral("/revoke.json"); }
  bool isKnown(const QByteArray& token) {
    // Nothing is changed by a password that is too short.
    return server_->http("POST", "/v1/password", R"({"old":"x","new":"y"})", token).status != 401;
  }
  // The program that did it may have ended meanwhile.
  bool signOutUnheard(bool wipe) {
    QSignalSpy out(&anna_->engine(), &Engine::signedOut);
    anna_->engine().signOut(wipe);
    return QTest::qWaitFor([&] { return !out.isEmpty(); }, kPatience) && anna_->token().isEmpty();
  }
  bool revokesWhenOnline() {
    QSignalSpy revoked(&anna_->engine(), &Engine::tokensRevoked);
    anna_->engine().goOnline();
    return QTest::qWaitFor([&] { return !revoked.isEmpty(); }, kPatience);
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerProcess>();
    QVERIFY(!server_->addUser(QStringLiteral("anna@gemeente.example")).isEmpty());
    QVERIFY2(server_->start(), server_->errors());
    anna_ = std::make_unique<Seat>(QStringLiteral("anna@gemeente.example"));
    QVERIFY(anna_->signIn(*server_));
    QVERIFY(anna_->isLive());
    token_ = anna_->token();
    QVERIFY(isKnown(token_));
  }
  void cleanup() {
    anna_.reset();
    server_.reset();
  }

  void atOnceWithAConnection() {
    QSignalSpy revoked(&anna_->engine(), &Engine::tokensRevoked);
    QVERIFY(signOutUnheard(false));
    // A computer that is held up asks again, and is answered twice.
    QTRY_VERIFY_WITH_TIMEOUT(!revoked.isEmpty(), kPatience);
    QVERIFY(!isKnown(token_));
    QVERIFY(!QFile::exists(file()));
  }

  void S16_offlineItIsDoneWithTheNextConnection() {
    server_->kill9();
    QVERIFY(signOutUnheard(false));
    QVERIFY(QFile::exists(file()));
    QVERIFY2(server_->start(), server_->errors());
    QVERIFY(isKnown(token_));
    QVERIFY(revokesWhenOnline());
    QVERIFY(!isKnown(token_));
    QVERIFY(!QFile::exists(file()));
  }

  // The program was started without a network and never connected; signed out and wiped; the computer went off.
  void S16_itOutlivesTheRunAndAWipe() {
    QVERIFY(anna_->begin());
    QVERIFY(signOutUnheard(true));
    anna_->end();
    for (const QString& path : {file(), anna_->vault()})
      QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
               QFile::Permissions());
    QFile left(file());
    QVERIFY(left.open(QIODevice::ReadOnly));
    const auto list = QJsonDocument::fromJson(left.readAll()).array();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().toObject().keys(), (QStringList{"key", "server"}));
    QCOMPARE(anna_->unheardToken(), token_);
    QVERIFY(!isInAFile(anna_->profile(), token_));

    QVERIFY(anna_->begin());
    QVERIFY(!anna_->engine().isSignedIn());
    QVERIFY(anna_->engine().userId().isNil());
    QVERIFY(isKnown(token_));
    QVERIFY(revokesWhenOnline());
    QVERIFY(!isKnown(token_));
    QVERIFY(!QFile::exists(file()));
  }

  void nothingIsSentBeforeItMay() {
    QVERIFY(anna_->begin());
    QVERIFY(signOutUnheard(false));
    QVERIFY(anna_->flush());
    // Were it sent, it would have left before this sign-in of somebody else over the same loop.
    QVERIFY(anna_->begin());
    QVERIFY(anna_->flush());
    QVERIFY(isKnown(token_));
    QVERIFY(QFile::exists(file()));
  }

  void aTokenThatTheServerDoesNotKnowCounts() {
    QVERIFY(anna_->begin());
    QCOMPARE(server_->http("DELETE", "/v1/session", {}, token_).status, 200);
    QVERIFY(signOutUnheard(false));
    QVERIFY(revokesWhenOnline());
    QVERIFY(!QFile::exists(file()));
  }

  // Signing in again does not wait for it, and the new token is not the one that goes.
  void whoSignsInAgainStaysSignedIn() {
    server_->kill9();
    QVERIFY(signOutUnheard(false));
    QVERIFY2(server_->start(), server_->errors());
    QSignalSpy revoked(&anna_->engine(), &Engine::tokensRevoked);
    QVERIFY(anna_->signIn(*server_));
    QTRY_COMPARE_WITH_TIMEOUT(revoked.size(), 1, kPatience);
    QVERIFY(!isKnown(token_));
    QVERIFY(anna_->isLive());
    QVERIFY(isKnown(anna_->token()));
  }

  // A20: what is left to revoke never leaves the keychain, not even when everything here is erased.
  void A20_whatWasInTheKeychainStaysInTheKeychain() {
    const auto keychain = std::make_shared<Keychain>();
    anna_->useVault(keychain);
    QVERIFY(anna_->begin());
    QVERIFY(anna_->signIn(*server_));
    QVERIFY(anna_->isLive());
    QCOMPARE(keychain->tokens.size(), 1);
    const QByteArray token = keychain->tokens.begin()->toUtf8();
    server_->kill9();
    anna_->engine().signOut(true);
    QVERIFY(anna_->flush());
    QVERIFY(!isInAFile(anna_->profile(), token));
    QCOMPARE(keychain->tokens.size(), 1);
    QVERIFY(keychain->tokens.begin().key().startsWith(QStringLiteral("revoke|")));
    anna_->end();
    QVERIFY(!isInAFile(anna_->profile(), token));
    QVERIFY2(server_->start(), server_->errors());
    QVERIFY(isKnown(token));
    QVERIFY(anna_->begin());
    QVERIFY(revokesWhenOnline());
    QVERIFY(!isKnown(token));
    QVERIFY(keychain->tokens.isEmpty());
    QVERIFY(!QFile::exists(file()));
  }

  // A20: who has no vault on this computer has no token on its disk, not even that one.
  void A20_whatWasInMemoryStaysInMemory() {
    QVERIFY(anna_->begin(false));
    QVERIFY(anna_->signIn(*server_));
    QVERIFY(anna_->isLive());
    server_->kill9();
    anna_->engine().signOut(false);
    QVERIFY(anna_->flush());
    QVERIFY(!QFile::exists(file()));
    QVERIFY2(server_->start(), server_->errors());
    QVERIFY(revokesWhenOnline());
  }
};

QTEST_GUILESS_MAIN(SigningOutTest)
#include "signing_out_test.moc"
