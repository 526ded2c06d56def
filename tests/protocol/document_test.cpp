// PROTOCOL.md is true: every example in it decodes, comes out again as it stands, and names every message and code.
#include <set>

#include <QFile>
#include <QTest>

#include "shared/base/error.h"
#include "shared/domain/commands.h"
#include "shared/protocol/codec.h"

using namespace vb;
using namespace vb::protocol;

class DocumentTest : public QObject {
  Q_OBJECT

  // Reads as the struct of its kind, and comes out as it stands.
  static bool isBodyOf(const std::string& kind, const std::string& body) {
    const auto same = [&]<class T>() {
      const auto value = fromJsonText<T>(body);
      return value && toJsonText(*value) == body;
    };
    if (kind == kinds::kCategory) return same.operator()<Category>();
    if (kind == kinds::kAnswer) return same.operator()<Answer>();
    if (kind == kinds::kComment) return same.operator()<Comment>();
    if (kind == kinds::kThanks) return same.operator()<Thanks>();
    return false;
  }

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
    // Every code that has a status of its own, or may stand in an acknowledgement, travels.
    const std::set<ErrorCode> atHome{ErrorCode::unknown,       ErrorCode::accountExists,    ErrorCode::resyncRequired,
                                     ErrorCode::newerSchema,   ErrorCode::restoredDatabase, ErrorCode::network,
                                     ErrorCode::captivePortal, ErrorCode::untrustedPeer};
    int codes = 0;
    for (int number = 0; number <= static_cast<int>(ErrorCode::internal); ++number) {
      const auto code = static_cast<ErrorCode>(number);
      const auto row = "\n| `" + std::string(errorName(code)) + "` |";
      QVERIFY2(text_.contains(row.c_str()) != atHome.contains(code), row.c_str());
      ++codes;
    }
    QVERIFY(codes > 20);
  }

  // A command is more than a message: its body says what its kind needs, and nothing that nobody reads.
  void everyCommandHasAnExample() {
    std::set<std::string> shown;
    for (const auto& example : examples_) {
      const auto decoded = decodeClientFrame(example.toStdString());
      if (!decoded || !std::holds_alternative<Command>(decoded->front())) continue;
      const auto& command = std::get<Command>(decoded->front());
      const auto body = parseCommand(command.kind, command.body);
      QVERIFY2(body.ok(), example.constData());
      QCOMPARE(commandKind(*body), std::string_view(command.kind));
      QCOMPARE(QByteArray::fromStdString(json::serialize(commandJson(*body))),
               QByteArray::fromStdString(json::serialize(command.body)));
      shown.insert(command.kind);
    }
    boost::mp11::mp_for_each<CommandBody>([&](const auto& one) { QVERIFY2(shown.contains(one.kKind), one.kKind); });
  }

  void everyRecordOfAnExampleHasTheBodyOfItsKind() {
    int read = 0;
    for (const auto& example : examples_) {
      const auto decoded = decodeServerFrame(example.toStdString());
      if (!decoded) continue;
      std::visit(
          [&](const auto& message) {
            if constexpr (requires { message.records; })
              for (const auto& record : message.records)
                if (!record.deleted) {
                  QVERIFY2(isBodyOf(record.kind, record.body), record.body.c_str());
                  ++read;
                }
          },
          decoded->front());
    }
    QVERIFY(read >= 3);
  }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "document_test.moc"
