// A tus client that others wrote (tus-js-client, in node) uploads to a real server, is killed, and goes on.
#include <QDir>
#include <QStandardPaths>

#include "tests/process/content_peer.h"

using namespace vb::test;

class ServerTusTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void aKilledClientGoesOnWhereItWas();
  void anEmptyFile();

 private:
  // What it printed, line by line.
  QList<QByteArrayList> upload(const QString& file, qint64 killAt = 0);

  QDir modules_{QStringLiteral(TUS_MODULES)};
  ContentServer server_;
};

void ServerTusTest::initTestCase() {
  if (QStandardPaths::findExecutable("node").isEmpty() || QStandardPaths::findExecutable("npm").isEmpty())
    QSKIP("node and npm are not installed: the tus client of others cannot run");
  QVERIFY(modules_.mkpath("."));
  const auto description = modules_.filePath("package.json");
  QFile::remove(description);
  QVERIFY(QFile::copy(QStringLiteral(TUS_SCRIPTS "/package.json"), description));
  if (!modules_.exists("node_modules/tus-js-client/package.json")) {
    QProcess npm;
    npm.setWorkingDirectory(modules_.path());
    npm.start("npm", {"install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"});
    const bool isInstalled = npm.waitForFinished(kPatience) && npm.exitCode() == 0;
    if (!isInstalled) QSKIP("npm cannot get tus-js-client: " + npm.readAllStandardError().right(500));
  }
  QVERIFY2(server_.begin(), server_.errors());
}

QList<QByteArrayList> ServerTusTest::upload(const QString& file, qint64 killAt) {
  QStringList words{QStringLiteral(TUS_SCRIPTS "/upload.js"),
                    QStringLiteral("http://127.0.0.1:%1/v1/uploads").arg(server_.port()),
                    QString::fromLatin1(server_.anna),
                    QString::fromLatin1(server_.channel),
                    file,
                    server_.path("uploads.json")};
  if (killAt > 0) words.append(QString::number(killAt));
  QProcess node;
  node.setWorkingDirectory(modules_.path());
  node.start("node", words);
  if (!node.waitForFinished(kPatience)) return {};
  QList<QByteArrayList> lines;
  for (const auto& line : node.readAllStandardOutput().trimmed().split('\n')) lines.append(line.split(' '));
  const auto errors = node.readAllStandardError();
  if (!errors.isEmpty()) qWarning("%s", errors.constData());
  return lines;
}

void ServerTusTest::aKilledClientGoesOnWhereItWas() {
  const auto bytes = someBytes(20 * 1024 * 1024);
  const auto path = server_.path("bijlage.bin");
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
  file.close();

  const auto first = upload(path, bytes.size() / 2);
  QVERIFY(!first.isEmpty());
  QCOMPARE(first.value(0), (QByteArrayList{"earlier", "0"}));
  QCOMPARE(first.value(1), (QByteArrayList{"POST", "201", "-"}));
  QCOMPARE(first.value(2).value(0), QByteArray("killed"));
  const auto sentFirst = first.value(2).value(1).toLongLong();
  QVERIFY(sentFirst >= bytes.size() / 2 && sentFirst < bytes.size());

  const auto second = upload(path);
  QCOMPARE(second.value(0), (QByteArrayList{"earlier", "1"}));
  QCOMPARE(second.value(1).value(0), QByteArray("HEAD"));
  const auto offset = second.value(1).value(2).toLongLong();
  QVERIFY2(offset > 0 && offset <= sentFirst, QByteArray::number(offset));
  QCOMPARE(second.value(2), (QByteArrayList{"PATCH", "204", QByteArray::number(bytes.size())}));
  QCOMPARE(second.value(3).value(0), QByteArray("done"));
  QVERIFY(sentFirst + (bytes.size() - offset) < 2 * bytes.size());

  const auto where = QUrl(QString::fromLatin1(second.value(3).value(1))).path().toLatin1();
  const auto content = server_.addDocument(server_.anna, where, "bijlage.bin");
  QVERIFY(!content.isEmpty());
  QVERIFY(ContentConnection(server_).ask("GET", content, server_.bram).body == bytes);
}

void ServerTusTest::anEmptyFile() {
  const auto path = server_.path("leeg.txt");
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.close();
  const auto lines = upload(path);
  QCOMPARE(lines.value(1), (QByteArrayList{"POST", "201", "-"}));
  QCOMPARE(lines.value(2).value(0), QByteArray("done"));
  const auto where = QUrl(QString::fromLatin1(lines.value(2).value(1))).path().toLatin1();
  const auto content = server_.addDocument(server_.anna, where, "leeg.txt");
  const auto got = ContentConnection(server_).ask("GET", content, server_.bram);
  QCOMPARE(got.status, 200);
  QCOMPARE(got.header("ETag"), '"' + sha256({}) + '"');
}

QTEST_GUILESS_MAIN(ServerTusTest)
#include "server_tus_test.moc"
