// The design's colours can be read: every text on every ground, in every theme; and the theme follows the desktop.
#include "client/ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTest>

#include "client/ui/theme/icons.h"
#include "client/ui/theme/type.h"

using namespace vb::client::ui;

class ThemeTest : public QObject {
  Q_OBJECT

 private:
  Theme* theme_ = nullptr;

 private Q_SLOTS:
  void initTestCase() { theme_ = new Theme(*qApp); }
  void cleanup() {
    theme_->setMode(ThemeMode::system);
    theme_->setSystemDark(false);
    theme_->setSystemHighContrast(false);
    theme_->setFontScalePercent(100);
  }

  void knowsTheFormula() {
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(QColor("#777777"), Qt::white) * 100), 448);
  }

  void everyTextCanBeRead_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << 0 << 4.5;
    QTest::newRow("dark") << 1 << 4.5;
    QTest::newRow("high contrast") << 2 << 7.0;
    QTest::newRow("high contrast, dark") << 3 << 7.0;
  }
  void everyTextCanBeRead() {
    QFETCH(int, theme);
    QFETCH(double, least);
    const Tokens t = theme == 0 ? lightTokens() : theme == 1 ? darkTokens() : highContrastTokens(theme == 3);
    const auto pairs = textPairs(t);
    QVERIFY(pairs.size() > 30);
    for (const TextOnGround& pair : pairs) {
      const double ratio = contrast(pair.text, pair.ground);
      QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(pair.what)).arg(ratio)));
    }
    // What is no text but must be seen: the ring, and the border of a thing to tick (WCAG 1.4.11).
    for (const QColor& ground : {t.bg, t.surface}) {
      QVERIFY(contrast(t.focus, ground) >= 3.0);
      QVERIFY2(contrast(t.field, ground) >= 3.0, qPrintable(QString::number(contrast(t.field, ground))));
    }
  }

  void followsTheDesktopUnlessTheUserChose() {
    QSignalSpy changed(theme_, &Theme::changed);
    theme_->setSystemDark(true);
    QCOMPARE(changed.count(), 1);
    QVERIFY(tokens().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().bg);
    theme_->setMode(ThemeMode::light);
    QVERIFY(!tokens().dark);
    theme_->setSystemDark(false);
    theme_->setSystemDark(true);
    QVERIFY(!tokens().dark);
    theme_->setMode(ThemeMode::system);
    theme_->setSystemHighContrast(true);
    QVERIFY(tokens().highContrast && tokens().dark);
  }

  // A palette set from outside is the desktop's.
  void followsAPaletteChange() {
    QVERIFY(!tokens().dark);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    QVERIFY(tokens().dark);
  }

  void rolesFollowScaleAndColour() {
    QLabel label;
    setTextRole(&label, TextRole::reading);
    setColorRole(&label, ColorRole::muted);
    const int before = label.font().pixelSize();
    theme_->setFontScalePercent(200);
    QCOMPARE(label.font().pixelSize(), fontOf(TextRole::reading).pixelSize());
    QVERIFY(label.font().pixelSize() >= 2 * before - 1);
    theme_->setFontScalePercent(900);
    QCOMPARE(theme_->fontScalePercent(), 200);
    theme_->setMode(ThemeMode::dark);
    QCOMPARE(label.palette().color(QPalette::WindowText), darkTokens().muted);
  }

  // A text does not touch the border of its field.
  void fieldsHaveRoomAtTheSides() {
    QLineEdit line;
    line.resize(300, line.sizeHint().height());
    QStyleOptionFrame option;
    option.initFrom(&line);
    option.lineWidth = 1;
    const QRect inside = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
    QVERIFY(inside.left() >= 8 && inside.right() <= 292);
  }

  void iconsTakeTheColour() {
    for (const char* name : {"plus", "search", "inbox", "bookmark", "settings", "help", "check", "offline"}) {
      const QImage image = iconPixmap(QLatin1String(name), Qt::red, 20, 2.0).toImage();
      QCOMPARE(image.width(), 40);
      bool red = false;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          red = red ||
                (qAlpha(image.pixel(x, y)) > 200 && qRed(image.pixel(x, y)) > 200 && qGreen(image.pixel(x, y)) < 60);
      QVERIFY2(red, name);
    }
  }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
