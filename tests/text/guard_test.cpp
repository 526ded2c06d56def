// The personal-data guard: what it must find, what it must leave alone, and that no bytes harm it.
#include "shared/text/guard.h"

#include <random>

#include <QtTest/QtTest>

using namespace vb::text;

namespace {
const char* nameOf(PersonalData kind) {
  switch (kind) {
    case PersonalData::bsn:
      return "bsn";
    case PersonalData::iban:
      return "iban";
    case PersonalData::phone:
      return "phone";
    case PersonalData::email:
      return "email";
    case PersonalData::birthDate:
      return "birthDate";
    case PersonalData::postalAddress:
      return "address";
  }
  return "?";
}
// "bsn:123456782|email:a@b.nl"
QString summary(std::string_view text) {
  QStringList parts;
  for (const Finding& found : findPersonalData(text)) {
    parts << QString("%1:%2").arg(nameOf(found.kind),
                                  QString::fromUtf8(text.data() + found.begin, qsizetype(found.end - found.begin)));
  }
  return parts.join('|');
}
}  // namespace

class GuardTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void elevenTest() {
    QVERIFY(passesElevenTest("123456782"));
    QVERIFY(passesElevenTest("111222333"));
    QVERIFY(!passesElevenTest("123456789"));
    QVERIFY(!passesElevenTest("000000000"));
    QVERIFY(!passesElevenTest("1234567"));
    QVERIFY(!passesElevenTest("12345678x"));
    // With the leading zero left out the answer is the same.
    QCOMPARE(passesElevenTest("10000008"), passesElevenTest("010000008"));
  }

  void finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("bsn", "Het nummer is 123456782.", "bsn:123456782");
    row("bsn dots", "bsn: 1234.56.782", "bsn:1234.56.782");
    row("bsn spaces", "mevrouw (123 456 782) belde", "bsn:123 456 782");
    row("bsn no-break spaces", "nr 123\u00A0456\u00A0782 graag", "bsn:123\u00A0456\u00A0782");
    row("bsn after a year", "in 2024 123456782 gemeld", "bsn:123456782");
    row("bsn glued to its name", "BSN123456782", "bsn:123456782");
    row("bsn of eight digits", "BSN 10000008", "bsn:10000008");
    row("bsn in markdown", "**123456782**", "bsn:123456782");
    row("bsn between letters beyond ascii", "cliënt 123456782 é", "bsn:123456782");
    row("two", "111222333 en 123456782", "bsn:111222333|bsn:123456782");
    row("bsn in a row of spaced digits", "1 2 3 4 5 6 7 8 2", "bsn:1 2 3 4 5 6 7 8 2");
    row("named, though after an article", "artikel 12, bsn 123456782", "bsn:123456782");

    row("iban", "IBAN NL91ABNA0417164300 graag", "iban:NL91ABNA0417164300");
    row("iban groups", "op NL91 ABNA 0417 1643 00.", "iban:NL91 ABNA 0417 1643 00");
    row("iban lower case", "nl91abna0417164300", "iban:nl91abna0417164300");
    row("iban belgian", "BE68 5390 0754 7034", "iban:BE68 5390 0754 7034");

    row("mobile", "bel 0612345678", "phone:0612345678");
    row("mobile dash", "bel 06-12345678", "phone:06-12345678");
    row("mobile pairs", "bel 06 12 34 56 78 na vijf", "phone:06 12 34 56 78");
    row("mobile dash spaces", "06 - 1234 5678", "phone:06 - 1234 5678");
    row("landline", "tel. 020-1234567", "phone:020-1234567");
    row("landline brackets", "tel (020) 123 45 67", "phone:(020) 123 45 67");
    row("landline four", "0348 - 123456", "phone:0348 - 123456");
    row("international", "+31 6 12345678", "phone:+31 6 12345678");
    row("international zero", "+31 (0)20 123 45 67", "phone:+31 (0)20 123 45 67");
    row("international 00", "0031612345678", "phone:0031612345678");
    row("belgian", "+32 470 12 34 56", "phone:+32 470 12 34 56");
    row("phone wins over the number in it", "+31 123456782", "phone:+31 123456782");

    row("email", "mail naar j.de-vries+x@gemeente-utrecht.nl.", "email:j.de-vries+x@gemeente-utrecht.nl");
    row("email in brackets", "<info@istandaarden.nl>", "email:info@istandaarden.nl");

    row("born", "geboren op 12-03-1984", "birthDate:12-03-1984");
    row("geb.", "Mw. De Boer (geb. 3-4-62)", "birthDate:3-4-62");
    row("born in words", "geboortedatum: 12 maart 1984", "birthDate:12 maart 1984");
    row("born behind", "op 1984-03-12 geboren", "birthDate:1984-03-12");
    row("born english", "born 12/03/1984", "birthDate:12/03/1984");

    row("postcode and number", "woont op 3511 AB 12", "address:3511 AB 12");
    row("postcode and addition", "3511AB, 12a", "address:3511AB, 12a");
    row("house number in words", "3511 AB huisnummer 12", "address:3511 AB huisnummer 12");
    row("street", "Dorpsstraat 12, 3511 AB Utrecht", "address:Dorpsstraat 12, 3511 AB");
    row("street over lines", "Korte Nieuwstraat 8b\n3511 AB Utrecht", "address:Nieuwstraat 8b\n3511 AB");

    row("several", "Jan (geb. 1-2-1980, BSN 123456782) mailt jan@x.nl",
        "birthDate:1-2-1980|bsn:123456782|email:jan@x.nl");
  }
  void finds() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(summary(text.toStdString()), expected);
  }

  void leavesAlone_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text); };
    row("123456789");                             // fails the test
    row("0123456782012");                         // within a longer number
    row("ABC123456782");                          // part of a code
    row("NL123456782B01");                        // a VAT number
    row("zaak 2023-123456782-01");                // a case number
    row("https://example.nl/dossier/123456782");  // a link
    row("zie www.example.nl/?x=123456782 daar");
    row("kvk 10000008");            // eight digits, named otherwise
    row("1.123.456.782 inwoners");  // thousands
    row("€ 123.456.782");
    row("123.456.782,00");
    row("123.456.782 euro");
    row("NL92ABNA0417164300");  // mod 97
    row("artikel 2.3.5 lid 1 Wmo 2015");
    row("artikel 31, tweede lid, onderdeel 14");
    row("zaaknummer 0363202301");
    row("0800-1234");
    row("088-12");
    row("tussen 2015 en 2016");
    row("€ 1.234,56 per maand");
    row("06 1 2 3");
    row("01-02-2024 10:30");
    row("op 1 januari 2015 trad de Wmo in werking");
    row("Zij is geboren in Utrecht. De aanvraag is van 12-03-2024");
    row("Postbus 123, 3511 AB Utrecht");
    row("gebied 3511 AB in Utrecht");
    row("in 2015 EN 12 gemeenten");
    row("@gemeente heeft @ en a@b niet");
    row("OP033x1, OP362, TR-nummer 4567");
    row("ECLI:NL:CRVB:2023:1234");
    row("19990101 en 20240131");
    row("Verordening (EG) nr. 2073/2004");  // the digits pass the 11-test
    row("periode 2000-2002");               // so do these
  }
  void leavesAlone() {
    QFETCH(QString, text);
    const QString found = summary(text.toStdString());
    if (text.contains("EN 12")) {  // capitals behind a year cannot be told from a postcode; a warning is the safe side
      QCOMPARE(found, QString("address:2015 EN 12"));
      return;
    }
    QCOMPARE(found, QString());
  }

  void serverCheckIsTheSame() {
    QVERIFY(containsBsn("x 123456782 y"));
    QVERIFY(!containsBsn("x 123456789 y"));
    QVERIFY(!containsBsn("+31 123456782"));
    QVERIFY(!containsBsn("bel 06-12345678 of mail a@b.nl"));
    QVERIFY(!containsBsn(""));
  }

  void anyBytesAreSafe() {
    using namespace std::string_literals;
    const std::string alphabet = "0123456789 .-/+()@NLabz,\n\xE2\x82\xAC\xC2\xA0\xFF\xC3\x00"s;
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      const auto length = random() % 80;
      for (unsigned i = 0; i < length; ++i) text += round % 2 ? alphabet[random() % alphabet.size()] : char(random());
      std::size_t last = 0;
      bool bsn = false;
      for (const Finding& found : findPersonalData(text)) {
        QVERIFY(found.begin >= last && found.begin < found.end && found.end <= text.size());
        last = found.end;
        bsn = bsn || found.kind == PersonalData::bsn;
      }
      QCOMPARE(containsBsn(text), bsn);
    }
  }

  void hostileRowsStayLinear() {
    // Each of these would take minutes if a detector started over at every byte.
    for (const std::string& piece :
         {std::string("0 "), std::string("NL91 "), std::string("a@"), std::string("1.1."), std::string("3511 AB 1 "),
          std::string("geb. 1-1-1980 "), std::string("http://")}) {
      std::string text;
      while (text.size() < 100'000) text += piece;
      QVERIFY(findPersonalData(text).size() <= text.size());
    }
  }
};

QTEST_APPLESS_MAIN(GuardTest)
#include "guard_test.moc"
