// Every screen in both languages, light, dark and high contrast, three widths and double size: everything that takes
// the keyboard has a name, and nothing sticks out of its window. With VRAAGBAAK_PICTURES=DIR each is saved for a person
// to look at.
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTranslator>

#include "client/ui/controls/markdown_edit.h"
#include "client/ui/topics/attachments.h"
#include "tests/ui/document_sample.h"

using namespace vb;
using namespace vb::client::ui;
using test::ScreenFixture;

class ScreensLookTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  Theme* theme_ = nullptr;

  static void picture(QWidget* widget, const QString& name) {
    const QString folder = qEnvironmentVariable("VRAAGBAAK_PICTURES");
    if (!folder.isEmpty()) widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
  }

  static QStringList nameless(QWidget* window) {
    QStringList found;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
      if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
      QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
      const bool named = face != nullptr && !face->text(QAccessible::Name).isEmpty();
      if (!named)
        found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return found;
  }

  // Fields whose hint needs more than a line of their width.
  static QStringList cutPlaceholders(QWidget* screen) {
    QStringList found;
    for (const auto* field : screen->findChildren<MarkdownEdit*>()) {
      const double words = field->fontMetrics().horizontalAdvance(field->placeholderText());
      if (field->isVisible() && words + 2 * field->document()->documentMargin() >= field->viewport()->width())
        found << field->placeholderText();
    }
    return found;
  }

  // Visible widgets that reach past their scroll area's or window's right edge.
  static QStringList stickingOut(QWidget* screen) {
    QStringList found;
    for (QWidget* widget : screen->findChildren<QWidget*>()) {
      if (!widget->isVisible() || widget->width() <= 1 || widget->parentWidget() == nullptr) continue;
      if (qobject_cast<QAbstractScrollArea*>(widget->parentWidget()->parentWidget()) != nullptr) continue;
      const int right = widget->mapTo(screen, QPoint(widget->width(), 0)).x();
      if (right > screen->width() + 1)
        found << QStringLiteral("%1 %2 to %3 of %4")
                     .arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName())
                     .arg(right)
                     .arg(screen->width());
    }
    return found;
  }

 private Q_SLOTS:
  void initTestCase() { theme_ = new Theme(*qApp); }
  void cleanup() {
    theme_->setMode(ThemeMode::light);
    theme_->setFontScalePercent(100);
    QLocale::setDefault(QLocale(QLocale::English));
  }

  // Whatever the size of text: the reader has the larger share, and the field to answer in shows what it is for.
  void theReaderHasTheLargerShare_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
      for (const int width : {730, 900, 1100, 1300, 1400, 1450, 1500, 1700})
        QTest::addRow("%d-%d", width, percent) << width << percent;
  }
  void theReaderHasTheLargerShare() {
    QFETCH(int, width);
    QFETCH(int, percent);
    QTranslator dutch;
    if (dutch.load(QStringLiteral(":/i18n/vraagbaak_nl.qm"))) QCoreApplication::installTranslator(&dutch);
    theme_->setFontScalePercent(percent);
    ScreenFixture made(*theme_, folder_.path());
    made.show(1900, 900);
    ReaderPane* reader = made.openQuestion(made.reader.views.first().row.id);
    for (const int before : {1900, 500}) {
      made.window->resize(before, 900);
      ScreenFixture::settle();
      made.window->resize(width, 900);
      ScreenFixture::settle();
      picture(made.window.get(), QStringLiteral("share-%1-%2").arg(width).arg(percent));
      const auto* list = made.window->findChild<ListPane*>();
      const QString shares = QStringLiteral("%1 beside %2").arg(reader->width()).arg(list->width());
      const bool isBeside = list->isVisible() && reader->isVisible();
      QVERIFY2(!isBeside || reader->width() > list->width(), qPrintable(shares));
      const int whole = made.window->screen(Destination::forYou)->width();
      QVERIFY2(!isBeside || reader->width() + list->width() + 2 > whole, qPrintable(shares));  // no gap between them
      for (const auto* field : reader->findChildren<MarkdownEdit*>()) {
        if (!field->isVisible()) continue;
        const int words = field->fontMetrics().horizontalAdvance(field->placeholderText());
        QVERIFY2(words + 2 * field->document()->documentMargin() < field->viewport()->width(), qPrintable(shares));
      }
    }
  }

  void everyScreen_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("percent");
    const auto row = [](const char* name, const char* language, ThemeMode mode, int width, int percent) {
      QTest::newRow(name) << QString::fromLatin1(language) << static_cast<int>(mode) << width << percent;
    };
    row("nl-light-1360", "nl", ThemeMode::light, 1360, 100);
    row("en-dark-1360", "en", ThemeMode::dark, 1360, 100);
    row("nl-contrast-900", "nl", ThemeMode::highContrast, 900, 100);
    row("en-light-700", "en", ThemeMode::light, 700, 100);
    row("nl-dark-1360-200", "nl", ThemeMode::dark, 1360, 200);
  }
  void everyScreen() {
    QFETCH(QString, language);
    QFETCH(int, mode);
    QFETCH(int, width);
    QFETCH(int, percent);
    QTranslator translator;
    QLocale::setDefault(QLocale(language));
    QVERIFY(translator.load(QStringLiteral(":/i18n/vraagbaak_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&translator);
    theme_->setMode(static_cast<ThemeMode>(mode));
    theme_->setFontScalePercent(percent);
    ScreenFixture made(*theme_, folder_.path());
    test::fillChannels(made.reader, ChannelRole::owner);
    test::fillDocuments(made.reader);
    made.show(width);
    client::ChangeSet all;
    all.channels = all.topics = all.documents = true;
    made.tell(all);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const auto check = [&](const QString& name, QWidget* screen) {
      ScreenFixture::settle();
      picture(made.window.get(), tag + QLatin1Char('-') + name);
      const auto problems = nameless(made.window.get()) + stickingOut(screen) + cutPlaceholders(screen);
      QVERIFY2(problems.isEmpty(), qPrintable(name + QStringLiteral(": ") + problems.join(QStringLiteral("; "))));
    };

    ReaderPane* reader = made.openQuestion(made.reader.views.first().row.id);
    check(QStringLiteral("reader"), reader);
    made.openQuestion(made.reader.views.last().row.id);
    check(QStringLiteral("reader-own"), reader);

    Screen* ask = made.go(Destination::ask);
    for (auto& category : made.reader.categoryRows) category.words = {QStringLiteral("briefadres")};
    ask->findChild<QLineEdit*>()->setText(
        QStringLiteral("Mag ik een briefadres weigeren als iemand bij vrienden slaapt?"));
    ask->findChild<MarkdownEdit*>()->setPlainText(QStringLiteral(
        "Een inwoner (34) slaapt sinds juni afwisselend bij twee vrienden. De inkomensconsulent wil pas een uitkering "
        "toekennen met een adres. Zijn burgerservicenummer is 111222333 en hij is bereikbaar op 06 12 34 56 78.\n\n"
        "Hoe gaan jullie hiermee om, en is er een voorbeeldbeschikking?"));
    QTRY_VERIFY(made.desk.similarTicket > 0);
    Q_EMIT made.desk.similarFound(made.desk.similarTicket, made.reader.similarQuestions({}, {}, 3));
    for (auto* button : ask->findChildren<PillButton*>())
      if (button->isCheckable() && button->isVisible()) {
        button->click();
        break;
      }
    client::Reach reach;
    reach.categories = made.desk.reachAsked;
    reach.total = 87;
    reach.byRole = {{Role::practitioner, 40}, {Role::policy, 31}};
    reach.other = 16;
    reach.known = true;
    reach.live = true;
    Q_EMIT made.desk.reachKnown(reach);
    check(QStringLiteral("ask"), ask);

    check(QStringLiteral("outbox"), made.go(Destination::outbox));
    check(QStringLiteral("drafts"), made.go(Destination::drafts));
    check(QStringLiteral("settings"), made.go(Destination::settings));
    check(QStringLiteral("help"), made.go(Destination::help));

    Screen* search = made.go(Destination::search);
    check(QStringLiteral("search-empty"), search);
    client::store::SearchHit hit;
    hit.question = made.reader.rows.first().id;
    hit.id = QString::fromStdString(hit.question.text());
    hit.title = made.reader.rows.first().title;
    hit.titleMarks = {{24, 12}};
    hit.snippet = made.reader.views.first().body;
    hit.marks = {{64, 12}};
    hit.category = made.reader.rows.first().homeCategory;
    hit.authorName = QStringLiteral("Sanne de Boer");
    hit.at = test::kSampleNow - 60'000;
    client::store::SearchResults results;
    results.hits = {hit, hit, hit};
    results.hits[1].kind = client::store::SearchKind::answer;
    results.hits[2].kind = client::store::SearchKind::person;
    results.hits[2].title = QStringLiteral("Mark Jansen");
    results.hits[2].snippet = QStringLiteral("Beleidsmedewerker · Gemeente Amersfoort");
    results.hits[2].titleMarks = results.hits[2].marks = {};
    results.historyIncomplete = true;
    search->findChild<QLineEdit*>()->setText(QStringLiteral("beslagvrije"));
    Q_EMIT made.desk.searchFinished(made.desk.searchTicket, results);
    check(QStringLiteral("search"), search);
    made.window->openSwitcher();
    auto* switcher = made.window->findChild<Switcher*>();
    QVERIFY(switcher != nullptr);
    check(QStringLiteral("switcher"), switcher);
    QTest::keyClick(switcher->findChild<QLineEdit*>(), Qt::Key_Escape);
    ScreenFixture::settle();

    check(QStringLiteral("channels"), made.go(Destination::channels));
    const auto channel = [&](const char* name, ChannelTab tab, const QString& draft, TopicId topic,
                             DocumentId document) {
      Visit visit;
      visit.destination = Destination::channel;
      visit.channel = test::kNorth;
      visit.tab = tab;
      visit.draftKey = draft;
      visit.topic = topic;
      visit.document = document;
      made.window->visit(visit);
      ScreenFixture::settle();
      Screen* screen = made.window->screen(Destination::channel);
      for (auto* attachments : screen->findChildren<Attachments*>())
        if (attachments->isVisible() && !draft.isEmpty())
          attachments->addFiles({QStringLiteral("CHANGELOG.md"), QStringLiteral("README.md")});
      check(QString::fromLatin1(name), screen);
    };
    const QString north = QString::fromStdString(test::kNorth.text());
    channel("discussion", ChannelTab::discussions, {}, test::kTalk, {});
    channel("new-discussion", ChannelTab::discussions, QStringLiteral("topic/") + north, {}, {});
    channel("case", ChannelTab::cases, {}, test::kCaseTopic, {});
    channel("new-case", ChannelTab::cases, QStringLiteral("case/") + north, {}, {});
    channel("documents", ChannelTab::documents, {}, {}, {});
    channel("members", ChannelTab::members, {}, {}, {});
    Visit limits;
    limits.destination = Destination::settings;
    limits.text = QStringLiteral("document");
    made.window->visit(limits);
    check(QStringLiteral("settings-documents"), made.window->screen(Destination::settings));

    auto* account = static_cast<AccountScreen*>(made.go(Destination::account));
    check(QStringLiteral("sign-in"), account);
    account->setStep(AccountScreen::Step::profile);
    check(QStringLiteral("first-run-profile"), account);
    account->setStep(AccountScreen::Step::expertise);
    check(QStringLiteral("first-run-expertise"), account);
    QCoreApplication::removeTranslator(&translator);
  }
};

QTEST_MAIN(ScreensLookTest)
#include "screens_look_test.moc"
