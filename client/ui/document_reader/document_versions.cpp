// The versions of a document, and the discussions about it.
#include <QDateTime>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/document_reader/document_reader.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr int kMargin = 34;

}  // namespace

bool DocumentReader::isShowingVersions() const { return body_->currentWidget() == versions_; }

void DocumentReader::showVersions(bool shown) {
  if (shown) {
    fillVersions();
    body_->setCurrentWidget(versions_);
  } else {
    body_->setCurrentIndex(0);
    front(content_);
  }
  showTools();
  showActions();
}

void DocumentReader::fillVersions() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(kMargin, px(16), kMargin, px(16));
  column->setSpacing(px(10));
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  for (const auto& row : std::as_const(view_.versions)) {
    auto* card = new Card;
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(px(16), px(12), px(16), px(10));
    inside->setSpacing(px(4));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(8));
    line->addWidget(new PlainLabel(tr("Version %1").arg(row.number), TextRole::rowStrong));
    if (row.current) line->addWidget(new Chip(tr("newest"), ChipKind::ok));
    if (row.concurrent) line->addWidget(new Chip(tr("added at the same time"), ChipKind::wait));
    const auto presence = presenceOf(row.presence);
    line->addWidget(new Chip(presence.text, presence.kind));
    line->addStretch(1);
    inside->addLayout(line);
    QStringList about{personName(row.authorName), dayText(row.addedAt, now), sizeText(row.size)};
    if (row.restoredFrom > 0) about << tr("version %1 put back").arg(row.restoredFrom);
    inside->addWidget(new PlainLabel(about.join(QStringLiteral(" · ")), TextRole::meta, ColorRole::muted));
    if (!row.remark.isEmpty()) inside->addWidget(&(new PlainLabel(row.remark))->wrapped());
    auto* links = new LinkRow;
    links->set(QStringLiteral("1read"), tr("Read"), tr("Read version %1").arg(row.number), [this, id = row.id] {
      version_ = id;
      showVersions(false);
      reload();
    });
    if (!row.current && may(ChannelAction::addDocument) && !view_.row.trashed)
      links->set(QStringLiteral("2restore"), tr("Put back"), tr("Make version %1 the newest").arg(row.number),
                 [this, id = row.id, number = row.number] {
                   access_.desk.documents().restoreVersion(channel_.row.id, document_, id, {});
                   version_ = {};
                   access_.navigator.showToast({tr("Version %1 is the newest again.").arg(number), {}, {}, {}});
                 });
    if (row.presence == store::Presence::here)
      links->set(QStringLiteral("3save"), tr("Save as…"), tr("Save version %1 as a file").arg(row.number),
                 [this, row] { saveAs(row); });
    auto* under = new QHBoxLayout;
    under->setContentsMargins(-7, 0, 0, 0);
    under->addWidget(links);
    inside->addLayout(under);
    column->addWidget(card);
  }
  if (!view_.topics.isEmpty()) {
    column->addSpacing(px(8));
    column->addWidget(new PlainLabel(tr("Discussions about this document"), TextRole::subheading));
    for (const auto& topic : std::as_const(view_.topics)) {
      auto* link = new LinkButton(buttonText(topic.title));
      connect(link, &Button::clicked, this, [this, topic] {
        Visit visit;
        visit.destination = Destination::channel;
        visit.channel = channel_.row.id;
        visit.tab = topic.kind == TopicKind::caseDiscussion ? ChannelTab::cases : ChannelTab::discussions;
        visit.topic = topic.id;
        access_.navigator.visit(visit);
      });
      column->addWidget(link, 0, Qt::AlignLeft);
    }
  }
  column->addStretch(1);
  versions_->setPage(page);
}

}  // namespace vb::client::ui
