// Contents of documents over real sockets: uploads and downloads that go on after a cut, a kill or a restart, and what
// strangers and people without rights get.
#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

#include "tests/process/content_peer.h"

using namespace vb::test;

namespace {

constexpr int kMebibyte = 1024 * 1024;
const char kOffsetType[] = "application/offset+octet-stream";

}  // namespace

class ServerContentsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void whatTheServerCanDo();
  void refusals();
  void A9_whatOneMayNotSeeIsNotThere();
  void F4_aKilledServerToldOnlyWhatIsOnDisk();
  void aCutBodyCounts();
  void aSecondOneTakesOver();
  void chunksAndContinue();
  void curlGoesOnWithADownload();
  void rangesAndTags();
  void manyOnOneConnection();
  void F29_whoIsPutOutIsCutOffWithinASecond();
  void F29_whoSignsOutIsCutOffWithinASecond();
  void aStoppingServerKeepsWhatCame();
  void aStoppingServerDoesNotWaitForSlowReaders();

 private:
  void cutsADownload(const std::function<void()>& endRight, const QByteArray& token);
  ContentServer server_;
};

void ServerContentsTest::initTestCase() { QVERIFY2(server_.begin(), server_.errors()); }

void ServerContentsTest::whatTheServerCanDo() {
  ContentConnection connection(server_);
  const auto answer = connection.ask("OPTIONS", "/v1/uploads", {});
  QCOMPARE(answer.status, 204);
  QCOMPARE(answer.header("Tus-Version"), QByteArray("1.0.0"));
  QCOMPARE(answer.header("Tus-Extension"), QByteArray("creation,termination,expiration"));
  QCOMPARE(answer.header("Tus-Max-Size"), QByteArray::number(200LL * kMebibyte));
  const auto made = connection.tus("POST", "/v1/uploads", server_.anna, server_.announce(5));
  QCOMPARE(made.status, 201);
  QCOMPARE(made.header("Tus-Resumable"), QByteArray("1.0.0"));
  QVERIFY(made.header("Upload-Expires").endsWith(" GMT"));
  const auto upload = made.header("Location");
  QVERIFY2(upload.startsWith("/v1/uploads/"), made.head);
  auto state = connection.tus("HEAD", upload, server_.anna);
  QCOMPARE(state.status, 200);
  QCOMPARE(state.header("Upload-Offset"), QByteArray("0"));
  QCOMPARE(state.header("Upload-Length"), QByteArray("5"));
  QCOMPARE(state.header("Cache-Control"), QByteArray("no-store"));
  auto patched = connection.patch(upload, server_.anna, 0, "abc");
  QCOMPARE(patched.status, 204);
  QCOMPARE(patched.header("Upload-Offset"), QByteArray("3"));
  patched = connection.patch(upload, server_.anna, 3, "de");
  QCOMPARE(patched.header("Upload-Offset"), QByteArray("5"));
  QCOMPARE(connection.tus("DELETE", upload, server_.anna).status, 204);
  QCOMPARE(connection.tus("HEAD", upload, server_.anna).status, 404);
}

