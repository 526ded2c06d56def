// What may make somebody recognisable without a name: a place with rare facts, and nothing less.
#include "shared/text/recognisable.h"

#include <random>

#include <QTest>

using namespace vb::text;

class RecognisableTest : public QObject {
  Q_OBJECT

  static QByteArray found(const char* text) {
    QByteArray all;
    for (const auto& one : recognisableBy(text)) all += (all.isEmpty() ? "" : "|") + QByteArray::fromStdString(one);
    return all;
  }

 private Q_SLOTS:
  void aPlaceWithRareFacts() {
    QCOMPARE(found("Een weduwe van 43 jaar in Appingedam met vijf kinderen"),
             QByteArray("Appingedam|weduwe|43 jaar|vijf kinderen"));
    QCOMPARE(found("De Eritrese vader, een 38-jarige huisarts, komt uit Delfzijl."),
             QByteArray("Delfzijl|Eritrese|38-jarige|huisarts"));
  }
  void lessIsNoHint_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"Een weduwe van 43 jaar met vijf kinderen",         // no place
                             "Een ouder met twee kinderen in Groningen",         // nothing rare
                             "Sinds Maandag belt hij; in Januari loopt het af",  // no place either
                             "Een vrouw van 43 jaar in Groningen", ""})
      QTest::newRow(text) << QByteArray(text);
  }
  void lessIsNoHint() {
    QFETCH(QByteArray, text);
    QCOMPARE(found(text.constData()), QByteArray());
  }
  void anyBytesDoNoHarm() {
    std::mt19937 random(11);
    for (int i = 0; i < 2000; ++i) {
      std::string text(random() % 200, '\0');
      for (char& c : text) c = static_cast<char>(random());
      (void)recognisableBy(text);
    }
  }
};

QTEST_APPLESS_MAIN(RecognisableTest)
#include "recognisable_test.moc"
