#include "client/ui/document_reader/pdf_process.h"

#include <QJsonDocument>

#include "client/extract/program.h"
#include "client/ui/document_reader/tuning.h"

namespace vb::client::ui {

PdfProcess::~PdfProcess() { close(); }

void PdfProcess::close() {
  waiting_.clear();
  isAsked_ = false;
  picture_ = {};
  pictureBytes_ = 0;
  pages_ = 0;
  if (!process_) return;
  process_->disconnect(this);
  process_->kill();
  process_->waitForFinished(kProcessEndMs);
  process_.reset();
}

void PdfProcess::open(const QString& file) {
  close();
  process_ = std::make_unique<QProcess>();
  process_->setProgram(extract::program());
  process_->setArguments({QStringLiteral("--serve"), file});
  process_->setStandardErrorFile(QProcess::nullDevice());
  connect(process_.get(), &QProcess::readyReadStandardOutput, this, &PdfProcess::read);
  const auto ended = [this] {
    waiting_.clear();
    Q_EMIT failed(QStringLiteral("damaged"));
  };
  connect(process_.get(), &QProcess::finished, this, ended);
  connect(process_.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) Q_EMIT failed(QStringLiteral("io_failed"));
  });
  process_->start();
}

void PdfProcess::ask(QByteArray command, OnAnswer done) {
  waiting_.push_back({std::move(command), std::move(done), {}});
  sendNext();
}

void PdfProcess::text(int page, OnAnswer done) { ask("text " + QByteArray::number(page), std::move(done)); }

void PdfProcess::boxes(int page, int start, int length, OnAnswer done) {
  ask("boxes " + QByteArray::number(page) + ' ' + QByteArray::number(start) + ' ' + QByteArray::number(length),
      std::move(done));
}

void PdfProcess::select(int page, QPointF from, QPointF to, OnAnswer done) {
  QByteArray command = "select " + QByteArray::number(page);
  for (const double place : {from.x(), from.y(), to.x(), to.y()}) command += ' ' + QByteArray::number(place, 'f', 2);
  ask(command, std::move(done));
}

void PdfProcess::render(int page, QSize pixels, OnImage done) {
  waiting_.push_back({"render " + QByteArray::number(page) + ' ' + QByteArray::number(pixels.width()) + ' ' +
                          QByteArray::number(pixels.height()),
                      {},
                      std::move(done)});
  sendNext();
}

void PdfProcess::forgetPictures() {
  std::deque<Question> kept;
  for (std::size_t i = 0; i < waiting_.size(); ++i)
    if ((i == 0 && isAsked_) || !waiting_[i].image) kept.push_back(std::move(waiting_[i]));
  waiting_ = std::move(kept);
}

void PdfProcess::sendNext() {
  if (isAsked_ || waiting_.empty() || pages_ == 0 || !process_) return;
  isAsked_ = true;
  process_->write(waiting_.front().command + '\n');
}

void PdfProcess::read() {
  while (process_) {
    if (pictureBytes_ > 0) {
      if (process_->bytesAvailable() < pictureBytes_) return;
      const QByteArray bytes = process_->read(pictureBytes_);
      pictureBytes_ = 0;
      const auto question = std::move(waiting_.front());
      waiting_.pop_front();
      isAsked_ = false;
      const QImage shared(reinterpret_cast<const uchar*>(bytes.constData()),
                          picture_.value(QLatin1String("width")).toInt(),
                          picture_.value(QLatin1String("height")).toInt(),
                          picture_.value(QLatin1String("stride")).toInt(), QImage::Format_RGB32);
      if (question.image) question.image(shared.copy());
      sendNext();
      continue;
    }
    if (!process_->canReadLine()) return;
    const auto object = QJsonDocument::fromJson(process_->readLine()).object();
    if (pages_ == 0) {
      if (const auto error = object.value(QLatin1String("error")); error.isString()) {
        process_->disconnect(this);
        return void(Q_EMIT failed(error.toString()));
      }
      pages_ = object.value(QLatin1String("pages")).toInt();
      Q_EMIT opened(
          {object.value(QLatin1String("width")).toDouble(), object.value(QLatin1String("height")).toDouble()});
      sendNext();
      continue;
    }
    if (waiting_.empty()) return;
    if (waiting_.front().image && object.contains(QLatin1String("bytes"))) {
      picture_ = object;
      pictureBytes_ = static_cast<qint64>(object.value(QLatin1String("bytes")).toDouble());
      continue;
    }
    const auto question = std::move(waiting_.front());
    waiting_.pop_front();
    isAsked_ = false;
    if (question.image) question.image({});
    if (question.answer) question.answer(object);
    sendNext();
  }
}

}  // namespace vb::client::ui
