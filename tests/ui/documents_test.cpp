// The documents of a channel on screen, by keyboard: looking, adding, throwing away and putting back, and what one may
// not.
#include <QClipboard>
#include <QDropEvent>
#include <QInputDialog>
#include <QListView>
#include <QMimeData>
#include <QTimer>

#include "client/ui/documents/document_list_model.h"
#include "client/ui/documents/keep_dialog.h"
#include "client/ui/documents/upload_strip.h"
#include "tests/ui/document_sample.h"
#include "tests/ui/screen_test.h"

using namespace vb;
using namespace vb::client::ui;
using namespace vb::test;
using client::store::UploadState;

class DocumentsTest : public test::ScreenTest {
  Q_OBJECT

  Screen* screen_ = nullptr;
  QListView* list_ = nullptr;

  void start(ChannelRole role) {
    begin();
    fillChannels(reader(), role);
    fillDocuments(reader());
    client::ChangeSet changes;
    changes.channels = changes.topics = changes.documents = true;
    made_->tell(changes);
    Visit visit;
    visit.destination = Destination::channel;
    visit.channel = kNorth;
    visit.tab = ChannelTab::documents;
    window().visit(visit);
    settle();
    screen_ = window().screen(Destination::channel);
    for (auto* one : screen_->findChildren<QListView*>())
      if (one->isVisible() && one->accessibleName() == QLatin1String("Documents")) list_ = one;
  }
  QStringList names() const {
    QStringList found;
    for (int i = 0; i < list_->model()->rowCount(); ++i) found << list_->model()->index(i, 0).data().toString();
    return found;
  }
  void choose(const char* name) {
    const qsizetype at = names().indexOf(QString::fromUtf8(name));
    QVERIFY2(at >= 0, name);
    list_->setFocus();
    list_->setCurrentIndex(list_->model()->index(static_cast<int>(at), 0));
    settle();
  }
  void tellDocuments() {
    client::ChangeSet changes;
    changes.documents = changes.uploads = true;
    made_->tell(changes);
    settle();
  }
  // Types into the dialog that the next call opens.
  static void answerDialog(const QString& text) {
    QTimer::singleShot(50, [text] {
      auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) return;
      dialog->setTextValue(text);
      dialog->accept();
    });
  }
  FakeDocumentDoor& door() { return desk().documentDoor; }

 private Q_SLOTS:
  void cleanup() { made_.reset(); }

  void foldersComeFirstAndOpenByKeyboard() {
    start(ChannelRole::member);
    QVERIFY(list_ != nullptr);
    QCOMPARE(names(),
             (QStringList{"Formulieren", "Wet gemeentelijke schuldhulpverlening.md", "Opname bijeenkomst.mp4"}));
    choose("Formulieren");
    QTest::keyClick(list_, Qt::Key_Return);
    settle();
    QCOMPARE(names(), QStringList{"Standaardformulier.odt"});
    QTest::keyClick(list_, Qt::Key_Backspace);
    settle();
    QCOMPARE(names().size(), 3);
  }

  void everyRowSaysWhereItIs() {
    start(ChannelRole::member);
    const auto said = [&](int row) { return list_->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(said(1).contains("on this computer"), qPrintable(said(1)));
    QVERIFY2(said(2).contains("not on this computer"), qPrintable(said(2)));
    choose("Formulieren");
    QTest::keyClick(list_, Qt::Key_Return);
    settle();
    QVERIFY2(said(0).contains("fetching, 61 %"), qPrintable(said(0)));
  }

  void aDocumentGoesToTheBinAndBack() {
    start(ChannelRole::member);
    choose("Opname bijeenkomst.mp4");
    QTest::keyClick(list_, Qt::Key_Delete);
    settle();
    QCOMPARE(door().calls.last(), QString("trash"));
    undo();
    QCOMPARE(door().calls.last(), QString("put back"));
  }

  void aFolderWithSomethingInItStays() {
    start(ChannelRole::member);
    choose("Formulieren");
    QTest::keyClick(list_, Qt::Key_Delete);
    settle();
    QVERIFY(!door().calls.contains("remove folder"));
    reader().channelsNow.foldersOf[kNorth][0].documents = 0;
    tellDocuments();
    choose("Formulieren");
    QTest::keyClick(list_, Qt::Key_Delete);
    QCOMPARE(door().calls.last(), QString("remove folder"));
  }

  void renaming() {
    start(ChannelRole::member);
    choose("Opname bijeenkomst.mp4");
    answerDialog("Opname november.mp4");
    QTest::keyClick(list_, Qt::Key_F2);
    QCOMPARE(door().calls.last(), QString("rename"));
    QCOMPARE(door().names.last(), QString("Opname november.mp4"));
    // The same name is no change.
    const auto calls = door().calls.size();
    answerDialog("Opname bijeenkomst.mp4");
    QTest::keyClick(list_, Qt::Key_F2);
    QCOMPARE(door().calls.size(), calls);
  }

  void filesAreDroppedOnTheListAndOnAFolder() {
    start(ChannelRole::member);
    QMimeData files;
    files.setUrls(
        {QUrl::fromLocalFile("/tmp/a.txt"), QUrl::fromLocalFile("/tmp/b.txt"), QUrl("https://example.org/c")});
    const auto drop = [&](QPoint point) {
      QDragEnterEvent enter(point, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(list_->viewport(), &enter);
      QVERIFY(enter.isAccepted());
      QDropEvent event(QPointF(point), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
      QApplication::sendEvent(list_->viewport(), &event);
    };
    drop({20, list_->viewport()->height() - 5});
    QCOMPARE(door().added.size(), 1);
    QCOMPARE(door().added[0].files, (QStringList{"/tmp/a.txt", "/tmp/b.txt"}));
    QVERIFY(door().added[0].folder.isNil());
    drop(list_->visualRect(list_->model()->index(0, 0)).center());
    QCOMPARE(door().added.last().folder, kForms);
  }

  void aPictureIsPasted() {
    start(ChannelRole::member);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QApplication::clipboard()->setImage(picture);
    list_->setFocus();
    QTest::keySequence(list_, QKeySequence::Paste);
    QCOMPARE(door().added.size(), 1);
    QImage saved(door().added[0].files[0]);
    QCOMPARE(saved.size(), QSize(8, 8));
    QApplication::clipboard()->setText("geen bestand");
    QTest::keySequence(list_, QKeySequence::Paste);
    QCOMPARE(door().added.size(), 1);
  }

  void whatIsOnItsWayIsPausedTriedAgainAndStopped() {
    start(ChannelRole::member);
    client::store::UploadRow upload;
    upload.id = UploadId::named("up");
    upload.channel = kNorth;
    upload.name = QStringLiteral("Verslag.pdf");
    upload.size = 1000;
    upload.sent = 400;
    upload.state = UploadState::sending;
    reader().channelsNow.uploadRows = {upload};
    tellDocuments();
    auto* strip = screen_->findChild<UploadStrip*>();
    QVERIFY(strip->isVisible());
    QVERIFY(press(strip, "Pause Verslag.pdf"));
    QCOMPARE(door().calls.last(), QString("pause"));
    reader().channelsNow.uploadRows[0].state = UploadState::paused;
    tellDocuments();
    QVERIFY(press(strip, "Go on with Verslag.pdf"));
    QCOMPARE(door().calls.last(), QString("resume"));
    reader().channelsNow.uploadRows[0].state = UploadState::failed;
    reader().channelsNow.uploadRows[0].errorCode = QStringLiteral("too_large");
    tellDocuments();
    QVERIFY(press(strip, "Try Verslag.pdf again"));
    QCOMPARE(door().calls.last(), QString("retry"));
    QVERIFY(press(strip, "Do not add Verslag.pdf"));
    QCOMPARE(door().calls.last(), QString("cancel"));
    reader().channelsNow.uploadRows.clear();
    tellDocuments();
    QVERIFY(!strip->isVisible());
  }

  void withoutTheRightNothingIsChanged() {
    start(ChannelRole::member);
    reader().channelsNow.views[0].channel.leaseEndsAt = Timestamp(Milliseconds(1));
    reader().channelsNow.views[0].readOnly = true;
    client::ChangeSet changes;
    changes.channels = true;
    made_->tell(changes);
    settle();
    choose("Opname bijeenkomst.mp4");
    QTest::keyClick(list_, Qt::Key_Delete);
    QApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
    QTest::keySequence(list_, QKeySequence::Paste);
    QVERIFY(door().calls.isEmpty());
    QVERIFY(buttonNamed(screen_, QStringLiteral("Add")) == nullptr || !buttonNamed(screen_, "Add")->isVisible());
  }

  void searchingShowsWhatIsFoundInThisChannel() {
    start(ChannelRole::member);
    auto* field = fieldNamed<QLineEdit>(screen_, QStringLiteral("Find in the documents"));
    QVERIFY(field != nullptr);
    type(field, "beslagvrije");
    QTRY_COMPARE(desk().searchQuery, QString("beslagvrije"));
    client::store::SearchResults results;
    client::store::SearchHit hit;
    hit.kind = client::store::SearchKind::document;
    hit.document = kLaw;
    hit.channel = kNorth;
    hit.id = QString::fromStdString(kLaw.text());
    hit.snippet = QStringLiteral("de beslagvrije voet");
    hit.marks = {{3, 11}};
    auto elsewhere = hit;
    elsewhere.channel = ChannelId::named("elders");
    results.hits = {hit, elsewhere};
    Q_EMIT desk().searchFinished(desk().searchTicket, results);
    settle();
    QCOMPARE(names(), QStringList{"Wet gemeentelijke schuldhulpverlening.md"});
    field->clear();
    QTRY_COMPARE(names().size(), 3);
  }

  void whatIsKeptHereIsChosen() {
    start(ChannelRole::member);
    KeepDialog dialog(QStringLiteral("Noord"), {client::store::OfflineKeep::smallerThan, 25'000'000},
                      reader().channelsNow.storageNow, nullptr);
    QCOMPARE(dialog.rule().keep, client::store::OfflineKeep::smallerThan);
    QCOMPARE(dialog.rule().bytesMax, 25'000'000);
  }
};

QTEST_MAIN(DocumentsTest)
#include "documents_test.moc"
