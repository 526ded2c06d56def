// Documents and the operator: an import that is killed goes on, a backup holds the contents, a restore brings them
// back.
#include <set>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerDocumentsTest : public QObject {
  Q_OBJECT

  static void writeFiles(const QString& folder, int count) {
    QVERIFY(QDir().mkpath(folder + "/Map"));
    for (int i = 0; i < count; ++i) {
      QFile file(folder + (i % 2 == 0 ? "/" : "/Map/") + QString::number(i) + ".md");
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write("Tekst " + QByteArray::number(i) + QByteArray(1'000, 'x'));
    }
  }
  // Names of all files below it.
  static std::set<QString> filesIn(const QString& folder) {
    std::set<QString> names;
    for (QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories); all.hasNext();) {
      all.next();
      names.insert(all.fileName());
    }
    return names;
  }
  static void makeChannel(ServerProcess& server) {
    QVERIFY(!server.addUser("olga@example.nl").isEmpty());
    QVERIFY(!server.addUser("ver@example.nl").isEmpty());
    QCOMPARE(server.run({"channel", "create", "--name", "Noord", "--owner", "olga@example.nl"}), 0);
  }
  static QStringList import(const ServerProcess& server) {
    return {"import", "documents", server.path("in"), "--channel", "Noord"};
  }

 private Q_SLOTS:
  void aKilledImportGoesOn() {
    ServerProcess server;
    makeChannel(server);
    writeFiles(server.path("in"), 400);
    QProcess import;
    import.setProcessChannelMode(QProcess::MergedChannels);
    import.start(QStringLiteral(VRAAGBAAKD),
                 this->import(server) + QStringList{"--config", server.config(), "--data", server.data()});
    QByteArray printed;
    while (!printed.contains("50 of 400 files") && import.waitForReadyRead(kPatience)) printed += import.readAll();
    QVERIFY2(printed.contains("50 of 400 files"), printed);
    import.kill();
    QVERIFY(import.waitForFinished(kPatience));

    QCOMPARE(server.run(this->import(server), {}, &printed), 0);
    QVERIFY2(printed.contains("400 documents: ") && !printed.contains(" 0 unchanged"), printed);
    QCOMPARE(server.run(this->import(server), {}, &printed), 0);
    QVERIFY2(printed.contains("400 documents: 0 added, 0 with a new version, 400 unchanged"), printed);
    QCOMPARE(filesIn(server.data() + "/documents/contents").size(), std::size_t(400));
  }

  void whatIsWrongIsSaid() {
    ServerProcess server;
    makeChannel(server);
    writeFiles(server.path("in"), 4);
    QByteArray printed;
    QCOMPARE(server.run({"import", "documents", server.path("in"), "--channel", "Zuid"}, {}, &printed), 1);
    QVERIFY2(printed.contains("no channel has this id or name"), printed);
    QCOMPARE(server.run(import(server) + QStringList{"--as", "ver@example.nl"}, {}, &printed), 1);
    QVERIFY2(printed.contains("must be a member"), printed);
    QCOMPARE(server.run(import(server) + QStringList{"--as", "niemand@example.nl"}, {}, &printed), 1);
    QCOMPARE(server.run({"import", "documents", server.path("nergens"), "--channel", "Noord"}), 2);
    server.writeConfig("[limits]\nupload_megabytes = 0\n");
    QCOMPARE(server.run(import(server), {}, &printed), 2);
    QVERIFY2(printed.contains("bad value for limits.upload_megabytes"), printed);
    server.writeConfig("[limits]\nupload_megabytes = 1\n");
    QFile large(server.path("in/groot.bin"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(1024 * 1024 + 1));
    QCOMPARE(server.run(import(server), {}, &printed), 0);
    QVERIFY2(printed.contains("groot.bin: skipped, too large") && printed.contains("4 added"), printed);
    QVERIFY(server.start());
    QCOMPARE(server.run(import(server), {}, &printed), 3);  // in use
    QCOMPARE(server.stop(), 0);
  }

  void aBackupHoldsTheContents() {
    ServerProcess server;
    makeChannel(server);
    writeFiles(server.path("in"), 10);
    QCOMPARE(server.run(import(server)), 0);
    const auto contents = filesIn(server.data() + "/documents/contents");
    QVERIFY(server.start());  // also of a running server
    QByteArray printed;
    QCOMPARE(server.run({"backup", server.path("b.db")}, {}, &printed), 0);
    QCOMPARE(filesIn(server.path("b.db.documents")), contents);
    QCOMPARE(server.stop(), 0);
    writeFiles(server.path("in"), 12);
    QCOMPARE(server.run(import(server)), 0);
    QVERIFY(QDir(server.data() + "/documents").removeRecursively());
    QCOMPARE(server.run({"restore", server.path("b.db")}, {}, &printed), 0);
    QCOMPARE(filesIn(server.data() + "/documents/contents"), contents);

    // What is nowhere is told, and the copy of the database stands.
    const auto lost = *contents.begin();
    QVERIFY(QFile::remove(server.data() + "/documents/contents/" + lost.left(2) + "/" + lost));
    QCOMPARE(server.run({"backup", server.path("c.db")}, {}, &printed), 1);
    QVERIFY2(printed.contains("contents of 1 versions") && printed.contains(lost.toUtf8()), printed);
    QCOMPARE(filesIn(server.path("c.db.documents")).size(), contents.size() - 1);
    QVERIFY(QFile::exists(server.path("c.db")));
    QVERIFY(QDir(server.path("b.db.documents")).removeRecursively());
    QCOMPARE(server.run({"restore", server.path("b.db")}, {}, &printed), 1);
    QVERIFY2(printed.contains("contents of 1 versions"), printed);
  }
};

QTEST_GUILESS_MAIN(ServerDocumentsTest)
#include "server_documents_test.moc"
