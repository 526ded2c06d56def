// Reading in the reader: what arrives later, live updates that move nothing, the keyboard, actions and states.
#include "tests/ui/reader_fixture.h"

using namespace vb;
using namespace vb::client::ui;

class ReaderViewTest : public test::ReaderTestBase {
  Q_OBJECT

 private Q_SLOTS:
  void init() { show(); }
  void cleanup() { made_.reset(); }

  void opensAQuestionThatArrivesLater() {
    auto late = view();
    late.row.id = QuestionId::named("just asked");
    late.row.title = QStringLiteral("Net gesteld");
    made_->openQuestion(late.row.id);
    QVERIFY(test::showsText(pane_, QStringLiteral("This question is not here")));
    reader().views.append(late);
    reader().rows.prepend(late.row);
    client::ChangeSet changes;
    changes.questions = {late.row.id};
    made_->tell(changes);
    QVERIFY(test::showsText(pane_, late.row.title));
    QVERIFY(answerField() != nullptr);
    // And the list shows which one it is.
    auto* screen = static_cast<BrowseScreen*>(window().screen(window().current()));
    auto& list = screen->pane(window().current())->list();
    screen->pane(window().current())->model().takeHeldBack();
    settle();
    QTRY_COMPARE(list.currentQuestion(), late.row.id);
    QVERIFY(list.selectionModel()->hasSelection());
  }

  void aDeletedQuestionDoesNotComeBackByAnUpdate() {
    view().row.mine = true;
    made_->tell(changed());
    QVERIFY(press(pane_, "Delete your question"));
    made_->tell(changed());
    QVERIFY(test::showsText(pane_, QStringLiteral("This question is not here")));
    undo();
    QVERIFY(test::showsText(pane_, view().row.title));
  }

  // A deletion that is refused leaves the answer where it was.
  void aDeletionIsForgottenWhenItIsHandedOver() {
    const int before = cards();
    QVERIFY(press(pane_, "Delete your answer"));
    made_->toast().expire();
    QCOMPARE(desk().removed.size(), 1);
    made_->tell(changed());
    QCOMPARE(cards(), before);
  }

