// PdfProcess: a PDF that stays open in vraagbaak-extract, a process without rights: asked for sizes, pictures, words
// and their places; each answer comes back in order. Owned by the view. GUI thread; never waits.
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include <QImage>
#include <QJsonObject>
#include <QObject>
#include <QProcess>

namespace vb::client::ui {

class PdfProcess : public QObject {
  Q_OBJECT

 public:
  explicit PdfProcess(QObject* parent = nullptr) : QObject(parent) {}
  ~PdfProcess() override;

  void open(const QString& file);
  void close();
  int pages() const { return pages_; }

  using OnAnswer = std::function<void(const QJsonObject&)>;
  using OnImage = std::function<void(const QImage&)>;
  void sizes(OnAnswer done) { ask(QByteArrayLiteral("sizes"), std::move(done)); }
  void text(int page, OnAnswer done);
  void boxes(int page, int start, int length, OnAnswer done);
  void select(int page, QPointF from, QPointF to, OnAnswer done);
  void render(int page, QSize pixels, OnImage done);
  // Answers to pictures that were not begun yet are of no interest any more.
  void forgetPictures();

 Q_SIGNALS:
  void opened(QSizeF firstPage);
  void failed(const QString& errorCode);

 private:
  struct Question {
    QByteArray command;
    OnAnswer answer;  // one of both
    OnImage image;
  };
  void ask(QByteArray command, OnAnswer done);
  void sendNext();
  void read();

  std::unique_ptr<QProcess> process_;
  std::deque<Question> waiting_;
  bool isAsked_ = false;  // the first one was sent
  QJsonObject picture_;   // whose bytes come
  qint64 pictureBytes_ = 0;
  int pages_ = 0;
};

}  // namespace vb::client::ui
