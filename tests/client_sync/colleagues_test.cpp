// Two colleagues in a closed channel, each at a computer: what one begins without a network, with a file attached,
// reaches the other with the file once there is one; and who is spoken to is told of it.
#include "tests/client_sync/seat.h"

using namespace vb;
using namespace vb::client;
using namespace vb::test;

class ColleaguesTest : public QObject {
  Q_OBJECT

  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<Seat> anna_;
  std::unique_ptr<Seat> bert_;

  bool operate(const QStringList& arguments) const {
    return QProcess::execute(QStringLiteral(VRAAGBAAKD), arguments + QStringList{"--data", server_->data()}) == 0;
  }
  static ChannelId channelOf(Seat& seat) {
    const auto rows = seat.reader().channels().channels();
    return rows.isEmpty() ? ChannelId() : rows.first().id;
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<ServerProcess>();
    for (const char* email : {"anna@gemeente.example", "bert@gemeente.example"})
      QVERIFY(!server_->addUser(QString::fromLatin1(email)).isEmpty());
    QVERIFY(
        operate({"channel", "create", "--name", "Noord", "--owner", "anna@gemeente.example", "--access", "closed"}));
    QVERIFY(operate({"channel", "add-member", "Noord", "--email", "bert@gemeente.example"}));
    QVERIFY2(server_->start(), server_->errors());
    anna_ = std::make_unique<Seat>(QStringLiteral("anna@gemeente.example"));
    bert_ = std::make_unique<Seat>(QStringLiteral("bert@gemeente.example"));
    for (Seat* seat : {anna_.get(), bert_.get()}) {
      QVERIFY(seat->signIn(*server_));
      QVERIFY(seat->isLive());
      QTRY_VERIFY_WITH_TIMEOUT(!channelOf(*seat).isNil(), kPatience);
    }
  }
  void cleanup() {
    anna_.reset();
    bert_.reset();
    server_.reset();
  }

  void aDiscussionBegunOfflineComesWithItsFile() {
    UpdateSettings always;
    always.workFromMinutes = always.workUntilMinutes = 0;
    bert_->engine().updateSettings(always);
    QVERIFY(bert_->flush());
    QVERIFY(bert_->isLive());
    QSignalSpy news(&bert_->engine(), &Engine::newInChannels);
    QTemporaryDir files;
    const QString path = files.filePath(QStringLiteral("Verslag.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Wat er is afgesproken.") > 0);
    file.close();

    server_->kill9();
    auto& engine = anna_->engine();
    QTRY_VERIFY_WITH_TIMEOUT(engine.link().link != Link::live, kPatience);
    StartTopic topic;
    topic.channelId = channelOf(*anna_);
    topic.topicId = engine.channels().freshTopic();
    topic.title = "Wie leest dit?";
    topic.body = "Zie het verslag.";
    topic.mentionIds = {bert_->reader().userId()};
    const auto attached = engine.documents().addFiles(topic.channelId, {}, topic.topicId, {path});
    topic.documentIds = {attached.begin(), attached.end()};
    QCOMPARE(engine.channels().startTopic(topic), topic.topicId);
    QVERIFY(anna_->flush());
    QVERIFY2(server_->start(), server_->errors());
    for (Seat* seat : {anna_.get(), bert_.get()}) seat->engine().goOnline();

    const auto isWhole = [&](Seat& seat) {
      const auto view = seat.reader().channels().topic(topic.topicId);
      return view && view->documents.size() == 1 && view->documents[0].name == QStringLiteral("Verslag.txt");
    };
    for (Seat* seat : {anna_.get(), bert_.get()}) QTRY_VERIFY_WITH_TIMEOUT(isWhole(*seat), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(anna_->reader().channels().uploads().isEmpty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!news.isEmpty(), kPatience);
    const auto told = news.first().first().value<ChannelNews>();
    QCOMPARE(told.mentions, 1);
    QCOMPARE(told.channelName, QStringLiteral("Noord"));
    QCOMPARE(told.topic, topic.topicId);
  }
};

QTEST_GUILESS_MAIN(ColleaguesTest)
#include "colleagues_test.moc"
