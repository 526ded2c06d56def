// The engine as the screens use it: from one thread, with the core and the search behind it in theirs; no server.
#include "client/core/engine/engine.h"

#include <QDir>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace vb;
using namespace vb::client;

namespace {

EngineOptions options(const QTemporaryDir& folder) {
  EngineOptions options;
  options.profileDirectory = folder.filePath(QStringLiteral("profile"));
  options.start = false;
  return options;
}

// Everything asked of the engine before is done.
bool flush(Engine& engine) {
  QSignalSpy done(&engine, &Engine::flushed);
  engine.flush(1);
  return done.count() > 0 || done.wait(10'000);
}

store::Draft draft(const QString& text) {
  store::Draft draft;
  draft.key = QStringLiteral("ask");
  draft.title = QStringLiteral("Titel");
  draft.body = text;
  return draft;
}

// A disk that takes nothing more of what the user writes, until it goes.
class StuckDisk {
 public:
  explicit StuckDisk(const QTemporaryDir& folder) {
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stuck"));
    database.setDatabaseName(folder.filePath(QStringLiteral("profile/own.db")));
    isStuck = database.open() && QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE"));
  }
  ~StuckDisk() {
    QSqlDatabase::database(QStringLiteral("stuck")).close();
    QSqlDatabase::removeDatabase(QStringLiteral("stuck"));
  }
  bool isStuck = false;
};

}  // namespace

class EngineTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void beginsSignedOutAndQuiet() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QVERIFY(!engine.isSignedIn());
    QCOMPARE(engine.link().link, Link::signedOut);
    QVERIFY(engine.userId().isNil());
    engine.goOnline();
    QVERIFY(flush(engine));
    QCOMPARE(engine.link().link, Link::signedOut);
    QCOMPARE(QFile::permissions(folder.filePath("profile")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
  }

  void F9_secondEngineOnAProfileIsRefused() {
    QTemporaryDir folder;
    Engine first(options(folder));
    QVERIFY(first.open().ok());
    {
      Engine second(options(folder));
      const auto opened = second.open();
      QVERIFY(!opened.ok());
      QVERIFY(opened.error().code == ErrorCode::badField);
      QCOMPARE(opened.error().detail, std::string("locked"));
    }
    first.saveDraft(draft(QStringLiteral("Gaat door.")));
    QVERIFY(flush(first));
    QCOMPARE(first.reader().drafts().size(), 1);
  }

  void F9_profileIsReadBesideItsHolder() {
    QTemporaryDir folder;
    Engine first(options(folder));
    QVERIFY(first.open().ok());
    first.saveDraft(draft(QStringLiteral("Van de ander.")));
    QVERIFY(flush(first));
    QVERIFY(!first.isReadOnly());

    auto wished = options(folder);
    wished.readOnlyIfLocked = true;
    Engine second(wished);
    QVERIFY(second.open().ok());
    QVERIFY(second.isReadOnly());
    QVERIFY(!second.isSignedIn());
    QCOMPARE(second.link().link, Link::signedOut);
    QCOMPARE(second.reader().drafts().size(), 1);
    QSignalSpy refusals(&second, &Engine::writeRefused);
    QSignalSpy answers(&second, &Engine::signInFinished);
    second.saveDraft(draft(QStringLiteral("Mag niet.")));
    second.signOut(true);
    second.signIn(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("a@b.nl"), QStringLiteral("wachtwoordje"));
    second.goOnline();
    QVERIFY(flush(second));
    QCOMPARE(refusals.size(), 2);
    QCOMPARE(refusals.first().first().toString(), QStringLiteral("forbidden"));
    QCOMPARE(answers.size(), 1);
    QCOMPARE(first.reader().draft(QStringLiteral("ask"))->body, QStringLiteral("Van de ander."));
    QSignalSpy found(&second, &Engine::searchFinished);
    second.search(1, QStringLiteral("iets"), 5);
    QVERIFY(!found.isEmpty() || found.wait(10'000));
    // What the holder writes later is seen too.
    first.saveDraft(draft(QStringLiteral("Nieuwer.")));
    QVERIFY(flush(first));
    QCOMPARE(second.reader().draft(QStringLiteral("ask"))->body, QStringLiteral("Nieuwer."));
  }

  // A profile that is free is opened as ever, whatever was wished.
  void freeProfileIsNotReadOnly() {
    QTemporaryDir folder;
    auto wished = options(folder);
    wished.readOnlyIfLocked = true;
    Engine engine(wished);
    QVERIFY(engine.open().ok());
    QVERIFY(!engine.isReadOnly());
  }

  void draftsAreOnDiskAndToldOfAtOnce() {
    QTemporaryDir folder;
    {
      Engine engine(options(folder));
      QVERIFY(engine.open().ok());
      QSignalSpy changes(&engine, &Engine::changed);
      engine.saveDraft(draft(QStringLiteral("Half getypt")));
      QTRY_VERIFY(!changes.isEmpty());
      QVERIFY(changes.first().first().value<ChangeSet>().drafts);
    }
    Engine again(options(folder));
    QVERIFY(again.open().ok());
    QCOMPARE(again.reader().draft(QStringLiteral("ask"))->body, QStringLiteral("Half getypt"));
    again.removeDraft(QStringLiteral("ask"));
    QVERIFY(flush(again));
    QVERIFY(!again.reader().draft(QStringLiteral("ask")).has_value());
  }

  // A screen that is made anew shows what was typed last, not what the disk had room for (F5).
  void F5_whatTheDiskHasNoRoomForIsReadBack() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    auto& reader = engine.reader();
    engine.saveDraft(draft(QStringLiteral("Op schijf")));
    auto other = draft(QStringLiteral("Ook op schijf"));
    other.key = QStringLiteral("ask/2");
    engine.saveDraft(other);
    QVERIFY(flush(engine));
    {
      const StuckDisk disk(folder);
      QVERIFY(disk.isStuck);
      engine.saveDraft(draft(QStringLiteral("In het geheugen")));
      engine.removeDraft(QStringLiteral("ask/2"));
      for (const bool tried : {false, true}) {
        if (tried) QVERIFY(flush(engine));
        QCOMPARE(reader.draft(QStringLiteral("ask"))->body, QStringLiteral("In het geheugen"));
        QVERIFY(!reader.draft(QStringLiteral("ask/2")));
        QCOMPARE(reader.drafts().size(), 1);
        QCOMPARE(reader.counts().drafts, 1);
      }
      QVERIFY(engine.link().diskFull);
      // Refused with an older text of it in memory: what was handed in is the newest.
      auto mine = draft(QStringLiteral("te kort"));
      engine.ask(QStringLiteral("te"), mine.body, {CategoryId::named("x")}, false);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!engine.link().diskFull, 30'000);
    QVERIFY(flush(engine));
    QCOMPARE(reader.draft(QStringLiteral("ask"))->body, QStringLiteral("te kort"));
    QCOMPARE(reader.drafts().size(), 1);
  }

  // Refused when there is room again, while something newer was typed in the same place: both are kept.
  void F5_whatIsRefusedLateStandsBesideWhatIsNewer() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    {
      const StuckDisk disk(folder);
      QVERIFY(disk.isStuck);
      engine.saveDraft(draft(QStringLiteral("Eerst dit")));
      engine.ask(QStringLiteral("te"), QStringLiteral("te kort"), {CategoryId::named("x")}, false);
      engine.saveDraft(draft(QStringLiteral("Daarna dit")));
      QVERIFY(flush(engine));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!engine.link().diskFull, 30'000);
    QVERIFY(flush(engine));
    QCOMPARE(engine.reader().draft(QStringLiteral("ask"))->body, QStringLiteral("Daarna dit"));
    QStringList texts;
    for (const auto& one : engine.reader().drafts()) texts << one.body;
    texts.sort();
    QCOMPARE(texts, QStringList({QStringLiteral("Daarna dit"), QStringLiteral("te kort")}));
  }

  void rulesAreToldBeforeAnythingIsQueued() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QSignalSpy failures(&engine, &Engine::writeRefused);
    engine.ask(QStringLiteral("te"), QString(), {CategoryId::named("x")}, false);
    engine.answer(QuestionId::named("unknown"), QStringLiteral("Antwoord"), {}, false);
    QVERIFY(flush(engine));
    QCOMPARE(failures.size(), 2);
    QCOMPARE(failures.at(0).first().toString(), QStringLiteral("bad_field"));
    QCOMPARE(failures.at(1).first().toString(), QStringLiteral("not_found"));
    QCOMPARE(engine.reader().outbox().size(), 0);
  }

  // A question that was closed a moment ago, a text that may have been sent: the words stay.
  void whatIsRefusedStaysAsADraft() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QSignalSpy refusals(&engine, &Engine::writeRefused);
    QSignalSpy failures(&engine, &Engine::storeFailed);
    const auto unknown = QuestionId::named("unknown");
    const auto key = [](const char* kind, const auto& id) {
      return QLatin1String(kind) + QString::fromStdString(id.text());
    };
    engine.ask(QStringLiteral("te"), QStringLiteral("Uitleg"), {CategoryId::named("x")}, false,
               QStringLiteral("ask/1"));
    engine.answer(unknown, QStringLiteral("Antwoord"), {QStringLiteral("https://example.org")}, false);
    engine.comment(unknown, {}, QStringLiteral("Aanvulling"), false);
    EditPost edit;
    edit.recordKind = kinds::kQuestion;
    edit.recordId = unknown.text();
    edit.baseSeq = 4;
    edit.title = "Betere titel";
    engine.edit(edit);
    const auto row = CommandId::named("gone");
    engine.rewrite(row, {}, QStringLiteral("Herschreven"), false);
    QVERIFY(flush(engine));
    QCOMPARE(refusals.size(), 5);
    QCOMPARE(failures.size(), 0);
    for (const auto& refusal : refusals) QCOMPARE(refusal.at(2).toBool(), true);
    // What has no text is no draft.
    engine.thank(unknown, AnswerId::named("unknown"), true);
    QVERIFY(flush(engine));
    QCOMPARE(refusals.size(), 6);
    QCOMPARE(refusals.last().at(2).toBool(), false);
    auto& reader = engine.reader();
    QCOMPARE(reader.drafts().size(), 5);
    QCOMPARE(reader.draft(QStringLiteral("ask/1"))->categories, QVector{CategoryId::named("x")});
    QCOMPARE(reader.draft(key("answer/", unknown))->body, QStringLiteral("Antwoord"));
    QCOMPARE(reader.draft(key("answer/", unknown))->sources.size(), 1);
    QCOMPARE(reader.draft(key("comment/", unknown))->body, QStringLiteral("Aanvulling"));
    QCOMPARE(reader.draft(key("edit/", unknown))->title, QStringLiteral("Betere titel"));
    QCOMPARE(reader.draft(key("edit/", unknown))->baseSeq, Seq{4});
    QCOMPARE(reader.draft(key("outbox/", row))->body, QStringLiteral("Herschreven"));
  }

  void aDiscardCanBeTakenBack() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    engine.ask(QStringLiteral("Wat doen jullie bij spoed?"), {}, {CategoryId::named("x")}, false);
    QVERIFY(flush(engine));
    const auto id = engine.reader().outbox().first().id;
    engine.withhold(id, true);
    QVERIFY(flush(engine));
    QVERIFY(engine.reader().outbox().first().withheld);
    QTRY_COMPARE(engine.link().waiting, 0);
    engine.withhold(id, false);
    QVERIFY(flush(engine));
    QVERIFY(!engine.reader().outbox().first().withheld);
    engine.withhold(id, true);
    engine.discard(id);
    QVERIFY(flush(engine));
    QVERIFY(engine.reader().outbox().isEmpty());
  }

