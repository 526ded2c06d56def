#include "client/ui/documents/upload_strip.h"

#include <QPainter>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr int kShownMax = 4;  // what fails comes first; the others are counted

int rank(const store::UploadRow& row) {
  if (row.state == store::UploadState::failed) return 0;
  return row.state == store::UploadState::sending ? 1 : 2;
}

}  // namespace

UploadStrip::UploadStrip(const Access& access, ChannelId channel, QWidget* parent)
    : QWidget(parent),
      access_(access),
      channel_(channel),
      column_(new QVBoxLayout(this)),
      more_(new PlainLabel({}, TextRole::meta, ColorRole::muted)) {
  column_->setContentsMargins(16, px(8), 16, px(8));
  column_->setSpacing(px(6));
  column_->addWidget(more_);
  setAccessibleName(tr("Files on their way"));
  hide();
}

UploadStrip::Row UploadStrip::make(const store::UploadRow& upload) {
  Row row;
  row.widget = new QWidget;
  auto* line = new QHBoxLayout(row.widget);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(px(4));
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  row.name = new ElidedLabel(upload.name, TextRole::rowMedium);
  row.state = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  words->addWidget(row.name);
  words->addWidget(&row.state->wrapped());
  line->addLayout(words, 1);
  row.pause = new LinkButton({});
  row.retry = new LinkButton(tr("Try again"));
  row.retry->setAccessibleName(tr("Try %1 again").arg(upload.name));
  auto* stop = new IconButton(QStringLiteral("close"), tr("Do not add %1").arg(upload.name));
  line->addWidget(row.pause);
  line->addWidget(row.retry);
  line->addWidget(stop);
  const UploadId id = upload.id;
  connect(row.pause, &Button::clicked, this,
          [this, id] { access_.desk.documents().pauseUpload(id, rows_.value(id).now != store::UploadState::paused); });
  connect(row.retry, &Button::clicked, this, [this, id] { access_.desk.documents().retryUpload(id); });
  connect(stop, &Button::clicked, this, [this, id] { access_.desk.documents().cancelUpload(id); });
  return row;
}

void UploadStrip::show(Row& row, const store::UploadRow& upload) {
  row.now = upload.state;
  const bool isConnected = access_.desk.link().link == Link::live || access_.desk.link().link == Link::syncing;
  row.state->setText(uploadWords(upload, isConnected));
  const bool isFailed = upload.state == store::UploadState::failed;
  setColorRole(row.state, isFailed ? ColorRole::bad : ColorRole::muted);
  const bool isPaused = upload.state == store::UploadState::paused;
  const bool canPause =
      isPaused || upload.state == store::UploadState::waiting || upload.state == store::UploadState::sending;
  row.pause->setText(isPaused ? tr("Go on") : tr("Pause"));
  row.pause->setAccessibleName(isPaused ? tr("Go on with %1").arg(upload.name) : tr("Pause %1").arg(upload.name));
  row.pause->setVisible(canPause);
  row.retry->setVisible(isFailed);
}

void UploadStrip::reload() {
  QVector<store::UploadRow> uploads;
  for (const auto& upload : access_.reader.channels().uploads())
    if (upload.channel == channel_) uploads << upload;
  std::stable_sort(uploads.begin(), uploads.end(), [](const auto& a, const auto& b) { return rank(a) < rank(b); });
  const int all = static_cast<int>(uploads.size());
  uploads.resize(qMin(all, kShownMax));
  QMap<UploadId, Row> kept;
  for (const auto& upload : std::as_const(uploads)) {
    Row row = rows_.contains(upload.id) ? rows_.take(upload.id) : make(upload);
    show(row, upload);
    column_->removeWidget(row.widget);
    column_->insertWidget(column_->count() - 1, row.widget);
    row.widget->show();
    kept.insert(upload.id, row);
  }
  for (const auto& row : std::as_const(rows_)) row.widget->deleteLater();
  rows_ = kept;
  more_->setText(tr("and %n other file(s)", nullptr, all - kShownMax));
  more_->setVisible(all > kShownMax);
  setVisible(all > 0);
}

void UploadStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens().surface);
  painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

}  // namespace vb::client::ui
