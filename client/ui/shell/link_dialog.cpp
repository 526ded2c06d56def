#include "client/ui/shell/link_dialog.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/markdown_view.h"

namespace vb::client::ui {

LinkDialog::LinkDialog(const QUrl& url, QWidget* parent) : QDialog(parent) {
  const bool safe = MarkdownView::isSafeLink(url);
  const bool mail = url.scheme().compare(QLatin1String("mailto"), Qt::CaseInsensitive) == 0;
  setWindowTitle(safe ? tr("Open link") : tr("This link is not opened"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 20, 24, 20);
  column->setSpacing(10);
  auto* heading = new PlainLabel(!safe  ? tr("This link is not opened")
                                 : mail ? tr("Write an e-mail to %1?").arg(MarkdownView::shownTarget(url))
                                        : tr("Open %1 in your browser?").arg(MarkdownView::shownTarget(url)),
                                 TextRole::subheading);
  heading->wrapped();
  column->addWidget(heading);
  auto* whole = new PlainLabel(safe ? QString::fromLatin1(url.toEncoded().left(300))
                                    : tr("Vraagbaak only opens web pages and e-mail addresses."),
                               TextRole::meta, ColorRole::muted);
  whole->wrapped();
  column->addWidget(whole);
  column->addSpacing(8);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  auto* close = new SecondaryButton(safe ? tr("Cancel") : tr("Close"));
  connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
  row->addWidget(close);
  if (safe) {
    auto* open = new PrimaryButton(tr("Open"));
    connect(open, &QAbstractButton::clicked, this, &QDialog::accept);
    row->addWidget(open);
  }
  column->addLayout(row);
  // Enter must not open by accident.
  close->setFocus();
  setMinimumWidth(px(420));
}

void askAndOpen(const QUrl& url, QWidget* parent) {
  auto* dialog = new LinkDialog(url, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  QObject::connect(dialog, &QDialog::accepted, dialog, [url] {
    if (MarkdownView::isSafeLink(url)) QDesktopServices::openUrl(url);
  });
  dialog->open();
}

}  // namespace vb::client::ui
