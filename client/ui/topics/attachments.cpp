#include "client/ui/topics/attachments.h"

#include <algorithm>

#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/local_files.h"
#include "client/ui/controls/markdown_edit.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/text/guard.h"

namespace vb::client::ui {
namespace {

// Apart from the tickets of other screens.
quint64 freshTicket() {
  static quint64 last = quint64(1) << 40;
  return ++last;
}

void clear(QLayout* layout) {
  while (auto* item = layout->takeAt(0)) {
    if (item->widget() != nullptr) item->widget()->deleteLater();
    delete item;
  }
}

// Another one when the file was written since.
QString stampOf(const QString& file) {
  const QFileInfo info(file);
  return QStringLiteral("%1 %2").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

}  // namespace

Attachments::Attachments(const Access& access, QWidget* parent)
    : QWidget(parent),
      access_(access),
      add_(new LinkButton(tr("Attach files…"))),
      problem_(new PlainLabel({}, TextRole::meta, ColorRole::bad)),
      chips_(new QWidget),
      flow_(new FlowLayout(chips_)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  column->addWidget(chips_);
  column->addWidget(&problem_->wrapped());
  column->addWidget(add_, 0, Qt::AlignLeft);
  setAcceptDrops(true);
  connect(add_, &Button::clicked, this, &Attachments::choose);
  connect(&access_.desk, &Desk::documentTextRead, this, [this](quint64 ticket, const DocumentText& text) {
    if (ticket != ticket_ || looking_.isEmpty()) return;
    const QString file = looking_.takeFirst();
    const auto found = text::findPersonalData(text.pages.join(QLatin1Char('\n')).toStdString());
    // A picture has no text; what is closed to the guard stays out.
    const bool isClosed = !text.errorCode.isEmpty() && text.errorCode != QLatin1String("unsupported");
    if (isClosed)
      problem_->setText(tr("%1 is not attached: its text cannot be checked.").arg(QFileInfo(file).fileName()));
    else if (found.empty() && stampOf(file) != checking_)
      problem_->setText(tr("%1 is not attached: it changed while it was checked.").arg(QFileInfo(file).fileName()));
    else if (found.empty())
      attach(file);
    else
      problem_->setText(tr("%1 is not attached: it holds %2. In a case nobody may be recognised.")
                            .arg(QFileInfo(file).fileName(), personalDataName(found.front().kind)));
    lookInto();
    show();
  });
  show();
}

void Attachments::setTopic(ChannelId channel, TopicId topic, bool isCase, bool mayAttach) {
  if (topic != topic_) forget();
  channel_ = channel;
  topic_ = topic;
  isCase_ = isCase;
  mayAttach_ = mayAttach;
  show();
}

QVector<DocumentId> Attachments::take() {
  QVector<DocumentId> ids;
  for (const auto& item : std::as_const(items_)) ids << item.document;
  items_.clear();
  problem_->clear();
  show();
  return ids;
}

QVector<DocumentId> Attachments::takeFor(TopicId topic) {
  QStringList files;
  for (const auto& item : std::as_const(items_)) files << item.file;
  forget();
  if (files.isEmpty()) return {};
  return access_.desk.documents().addFiles(channel_, {}, topic, files);
}

bool Attachments::areReady() {
  QString gone;
  QStringList again;
  for (const auto& item : std::as_const(items_)) {
    if (!item.document.isNil()) continue;
    if (!QFileInfo(item.file).isReadable())
      gone = item.file;
    else if (isCase_ && stampOf(item.file) != item.stamp)
      again << item.file;
  }
  // What the guard saw is what goes along: one that changed since is looked into again.
  items_.removeIf([&](const Item& item) { return again.contains(item.file); });
  if (!again.isEmpty()) addFiles(again);
  if (!looking_.isEmpty())
    problem_->setText(tr("One moment: %1 is still being checked.").arg(QFileInfo(looking_.first()).fileName()));
  else if (!gone.isEmpty())
    problem_->setText(tr("%1 cannot be read any more. Take it out, or put it back.").arg(QFileInfo(gone).fileName()));
  else
    return true;
  show();
  return false;
}

void Attachments::forget() {
  items_.clear();
  looking_.clear();
  ticket_ = 0;
  problem_->clear();
  show();
}

void Attachments::takeFrom(MarkdownEdit& text) {
  connect(&text, &MarkdownEdit::filesGiven, this, [this](const QStringList& files) {
    if (mayAttach_) addFiles(files);
  });
}

void Attachments::choose() { addFiles(QFileDialog::getOpenFileNames(window(), tr("Attach files"))); }

void Attachments::addFiles(const QStringList& files) {
  problem_->clear();
  for (const auto& file : files) {
    if (!QFileInfo(file).isFile()) continue;
    if (items_.size() + looking_.size() >= static_cast<qsizetype>(limits::kAttachmentsMax)) {
      problem_->setText(tr("A post takes at most %1 files.").arg(limits::kAttachmentsMax));
      break;
    }
    if (isCase_)
      looking_ << file;
    else
      attach(file);
  }
  if (isCase_ && ticket_ == 0) lookInto();
  show();
}

void Attachments::lookInto() {
  ticket_ = 0;
  if (looking_.isEmpty()) return;
  ticket_ = freshTicket();
  checking_ = stampOf(looking_.first());
  access_.desk.documents().readFileText(ticket_, looking_.first());
}

void Attachments::attach(const QString& file) {
  if (topic_.isNil()) {
    const bool isThere =
        std::any_of(items_.cbegin(), items_.cend(), [&](const Item& item) { return item.file == file; });
    if (!isThere) items_.append({{}, file, checking_});
    return;
  }
  const auto ids = access_.desk.documents().addFiles(channel_, {}, topic_, {file});
  if (!ids.isEmpty()) items_.append({ids.first(), file, {}});
}

void Attachments::show() {
  clear(flow_);
  for (const auto& item : std::as_const(items_)) {
    const QString name = QFileInfo(item.file).fileName();
    auto* chip = new SecondaryButton(buttonText(name));
    chip->setCompact(true);
    chip->setIconName(QStringLiteral("close"));
    chip->setAccessibleName(tr("Do not attach %1").arg(name));
    chip->setToolTip(plainToolTip(chip->accessibleName()));
    connect(chip, &Button::clicked, this, [this, item] { drop(item); });
    flow_->addWidget(chip);
  }
  chips_->setVisible(!items_.isEmpty());
  problem_->setVisible(!problem_->text().isEmpty());
  add_->setVisible(mayAttach_);
  setVisible(mayAttach_);
}

// One that is attached already goes out of what is on its way, or into the bin.
void Attachments::drop(const Item& item) {
  items_.removeIf([&](const Item& one) { return one.document == item.document && one.file == item.file; });
  problem_->clear();
  if (!item.document.isNil()) {
    bool isOnItsWay = false;
    for (const auto& upload : access_.reader.channels().uploads())
      if (upload.document == item.document) {
        isOnItsWay = true;
        access_.desk.documents().cancelUpload(upload.id);
      }
    if (!isOnItsWay) access_.desk.documents().setTrashed(channel_, item.document, true);
  }
  show();
}

void Attachments::dragEnterEvent(QDragEnterEvent* event) {
  if (mayAttach_ && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void Attachments::dropEvent(QDropEvent* event) { addFiles(localFilesOf(*event->mimeData())); }

DocumentLinks::DocumentLinks(const Access& access, QWidget* parent)
    : QWidget(parent), access_(access), flow_(new FlowLayout(this)) {
  hide();
}

void DocumentLinks::set(ChannelId channel, const QVector<store::DocumentLink>& documents) {
  QStringList names;
  for (const auto& document : documents) names << QString::fromStdString(document.id.text()) + document.name;
  if (names == shown_) return;
  shown_ = names;
  clear(flow_);
  for (const auto& document : documents) {
    // One that is on its way, or that may not be seen any more.
    const QString name = document.name.isEmpty() ? tr("a document that is not here") : document.name;
    auto* link = new LinkButton(buttonText(name));
    link->setIconName(QStringLiteral("draft"));
    link->setAccessibleName(tr("Open %1").arg(name));
    link->setEnabled(!document.name.isEmpty());
    connect(link, &Button::clicked, this, [this, channel, id = document.id] {
      Visit visit;
      visit.destination = Destination::channel;
      visit.channel = channel;
      visit.tab = ChannelTab::documents;
      visit.document = id;
      access_.navigator.visit(visit);
    });
    flow_->addWidget(link);
  }
  setVisible(!documents.isEmpty());
}

}  // namespace vb::client::ui
