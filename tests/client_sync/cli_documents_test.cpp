// Documents on the command line, against the real vraagbaakd: imported, kept here, read and searched without a server,
// added, and gone for who was removed.
#include <QDirIterator>

#include "tests/client_sync/cli_world.h"

using vb::test::CliWorld;
using vb::test::Outcome;
using vb::test::runProgram;

class CliDocumentsTest : public QObject {
  Q_OBJECT

  CliWorld world_;
  QTemporaryDir files_;
  QString leaflet_;                                          // id
  static constexpr char kMarker[] = "kwetsbaarheidswijzer";  // in a document of the closed channel only

  Outcome cli(const QString& who, const QStringList& arguments) const { return world_.cli(who, arguments); }
  static QByteArray operate(const QStringList& arguments) {
    const auto done = runProgram(QStringLiteral("vraagbaakd"), arguments);
    return done.code == 0 ? QByteArray() : "failed: " + done.err;
  }
  QString write(const QString& name, const QByteArray& bytes) const {
    const QString path = files_.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return path;
  }
  static QJsonObject named(const Outcome& listed, const QString& name) {
    for (const auto& one : listed.list("documents"))
      if (one.toObject().value("name").toString() == name) return one.toObject();
    return {};
  }
  QStringList filesWith(const QString& who, const QByteArray& word) const {
    QStringList found;
    QDirIterator files(world_.profile(who), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word)) found << file.fileName();
    }
    return found;
  }

 private Q_SLOTS:
  void initTestCase() {
    const auto problem = world_.begin();
    QVERIFY2(problem.isEmpty(), problem);
    world_.stopServer();
    write("laws/Beleidsregels schuldhulp.md",
          QByteArray("# Beleidsregels\n\nDe ") + kMarker + " helpt bij het gesprek over betalingsachterstanden.\n");
    write("laws/Formulieren/Aanmelding.txt", "Aanmelding voor schuldhulpverlening.\n");
    write("laws/Leeg.txt", "");
    for (const QStringList& made : {QStringList{"channel", "create", "--name", "Schuldhulp", "--owner",
                                                "anna@gemeente.example", "--access", "closed", "--data", world_.data()},
                                    QStringList{"channel", "add-member", "Schuldhulp", "--email",
                                                "bert@gemeente.example", "--data", world_.data()},
                                    QStringList{"import", "documents", files_.filePath("laws"), "--channel",
                                                "Schuldhulp", "--data", world_.data()}}) {
      const auto wrong = operate(made);
      QVERIFY2(wrong.isEmpty(), wrong);
    }
    QVERIFY(world_.startServer());
    for (const char* name : {"anna", "bert", "carla"}) QCOMPARE(world_.signIn(QString::fromLatin1(name)).code, 0);
  }
  void cleanupTestCase() { world_.stopServer(); }

  void syncWaitsUntilTheyAreHereAndCanBeSearched() {
    const auto synced = cli("bert", {"sync"});
    QVERIFY2(synced.code == 0, synced.out + synced.err);
    QCOMPARE(synced.object().value("documents").toInt(), 3);
    QCOMPARE(synced.object().value("documents_waiting").toInt(), 0);
    QCOMPARE(synced.object().value("documents_unread").toInt(), 0);
    const auto listed = cli("bert", {"documents", "schuldhulp"});
    QCOMPARE(listed.list("documents").size(), 3);
    const auto form = named(listed, "Aanmelding.txt");
    QCOMPARE(form.value("folder").toString(), QString("Formulieren"));
    QCOMPARE(form.value("presence").toString(), QString("here"));
    QCOMPARE(named(listed, "Leeg.txt").value("presence").toString(), QString("here"));
  }

  void whoIsNotInTheChannelSeesNothing() {
    QCOMPARE(cli("carla", {"sync"}).object().value("documents").toInt(), 0);
    QCOMPARE(cli("carla", {"documents", "schuldhulp"}).code, 1);
    QVERIFY(cli("carla", {"search", kMarker}).list("hits").isEmpty());
    QVERIFY(filesWith("carla", kMarker).isEmpty());
  }

  void aFileIsAddedAndReachesTheOthers() {
    const auto file = write("Folder eerste gesprek.txt", "In het eerste gesprek vraag je naar de vaste lasten.\n");
    const auto added = cli("bert", {"document", "add", "schuldhulp", file});
    QVERIFY2(added.code == 0 && added.text("state") == QLatin1String("received"), added.out + added.err);
    leaflet_ = added.list("document_ids").first().toString();
    QCOMPARE(cli("anna", {"sync"}).object().value("documents").toInt(), 4);
    const auto text = cli("anna", {"document", "text", leaflet_});
    QVERIFY2(text.out.contains("vaste lasten"), text.out + text.err);
    const auto saved = cli("anna", {"document", "get", leaflet_, files_.filePath("terug.txt")});
    QVERIFY2(saved.code == 0, saved.out + saved.err);
    QFile back(files_.filePath("terug.txt"));
    QVERIFY(back.open(QIODevice::ReadOnly));
    QCOMPARE(back.readAll(), QByteArray("In het eerste gesprek vraag je naar de vaste lasten.\n"));
  }

  void theSameContentIsNotSentTwice() {
    const auto file = write("Kopie.txt", "In het eerste gesprek vraag je naar de vaste lasten.\n");
    const auto added = cli("anna", {"document", "add", "schuldhulp", file});
    QVERIFY2(added.code == 0 && added.text("state") == QLatin1String("received"), added.out + added.err);
    // One content on the server for both.
    int contents = 0;
    QDirIterator stored(world_.data() + "/documents/contents", QDir::Files, QDirIterator::Subdirectories);
    while (stored.hasNext()) {
      stored.next();
      ++contents;
    }
    QCOMPARE(contents, 4);
  }

  void aFolderComesWithWhatIsInIt() {
    write("Draaiboek/Hoofdstuk 1/Begin.md", "# Begin\n\nZo begin je.\n");
    write("Draaiboek/Inhoud.md", "# Inhoud\n");
    const auto added = cli("anna", {"document", "add", "schuldhulp", files_.filePath("Draaiboek")});
    QVERIFY2(added.code == 0 && added.text("state") == QLatin1String("received"), added.out + added.err);
    QCOMPARE(cli("bert", {"sync"}).code, 0);
    const auto listed = cli("bert", {"documents", "schuldhulp"});
    QCOMPARE(named(listed, "Begin.md").value("folder").toString(), QString("Draaiboek/Hoofdstuk 1"));
    QCOMPARE(named(listed, "Inhoud.md").value("folder").toString(), QString("Draaiboek"));
  }

  void whatIsAddedOfflineWaitsAndGoesLater() {
    const auto file = write("Onderweg.txt", "Geschreven in de trein.\n");
    const auto added = cli("bert", {"document", "add", "schuldhulp", file, "--offline"});
    QVERIFY2(added.code == 0 && added.text("state") == QLatin1String("queued"), added.out + added.err);
    const auto waiting = named(cli("bert", {"documents", "schuldhulp", "--offline"}), "Onderweg.txt");
    QCOMPARE(waiting.value("presence").toString(), QString("uploading"));
    // The user's own file may go meanwhile: a copy was put aside.
    QVERIFY(QFile::remove(file));
    QVERIFY(cli("bert", {"sync"}).code == 0);
    QTRY_VERIFY_WITH_TIMEOUT(!named(cli("anna", {"documents", "schuldhulp"}), "Onderweg.txt").isEmpty(), 30'000);
  }

  void everythingIsTakenAlong() {
    const QString into = files_.filePath("mee");
    QVERIFY(QDir().mkpath(into));
    const auto started =
        cli("anna", {"topic", "start", "schuldhulp", "--title", "Over het draaiboek", "--body", "Lees het."});
    QVERIFY2(started.text("state") == QLatin1String("received"), started.out + started.err);
    const auto done = cli("anna", {"channel", "export", "schuldhulp", into});
    QVERIFY2(done.code == 0, done.out + done.err);
    const QDir made(into + "/Schuldhulp");
    for (const char* name :
         {"documenten/Folder eerste gesprek.txt", "documenten/Formulieren/Aanmelding.txt", "documenten/Leeg.txt",
          "documenten/Draaiboek/Hoofdstuk 1/Begin.md", "discussies/Over het draaiboek.md", "leden.md", "kanaal.json"})
      QVERIFY2(QFile::exists(made.filePath(name)), name);
    QFile json(made.filePath("kanaal.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const auto whole = QJsonDocument::fromJson(json.readAll()).object();
    QVERIFY(whole.value("missing").toArray().isEmpty());
    QVERIFY(whole.value("records").toArray().size() > 10);
    // Again, beside the first.
    QCOMPARE(cli("anna", {"channel", "export", "schuldhulp", into}).code, 0);
    QCOMPARE(QDir(into).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    QCOMPARE(cli("anna", {"channel", "export", "schuldhulp", files_.filePath("nergens")}).code, 2);
  }

  void badInputIsRefused() {
    QCOMPARE(cli("bert", {"document", "add", "schuldhulp", files_.filePath("is er niet")}).code, 2);
    QCOMPARE(cli("bert", {"document", "text", "geen id"}).code, 2);
    QCOMPARE(cli("bert", {"document", "get", "01935809-0000-7000-8000-00000000c111"}).code, 1);
    QCOMPARE(cli("bert", {"document", "text", leaflet_, "--number", "9"}).code, 1);
    const auto picture = write("Foto.bin", QByteArray("\x00\x01\x02\xff", 4));
    const auto added = cli("bert", {"document", "add", "schuldhulp", picture});
    QVERIFY2(added.text("state") == QLatin1String("received"), added.out + added.err);
    const auto text = cli("bert", {"document", "text", added.list("document_ids").first().toString()});
    QCOMPARE(text.errorCode(), QString("unsupported"));
  }

  void withoutAServerTheyAreReadAndSearched() {
    QCOMPARE(cli("bert", {"sync"}).code, 0);
    world_.stopServer();
    const auto hits = cli("bert", {"search", "betalingsachterstand", "--offline"}).list("hits");
    QCOMPARE(hits.size(), 1);
    const auto hit = hits.first().toObject();
    QCOMPARE(hit.value("kind").toString(), QString("document"));
    QCOMPARE(hit.value("title").toString(), QString("Beleidsregels schuldhulp.md"));
    QVERIFY(hit.value("snippet").toString().contains(QLatin1String(kMarker)));
    const auto text = cli("bert", {"document", "text", hit.value("document_id").toString(), "--offline"});
    QVERIFY2(text.out.contains(kMarker), text.out + text.err);
    QVERIFY(world_.startServer());
  }

  void whoIsRemovedKeepsNothing() {
    QVERIFY(!filesWith("bert", kMarker).isEmpty());
    const auto bert = cli("bert", {"status"}).text("user_id");
    const auto removed = cli("anna", {"channel", "remove", "schuldhulp", bert});
    QVERIFY2(removed.text("state") == QLatin1String("received"), removed.out + removed.err);
    QCOMPARE(cli("bert", {"sync"}).code, 0);
    const auto left = filesWith("bert", kMarker);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
    QDirIterator contents(world_.profile("bert") + "/documents", QDir::Files, QDirIterator::Subdirectories);
    QVERIFY2(!contents.hasNext(), qPrintable(contents.next()));
  }
};

QTEST_GUILESS_MAIN(CliDocumentsTest)
#include "cli_documents_test.moc"
