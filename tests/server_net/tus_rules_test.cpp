// What strangers may write into the headers of uploads and downloads.
#include "server/net/tus_rules.h"

#include <QTest>

#include "server/net/content_places.h"

using namespace vb;
using namespace vb::server::net;

namespace {

constexpr char kId[] = "0193580a-1c00-7000-8000-0000000000a1";

QByteArray base64(const QByteArray& text) { return text.toBase64(); }
std::string_view view(const QByteArray& text) { return {text.constData(), static_cast<std::size_t>(text.size())}; }

}  // namespace

class TusRulesTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void targets_data();
  void targets();
  void byteCounts_data();
  void byteCounts();
  void base64IsStrict_data();
  void base64IsStrict();
  void metadata();
  void badMetadata_data();
  void badMetadata();
  void ranges_data();
  void ranges();
  void ifRange();
  void dates();
  void A6_placesAreCounted();
};

void TusRulesTest::targets_data() {
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<int>("kind");
  const auto row = [](const QByteArray& path, ContentTarget::Kind kind) {
    QTest::addRow("%s", path.constData()) << path << static_cast<int>(kind);
  };
  using Kind = ContentTarget::Kind;
  const QByteArray id = kId;
  row("/v1/uploads", Kind::uploads);
  row("/v1/uploads/" + id, Kind::upload);
  row("/v1/contents/channel/" + id + "/" + id, Kind::version);
  row("/v1/contents/discussion/" + id + "/" + id, Kind::version);
  row("/v1/uploads/", Kind::unknown);
  row("/v1/uploads/" + id + "/", Kind::unknown);
  row("/v1/uploads/../" + id, Kind::unknown);
  row("/v1/uploads/%2e%2e", Kind::unknown);
  row("/v1/contents/" + id, Kind::unknown);
  row("/v1/contents/channel/" + id, Kind::unknown);
  row("/v1/contents/channel/" + id + "/" + QByteArray(64, 'a'), Kind::unknown);
  row("/v1/contents/channel/../" + id + "/" + id, Kind::unknown);
  row("/v1/contents//" + id, Kind::unknown);
}
void TusRulesTest::targets() {
  QFETCH(QByteArray, path);
  QFETCH(int, kind);
  QVERIFY(isContentPath(view(path)));
  QCOMPARE(static_cast<int>(readTarget(view(path)).kind), kind);
}

void TusRulesTest::byteCounts_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<qint64>("count");
  QTest::newRow("zero") << QByteArray("0") << qint64(0);
  QTest::newRow("some") << QByteArray("200") << qint64(200);
  QTest::newRow("zeros before") << QByteArray("007") << qint64(7);
  QTest::newRow("most") << QByteArray(18, '9') << qint64(999'999'999'999'999'999);
  for (const char* bad : {"", "-1", "+1", " 1", "1 ", "0x10", "1e3", "1.5", "1,2", "9999999999999999999", "१"})
    QTest::addRow("bad '%s'", bad) << QByteArray(bad) << qint64(-1);
}
void TusRulesTest::byteCounts() {
  QFETCH(QByteArray, text);
  QFETCH(qint64, count);
  QCOMPARE(readByteCount(view(text)).value_or(-1), count);
}

void TusRulesTest::base64IsStrict_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("decoded");
  const QByteArray bad("(none)");
  QTest::newRow("empty") << QByteArray("") << QByteArray("");
  QTest::newRow("one") << QByteArray("YQ==") << QByteArray("a");
  QTest::newRow("two") << QByteArray("YWI=") << QByteArray("ab");
  QTest::newRow("three") << QByteArray("YWJj") << QByteArray("abc");
  QTest::newRow("high") << QByteArray("//79") << QByteArray("\xff\xfe\xfd");
  for (const char* text : {"YQ", "YQ=", "Y===", "====", "YQ==YQ==", "Y Q=", "YQ==\n", "YW-_", "YR==", "YWJ=", "Y=Jj"})
    QTest::addRow("bad '%s'", text) << QByteArray(text) << bad;
}
void TusRulesTest::base64IsStrict() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, decoded);
  const auto read = decodeBase64(view(text));
  QCOMPARE(read ? QByteArray::fromStdString(*read) : QByteArray("(none)"), decoded);
}

void TusRulesTest::metadata() {
  const QByteArray id = base64(kId);
  const auto alone = readMetadata(view("channel " + id));
  QVERIFY(alone.ok());
  QCOMPARE(alone->channel.text(), std::string(kId));
  QVERIFY(alone->topic.isNil());
  QVERIFY(!alone->id);
  const auto all =
      readMetadata(view("filename ZmllbGQ=,is_confidential, channel " + id + ",topic " + id + ",id " + id));
  QVERIFY(all.ok());
  QCOMPARE(all->topic.text(), std::string(kId));
  QCOMPARE(all->id->text(), std::string(kId));
}