  // Ended before the time to undo was over: it is not sent, and can be sent or removed by the user.
  void aDiscardHoldsWhenTheProgramEnds() {
    QTemporaryDir folder;
    {
      Engine engine(options(folder));
      QVERIFY(engine.open().ok());
      engine.ask(QStringLiteral("Wat doen jullie bij spoed?"), {}, {CategoryId::named("x")}, false);
      QVERIFY(flush(engine));
      engine.withhold(engine.reader().outbox().first().id, true);
    }
    Engine again(options(folder));
    QVERIFY(again.open().ok());
    QCOMPARE(again.link().waiting, 0);
    const auto rows = again.reader().outbox();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().withheld);
    again.discard(rows.first().id);
    QVERIFY(flush(again));
    QVERIFY(again.reader().outbox().isEmpty());
  }

  void signingOutIsAnsweredOnce() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    for (const bool wipe : {false, true}) {
      QSignalSpy out(&engine, &Engine::signedOut);
      engine.signOut(wipe);
      QVERIFY(flush(engine));
      QCOMPARE(out.size(), 1);
    }
  }

  void whatIsAskedOfflineIsOnScreenAndSurvives() {
    QTemporaryDir folder;
    QuestionId id;
    {
      Engine engine(options(folder));
      QVERIFY(engine.open().ok());
      engine.saveDraft(draft(QStringLiteral("De tekst")));
      id = engine.ask(QStringLiteral("Wat doen jullie bij spoed?"), QStringLiteral("De tekst"),
                      {CategoryId::named("x")}, false);
      QVERIFY(flush(engine));
      QTRY_COMPARE(engine.link().waiting, 1);
    }
    Engine again(options(folder));
    QVERIFY(again.open().ok());
    QCOMPARE(again.link().waiting, 1);
    const auto rows = again.reader().outbox();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().title, QStringLiteral("Wat doen jullie bij spoed?"));
    QCOMPARE(again.reader().drafts().size(), 0);  // went in the same transaction
    QCOMPARE(again.reader().question(id)->body, QStringLiteral("De tekst"));
    again.discard(rows.first().id);
    QVERIFY(flush(again));
    QCOMPARE(again.reader().outbox().size(), 0);
  }

  void reachIsAnsweredAtOnceWhenOffline() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QSignalSpy known(&engine, &Engine::reachKnown);
    engine.askReach({CategoryId::named("x")});
    QVERIFY(flush(engine));
    QCOMPARE(known.size(), 1);
    const auto reach = known.first().first().value<Reach>();
    QVERIFY(!reach.known && !reach.live);
    QCOMPARE(reach.categories.size(), 1);
  }

  void newerSearchReplacesAnOlderOne() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QSignalSpy found(&engine, &Engine::searchFinished);
    for (quint64 ticket = 1; ticket <= 50; ++ticket) engine.search(ticket, QStringLiteral("schuld"), 10);
    QTRY_VERIFY(!found.isEmpty() && found.last().first().toULongLong() == 50);
    for (int i = 1; i < found.size(); ++i)
      QVERIFY(found.at(i - 1).first().toULongLong() < found.at(i).first().toULongLong());
    QSignalSpy similar(&engine, &Engine::similarFound);
    engine.findSimilar(7, QStringLiteral("Titel"), QStringLiteral("tekst"), 5);
    QTRY_COMPARE(similar.size(), 1);
  }

  void wipeLeavesAnEmptyProfileUnderTheSameReader() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    store::Reader& reader = engine.reader();
    engine.ask(QStringLiteral("Wat doen jullie bij spoed?"), {}, {CategoryId::named("x")}, false);
    engine.saveDraft(draft(QStringLiteral("Weg ermee")));
    QVERIFY(flush(engine));
    QCOMPARE(reader.drafts().size() + reader.outbox().size(), 2);
    engine.signOut(true);
    engine.saveDraft(draft(QStringLiteral("Nog net getypt")));  // erased as what was there
    QCOMPARE(reader.drafts().size() + reader.outbox().size(), 0);
    QVERIFY(flush(engine));
    QCOMPARE(reader.drafts().size() + reader.outbox().size(), 0);
    engine.saveDraft(draft(QStringLiteral("Opnieuw")));
    QVERIFY(flush(engine));
    QCOMPARE(reader.drafts().size(), 1);
    QCOMPARE(engine.link().link, Link::signedOut);
  }

  // A file that does not go: it is told, nothing falls over, and the profile works again when it can be erased.
  void aFailedEraseIsToldAndSurvived() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    engine.saveDraft(draft(QStringLiteral("Weg ermee")));
    QVERIFY(flush(engine));
    const QString stuck = folder.filePath(QStringLiteral("profile/own.db-journal"));
    QVERIFY(QDir().mkdir(stuck));
    QSignalSpy out(&engine, &Engine::signedOut);
    engine.signOut(true);
    QVERIFY(flush(engine));
    QCOMPARE(out.size(), 1);
    QCOMPARE(out.first().first().toString(), QStringLiteral("io_failed"));
    // Everything that can be asked meanwhile.
    QSignalSpy finished(&engine, &Engine::signInFinished);
    engine.goOnline();
    engine.goOffline();
    engine.saveDraft(draft(QStringLiteral("Opnieuw")));
    engine.askReach({CategoryId::named("x")});
    engine.refresh(CategoryId::named("x"));
    engine.signIn(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("a@b.nl"), QStringLiteral("wachtwoordje"));
    QTRY_COMPARE(finished.size(), 1);
    engine.signOut(false);
    QVERIFY(flush(engine));
    QVERIFY(QDir().rmdir(stuck));
    engine.signOut(true);
    QVERIFY(flush(engine));
    QCOMPARE(out.size(), 3);
    QCOMPARE(out.last().first().toString(), QString());
    engine.saveDraft(draft(QStringLiteral("Weer een begin")));
    QVERIFY(flush(engine));
    QCOMPARE(engine.reader().drafts().size(), 1);
    QVERIFY(!engine.link().diskFull);
  }

  void signInTellsWhatWentWrong() {
    QTemporaryDir folder;
    Engine engine(options(folder));
    QVERIFY(engine.open().ok());
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();
    QSignalSpy finished(&engine, &Engine::signInFinished);
    engine.signIn(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), QStringLiteral("a@b.nl"),
                  QStringLiteral("wachtwoordje 12"));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toString(), QStringLiteral("network"));
    engine.signIn(QUrl(QStringLiteral("http://192.0.2.1")), QStringLiteral("a@b.nl"),
                  QStringLiteral("wachtwoordje 12"));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.at(1).at(0).toString(), QStringLiteral("untrusted_peer"));
    QVERIFY(!engine.isSignedIn());
  }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
