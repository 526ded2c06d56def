// Durable commands: N signed-in clients, each with W commands in flight, for S seconds; an ack counts only when it says
// `applied`. Usage: bench_commands HOST:PORT TOKENFILE CLIENTS WINDOW SECONDS; prints acks/s, p50 and p99 of an ack in
// ms.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QNetworkRequest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace {

struct Totals {
  QElapsedTimer clock;
  std::vector<qint64> latencies;  // ns
  qint64 refused = 0;
  bool measuring = false;
};

// One connection: hello, then marks on made-up questions, each under an id of its own.
class Client : public QObject {
 public:
  Client(const QString& url, const QByteArray& token, int number, int window, Totals& totals)
      : number_(number), window_(window), totals_(totals) {
    connect(&socket_, &QWebSocket::connected, this,
            [this] { socket_.sendTextMessage(QStringLiteral(R"({"type":"hello","version":1,"client":"bench"})")); });
    connect(&socket_, &QWebSocket::textMessageReceived, this, [this](const QString& frame) { received(frame); });
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Sec-WebSocket-Protocol", "vraagbaak.v1");
    socket_.open(request);
  }

 private:
  void received(const QString& frame) {
    const auto lines = frame.split(u'\n', Qt::SkipEmptyParts);
    QString out;
    for (const auto& line : lines) {
      if (line.startsWith(QLatin1String(R"({"type":"welcome")"))) {
        for (int i = 0; i < window_; ++i) append(out);
      } else if (line.startsWith(QLatin1String(R"({"type":"ack")"))) {
        const auto id = line.mid(line.indexOf(QLatin1String(R"("id":")")) + 6, 36);
        const auto sent = sentAt_.take(id);
        if (totals_.measuring) {
          if (line.contains(QLatin1String(R"("status":"applied")")))
            totals_.latencies.push_back(totals_.clock.nsecsElapsed() - sent);
          else
            ++totals_.refused;
        }
        append(out);
      }
    }
    if (!out.isEmpty()) socket_.sendTextMessage(out);
  }

  void append(QString& out) {
    ++count_;
    // UUIDv7 (RFC 9562), as clients make them: the time first, so that those of one moment are neighbours in an index.
    const auto time = QStringLiteral("%1").arg(QDateTime::currentMSecsSinceEpoch(), 12, 16, QLatin1Char('0'));
    const auto id = QStringLiteral("%1-%2-7%3-8%4-%5")
                        .arg(time.left(8), time.mid(8))
                        .arg(count_ & 0xfff, 3, 16, QLatin1Char('0'))
                        .arg(number_, 3, 16, QLatin1Char('0'))
                        .arg(count_, 12, 16, QLatin1Char('0'));
    sentAt_.insert(id, totals_.clock.nsecsElapsed());
    if (!out.isEmpty()) out += u'\n';
    out +=
        QStringLiteral(
            R"({"type":"command","id":"%1","kind":"set_mark","body":{"mark_kind":"saved","target_id":"%1","question_id":"%1","on":true}})")
            .arg(id);
  }

  QWebSocket socket_;
  int number_;
  int window_;
  qint64 count_ = 0;
  QHash<QString, qint64> sentAt_;
  Totals& totals_;
};

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  const auto args = app.arguments();
  if (args.size() != 6)
    return std::fprintf(stderr, "usage: bench_commands HOST:PORT TOKENFILE CLIENTS WINDOW SECONDS\n"), 2;
  QFile tokens(args[2]);
  if (!tokens.open(QIODevice::ReadOnly)) return std::fprintf(stderr, "cannot read the tokens\n"), 2;
  const auto lines = tokens.readAll().split('\n');
  Totals totals;
  totals.clock.start();
  std::vector<std::unique_ptr<Client>> clients;
  const auto url = QStringLiteral("ws://%1/v1/sync").arg(args[1]);
  for (int i = 0; i < args[3].toInt(); ++i)
    clients.push_back(std::make_unique<Client>(url, lines.at(i % (lines.size() - 1)), i, args[4].toInt(), totals));
  constexpr int kWarmUpMs = 1500;
  const int measureMs = static_cast<int>(args[5].toDouble() * 1000);
  QTimer::singleShot(kWarmUpMs, &app, [&] { totals.measuring = true; });
  QTimer::singleShot(kWarmUpMs + measureMs, &app, [&] {
    auto& all = totals.latencies;
    std::sort(all.begin(), all.end());
    if (all.empty()) {
      std::fprintf(stderr, "no command was applied (%lld refused)\n", static_cast<long long>(totals.refused));
      app.exit(1);
      return;
    }
    const auto ms = [&](double part) {
      return static_cast<double>(all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))]) / 1e6;
    };
    std::printf("%.0f %.2f %.2f %lld\n", static_cast<double>(all.size()) * 1000 / measureMs, ms(0.5), ms(0.99),
                static_cast<long long>(totals.refused));
    app.exit(0);
  });
  return app.exec();
}
