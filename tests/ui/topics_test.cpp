// Discussions and cases on screen, by keyboard: reading, writing, quoting, changing, deleting, and what a case holds
// back.
#include <QCheckBox>
#include <QClipboard>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>

#include "client/ui/controls/markdown_edit.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/topics/attachments.h"
#include "client/ui/topics/mention_completer.h"
#include "client/ui/topics/post_item.h"
#include "client/ui/topics/topic_reader.h"
#include "client/ui/topics/tuning.h"
#include "tests/ui/channel_sample.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;
using namespace vb::test;

class TopicsTest : public test::ScreenTest {
  Q_OBJECT

  Screen* screen_ = nullptr;
  void start(ChannelRole role) {
    begin();
    fillChannels(reader(), role);
    client::ChangeSet changes;
    changes.channels = changes.topics = true;
    made_->tell(changes);
  }
  void open(TopicId topic, ChannelTab tab = ChannelTab::discussions, PostId post = {}) {
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = kNorth;
    visit.tab = tab;
    visit.topic = topic;
    visit.post = post;
    window().visit(visit);
    settle();
    screen_ = window().screen(Destination::channel);
  }
  TopicReader* topicReader() {
    for (auto* one : screen_->findChildren<TopicReader*>())
      if (one->isVisible()) return one;
    return nullptr;
  }
  // Of the form of a new discussion or case.
  Attachments* attachmentsOfForm() {
    for (auto* one : screen_->findChildren<Attachments*>())
      if (one->isVisible() && (topicReader() == nullptr || !topicReader()->isAncestorOf(one))) return one;
    return nullptr;
  }
  MarkdownEdit* field(const char* name) { return fieldNamed<MarkdownEdit>(screen_, QString::fromUtf8(name)); }
  FakeChannelDoor& door() { return desk().door; }

 private Q_SLOTS:
  void cleanup() { made_.reset(); }

  void aDiscussionIsReadAndAnswered() {
    start(ChannelRole::member);
    open(kTalk);
    QCOMPARE(screen_->findChildren<PostItem*>().size(), 3);
    QVERIFY(window().windowTitle().contains(QStringLiteral("Werkafspraken")));
    auto* text = field("Your post");
    QVERIFY(text != nullptr);
    type(text, "Wij doen het ook zo.");
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(door().posts.size(), 1);
    QCOMPARE(door().posts[0].body, std::string("Wij doen het ook zo."));
    QCOMPARE(door().posts[0].topicId, kTalk);
    QVERIFY(text->toPlainText().isEmpty());
  }