  void closingDoesNotTakeAwayWhatIsTyped() {
    type(answerField(), "Ik was bijna klaar");
    view().row.closed = true;
    made_->tell(changed());
    QVERIFY(answerField() != nullptr);
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Ik was bijna klaar"));
    QVERIFY(!test::buttonNamed(pane_, QStringLiteral("Answer"))->isEnabled());
    QVERIFY(test::showsText(pane_, QStringLiteral("closed")));
    QTest::keyClick(answerField(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk().written.isEmpty());
  }

  void theKeyboardReadsAndScrolls() {
    window().resize(1360, 420);
    settle();
    const auto stops = pane_->panes();
    QCOMPARE(stops.size(), 2);
    QCOMPARE(stops.last(), static_cast<QWidget*>(answerField()));
    stops.first()->setFocus(Qt::TabFocusReason);
    QVERIFY(stops.first()->hasFocus());
    auto* bar = pane_->findChild<ContentScroll*>()->verticalScrollBar();
    bar->setValue(0);
    QVERIFY(bar->maximum() > 0);
    const auto scrolls = [&](QWidget* from, int key) {
      const int before = bar->value();
      QTest::keyClick(from, static_cast<Qt::Key>(key));
      return bar->value() - before;
    };
    QVERIFY(scrolls(stops.first(), Qt::Key_Down) > 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_Up) < 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_PageDown) > 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_PageUp) < 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_Space) > 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_Home) < 0);
    QVERIFY(scrolls(stops.first(), Qt::Key_End) > 0);
    auto* follow = test::buttonNamed(pane_, QStringLiteral("Follow this question"));
    follow->setFocus();
    QVERIFY(scrolls(follow, Qt::Key_PageUp) < 0);
  }

  void whatIsOpenedIsBroughtIntoSight() {
    window().resize(1360, 480);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    scroll->verticalScrollBar()->setValue(0);
    auto* link = test::buttonNamed(pane_, QStringLiteral("Comment on the answer by Mark Jansen"));
    QTest::keyClick(link, Qt::Key_Space);
    settle();
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment"));
    QVERIFY(field != nullptr && field->hasFocus());
    const QRect seen(QPoint(), scroll->viewport()->size());
    QVERIFY(seen.contains(QRect(field->mapTo(scroll->viewport(), QPoint()), field->size())));
  }

  void aCommentThatWasFoundIsScrolledTo() {
    window().resize(1360, 420);
    settle();
    const auto& comment = view().answers[0].comments.first();
    window().openQuestion(view().row.id, QString::fromStdString(comment.id.text()));
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    auto* item = pane_->findChild<CommentItem*>();
    QVERIFY(item != nullptr);
    QVERIFY(scroll->verticalScrollBar()->value() > 0);
    const int at = item->mapTo(scroll->viewport(), QPoint()).y();
    QVERIFY2(at >= 0 && at + 20 < scroll->viewport()->height(), qPrintable(QString::number(at)));
  }

  // The answers take the room there is; the composer and the actions stay at the bottom.
  void theComposerStandsAtTheBottom() {
    auto* scroll = pane_->findChild<ContentScroll*>();
    const auto gapBelow = [this] {
      auto* copy = test::buttonNamed(pane_, QStringLiteral("Copy a link to this question"));
      return pane_->height() - copy->mapTo(pane_, QPoint(0, copy->height())).y();
    };
    QVERIFY2(gapBelow() < px(24), qPrintable(QString::number(gapBelow())));
    made_->openQuestion(reader().rows[2].id);
    QVERIFY2(gapBelow() < px(24), qPrintable(QString::number(gapBelow())));
    // Nothing in the column is stretched.
    made_->openQuestion(view().row.id);
    settle();
    const auto* title = pane_->findChildren<AnswerCard*>().first();
    const auto* header = pane_->findChild<QuestionHeader*>();
    const int between = title->y() - header->geometry().bottom();
    QVERIFY2(between < px(64), qPrintable(QString::number(between)));
    QVERIFY(scroll->widget()->height() == scroll->column()->totalHeightForWidth(scroll->widget()->width()));
  }

  // The words of the actions begin where the text begins.
  void actionsStandUnderTheText() {
    auto* link = test::buttonNamed(pane_, QStringLiteral("Comment on the question"));
    const int words = link->mapTo(pane_, QPoint(kRingRoom, 0)).x();
    const int field = answerField()->parentWidget()->mapTo(pane_, QPoint()).x();
    QCOMPARE(words, field);
    auto* follow = test::buttonNamed(pane_, QStringLiteral("Follow this question"));
    QCOMPARE(follow->mapTo(pane_, QPoint(kRingRoom, 0)).x(), field);
  }

  void longNamesAreCut() {
    window().resize(1000, 700);
    settle();
    const int wide = pane_->findChild<ContentScroll*>()->widget()->width();
    view().author.name = QString(120, QLatin1Char('W'));
    view().answers[0].author.name = view().author.name;
    view().answers[0].comments[0].author.name = view().author.name;
    made_->tell(changed());
    QCOMPARE(pane_->findChild<ContentScroll*>()->widget()->width(), wide);
    for (const auto* row : pane_->findChildren<AuthorRow*>())
      QVERIFY(row->mapTo(pane_, QPoint(row->width(), 0)).x() <= pane_->width());
    for (const auto* item : pane_->findChildren<CommentItem*>())
      QVERIFY(item->mapTo(pane_, QPoint(item->width(), 0)).x() <= pane_->width());
  }

  void sourcesAreShownAsTheyAre() {
    view().answers[0].sources = {QStringLiteral("https://example.org/a&b"), QStringLiteral("<b>Wet</b> & regel")};
    made_->tell(changed());
    auto* link = test::buttonNamed(pane_, QStringLiteral("Source: https://example.org/a&b"));
    QVERIFY(link != nullptr);
    QCOMPARE(link->text(), QStringLiteral("Source: example.org/a&&b"));
    QCOMPARE(link->toolTip(), plainToolTip(QStringLiteral("example.org")));
    QVERIFY(test::showsText(pane_, QStringLiteral("<b>Wet</b> & regel")));
  }

  void newAnswersWaitAndMoveNothing() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() / 2);
    auto* first = pane_->findChildren<AnswerCard*>().first();
    const int at = first->mapTo(pane_, QPoint()).y();
    answerField()->setFocus();
    const int before = cards();
    someoneAnswers();
    QCOMPARE(cards(), before);
    QCOMPARE(first->mapTo(pane_, QPoint()).y(), at);
    QVERIFY(answerField()->hasFocus());
    QVERIFY(showNewAnswers());
    QCOMPARE(cards(), before + 1);
    // It stands where it belongs: the one that was first is below it now.
    QVERIFY(first->y() > 0);
    for (const auto* other : pane_->findChildren<AnswerCard*>())
      QCOMPARE(other == first || other->y() > first->y(), other->answer().id != view().answers[0].id);
  }

  void aLongerTextAboveDoesNotMoveWhatIsRead() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    auto* last = pane_->findChildren<AnswerCard*>().last();
    // Long enough that the first one can be scrolled out of sight.
    view().answers.last().body += QStringLiteral("\n\nEen alinea.").repeated(20);
    made_->tell(changed());
    scroll->verticalScrollBar()->setValue(last->y());
    settle();
    QVERIFY(scroll->verticalScrollBar()->value() > 0);
    const int at = last->mapTo(pane_, QPoint()).y();
    view().answers[0].body += QStringLiteral("\n\nEn nog een alinea.\n\nEn nog een.");
    const auto cardsNow = pane_->findChildren<AnswerCard*>();
    const bool firstInSight = cardsNow.first()->geometry().bottom() >= scroll->verticalScrollBar()->value();
    made_->tell(changed());
    QVERIFY(!firstInSight);
    QCOMPARE(last->mapTo(pane_, QPoint()).y(), at);
    QVERIFY(scroll->verticalScrollBar()->value() > 0);
  }

  void keepsTheReadingPositionPerQuestion() {
    window().resize(1360, 420);
    settle();
    auto* scroll = pane_->findChild<ContentScroll*>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 40);
    scroll->verticalScrollBar()->setValue(40);
    made_->openQuestion(reader().rows[2].id);
    made_->openQuestion(view().row.id);
    QCOMPARE(scroll->verticalScrollBar()->value(), 40);
  }

  void thanksSavesFollows() {
    QVERIFY(press(pane_, "Thank Mark Jansen"));
    QVERIFY(press(pane_, "Save this question"));
    QVERIFY(press(pane_, "Follow this question"));
    QVERIFY(press(pane_, "This question is not for me"));
    for (const char* call : {"thank on", "setSaved on", "setFollow on", "setNotForMe on"})
      QVERIFY2(desk().calls.contains(QString::fromLatin1(call)), call);
    undo();
    QCOMPARE(desk().calls.last(), QStringLiteral("setNotForMe off"));
  }

  void theAskerMarksWhatHelped() {
    pane_ = made_->openQuestion(reader().views.last().row.id);
    QVERIFY(press(pane_, "The answer by Sanne de Boer helped"));
    QVERIFY(desk().calls.contains(QStringLiteral("markHelpful on")));
    // Nobody marks answers to the question of somebody else.
    pane_ = made_->openQuestion(view().row.id);
    QVERIFY(test::buttonNamed(pane_, QStringLiteral("The answer by Mark Jansen helped")) == nullptr);
  }

  void commentsOnAnAnswer() {
    QVERIFY(press(pane_, "Comment on the answer by Mark Jansen"));
    auto* field = test::fieldNamed<MarkdownEdit>(pane_, QStringLiteral("Your comment"));
    QVERIFY(field != nullptr && field->hasFocus());
    type(field, "Geldt dat ook buiten de regio?");
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk().written.size(), 1);
    QCOMPARE(desk().written.first().kind, QStringLiteral("comment"));
    QCOMPARE(desk().written.first().target, QString::fromStdString(view().answers[0].id.text()));
  }

  void laterIsInTheFuture_data() {
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("choices");
    QTest::newRow("morning") << QDateTime(QDate(2026, 11, 16), QTime(9, 30)) << 3;
    QTest::newRow("evening") << QDateTime(QDate(2026, 11, 16), QTime(20, 0)) << 2;
    QTest::newRow("sunday") << QDateTime(QDate(2026, 11, 22), QTime(23, 59)) << 2;
  }
  void laterIsInTheFuture() {
    QFETCH(QDateTime, now);
    QFETCH(int, choices);
    const auto offered = laterChoices(now);
    QCOMPARE(offered.size(), choices);
    qint64 before = now.toMSecsSinceEpoch();
    for (const auto& choice : offered) {
      QVERIFY(choice.until >= before);
      before = choice.until;
    }
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(offered.last().until).date().dayOfWeek(), 1);
  }

  void aClosedQuestionTakesNoAnswer() {
    view().row.closed = true;
    made_->tell(changed());
    QVERIFY(answerField() == nullptr);
    QVERIFY(test::showsText(pane_, QStringLiteral("closed")));
  }

  void namesWithMarkupStayText() {
    view().row.title = QStringLiteral("<b>Vet</b> & <img src=x>");
    made_->tell(changed());
    bool found = false;
    for (const auto* label : pane_->findChildren<QLabel*>())
      if (label->text() == view().row.title) {
        found = true;
        QCOMPARE(label->textFormat(), Qt::PlainText);
      }
    QVERIFY(found);
  }

  void whatIsOpenGrowsOlder() {
    const auto askedMinutesAgo = [this](int minutes) {
      view().row.askedAt = QDateTime::currentMSecsSinceEpoch() - qint64(minutes) * 60'000 - 5'000;
    };
    askedMinutesAgo(5);
    made_->tell(changed());
    type(answerField(), "Half");
    QVERIFY(test::showsText(pane_, QStringLiteral("5 minute(s) ago")));
    askedMinutesAgo(9);
    window().screen(Destination::forYou)->timePassed();
    settle();
    QVERIFY(test::showsText(pane_, QStringLiteral("9 minute(s) ago")));
    QVERIFY(answerField()->hasFocus());
    QCOMPARE(answerField()->toPlainText(), QStringLiteral("Half"));
  }

  void saysOnceThatNobodyIsReachedYet() {
    auto& mine = reader().views.last();
    mine.row.answers = 0;
    mine.answers.clear();
    mine.routedTo = 0;
    pane_ = made_->openQuestion(mine.row.id);
    const auto chips = pane_->findChildren<QuestionHeader*>().first()->findChildren<Chip*>();
    const auto nobody = std::find_if(chips.begin(), chips.end(),
                                     [](const Chip* chip) { return chip->text() == QStringLiteral("nobody yet"); });
    QVERIFY(nobody != chips.end());
    QCOMPARE((*nobody)->kind(), ChipKind::wait);
    QVERIFY(!test::showsText(pane_, QStringLiteral("routed to")));
  }

  void showsOnesOwnStateInWords() {
    client::store::QuestionView mine = reader().views.last();
    mine.row.answers = 0;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("routed to 31"));
    mine.routedTo = 3;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("routed to a few"));
    mine.routedTo = -1;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("received"));
    mine.row.sendState = client::store::SendState::waiting;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("waits for a connection"));
    mine.row.sendState = client::store::SendState::refused;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("not sent"));
    mine.row.sendState = client::store::SendState::none;
    mine.row.answers = 2;
    QCOMPARE(ownQuestionState(mine).text, QStringLiteral("answered"));
  }
};

QTEST_MAIN(ReaderViewTest)
#include "reader_view_test.moc"