void TusRulesTest::badMetadata_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("detail");
  const QByteArray id = base64(kId);
  QTest::newRow("nothing") << QByteArray("") << QByteArray("channel");
  QTest::newRow("no channel") << QByteArray("topic " + id) << QByteArray("channel");
  QTest::newRow("not base64") << QByteArray("channel " + QByteArray(kId)) << QByteArray("metadata");
  QTest::newRow("no id") << QByteArray("channel " + base64("abc")) << QByteArray("channel");
  QTest::newRow("nil") << QByteArray("channel " + base64("00000000-0000-0000-0000-000000000000"))
                       << QByteArray("channel");
  QTest::newRow("bad topic") << QByteArray("channel " + id + ",topic YQ==") << QByteArray("topic");
  QTest::newRow("bad id") << QByteArray("channel " + id + ",id YQ==") << QByteArray("id");
  QTest::newRow("twice") << QByteArray("channel " + id + ",channel " + id) << QByteArray("metadata");
  QTest::newRow("empty pair") << QByteArray("channel " + id + ",,x YQ==") << QByteArray("metadata");
  QTest::newRow("two values") << QByteArray("channel " + id + " " + id) << QByteArray("metadata");
  QByteArray many = "channel " + id;
  for (int i = 0; i < 1'000; ++i) many += ",k" + QByteArray::number(i) + " YQ==";
  QTest::newRow("many") << many << QByteArray("metadata");
}
void TusRulesTest::badMetadata() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, detail);
  const auto read = readMetadata(view(text));
  QVERIFY(!read.ok());
  QCOMPARE(read.error(), fail(ErrorCode::badField, detail.toStdString()));
}

void TusRulesTest::ranges_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("size");
  QTest::addColumn<QByteArray>("answer");
  const auto row = [](const char* text, int size, const char* answer) {
    QTest::addRow("'%s' of %d", text, size) << QByteArray(text) << size << QByteArray(answer);
  };
  row("bytes=0-", 10, "0+10");
  row("bytes=0-0", 10, "0+1");
  row("bytes=4-", 10, "4+6");
  row("bytes=4-6", 10, "4+3");
  row("bytes=4-99999999999999999999999999", 10, "4+6");
  row("bytes=-3", 10, "7+3");
  row("bytes=-30", 10, "0+10");
  row("BYTES=9-9", 10, "9+1");
  row(" bytes=1-2 ", 10, "1+2");
  row("bytes=10-", 10, "outside");
  row("bytes=99999999999999999999999-", 10, "outside");
  row("bytes=-0", 10, "outside");
  row("bytes=0-", 0, "outside");
  row("bytes=-5", 0, "outside");
  for (const char* other : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=0-1,3-4", "bytes=--1",
                            "bytes=0-1-2", "bytes=+1-2", "bytes=1 -2", "items=0-1", "bytes 0-1"})
    row(other, 10, "whole");
}
void TusRulesTest::ranges() {
  QFETCH(QByteArray, text);
  QFETCH(int, size);
  QFETCH(QByteArray, answer);
  const auto range = readRange(view(text), size);
  QByteArray read = "whole";
  if (range.kind == ByteRange::Kind::outside) read = "outside";
  if (range.kind == ByteRange::Kind::part)
    read = QByteArray::number(range.first) + '+' + QByteArray::number(range.bytes);
  if (range.kind == ByteRange::Kind::whole) QCOMPARE(range.bytes, size);
  QCOMPARE(read, answer);
}

void TusRulesTest::ifRange() {
  QVERIFY(fitsIfRange("", "\"abc\""));
  QVERIFY(fitsIfRange("\"abc\"", "\"abc\""));
  QVERIFY(!fitsIfRange("W/\"abc\"", "\"abc\""));
  QVERIFY(!fitsIfRange("abc", "\"abc\""));
  QVERIFY(!fitsIfRange("\"abd\"", "\"abc\""));
  QVERIFY(!fitsIfRange("Sun, 06 Nov 1994 08:49:37 GMT", "\"abc\""));
}

void TusRulesTest::dates() {
  QCOMPARE(httpDate(Timestamp(Milliseconds(784'111'777'000))), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
  QCOMPARE(httpDate(Timestamp(Milliseconds(1'795'000'000'999))), std::string("Wed, 18 Nov 2026 11:06:40 GMT"));
}

void TusRulesTest::A6_placesAreCounted() {
  ContentPlaces places;
  std::vector<std::unique_ptr<ContentPlaces::Place>> taken;
  for (int i = 0; i < kExchangesPerUser; ++i) taken.push_back(places.take(UserId::named("anna")));
  QVERIFY(std::all_of(taken.begin(), taken.end(), [](const auto& place) { return place != nullptr; }));
  QVERIFY(!places.take(UserId::named("anna")));
  QVERIFY(places.take(UserId::named("bert")));
  taken.pop_back();
  QVERIFY(places.take(UserId::named("anna")));
  for (int user = 0; static_cast<int>(taken.size()) < kExchangesMax; ++user)
    taken.push_back(places.take(UserId::named(std::to_string(user))));
  QVERIFY(!places.take(UserId::named("carla")));
}

QTEST_GUILESS_MAIN(TusRulesTest)
#include "tus_rules_test.moc"
