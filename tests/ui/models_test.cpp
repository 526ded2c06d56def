// The list of questions as a model: windows, live updates that leave the reader alone, ages in words.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "client/models/age.h"
#include "client/models/question_list_model.h"
#include "client/models/tuning.h"
#include "tests/support/fake_reader.h"

using namespace vb;
using client::QuestionListModel;

class ModelsTest : public QObject {
  Q_OBJECT

 private:
  static client::store::QuestionQuery all() {
    client::store::QuestionQuery query;
    query.filter = client::store::QuestionFilter::all;
    return query;
  }

 private Q_SLOTS:
  void longListCostsWhatIsOnScreen() {
    test::FakeReader reader;
    test::fillMany(reader, 100'000);
    QuestionListModel model(reader);
    model.setQuery(all());
    for (int row = 0; row < 20; ++row) QVERIFY(model.row(row) != nullptr);
    QVERIFY2(reader.rowsAsked <= 2 * client::kRowsPerWindow, qPrintable(QString::number(reader.rowsAsked)));
    QVERIFY(model.rowCount() <= client::kIdsPerPage);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 2 * client::kIdsPerPage);
  }

  void fetchesToTheEnd() {
    test::FakeReader reader;
    test::fillMany(reader, client::kIdsPerPage * 2 + 7);
    QuestionListModel model(reader);
    model.setQuery(all());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    while (model.canFetchMore({})) model.fetchMore({});
    QCOMPARE(model.rowCount(), client::kIdsPerPage * 2 + 7);
    for (int i = 0; i < model.rowCount(); ++i) QCOMPARE(model.idAt(i), reader.rows[i].id);
  }

