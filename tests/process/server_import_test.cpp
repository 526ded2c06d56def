// An import that is killed leaves nothing; run again it is whole.
#include <QFile>

#include "tests/process/server_process.h"

using namespace vb::test;

class ServerImportTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aKilledImportLeavesNothing();
};

namespace {

QByteArray posts(int questions) {
  QByteArray text = "<posts>\n";
  for (int i = 1; i <= questions; ++i)
    text += "<row Id=\"" + QByteArray::number(i) +
            "\" PostTypeId=\"1\" CreationDate=\"2015-01-01T00:00:00.000\" Title=\"Question number " +
            QByteArray::number(i) + "\" Body=\"&lt;p&gt;x&lt;/p&gt;\" Tags=\"&lt;tea&gt;\" />\n";
  return text + "</posts>\n";
}

}  // namespace

void ServerImportTest::aKilledImportLeavesNothing() {
  ServerProcess server;
  QVERIFY(!server.addCategory("Eerder").isEmpty());
  QByteArray before, printed;
  QCOMPARE(server.run({"category", "list"}, {}, &before), 0);
  QFile file(server.path("Posts.xml"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(posts(5'500));
  file.close();

  QProcess import;
  import.setProcessChannelMode(QProcess::MergedChannels);
  import.start(QStringLiteral(VRAAGBAAKD), {"import", "stackexchange", file.fileName(), "--site", "tea.example.org",
                                            "--config", server.config(), "--data", server.data()});
  // The progress of the pass that writes: 5,000 questions are in the transaction.
  while (!printed.contains("5000 questions") && import.waitForReadyRead(kPatience)) printed += import.readAll();
  QVERIFY2(printed.contains("5000 questions"), printed);
  import.kill();
  QVERIFY(import.waitForFinished(kPatience));
  QCOMPARE(import.exitStatus(), QProcess::CrashExit);

  QCOMPARE(server.run({"category", "list"}, {}, &printed), 0);
  QCOMPARE(printed, before);
  QCOMPARE(server.run({"import", "stackexchange", file.fileName(), "--site", "tea.example.org"}, {}, &printed), 0);
  QVERIFY2(printed.contains("5500 questions"), printed);
  QVERIFY2(printed.contains(" 0 unchanged"), printed);
}

QTEST_GUILESS_MAIN(ServerImportTest)
#include "server_import_test.moc"
