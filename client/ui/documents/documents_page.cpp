#include "client/ui/documents/documents_page.h"

#include <QDateTime>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/document_reader/document_reader.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/documents/document_delegate.h"
#include "client/ui/documents/upload_strip.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr int kSearchAfterMs = 80;  // a keystroke later it is another search
constexpr int kHitsMax = 100;

class Surface : public QWidget {
 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().surface); }
};

}  // namespace

ChannelPage* DocumentsPage::make(const Access& access, ChannelId channel, QObject* parent) {
  return new DocumentsPage(access, channel, parent);
}

DocumentsPage::DocumentsPage(const Access& access, ChannelId channel, QObject* parent)
    : ChannelPage(parent),
      access_(access),
      id_(channel),
      list_(new QWidget),
      model_(new DocumentListModel(access.reader, channel, this)),
      search_(new SearchField(tr("Find in the documents"))),
      up_(new IconButton(QStringLiteral("arrow-up"), tr("One folder up"))),
      where_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      sort_(new IconButton(QStringLiteral("sort"), tr("Order"))),
      add_(new SecondaryButton(tr("Add"))),
      more_(new IconButton(QStringLiteral("more"), tr("More"))),
      view_(new QListView),
      none_(new EmptyState),
      listBody_(new QStackedWidget),
      uploads_(new UploadStrip(access, channel)),
      storage_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      right_(new QStackedWidget),
      nothing_(new EmptyState),
      reader_(new DocumentReader(access)) {
  build();
  searching_.setSingleShot(true);
  searching_.setInterval(kSearchAfterMs);
  connect(&searching_, &QTimer::timeout, this, &DocumentsPage::search);
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (!known_ || !(changes.documents || changes.uploads || changes.outbox || changes.people)) return;
    reload();
    reader_->reload();
  });
  connect(&access_.desk, &Desk::searchFinished, this, [this](quint64 ticket, const store::SearchResults& results) {
    if (ticket != ticket_ || search_->text().trimmed().isEmpty()) return;
    QVector<store::SearchHit> hits;
    for (const auto& hit : results.hits)
      if (hit.kind == store::SearchKind::document && hit.channel == id_) hits << hit;
    model_->setFound(search_->text().trimmed(), hits);
    showHead();
    select(reader_->document());
  });
  connect(&access_.desk, &Desk::documentRefused, this, [this](const QString& code, const QString&) {
    if (list_->isVisible()) access_.navigator.showToast({documentProblem(code), {}, {}, {}});
  });
  connect(&access_.desk, &Desk::linkChanged, this, [this] { uploads_->reload(); });
  connect(reader_, &DocumentReader::gone, this, [this] {
    showNothing();
    if (onePane_) Q_EMIT readerInFront(false);
    Q_EMIT titleChanged();
  });
  connect(reader_, &DocumentReader::backRequested, this, &DocumentsPage::back);
  connect(reader_, &DocumentReader::newVersionAsked, this, &DocumentsPage::newVersion);
  connect(reader_, &DocumentReader::trashAsked, this, [this] {
    const int at = model_->indexOf(reader_->document());
    if (at >= 0) return toBin(model_->row(at));
    DocumentListRow row;
    if (auto view = access_.reader.channels().document(reader_->document())) row.document = view->row;
    toBin(row);
  });
}

