// PROTOCOL.md is true: every example in it decodes, comes out again as it stands, and names every message and code.
#include <QFile>
#include <QTest>

#include "shared/base/error.h"
#include "shared/domain/commands.h"
#include "shared/protocol/codec.h"

using namespace vb;
using namespace vb::protocol;

class DocumentTest : public QObject {
  Q_OBJECT

  QByteArray text_;
  QList<QByteArray> examples_;

 private Q_SLOTS:
  void initTestCase() {
    QFile file("shared/protocol/PROTOCOL.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    text_ = file.readAll();
    bool inside = false;
    for (const auto& line : text_.split('\n')) {
      if (line.startsWith("```"))
        inside = line.startsWith("```json");
      else if (inside)
        examples_.append(line);
    }
    QVERIFY(examples_.size() >= 18);
  }

  void everyExampleDecodesAndComesOutAsItStands() {
    int messages = 0;
    for (const auto& example : examples_) {
      const auto line = example.toStdString();
      auto object = parseJsonObject(line);
      QVERIFY2(object.ok(), line.c_str());
      if (!object->contains("type")) {
        QVERIFY(recordFromJson(*object).ok());
        continue;
      }
      ++messages;
      std::string again;
      if (auto client = decodeClientFrame(line)) {
        again = encode(client->front());
      } else {
        auto server = decodeServerFrame(line);
        QVERIFY2(server.ok(), line.c_str());
        QVERIFY2(!std::holds_alternative<Unknown>(server->front()), line.c_str());
        again = encode(server->front());
      }
      QCOMPARE(QByteArray::fromStdString(again), example);
    }
    QVERIFY(messages >= 16);
  }

  void everyMessageAndCommandAndCodeIsNamed() {
    boost::mp11::mp_for_each<ClientMessage>([&](const auto& one) { QVERIFY2(text_.contains(one.kType), one.kType); });
    boost::mp11::mp_for_each<ServerMessage>([&](const auto& one) { QVERIFY2(text_.contains(one.kType), one.kType); });
    boost::mp11::mp_for_each<CommandBody>([&](const auto& one) {
      const QByteArray name = QByteArray("`") + one.kKind + "`";
      QVERIFY2(text_.contains(name), name.constData());
    });
    for (const auto code : {ErrorCode::badMessage, ErrorCode::badField, ErrorCode::unsupported, ErrorCode::unauthorized,
                            ErrorCode::badCredentials, ErrorCode::forbidden, ErrorCode::notFound, ErrorCode::conflict,
                            ErrorCode::idReused, ErrorCode::tooLarge, ErrorCode::tooManyRequests,
                            ErrorCode::personalData, ErrorCode::registrationClosed, ErrorCode::readOnly,
                            ErrorCode::unavailable, ErrorCode::versionUnsupported, ErrorCode::internal}) {
      const auto name = "`" + std::string(errorName(code)) + "`";
      QVERIFY2(text_.contains(name.c_str()), name.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "document_test.moc"