void ServerContentsTest::refusals() {
  const auto upload = server_.announced(server_.anna, 10);
  const auto ask = [&](const QByteArray& method, const QByteArray& path, const Headers& headers,
                       const QByteArray& body = {}) {
    const auto answer = ContentConnection(server_).tus(method, path, server_.anna, headers, body);
    return QString::number(answer.status) + ' ' + answer.error();
  };
  const Headers offset0{{"Upload-Offset", "0"}, {"Content-Type", kOffsetType}};
  QCOMPARE(ask("POST", "/v1/uploads", {{"Origin", "https://example.org"}}), QString("403 forbidden origin"));
  QCOMPARE(ask("POST", "/v1/uploads", {}), QString("400 bad_field upload_length"));
  QCOMPARE(ask("POST", "/v1/uploads", {{"Upload-Length", "-5"}}), QString("400 bad_field upload_length"));
  QCOMPARE(ask("POST", "/v1/uploads", {{"Upload-Length", "5"}}), QString("400 bad_field channel"));
  QCOMPARE(ask("POST", "/v1/uploads", {{"Upload-Length", "5"}, {"Upload-Metadata", "channel ?"}}),
           QString("400 bad_field metadata"));
  QCOMPARE(ask("POST", "/v1/uploads", server_.announce(5), "abcde"), QString("400 bad_message body"));
  QCOMPARE(ask("POST", "/v1/uploads", server_.announce(200LL * kMebibyte + 1)), QString("413 too_large size"));
  QCOMPARE(ask("PATCH", upload, {{"Upload-Offset", "0"}, {"Content-Type", "text/plain"}}, "abc"),
           QString("415 unsupported Content-Type"));
  QCOMPARE(ask("PATCH", upload, {{"Content-Type", kOffsetType}}, "abc"), QString("400 bad_field upload_offset"));
  QCOMPARE(ask("PATCH", upload, {{"Upload-Offset", "4"}, {"Content-Type", kOffsetType}}, "abc"),
           QString("409 conflict offset"));
  QCOMPARE(ask("PATCH", upload, offset0, "elf letters"), QString("413 too_large length"));
  QCOMPARE(ask("PUT", upload, {}), QString("404 not_found"));
  QCOMPARE(ask("GET", "/v1/uploads/../../etc/passwd", {}), QString("404 not_found"));
  QCOMPARE(server_.offsetOf(upload, server_.anna), 0);

  const auto without = ContentConnection(server_).ask("POST", "/v1/uploads", server_.anna, server_.announce(5));
  QCOMPARE(without.status, 412);
  QCOMPARE(without.header("Tus-Version"), QByteArray("1.0.0"));
  for (const QByteArray token : {"", "niet-een-token"}) {
    QCOMPARE(ContentConnection(server_).tus("POST", "/v1/uploads", token, server_.announce(5)).status, 401);
    QCOMPARE(ContentConnection(server_).ask("GET", "/v1/contents/channel/x/y", token).status, 404);
  }
}

void ServerContentsTest::A9_whatOneMayNotSeeIsNotThere() {
  const auto upload = server_.announced(server_.anna, 10);
  const auto content = server_.addDocument(server_.anna, "een brief");
  QVERIFY(!content.isEmpty());
  const auto nothing = "/v1/contents/channel/" + server_.channel + '/' + newId().toLatin1();
  const auto without = ContentConnection(server_).ask("GET", nothing, server_.vera);
  const auto hidden = ContentConnection(server_).ask("GET", content, server_.vera);
  QCOMPARE(hidden.status, 404);
  QCOMPARE(hidden.head, without.head);
  QCOMPARE(hidden.body, without.body);
  QCOMPARE(ContentConnection(server_).ask("GET", content, server_.bram).body, QByteArray("een brief"));
  for (const auto& token : {server_.vera, server_.bram}) {
    QCOMPARE(ContentConnection(server_).tus("HEAD", upload, token).status, 404);
    QCOMPARE(ContentConnection(server_).patch(upload, token, 0, "abc").status, 404);
    QCOMPARE(ContentConnection(server_).tus("DELETE", upload, token).status, 404);
  }
  QCOMPARE(ContentConnection(server_).tus("POST", "/v1/uploads", server_.vera, server_.announce(5)).status, 404);
}

void ServerContentsTest::F4_aKilledServerToldOnlyWhatIsOnDisk() {
  const auto bytes = someBytes(40 * kMebibyte);
  const auto upload = server_.announced(server_.anna, bytes.size());
  {
    ContentConnection connection(server_);
    connection.sendHead("PATCH", upload, server_.anna,
                        {{"Tus-Resumable", "1.0.0"},
                         {"Upload-Offset", "0"},
                         {"Content-Type", kOffsetType},
                         {"Content-Length", QByteArray::number(bytes.size())}});
    connection.send(bytes.left(30 * kMebibyte));
    server_.kill9();
  }
  const QFileInfo file(server_.data() + "/documents/incoming/" + upload.mid(upload.lastIndexOf('/') + 1));
  const auto onDisk = file.size();
  QVERIFY2(server_.start(), server_.errors());
  const auto offset = server_.offsetOf(upload, server_.anna);
  QVERIFY2(offset >= 8 * kMebibyte && offset <= onDisk, QByteArray::number(offset));
  QVERIFY(offset <= 30 * kMebibyte);
  QCOMPARE(ContentConnection(server_).patch(upload, server_.anna, offset, bytes.mid(offset)).status, 204);
  const auto content = server_.addDocument(server_.anna, upload, "groot.bin");
  const auto got = ContentConnection(server_).ask("GET", content, server_.bram);
  QCOMPARE(got.status, 200);
  QVERIFY(got.body == bytes);
  QCOMPARE(got.header("ETag"), '"' + sha256(bytes) + '"');
}