void DocumentsPage::build() {
  auto* column = new QVBoxLayout(list_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(16, 10, 16, 10);
  head->setSpacing(px(8));
  search_->setAccessibleName(tr("Find in the documents"));
  search_->setClearButtonEnabled(true);
  head->addWidget(search_);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(4));
  add_->setIconName(QStringLiteral("plus"));
  add_->setCompact(true);
  row->addWidget(up_);
  row->addWidget(where_, 1);
  row->addWidget(add_);
  row->addWidget(sort_);
  row->addWidget(more_);
  head->addLayout(row);
  column->addLayout(head);
  column->addWidget(new Rule);
  view_->setAccessibleName(tr("Documents"));
  view_->setFrameShape(QFrame::NoFrame);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setResizeMode(QListView::Adjust);
  view_->setMouseTracking(true);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setTabKeyNavigation(false);
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  view_->setAcceptDrops(true);
  view_->setModel(model_);
  view_->setItemDelegate(new DocumentDelegate(view_));
  view_->viewport()->setAutoFillBackground(false);
  view_->installEventFilter(this);
  view_->viewport()->installEventFilter(this);
  list_->setAcceptDrops(true);
  list_->installEventFilter(this);
  listBody_->addWidget(view_);
  listBody_->addWidget(none_);
  column->addWidget(listBody_, 1);
  column->addWidget(uploads_);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(16, px(6), 16, px(8));
  foot->addWidget(storage_, 1);
  auto* keeping = new LinkButton(tr("Change…"));
  keeping->setAccessibleName(tr("Change what is kept on this computer"));
  foot->addWidget(keeping);
  column->addWidget(new Rule);
  column->addLayout(foot);
  auto* blank = new Surface;
  auto* across = new QHBoxLayout(blank);
  across->addWidget(nothing_);
  nothing_->set(QStringLiteral("draft"), tr("Choose a document"), tr("It opens here, also without a network."));
  right_->addWidget(blank);
  right_->addWidget(reader_);

  connect(search_, &QLineEdit::textChanged, this, [this] { searching_.start(); });
  connect(search_, &QLineEdit::returnPressed, this, [this] { view_->setFocus(); });
  connect(up_, &Button::clicked, this, &DocumentsPage::up);
  connect(add_, &Button::clicked, this, &DocumentsPage::addMenu);
  connect(more_, &Button::clicked, this, [this] {
    QMenu menu(list_);
    const auto place = [&](const QString& words, DocumentPlace wanted) {
      auto* action = menu.addAction(words, this, [this, wanted] {
        model_->show(wanted, {});
        showHead();
      });
      action->setCheckable(true);
      action->setChecked(model_->place() == wanted);
    };
    place(tr("Folders and documents"), DocumentPlace::folder);
    place(tr("Attached to discussions"), DocumentPlace::attachments);
    place(tr("Bin"), DocumentPlace::bin);
    menu.exec(more_->mapToGlobal(more_->rect().bottomLeft()));
  });
  connect(sort_, &Button::clicked, this, [this] {
    QMenu menu(list_);
    const auto order = [&](const QString& words, store::DocumentSort wanted) {
      auto* action = menu.addAction(words, this, [this, wanted] { model_->setSort(wanted); });
      action->setCheckable(true);
      action->setChecked(model_->sort() == wanted);
    };
    order(tr("By name"), store::DocumentSort::name);
    order(tr("Last changed first"), store::DocumentSort::changed);
    order(tr("Largest first"), store::DocumentSort::size);
    menu.exec(sort_->mapToGlobal(sort_->rect().bottomLeft()));
  });
  connect(keeping, &Button::clicked, this, &DocumentsPage::keep);
  connect(none_, &EmptyState::actionTriggered, this, &DocumentsPage::chooseFiles);
  connect(view_, &QWidget::customContextMenuRequested, this, &DocumentsPage::showMenu);
  connect(view_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { openRow(index, true); });
  connect(view_, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
    if (index.isValid() && !model_->row(index.row()).isFolder) openRow(index, true);
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    if (quiet_ || !index.isValid() || !view_->hasFocus() || onePane_) return;
    if (!model_->row(index.row()).isFolder) openRow(index, false);
  });
}

QWidget* DocumentsPage::readPart() { return right_; }

QString DocumentsPage::title() const { return right_->currentWidget() == reader_ ? reader_->title() : QString(); }

bool DocumentsPage::may(ChannelAction action) const {
  return vb::may(channel_.row.role, action, channel_.channel,
                 Timestamp(Milliseconds(QDateTime::currentMSecsSinceEpoch())));
}

void DocumentsPage::setChannel(const store::ChannelView& channel) {
  channel_ = channel;
  known_ = true;
  reader_->setChannel(channel);
  reload();
}

void DocumentsPage::reload() {
  const QSignalBlocker still(view_->selectionModel());
  model_->reload();
  uploads_->reload();
  showHead();
  select(reader_->document());
}

