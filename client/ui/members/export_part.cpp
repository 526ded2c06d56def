#include "client/ui/members/export_part.h"

#include <QFileDialog>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"

namespace vb::client::ui {

ExportPart::ExportPart(const Access& access, ChannelId channel, QWidget* parent)
    : QWidget(parent),
      access_(access),
      channel_(channel),
      button_(new SecondaryButton(tr("Take everything along…"))),
      said_(new PlainLabel(tr("Documents with all versions, discussions, cases and members, in a new folder."),
                           TextRole::meta, ColorRole::muted)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(6));
  column->addWidget(&said_->wrapped());
  column->addWidget(button_, 0, Qt::AlignLeft);
  connect(button_, &Button::clicked, this, &ExportPart::choose);
  connect(&access_.desk, &Desk::exportProgressed, this, [this](quint64 ticket, int done, int total) {
    if (ticket == ticket_) said_->setText(tr("%1 of %2").arg(done).arg(total));
  });
  connect(&access_.desk, &Desk::exportFinished, this, [this](quint64 ticket, const QString& errorCode) {
    if (ticket == ticket_) finished(errorCode);
  });
}

void ExportPart::choose() {
  const QString folder =
      QFileDialog::getExistingDirectory(window(), tr("Where should the new folder come?"),
                                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  if (!folder.isEmpty()) exportTo(folder);
}

void ExportPart::exportTo(const QString& folder) {
  static quint64 last = quint64(1) << 36;  // apart from the tickets of other screens
  ticket_ = ++last;
  folder_ = folder;
  button_->setEnabled(false);
  said_->setText(tr("It is being put together."));
  access_.desk.documents().exportChannel(ticket_, channel_, folder);
}

void ExportPart::finished(const QString& errorCode) {
  ticket_ = 0;
  button_->setEnabled(true);
  if (errorCode.isEmpty())
    said_->setText(tr("Everything is in a new folder in %1.").arg(folder_));
  else if (errorCode == QLatin1String("not_here"))
    said_->setText(tr("It is in a new folder in %1, without the documents that could not be fetched; kanaal.json names "
                      "them. Try again with a connection.")
                       .arg(folder_));
  else if (errorCode == QLatin1String("disk_full"))
    said_->setText(tr("The disk is full. Make room and try again."));
  else
    said_->setText(tr("It did not work. Nothing of the channel is changed; try another folder."));
}

}  // namespace vb::client::ui