void ServerContentsTest::aCutBodyCounts() {
  const auto bytes = someBytes(kMebibyte);
  const auto started = server_.metric("content_bytes_in_total");
  const auto upload = server_.announced(server_.anna, bytes.size());
  {
    ContentConnection connection(server_);
    connection.sendHead("PATCH", upload, server_.anna,
                        {{"Tus-Resumable", "1.0.0"},
                         {"Upload-Offset", "0"},
                         {"Content-Type", kOffsetType},
                         {"Content-Length", QByteArray::number(bytes.size())}});
    connection.send(bytes.left(700'001));
    connection.socket.disconnectFromHost();
  }
  // All of it, once it is through; asking earlier would take over from it.
  QVERIFY(QTest::qWaitFor([&] { return server_.metric("content_bytes_in_total") >= started + 700'001; }, kPatience));
  QCOMPARE(server_.offsetOf(upload, server_.anna), 700'001);
  QCOMPARE(ContentConnection(server_).patch(upload, server_.anna, 700'001, bytes.mid(700'001)).status, 204);
  QVERIFY(!server_.addDocument(server_.anna, upload, "gesneden.bin").isEmpty());
}

void ServerContentsTest::aSecondOneTakesOver() {
  const auto bytes = someBytes(kMebibyte);
  const auto upload = server_.announced(server_.anna, bytes.size());
  ContentConnection hanging(server_);
  hanging.sendHead("PATCH", upload, server_.anna,
                   {{"Tus-Resumable", "1.0.0"},
                    {"Upload-Offset", "0"},
                    {"Content-Type", kOffsetType},
                    {"Content-Length", QByteArray::number(bytes.size())}});
  const auto before = server_.metric("content_bytes_in_total");
  hanging.send(bytes.left(600'000));
  QVERIFY(QTest::qWaitFor([&] { return server_.metric("content_bytes_in_total") > before; }, kPatience));
  // What came of its piece counts too.
  qint64 offset = 0;
  QVERIFY(QTest::qWaitFor([&] { return (offset = server_.offsetOf(upload, server_.anna)) >= 0; }, kPatience));
  QVERIFY2(offset > 0 && offset <= 600'000, QByteArray::number(offset));
  QCOMPARE(hanging.answer().status, 0);  // cut off
  QCOMPARE(ContentConnection(server_).patch(upload, server_.anna, offset, bytes.mid(offset)).status, 204);
  const auto content = server_.addDocument(server_.anna, upload, "overgenomen.bin");
  QVERIFY(ContentConnection(server_).ask("GET", content, server_.bram).body == bytes);
}

void ServerContentsTest::chunksAndContinue() {
  const auto upload = server_.announced(server_.anna, 11);
  ContentConnection connection(server_);
  connection.sendHead("PATCH", upload, server_.anna,
                      {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Offset", "0"},
                       {"Content-Type", kOffsetType},
                       {"Transfer-Encoding", "chunked"},
                       {"Expect", "100-continue"}});
  QCOMPARE(connection.answer(false).status, 100);
  connection.send("4\r\neen \r\n7\r\ngeheel!\r\n0\r\n\r\n");
  const auto answer = connection.answer();
  QCOMPARE(answer.status, 204);
  QCOMPARE(answer.header("Upload-Offset"), QByteArray("11"));
  // More than announced, told by nobody beforehand.
  const auto other = server_.announced(server_.anna, 3);
  connection.sendHead("PATCH", other, server_.anna,
                      {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Offset", "0"},
                       {"Content-Type", kOffsetType},
                       {"Transfer-Encoding", "chunked"}});
  connection.send("4\r\nvier\r\n0\r\n\r\n");
  QCOMPARE(connection.answer().error(), QString("too_large length"));
  QCOMPARE(server_.offsetOf(other, server_.anna), 0);
}

void ServerContentsTest::curlGoesOnWithADownload() {
  if (QStandardPaths::findExecutable("curl").isEmpty()) QSKIP("there is no curl");
  const auto bytes = someBytes(20 * kMebibyte);
  const auto content = server_.addDocument(server_.anna, bytes);
  const auto target = server_.path("opgehaald");
  QFile half(target);
  QVERIFY(half.open(QIODevice::WriteOnly));
  half.write(bytes.left(7'000'001));
  half.close();
  QProcess curl;
  curl.start("curl", {"-sS", "--fail", "-C", "-", "-o", target, "-w", "%{http_code} %{size_download}", "-H",
                      "Authorization: Bearer " + QString::fromLatin1(server_.bram),
                      QStringLiteral("http://127.0.0.1:%1").arg(server_.port()) + QString::fromLatin1(content)});
  QVERIFY(curl.waitForFinished(kPatience));
  QVERIFY2(curl.exitCode() == 0, curl.readAllStandardError());
  QCOMPARE(curl.readAllStandardOutput(), "206 " + QByteArray::number(bytes.size() - 7'000'001));
  QVERIFY(half.open(QIODevice::ReadOnly));
  QCOMPARE(sha256(half.readAll()), sha256(bytes));
}

void ServerContentsTest::rangesAndTags() {
  const auto content = server_.addDocument(server_.anna, "0123456789");
  ContentConnection connection(server_);
  const auto ask = [&](const Headers& headers) {
    const auto answer = connection.ask("GET", content, server_.bram, headers);
    return QByteArray::number(answer.status) + ' ' +
           (answer.status == 416 ? answer.header("Content-Range") : answer.body);
  };
  const auto tag = '"' + sha256("0123456789") + '"';
  QCOMPARE(ask({{"Range", "bytes=2-4"}}), QByteArray("206 234"));
  QCOMPARE(ask({{"Range", "bytes=-2"}}), QByteArray("206 89"));
  QCOMPARE(ask({{"Range", "bytes=10-"}}), QByteArray("416 bytes */10"));
  QCOMPARE(ask({{"Range", "bytes=0-1,3-4"}}), QByteArray("200 0123456789"));
  QCOMPARE(ask({{"Range", "bytes=2-4"}, {"If-Range", tag}}), QByteArray("206 234"));
  QCOMPARE(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"anders\""}}), QByteArray("200 0123456789"));
  const auto head = connection.ask("HEAD", content, server_.bram);
  QCOMPARE(head.status, 200);
  QCOMPARE(head.header("Content-Length"), QByteArray("10"));
  QCOMPARE(head.header("Content-Type"), QByteArray("application/octet-stream"));
  QCOMPARE(head.header("Content-Disposition"), QByteArray("attachment"));
  // Only GET knows ranges: a HEAD tells of the whole, whatever it asks.
  for (const auto* range : {"bytes=2-4", "bytes=10-"}) {
    const auto whole = connection.ask("HEAD", content, server_.bram, {{"Range", range}});
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.header("Content-Length"), QByteArray("10"));
  }
  QCOMPARE(ask({{"Range", "bytes=9-"}}), QByteArray("206 9"));  // nothing of a body came after the HEAD
  const auto empty = server_.addDocument(server_.anna, QByteArray());
  QCOMPARE(connection.ask("GET", empty, server_.bram).header("Content-Length"), QByteArray("0"));
  QCOMPARE(connection.ask("GET", empty, server_.bram, {{"Range", "bytes=0-"}}).status, 416);
}

void ServerContentsTest::manyOnOneConnection() {
  const auto bytes = someBytes(10'000);
  const auto content = server_.addDocument(server_.anna, bytes);
  ContentConnection connection(server_);
  for (int i = 0; i < 300; ++i) QVERIFY(connection.ask("GET", content, server_.bram).body == bytes);
}

void ServerContentsTest::cutsADownload(const std::function<void()>& endRight, const QByteArray& token) {
  const auto content = server_.addDocument(server_.anna, someBytes(60 * kMebibyte));
  ContentConnection connection(server_, 64 * 1024);
  connection.sendHead("GET", content, token, {});
  QVERIFY(connection.socket.waitForReadyRead(kPatience));
  QVERIFY(connection.socket.read(12).startsWith("HTTP/1.1 200"));
  endRight();
  QElapsedTimer since;
  since.start();
  // Reading on at a steady pace: without a cut it would take much longer.
  while (connection.socket.state() == QAbstractSocket::ConnectedState && since.elapsed() < 10'000) {
    connection.socket.read(64 * 1024);
    QTest::qWait(20);
  }
  QVERIFY2(since.elapsed() < 1'000, QByteArray::number(since.elapsed()));
}

void ServerContentsTest::F29_whoIsPutOutIsCutOffWithinASecond() {
  Peer peer;
  QVERIFY(peer.greet(server_, server_.anna));
  cutsADownload(
      [&] {
        const auto command = newId();
        peer.command(command, "remove_member",
                     {{"channel_id", QString::fromLatin1(server_.channel)}, {"user_id", server_.bramId}});
        QCOMPARE(peer.ack(command)["status"].toString(), QString("applied"));
      },
      server_.bram);
  QByteArray printed;
  QCOMPARE(server_.run({"channel", "add-member", "Noord", "--email", "bram@example.org"}, {}, &printed), 0);
}

void ServerContentsTest::F29_whoSignsOutIsCutOffWithinASecond() {
  const auto token = server_.signIn("bram@example.org");
  cutsADownload([&] { QCOMPARE(server_.http("DELETE", "/v1/session", {}, token).status, 200); }, token);
}

void ServerContentsTest::aStoppingServerKeepsWhatCame() {
  const auto bytes = someBytes(2 * kMebibyte);
  const auto upload = server_.announced(server_.anna, bytes.size());
  ContentConnection connection(server_);
  connection.sendHead("PATCH", upload, server_.anna,
                      {{"Tus-Resumable", "1.0.0"},
                       {"Upload-Offset", "0"},
                       {"Content-Type", kOffsetType},
                       {"Content-Length", QByteArray::number(bytes.size())}});
  const auto before = server_.metric("content_bytes_in_total");
  connection.send(bytes.left(kMebibyte));
  QVERIFY(QTest::qWaitFor([&] { return server_.metric("content_bytes_in_total") >= before + kMebibyte - 256 * 1024; },
                          kPatience));
  QElapsedTimer since;
  since.start();
  QCOMPARE(server_.stop(), 0);
  QVERIFY2(since.elapsed() < 5'000, QByteArray::number(since.elapsed()));
  QVERIFY2(server_.start(), server_.errors());
  const auto offset = server_.offsetOf(upload, server_.anna);
  QVERIFY2(offset >= kMebibyte - 256 * 1024, QByteArray::number(offset));
  QCOMPARE(ContentConnection(server_).patch(upload, server_.anna, offset, bytes.mid(offset)).status, 204);
}

void ServerContentsTest::aStoppingServerDoesNotWaitForSlowReaders() {
  const auto content = server_.addDocument(server_.anna, someBytes(60 * kMebibyte));
  ContentConnection connection(server_, 64 * 1024);
  connection.sendHead("GET", content, server_.anna, {});
  QVERIFY(connection.socket.waitForReadyRead(kPatience));
  QElapsedTimer since;
  since.start();
  QCOMPARE(server_.stop(), 0);
  QVERIFY2(since.elapsed() < 7'000, QByteArray::number(since.elapsed()));
}

QTEST_GUILESS_MAIN(ServerContentsTest)
#include "server_contents_test.moc"