void DocumentsPage::showHead() {
  const bool isSearch = !search_->text().trimmed().isEmpty();
  const auto path = model_->path();
  QString where;
  if (isSearch) {
    where = tr("%n found", nullptr, model_->rowCount());
  } else if (model_->place() == DocumentPlace::bin) {
    where = tr("Bin");
  } else if (model_->place() == DocumentPlace::attachments) {
    where = tr("Attached to discussions");
  } else {
    QStringList names;
    for (const auto& folder : path) names << folder.name;
    where = names.isEmpty() ? tr("All folders") : names.join(QStringLiteral(" / "));
  }
  where_->setText(where);
  where_->setToolTip(plainToolTip(where));
  up_->setVisible(!isSearch && (!path.isEmpty() || model_->place() != DocumentPlace::folder));
  add_->setVisible(may(ChannelAction::addDocument) && model_->place() == DocumentPlace::folder);
  sort_->setVisible(!isSearch && model_->place() == DocumentPlace::folder);
  const bool none = model_->rowCount() == 0;
  listBody_->setCurrentIndex(none ? 1 : 0);
  if (none && isSearch)
    none_->set(QStringLiteral("search"), tr("Nothing found"), tr("Try another word, or part of a word."));
  else if (none && model_->place() == DocumentPlace::bin)
    none_->set(QStringLiteral("trash"), tr("The bin is empty"), tr("What is thrown away can be put back for 30 days."));
  else if (none && model_->place() == DocumentPlace::attachments)
    none_->set(QStringLiteral("draft"), tr("Nothing is attached"),
               tr("What is attached to a discussion stands here too."));
  else if (none)
    none_->set(QStringLiteral("folder"), tr("No documents here yet"),
               may(ChannelAction::addDocument) ? tr("Drag files to this list, paste them, or choose them.") : QString(),
               may(ChannelAction::addDocument) ? tr("Choose files…") : QString());
  const auto now = access_.reader.channels().storage();
  QString words = now.bytesLimit > 0
                      ? tr("%1 of %2 on this computer").arg(sizeText(now.bytesHere), sizeText(now.bytesLimit))
                      : tr("%1 on this computer").arg(sizeText(now.bytesHere));
  const int coming = now.documentsFetching + now.documentsWaiting;
  if (coming > 0 && now.percent >= 0)
    words = tr("%n document(s) coming", nullptr, coming) + QStringLiteral(" · %1 %").arg(now.percent);
  storage_->setText(words);
}

void DocumentsPage::search() {
  const QString words = search_->text().trimmed();
  if (words.isEmpty()) {
    ++ticket_;
    model_->setFound({}, {});
    showHead();
    return select(reader_->document());
  }
  // Beside those of the search screen, which counts from 1.
  static quint64 last = quint64(1) << 32;
  ticket_ = ++last;
  access_.desk.search(ticket_, search_->text(), kHitsMax);
}

void DocumentsPage::showNothing() {
  right_->setCurrentIndex(0);
  reader_->close();
}

void DocumentsPage::showFolder(FolderId folder) {
  search_->clear();
  model_->show(DocumentPlace::folder, folder);
  showHead();
  if (model_->rowCount() > 0) {
    quiet_ = true;
    view_->setCurrentIndex(model_->index(0));
    quiet_ = false;
  }
}

bool DocumentsPage::up() {
  if (model_->place() != DocumentPlace::folder) {
    showFolder({});
    return true;
  }
  const auto path = model_->path();
  if (path.isEmpty()) return false;
  const FolderId from = path.last().id;
  showFolder(path.last().parent);
  quiet_ = true;
  if (const int at = model_->indexOf(from); at >= 0) view_->setCurrentIndex(model_->index(at));
  quiet_ = false;
  return true;
}

void DocumentsPage::openRow(const QModelIndex& index, bool byUser) {
  if (!index.isValid()) return;
  const auto row = model_->row(index.row());
  if (row.isFolder) return showFolder(row.folder.id);
  openDocument(row.document.id, row.page, search_->text().trimmed(), byUser);
}

void DocumentsPage::openDocument(DocumentId document, int page, const QString& words, bool byUser) {
  right_->setCurrentWidget(reader_);
  reader_->open(channel_, document, page, words);
  select(document);
  if (byUser) Q_EMIT readerInFront(true);
  Q_EMIT titleChanged();
}

