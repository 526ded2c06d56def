// The codec: total over any bytes, lenient where PROTOCOL.md says so, strict where it says so.
#include "shared/protocol/codec.h"

#include <QTest>

#include "shared/base/limits.h"
#include "tests/support/fake_time.h"

using namespace vb;
using namespace vb::protocol;

namespace {

std::string nested(int depth, char open, char close) {
  return "{\"type\":\"hello\",\"x\":" + std::string(static_cast<std::size_t>(depth), open) +
         std::string(static_cast<std::size_t>(depth), close) + "}";
}

}  // namespace

class CodecTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFrameHoldsSeveralMessages() {
    const auto frame = encode(ClientMessage(Hello{})) + "\n" + encode(ClientMessage(Subscribe{"directory"})) + "\n";
    const auto decoded = decodeClientFrame(frame);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->size(), 2u);
    QCOMPARE(std::get<Subscribe>((*decoded)[1]).scope, std::string("directory"));
  }

  void bodiesTravelWithTheirUnknownFields() {
    const std::string body = R"({"title":"t","of_a_newer_version":{"a":[1,2]}})";
    const auto line =
        encode(ServerMessage(Change{"directory", "e", 1, 2, {Record{"question", "a-1", 2, false, body}}}));
    const auto decoded = decodeServerFrame(line);
    QVERIFY(decoded.ok());
    QCOMPARE(std::get<Change>(decoded->front()).records.at(0).body, body);
  }

  void unknownKindsAndTypesSurvive() {  // F30
    const auto decoded = decodeServerFrame(
        R"({"type":"page","scope":"directory","records":[{"kind":"hologram","id":"a","seq":1,"body":{"x":1}}],"new":true})");
    QVERIFY(decoded.ok());
    QCOMPARE(std::get<Page>(decoded->front()).records.at(0).kind, std::string("hologram"));
    QVERIFY(std::holds_alternative<Unknown>(decodeServerFrame(R"({"type":"later"})")->front()));
    QCOMPARE(decodeClientFrame(R"({"type":"later"})").error().code, ErrorCode::unsupported);
  }

  void missingMembersHaveTheirDefaultsAndNullIsMissing() {
    const auto decoded = decodeClientFrame(R"({"type":"pull","scope":"directory","after":null})");
    QVERIFY(decoded.ok());
    QCOMPARE(std::get<Pull>(decoded->front()).after, 0);
    QCOMPARE(std::get<Ack>(decodeServerFrame(R"({"type":"ack","status":"of_tomorrow"})")->front()).status,
             AckStatus::unknown);
  }

  void hostileFramesAreErrors_data() {  // A8
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("line ends only") << QByteArray("\n\n\n");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no type") << QByteArray("{}");
    QTest::newRow("type is a number") << QByteArray(R"({"type":1})");
    QTest::newRow("deep lists") << QByteArray::fromStdString(nested(100, '[', ']'));
    QTest::newRow("ten megabytes of [") << QByteArray(10000000, '[');
    QTest::newRow("doubled key") << QByteArray(R"({"type":"pull","scope":"a","scope":"b"})");
    QTest::newRow("doubled key inside") << QByteArray(R"({"type":"command","body":{"a":{"x":1,"x":2}}})");
    QTest::newRow("2^63") << QByteArray(R"({"type":"pull","after":9223372036854775808})");
    QTest::newRow("a fraction") << QByteArray(R"({"type":"pull","after":1.5})");
    QTest::newRow("NaN") << QByteArray(R"({"type":"pull","after":NaN})");
    QTest::newRow("not UTF-8") << QByteArray("{\"type\":\"pull\",\"scope\":\"\xff\xfe\"}");
    QTest::newRow("bytes behind") << QByteArray(R"({"type":"hello"} x)");
    QTest::newRow("a bad id") << QByteArray(R"({"type":"command","id":"1234"})");
    QTest::newRow("html") << QByteArray("<!doctype html><title>Sign in to the hotel</title>");
  }
  void hostileFramesAreErrors() {
    QFETCH(QByteArray, frame);
    QVERIFY(!decodeClientFrame(frame.toStdString()).ok());
    if (!frame.contains("command") && !frame.contains("pull")) QVERIFY(!decodeServerFrame(frame.toStdString()).ok());
  }

  void recordsThatAreNoneAreErrors_data() {
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("no id") << QByteArray(R"({"kind":"a","seq":1,"body":{}})");
    QTest::newRow("seq 0") << QByteArray(R"({"kind":"a","id":"b","seq":0,"body":{}})");
    QTest::newRow("no body") << QByteArray(R"({"kind":"a","id":"b","seq":1})");
    QTest::newRow("body is text") << QByteArray(R"({"kind":"a","id":"b","seq":1,"body":"x"})");
    QTest::newRow("id too long") << QByteArray("{\"kind\":\"a\",\"id\":\"") + QByteArray(81, 'x') +
                                        "\",\"seq\":1,\"body\":{}}";
  }
  void recordsThatAreNoneAreErrors() {
    QFETCH(QByteArray, record);
    const auto frame = "{\"type\":\"change\",\"scope\":\"directory\",\"records\":[" + record.toStdString() + "]}";
    QVERIFY(!decodeServerFrame(frame).ok());
  }

  void anyDamageToAFrameGivesMessagesOrAnError() {
    test::FakeRandom random(42);
    const auto good = encode(ServerMessage(
        Page{"directory",
             "e",
             0,
             1,
             3,
             3,
             false,
             {Record{"question", "a", 2, false, R"({"title":"é"})"}, Record{"answer", "b", 3, true, ""}}}));
    int decodedOnes = 0;
    for (int round = 0; round < 20000; ++round) {
      auto damaged = good;
      for (std::uint64_t i = 0; i <= random.below(4); ++i) {
        const auto at = random.below(damaged.size());
        switch (random.below(3)) {
          case 0:
            damaged[at] = static_cast<char>(random.below(256));
            break;
          case 1:
            damaged.erase(at, 1 + random.below(5));
            break;
          default:
            damaged.insert(at, damaged.substr(random.below(damaged.size()), 8));
        }
        if (damaged.empty()) damaged = "x";
      }
      decodedOnes += decodeServerFrame(damaged).ok();
      (void)decodeClientFrame(damaged);
    }
    QVERIFY(decodedOnes > 100);  // damage inside a text leaves a message
    QVERIFY(decodedOnes < 15000);
  }
};

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
