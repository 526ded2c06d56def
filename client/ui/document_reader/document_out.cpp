// What leaves the reader: saved, given to another program, printed, discussed.
#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QUrl>

#include "client/ui/document_reader/document_reader.h"
#include "client/ui/document_reader/document_words.h"

namespace vb::client::ui {

void DocumentReader::saveAs(const store::VersionRow& version) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString file =
      QFileDialog::getSaveFileName(window(), tr("Save as"), folder + QLatin1Char('/') + view_.row.name);
  if (file.isEmpty()) return;
  saveTicket_ = ++lastTicket_;
  access_.desk.documents().save(saveTicket_, version.id, file);
}

void DocumentReader::openOutside() {
  const auto* wanted = version();
  if (wanted == nullptr) return;
  outsideTicket_ = ++lastTicket_;
  access_.desk.documents().copyForOutside(outsideTicket_, wanted->id);
  access_.navigator.showToast(
      {tr("A read-only copy opens. What you change in it is not added to the channel."), {}, {}, {}});
}

void DocumentReader::openedOutside(const OpenedDocument& document) {
  if (!document.errorCode.isEmpty())
    return access_.navigator.showToast({documentProblem(document.errorCode), {}, {}, {}});
  QDesktopServices::openUrl(QUrl::fromLocalFile(document.file));
}

void DocumentReader::print() {
  if (content_ == nullptr || !content_->canPrint()) return;
  QPrinter printer(QPrinter::HighResolution);
  printer.setDocName(view_.row.name);
  QPrintDialog dialog(&printer, window());
  dialog.setWindowTitle(tr("Print %1").arg(view_.row.name));
  if (dialog.exec() == QDialog::Accepted) content_->print(printer);
}

void DocumentReader::discuss() {
  StartTopic topic;
  topic.channelId = channel_.row.id;
  topic.title = tr("About %1").arg(view_.row.name).left(200).toStdString();
  bool isSaid = false;
  const QString said = QInputDialog::getMultiLineText(
      window(), tr("Discuss"), tr("What do you want to discuss about %1?").arg(view_.row.name), {}, &isSaid);
  if (!isSaid || said.trimmed().isEmpty()) return;
  topic.body = said.toStdString();
  topic.aboutDocumentId = document_;
  const auto id = access_.desk.channels().startTopic(topic);
  Visit visit;
  visit.destination = Destination::channel;
  visit.channel = channel_.row.id;
  visit.tab = ChannelTab::discussions;
  visit.topic = id;
  access_.navigator.visit(visit);
}

}  // namespace vb::client::ui