void DocumentsPage::select(DocumentId document) {
  quiet_ = true;
  const int at = document.isNil() ? -1 : model_->indexOf(document);
  if (at >= 0)
    view_->setCurrentIndex(model_->index(at));
  else if (view_->currentIndex().isValid() && !model_->row(view_->currentIndex().row()).isFolder)
    view_->selectionModel()->clear();
  quiet_ = false;
}

void DocumentsPage::enter(const Visit& visit) {
  if (!visit.folder.isNil() || !visit.document.isNil()) {
    const auto view = visit.document.isNil() ? std::nullopt : access_.reader.channels().document(visit.document);
    const bool isAttached = view && !view->row.topic.isNil();
    search_->clear();
    model_->setFound({}, {});
    model_->show(view && view->row.trashed ? DocumentPlace::bin
                 : isAttached              ? DocumentPlace::attachments
                                           : DocumentPlace::folder,
                 view ? view->row.folder : visit.folder);
    showHead();
  }
  if (!visit.document.isNil()) return openDocument(visit.document, visit.page, visit.text, true);
  view_->setFocus();
}

void DocumentsPage::activate() { view_->setFocus(); }

QVector<QWidget*> DocumentsPage::panes() {
  QVector<QWidget*> panes{view_};
  if (right_->currentWidget() == reader_) panes += reader_->panes();
  return panes;
}

bool DocumentsPage::back() {
  if (reader_->isShowingVersions()) {
    reader_->showVersions(false);
    return true;
  }
  if (!onePane_ || right_->currentWidget() != reader_ || !reader_->isVisible()) return up();
  Q_EMIT readerInFront(false);
  view_->setFocus();
  return true;
}

void DocumentsPage::setOnePane(bool onePane) {
  onePane_ = onePane;
  reader_->setOnePane(onePane);
}

void DocumentsPage::timePassed() { reload(); }

QVariant DocumentsPage::place() const {
  return QStringList{QString::fromStdString(reader_->document().text()),
                     QString::fromStdString(model_->folder().text())};
}

void DocumentsPage::restorePlace(const QVariant& place) {
  const auto parts = place.toStringList();
  if (const auto folder = FolderId::parse(parts.value(1).toStdString()); folder && !folder->isNil())
    showFolder(*folder);
  if (const auto document = DocumentId::parse(parts.value(0).toStdString()); document && !document->isNil())
    openDocument(*document, 0, {}, false);
}

bool DocumentsPage::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
      auto* drag = static_cast<QDropEvent*>(event);
      if (!drag->mimeData()->hasUrls() || !may(ChannelAction::addDocument)) return false;
      drag->setDropAction(Qt::CopyAction);
      drag->accept();
      return true;
    }
    case QEvent::Drop: {
      auto* drop = static_cast<QDropEvent*>(event);
      FolderId into = model_->folder();
      if (watched == view_->viewport()) {
        const auto index = view_->indexAt(drop->position().toPoint());
        if (index.isValid() && model_->row(index.row()).isFolder) into = model_->row(index.row()).folder.id;
      }
      if (!take(drop->mimeData(), into)) return false;
      drop->accept();
      return true;
    }
    case QEvent::KeyPress:
      break;
    default:
      return ChannelPage::eventFilter(watched, event);
  }
  auto* key = static_cast<QKeyEvent*>(event);
  if (watched != view_) return ChannelPage::eventFilter(watched, event);
  const auto row = chosen();
  if (key->key() == Qt::Key_F2 && row) {
    rename(*row);
  } else if (key->key() == Qt::Key_Delete && row) {
    toBin(*row);
  } else if (key->key() == Qt::Key_Backspace || (key->key() == Qt::Key_Up && key->modifiers() == Qt::AltModifier)) {
    up();
  } else if (key->matches(QKeySequence::Paste)) {
    take(nullptr, model_->folder());
  } else if (key->key() == Qt::Key_Menu || (key->key() == Qt::Key_F10 && key->modifiers() == Qt::ShiftModifier)) {
    showMenu(view_->visualRect(view_->currentIndex()).center());
  } else if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && row && !row->isFolder) {
    openRow(view_->currentIndex(), true);
    reader_->focusContent();
  } else {
    return ChannelPage::eventFilter(watched, event);
  }
  return true;
}

}  // namespace vb::client::ui