  void holdsBackWhatWouldMoveTheReader() {
    test::FakeReader reader;
    test::fillSample(reader);
    QuestionListModel model(reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery(all());
    const int before = model.rowCount();
    const QuestionId first = model.idAt(0);
    model.setLastVisible(4);
    QSignalSpy held(&model, &QuestionListModel::heldBackChanged);
    test::FakeReader::Row row = reader.rows.first();
    row.id = QuestionId::named("on top");
    reader.rows.prepend(row);
    row.id = QuestionId::named("at the end");
    reader.rows.append(row);
    model.refresh();
    QCOMPARE(model.idAt(0), first);
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(model.heldBack(), 1);
    QCOMPARE(held.last().first().toInt(), 1);
    model.refresh();
    QCOMPARE(model.heldBack(), 1);
    model.takeHeldBack();
    QCOMPARE(model.idAt(0), QuestionId::named("on top"));
    QCOMPARE(model.heldBack(), 0);
  }

  void heldBackThatIsGoneIsNotCounted() {
    test::FakeReader reader;
    test::fillSample(reader);
    QuestionListModel model(reader);
    model.setQuery(all());
    model.setLastVisible(4);
    test::FakeReader::Row row = reader.rows.first();
    row.id = QuestionId::named("short-lived");
    reader.rows.prepend(row);
    model.refresh();
    QCOMPARE(model.heldBack(), 1);
    reader.rows.removeFirst();
    model.refresh();
    QCOMPARE(model.heldBack(), 0);
  }

  // A day of changes costs what a minute of them costs.
  void aListThatIsOpenAllDayDoesNotGrow() {
    test::FakeReader reader;
    test::fillMany(reader, client::kIdsPerPage * 5);
    QuestionListModel model(reader);
    model.setQuery(all());
    model.setLastVisible(19);
    for (int round = 0; round < 10; ++round) {
      test::FakeReader::Row row = reader.rows.first();
      row.id = QuestionId::named("on top " + std::to_string(round));
      reader.rows.prepend(row);
      row.id = QuestionId::named("below " + std::to_string(round));
      reader.rows.insert(100 + round, row);
      model.refresh();
      QCOMPARE(model.rowCount(), client::kIdsPerPage + round + 1);
    }
    QCOMPARE(model.heldBack(), 10);
    QVERIFY(model.canFetchMore({}));
    const auto scrollToTheEnd = [&model] {
      while (model.canFetchMore({})) model.fetchMore({});
    };
    scrollToTheEnd();
    QCOMPARE(model.rowCount() + model.heldBack(), reader.rows.size());
    model.takeHeldBack();
    scrollToTheEnd();
    for (int i = 0; i < model.rowCount(); ++i) QCOMPARE(model.idAt(i), reader.rows[i].id);
    // At the end of the list what comes at the end is shown.
    test::FakeReader::Row row = reader.rows.first();
    row.id = QuestionId::named("last");
    reader.rows.append(row);
    model.refresh();
    QCOMPARE(model.idAt(model.rowCount() - 1), row.id);
  }

  void keepsWhatIsBeingRead() {
    test::FakeReader reader;
    test::fillSample(reader);
    QuestionListModel model(reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto query = all();
    query.filter = client::store::QuestionFilter::unread;
    model.setQuery(query);
    const QuestionId reading = model.idAt(0);
    const QuestionId other = model.idAt(1);
    model.setCurrent(reading);
    // Both were read elsewhere: the one on screen stays, the other goes.
    reader.rows[0].unread = reader.rows[1].unread = false;
    model.refresh();
    QCOMPARE(model.indexOf(reading), 0);
    QCOMPARE(model.indexOf(other), -1);
    QVERIFY(!model.row(0)->unread);
  }

  void updatesRowsInPlace() {
    test::FakeReader reader;
    test::fillSample(reader);
    QuestionListModel model(reader);
    model.setQuery(all());
    QCOMPARE(model.row(0)->answers, 1);
    reader.rows[0].answers = 9;
    QSignalSpy done(&model, &QuestionListModel::refreshed);
    client::ChangeSet changes;
    changes.questions.append(reader.rows[0].id);
    model.noticeChange(changes);
    QVERIFY(done.wait());
    QCOMPARE(model.row(0)->answers, 9);
  }

  void ownQuestionsAppearAtOnce() {
    test::FakeReader reader;
    test::fillSample(reader);
    QuestionListModel model(reader);
    auto query = all();
    query.list = client::store::QuestionList::mine;
    model.setQuery(query);
    model.setLastVisible(2);
    test::FakeReader::Row row = reader.rows.first();
    row.id = QuestionId::named("mine");
    row.mine = true;
    reader.rows.prepend(row);
    model.refresh();
    QCOMPARE(model.idAt(0), row.id);
    QCOMPARE(model.heldBack(), 0);
  }

  // Removing and adding at every place, by a fixed seed: the tester watches the signals.
  void staysTrueUnderManyChanges() {
    test::FakeReader reader;
    test::fillMany(reader, 60);
    QuestionListModel model(reader);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery(all());
    unsigned seed = 7;
    const auto next = [&seed](int bound) {
      seed = seed * 1103515245U + 12345U;
      return static_cast<int>((seed >> 16) % static_cast<unsigned>(bound));
    };
    for (int round = 0; round < 200; ++round) {
      for (int i = 0; i < 3; ++i)
        if (reader.rows.size() > 5) reader.rows.remove(next(static_cast<int>(reader.rows.size())));
      for (int i = 0; i < 3; ++i) {
        test::FakeReader::Row row = reader.rows.first();
        row.id = QuestionId::named("round " + std::to_string(round) + "." + std::to_string(i));
        reader.rows.insert(next(static_cast<int>(reader.rows.size())), row);
      }
      model.setLastVisible(next(12));
      model.refresh();
      QCOMPARE(model.rowCount() + model.heldBack(), reader.rows.size());
      if (round % 20 == 0) model.takeHeldBack();
    }
    model.takeHeldBack();
    for (int i = 0; i < model.rowCount(); ++i) QCOMPARE(model.idAt(i), reader.rows[i].id);
  }

  void agesInWords() {
    const QDateTime now(QDate(2026, 11, 16), QTime(10, 42));
    const auto at = [](int y, int m, int d, int h, int min) {
      return QDateTime(QDate(y, m, d), QTime(h, min)).toMSecsSinceEpoch();
    };
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(client::shortAge(at(2026, 11, 16, 10, 42), now), QStringLiteral("now"));
    QCOMPARE(client::shortAge(at(2026, 11, 16, 11, 42), now), QStringLiteral("now"));
    QCOMPARE(client::shortAge(at(2026, 11, 16, 10, 30), now), QStringLiteral("12 min"));
    QCOMPARE(client::shortAge(at(2026, 11, 16, 9, 22), now), QStringLiteral("1 h 20"));
    QCOMPARE(client::shortAge(at(2026, 11, 16, 7, 37), now), QStringLiteral("3 h 05"));
    QCOMPARE(client::shortAge(at(2026, 11, 15, 10, 30), now), QStringLiteral("yesterday"));
    QCOMPARE(client::shortAge(at(2026, 11, 12, 10, 30), now), QStringLiteral("Thu 12 Nov"));
    QCOMPARE(client::shortAge(at(2026, 10, 1, 10, 30), now), QStringLiteral("1 Oct"));
    QCOMPARE(client::shortAge(at(2024, 10, 1, 10, 30), now), QStringLiteral("1 Oct 2024"));
    QCOMPARE(client::shortAge(0, now), QString());
    QCOMPARE(client::clockTime(at(2026, 11, 16, 10, 41), now), QStringLiteral("10:41"));
    QCOMPARE(client::clockTime(at(2026, 11, 15, 10, 41), now), QStringLiteral("yesterday 10:41"));
  }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