  void quotingAndMentioning() {
    start(ChannelRole::member);
    open(kTalk);
    QVERIFY(press(screen_, "Quote Sanne de Boer"));
    auto* text = field("Your post");
    QVERIFY(text->toPlainText().startsWith(QStringLiteral("> Telt een voicemail")));
    QVERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("@Mar"));
    settle();
    QTest::keyClick(text, Qt::Key_Return);
    settle();
    QVERIFY(text->toPlainText().endsWith(QStringLiteral("@Mark Jansen ")));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(door().posts.size(), 1);
    QCOMPARE(door().posts[0].quotedPostId, PostId::named("post 1"));
    QCOMPARE(door().posts[0].mentionIds, std::vector<UserId>{UserId::named("Mark Jansen")});
  }

  void filesGoAlongWithAPost() {
    start(ChannelRole::member);
    open(kTalk);
    QTemporaryDir files;
    const QString file = files.filePath(QStringLiteral("Verslag.txt"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    auto* attachments = topicReader()->findChild<Attachments*>();
    QVERIFY(attachments != nullptr && attachments->isVisible());
    attachments->addFiles({file, files.filePath(QStringLiteral("is er niet"))});
    QCOMPARE(desk().documentDoor.added.size(), 1);
    QCOMPARE(desk().documentDoor.added[0].topic, kTalk);
    type(field("Your post"), "Zie het verslag.");
    QTest::keyClick(field("Your post"), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(door().posts.size(), 1);
    QCOMPARE(door().posts[0].documentIds, std::vector<DocumentId>{desk().documentDoor.added[0].ids[0]});
    QVERIFY(attachments->isEmpty());
  }

  void inACaseAFileIsLookedIntoFirst() {
    start(ChannelRole::member);
    open(kCaseTopic, ChannelTab::cases);
    QTemporaryDir files;
    const QString file = files.filePath(QStringLiteral("Brief.txt"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    auto* attachments = topicReader()->findChild<Attachments*>();
    const auto& documents = desk().documentDoor;
    const auto answer = [&](const char* text, const char* errorCode) {
      client::DocumentText read;
      read.pages = QStringList{QString::fromUtf8(text)};
      read.errorCode = QString::fromLatin1(errorCode);
      Q_EMIT desk().documentTextRead(documents.ticket, read);
    };
    attachments->addFiles({file});
    QCOMPARE(documents.file, file);
    QVERIFY(documents.added.isEmpty());
    answer("Bel mevrouw op 06-12345678.", "");
    QVERIFY(documents.added.isEmpty());
    attachments->addFiles({file});
    answer("", "encrypted");
    QVERIFY(documents.added.isEmpty());
    attachments->addFiles({file});
    answer("Een gezin met twee kinderen.", "");
    QCOMPARE(documents.added.size(), 1);
  }

  void filesGoAlongWithANewDiscussion() {
    start(ChannelRole::member);
    open({});
    QVERIFY(press(screen_, "New discussion"));
    QTemporaryDir files;
    const auto write = [&](const char* name) {
      const QString path = files.filePath(QString::fromUtf8(name));
      QFile file(path);
      [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
      return path;
    };
    const QString kept = write("Verslag.txt");
    const QString gone = write("Weg.txt");
    auto* attachments = attachmentsOfForm();
    QVERIFY(attachments != nullptr);
    attachments->addFiles({kept, write("Toch niet.txt"), gone, kept});
    settle();
    // Nothing is attached before there is a topic.
    QVERIFY(desk().documentDoor.added.isEmpty());
    QVERIFY(press(screen_, "Do not attach Toch niet.txt"));
    type(fieldNamed<QLineEdit>(screen_, QStringLiteral("The subject in one line")), "Wie leest dit?");
    type(field("What you want to discuss"), "Zie het verslag.");
    QVERIFY(QFile::remove(gone));
    QVERIFY(press(screen_, "Start the discussion"));
    QVERIFY(door().topics.isEmpty());
    QVERIFY(showsText(screen_, QStringLiteral("Weg.txt cannot be read any more")));
    QVERIFY(press(screen_, "Do not attach Weg.txt"));
    QVERIFY(press(screen_, "Start the discussion"));
    QCOMPARE(door().topics.size(), 1);
    const auto& added = desk().documentDoor.added;
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0].files, QStringList{kept});
    QCOMPARE(added[0].topic, door().topics[0].topicId);
    QCOMPARE(door().topics[0].documentIds, (std::vector<DocumentId>{added[0].ids[0]}));
    // The next one begins without them.
    QVERIFY(press(screen_, "New discussion"));
    QVERIFY(attachmentsOfForm()->isEmpty());
  }

  // A file that is dropped on the text or pasted into it is meant to go along; where it stood is nobody's business.
  void aFileThatIsPastedIntoTheTextGoesAlong() {
    start(ChannelRole::member);
    open(kTalk);
    QTemporaryDir files;
    const QString file = files.filePath(QStringLiteral("Verslag.txt"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file)});
    data->setText(QUrl::fromLocalFile(file).toString());
    QGuiApplication::clipboard()->setMimeData(data);
    auto* text = field("Your post");
    text->setFocus();
    text->paste();
    settle();
    QVERIFY(text->toPlainText().isEmpty());
    QCOMPARE(desk().documentDoor.added.size(), 1);
    QCOMPARE(desk().documentDoor.added[0].files, QStringList{file});
  }

  void whatGoesAlongWithANewCaseIsLookedIntoFirst() {
    start(ChannelRole::member);
    open({}, ChannelTab::cases);
    QVERIFY(press(screen_, "Bring in a case"));
    QTemporaryDir files;
    const QString file = files.filePath(QStringLiteral("Brief.txt"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    type(fieldNamed<QLineEdit>(screen_, QStringLiteral("The case in one line")), "Ouder wil geen hulp");
    type(field("Situation"), "Vier maanden achterstand.");
    type(field("Question"), "Hoe krijgen we contact?");
    attachmentsOfForm()->addFiles({file});
    // What is being looked into cannot go along yet.
    QVERIFY(press(screen_, "Bring in the case"));
    QVERIFY(door().topics.isEmpty());
    client::DocumentText read;
    read.pages = QStringList{QStringLiteral("Bel mevrouw op 06-12345678.")};
    Q_EMIT desk().documentTextRead(desk().documentDoor.ticket, read);
    QVERIFY(attachmentsOfForm()->isEmpty());
    attachmentsOfForm()->addFiles({file});
    read.pages = QStringList{QStringLiteral("Een gezin met twee kinderen.")};
    Q_EMIT desk().documentTextRead(desk().documentDoor.ticket, read);
    // Written since it was looked into: it is looked into again.
    QFile changed(file);
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write("Mevrouw De Boer") > 0);
    changed.close();
    QVERIFY(press(screen_, "Bring in the case"));
    QVERIFY(door().topics.isEmpty());
    Q_EMIT desk().documentTextRead(desk().documentDoor.ticket, read);
    QVERIFY(press(screen_, "Bring in the case"));
    QCOMPARE(door().topics.size(), 1);
    QCOMPARE(door().topics[0].documentIds.size(), std::size_t(1));
    QCOMPARE(desk().documentDoor.added[0].topic, door().topics[0].topicId);
  }

  void onesOwnPostIsChangedAndDeletedWithUndo() {
    start(ChannelRole::member);
    open(kTalk);
    QVERIFY(buttonNamed(screen_, QStringLiteral("Delete the post by Sanne de Boer")) == nullptr);
    QVERIFY(press(screen_, "Change your post"));
    auto* text = field("Change your text");
    QVERIFY(text != nullptr);
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("Het script staat er."));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(door().edits.size(), 1);
    QCOMPARE(door().edits[0].body, std::optional<std::string>("Het script staat er."));
    QCOMPARE(door().edits[0].baseSeq, Seq(13));
    QVERIFY(press(screen_, "Delete the post by Noor Peters"));
    QVERIFY(door().removed.isEmpty());
    undo();
    QVERIFY(door().removed.isEmpty());
    QVERIFY(press(screen_, "Delete the post by Noor Peters"));
    made_->toast().expire();
    QCOMPARE(door().removed.size(), 1);
  }

  void aModeratorPinsClosesAndDeletes() {
    start(ChannelRole::member);
    open(kTalk);
    QVERIFY(buttonNamed(screen_, QStringLiteral("Pin")) == nullptr);
    made_.reset();
    start(ChannelRole::moderator);
    open(kTalk);
    QVERIFY(press(screen_, "Pin"));
    QVERIFY(press(screen_, "Close"));
    QCOMPARE(door().states.size(), 2);
    QCOMPARE(door().states[0].pinned, std::optional<bool>(true));
    QCOMPARE(door().states[1].closed, std::optional<bool>(true));
    QVERIFY(press(screen_, "Follow"));
    QCOMPARE(door().marks.last().follow, std::optional<bool>(true));
    QVERIFY(buttonNamed(screen_, QStringLiteral("Delete the post by Sanne de Boer")) != nullptr);
  }

  void inAClosedDiscussionNothingIsWritten() {
    start(ChannelRole::member);
    reader().channelsNow.topicViews[0].row.closed = true;
    open(kTalk);
    QVERIFY(field("Your post") == nullptr);
    QVERIFY(showsText(screen_, QStringLiteral("This discussion is closed: nothing can be added.")));
  }

  void aNewDiscussionIsKeptAsADraftAndStarted() {
    start(ChannelRole::member);
    open({});
    QVERIFY(press(screen_, "New discussion"));
    auto* title = fieldNamed<QLineEdit>(screen_, QStringLiteral("The subject in one line"));
    QVERIFY(title != nullptr && title->hasFocus());
    QTest::keyClicks(title, QStringLiteral("Wie heeft een belscript?"));
    auto* text = field("What you want to discuss");
    type(text, "Wij zoeken een korte.");
    screen_->deactivate();
    QVERIFY(!desk().savedDrafts.isEmpty());
    QVERIFY(desk().savedDrafts.last().key.startsWith(QStringLiteral("topic/")));
    QVERIFY(press(screen_, "Start the discussion"));
    QCOMPARE(door().topics.size(), 1);
    QCOMPARE(door().topics[0].title, std::string("Wie heeft een belscript?"));
  }

  void aCaseIsHeldBackUntilNobodyCanBeRecognised() {
    start(ChannelRole::member);
    open({}, ChannelTab::cases);
    QVERIFY(press(screen_, "Bring in a case"));
    QVERIFY(showsText(screen_, QStringLiteral("is erased after 90 day(s)")));
    type(fieldNamed<QLineEdit>(screen_, QStringLiteral("The case in one line")), "Weduwe wil geen hulp");
    type(field("Situation"), "Een weduwe van 43 jaar in Appingedam, bereikbaar op 06 12 34 56 78.");
    type(field("Question"), "Hoe krijgen we contact?");
    auto* send = buttonNamed(screen_, QStringLiteral("Bring in the case"));
    QVERIFY(send != nullptr && !send->isEnabled());
    QVERIFY(press(screen_, "Take it out"));
    QVERIFY(!field("Situation")->toPlainText().contains(QStringLiteral("06 12")));
    // A place with rare facts is still a hint that must be looked at.
    QVERIFY(showsText(screen_, QStringLiteral("Appingedam")));
    QVERIFY(!send->isEnabled());
    for (auto* box : screen_->findChildren<QCheckBox*>())
      if (box->isVisible()) box->setChecked(true);
    settle();
    QVERIFY(send->isEnabled());
    QVERIFY(press(screen_, "Bring in the case"));
    QCOMPARE(door().topics.size(), 1);
    QCOMPARE(door().topics[0].kind, TopicKind::caseDiscussion);
    QVERIFY(door().topics[0].caseParts.has_value());
  }

  void aCaseShowsItsPartsItsEndAndItsLesson() {
    start(ChannelRole::member);
    open(kCaseTopic, ChannelTab::cases);
    QVERIFY(showsText(screen_, QStringLiteral("Situation")));
    QVERIFY(showsText(screen_, QStringLiteral("This case is erased in")));
    QVERIFY(press(screen_, "Write what was learned from Ouder met huurachterstand wil geen hulp"));
    auto* title = fieldNamed<QLineEdit>(screen_, QStringLiteral("The lesson in one line"));
    type(title, "Zoek wie al contact heeft");
    auto* text = field("What was learned");
    type(text, "School of huisarts.");
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(door().lessons.size(), 1);
    QCOMPARE(door().lessons[0].title, std::string("Zoek wie al contact heeft"));
  }

  void ofFiftyThousandPostsOnlySomeAreWidgets() {
    start(ChannelRole::member);
    auto& channels = reader().channelsNow;
    const auto sanne = channels.postViews[0].author;
    channels.postViews.clear();
    for (int i = 0; i < 50'000; ++i) {
      auto post = postBy(sanne, "Een bericht van een paar woorden, zoals mensen die schrijven.", i);
      channels.postViews.append(post);
    }
    channels.topicViews[0].row.posts = 50'000;
    open(kTalk, ChannelTab::discussions, channels.postViews[25'000].id);
    QVERIFY(screen_->findChildren<PostItem*>().size() <= kPostsShownMax);
    auto* scroll = topicReader()->findChild<ContentScroll*>();
    const auto shown = [&](int number) {
      for (auto* item : screen_->findChildren<PostItem*>())
        if (item->id() == channels.postViews[number].id && item->isVisible()) return true;
      return false;
    };
    QVERIFY(shown(25'000));
    for (int i = 0; i < 40; ++i) {
      scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
      settle();
    }
    int furthest = 0;
    for (auto* item : screen_->findChildren<PostItem*>())
      for (int i = 25'000; i < 26'500; ++i)
        if (channels.postViews[i].id == item->id()) furthest = std::max(furthest, i);
    QVERIFY2(furthest >= 25'000 + 40 * kPostsAtOnce / 2, qPrintable(QString::number(furthest)));
    QVERIFY(screen_->findChildren<PostItem*>().size() <= kPostsShownMax);
    QVERIFY(press(screen_, "To the newest post"));
    QVERIFY(shown(49'999));
  }

  void aDraftInAChannelLeadsBackToItsPlace() {
    start(ChannelRole::member);
    window().openDraft(QStringLiteral("post/") + QString::fromStdString(kTalk.text()));
    settle();
    screen_ = window().screen(Destination::channel);
    QVERIFY(screen_->isVisible());
    QVERIFY(field("Your post") != nullptr && field("Your post")->hasFocus());
  }
};

QTEST_MAIN(TopicsTest)
#include "topics_test.moc"
