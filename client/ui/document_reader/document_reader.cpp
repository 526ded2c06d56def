#include "client/ui/document_reader/document_reader.h"

#include <algorithm>

#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/document_reader/document_words.h"
#include "client/ui/document_reader/image_view.h"
#include "client/ui/document_reader/pdf_view.h"
#include "client/ui/document_reader/text_view.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

constexpr int kMargin = 34;
constexpr int kFindWidth = 190;

bool isText(const QString& mediaType) {
  return mediaType.startsWith(QLatin1String("text/")) ||
         mediaType == QLatin1String("application/vnd.openxmlformats-officedocument.wordprocessingml.document") ||
         mediaType == QLatin1String("application/vnd.oasis.opendocument.text");
}

bool isMarkdown(const OpenedDocument& opened) {
  return opened.mediaType == QLatin1String("text/markdown") ||
         opened.name.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
}

}  // namespace

DocumentReader::DocumentReader(const Access& access, QWidget* parent)
    : QWidget(parent),
      access_(access),
      back_(new IconButton(QStringLiteral("back"), tr("Back to the list"))),
      presence_(new Chip),
      about_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      name_(new ElidedLabel({}, TextRole::title)),
      notice_(new Banner(Banner::Kind::info, {}, {})),
      tools_(nullptr),
      find_(new SearchField(tr("Find in this document"))),
      found_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      previous_(new IconButton(QStringLiteral("chevron-left"), tr("Previous place"))),
      next_(new IconButton(QStringLiteral("chevron-right"), tr("Next place"))),
      pages_(new PlainLabel({}, TextRole::meta, ColorRole::muted)),
      smaller_(new SecondaryButton(QStringLiteral("−"))),
      fit_(new SecondaryButton(tr("Fit"))),
      larger_(new SecondaryButton(QStringLiteral("+"))),
      body_(new QStackedWidget),
      card_(new EmptyState),
      pdf_(new PdfView),
      text_(new TextView),
      image_(new ImageView),
      versions_(new PageScroll),
      actions_(new LinkRow) {
  build();
  connect(&access_.desk, &Desk::documentOpened, this, [this](quint64 ticket, const OpenedDocument& document) {
    if (ticket == openTicket_) return opened(document);
    if (ticket == outsideTicket_) openedOutside(document);
  });
  connect(&access_.desk, &Desk::documentTextRead, this, [this](quint64 ticket, const DocumentText& text) {
    if (ticket == textTicket_) textRead(text);
  });
  connect(&access_.desk, &Desk::documentSaved, this, [this](quint64 ticket, const QString& errorCode) {
    if (ticket != saveTicket_) return;
    access_.navigator.showToast({errorCode.isEmpty() ? tr("Saved.") : documentProblem(errorCode), {}, {}, {}});
  });
}

DocumentReader::~DocumentReader() = default;

void DocumentReader::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, px(16), 0, 0);
  column->setSpacing(0);
  auto* head = new QVBoxLayout;
  head->setContentsMargins(kMargin, 0, kMargin, 0);
  head->setSpacing(px(6));
  auto* line = new QHBoxLayout;
  line->setSpacing(px(10));
  line->addWidget(back_);
  back_->hide();
  // Whether it is here is said whole; what is said about it gives way.
  presence_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  line->addWidget(presence_);
  line->addWidget(about_, 1);
  head->addLayout(line);
  head->addWidget(name_);
  head->addWidget(notice_);
  notice_->hide();
  head->addWidget(buildTools());
  column->addLayout(head);
  column->addSpacing(px(10));
  auto* blank = new QWidget;
  auto* across = new QVBoxLayout(blank);
  across->addWidget(card_);
  body_->addWidget(blank);
  body_->addWidget(pdf_);
  body_->addWidget(text_);
  body_->addWidget(image_);
  body_->addWidget(versions_);
  column->addWidget(new Rule);
  column->addWidget(body_, 1);
  column->addWidget(new Rule);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(kMargin - 7, px(6), kMargin, px(8));
  foot->addWidget(actions_);
  column->addLayout(foot);

  connect(back_, &Button::clicked, this, &DocumentReader::backRequested);
  connect(card_, &EmptyState::actionTriggered, this, [this] {
    const auto* wanted = version();
    if (wanted == nullptr) return;
    if (wanted->presence == store::Presence::absent || wanted->presence == store::Presence::failed)
      access_.desk.documents().fetch(wanted->id);
    else
      saveAs(*wanted);
  });
  connect(pdf_, &PdfView::opened, this, [this] {
    showTools();
    if (!words_.isEmpty()) find_->setText(words_);
  });
  connect(pdf_, &PdfView::firstPageShown, this, &DocumentReader::shown);
  connect(pdf_, &PdfView::failed, this, &DocumentReader::showProblem);
  connect(pdf_, &PdfView::pageChanged, this, &DocumentReader::showTools);
  const auto tellFound = [this](int number, int total) {
    // Not beside each other in the text, as they were in the search: then the word that says most.
    if (total == 0 && !words_.isEmpty() && find_->text() == words_ && words_.contains(QLatin1Char(' '))) {
      const auto each = words_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
      words_ =
          *std::max_element(each.begin(), each.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
      return find_->setText(words_);
    }
    found_->setText(find_->text().isEmpty() ? QString()
                    : total == 0            ? tr("not found")
                                            : tr("%1 of %2").arg(number).arg(total));
    previous_->setEnabled(total > 1);
    next_->setEnabled(total > 1);
  };
  connect(pdf_, &PdfView::foundChanged, this, tellFound);
  connect(text_, &TextView::foundChanged, this, tellFound);
  connect(text_, &TextView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
}

QWidget* DocumentReader::buildTools() {
  // Finding, and the pages; below each other where the pane is narrow.
  tools_ = new FlowRow(px(24), px(6));
  const auto group = [this](std::initializer_list<QWidget*> parts) {
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    for (QWidget* part : parts) row->addWidget(part);
    tools_->layout()->addWidget(whole);
  };
  find_->setAccessibleName(tr("Find in this document"));
  find_->setFixedWidth(px(kFindWidth));
  find_->setClearButtonEnabled(true);
  smaller_->setAccessibleName(tr("Smaller"));
  larger_->setAccessibleName(tr("Larger"));
  fit_->setAccessibleName(tr("As wide as there is room"));
  for (Button* button : {smaller_, fit_, larger_}) {
    button->setCompact(true);
    button->setToolTip(plainToolTip(button->accessibleName()));
  }
  group({find_, found_, previous_, next_});
  group({pages_, smaller_, fit_, larger_});
  connect(find_, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (content_ != nullptr) content_->find(text);
    showTools();
  });
  connect(find_, &QLineEdit::returnPressed, this, [this] {
    if (content_ != nullptr) content_->findNext(true);
  });
  connect(previous_, &Button::clicked, this, [this] { content_->findNext(false); });
  connect(next_, &Button::clicked, this, [this] { content_->findNext(true); });
  connect(smaller_, &Button::clicked, this, [this] { content_->zoom(-1); });
  connect(fit_, &Button::clicked, this, [this] { content_->zoom(0); });
  connect(larger_, &Button::clicked, this, [this] { content_->zoom(1); });
  return tools_;
}

bool DocumentReader::may(ChannelAction action) const {
  return vb::may(channel_.row.role, action, channel_.channel,
                 Timestamp(Milliseconds(QDateTime::currentMSecsSinceEpoch())));
}

// ---- opening ---------------------------------------------------------------------------------------------

void DocumentReader::open(const store::ChannelView& channel, DocumentId document, int page, const QString& words) {
  const bool isOther = document != document_;
  channel_ = channel;
  page_ = page;
  words_ = words;
  if (isOther) {
    body_->setCurrentIndex(0);
    close();
    document_ = document;
  }
  reload();
  if (isOther || document_.isNil() || content_ == nullptr) return;
  if (page > 0) content_->goToPage(page);
  if (!words.isEmpty()) find_->setText(words);
}

void DocumentReader::close() {
  document_ = {};
  version_ = shownVersion_ = {};
  view_ = {};
  opened_ = {};
  openTicket_ = textTicket_ = 0;
  find_->clear();
  found_->clear();
  pdf_->close();
  text_->clear();
  image_->clear();
  front(nullptr);
}

const store::VersionRow* DocumentReader::version() const {
  for (const auto& row : view_.versions)
    if (version_.isNil() ? row.current : row.id == version_) return &row;
  return view_.versions.isEmpty() ? nullptr : &view_.versions.first();
}

void DocumentReader::reload() {
  if (document_.isNil()) return;
  auto found = access_.reader.channels().document(document_);
  if (!found) {
    close();
    return void(Q_EMIT gone());
  }
  view_ = *std::move(found);
  showHead();
  showActions();
  if (isShowingVersions()) fillVersions();
  showContent();
}

void DocumentReader::showHead() {
  const auto* read = version();
  const auto words = read != nullptr && !version_.isNil() ? presenceOf(read->presence) : presenceOf(view_.row);
  presence_->set(words.text, words.kind);
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  QStringList about;
  if (read != nullptr) {
    about << tr("version %1 of %2").arg(read->number).arg(dayText(read->addedAt, now)) << personName(read->authorName)
          << sizeText(read->size);
    if (!read->remark.isEmpty()) about << QStringLiteral("“%1”").arg(read->remark);
  }
  if (!view_.path.isEmpty()) about << view_.path.join(QStringLiteral(" / "));
  about_->setText(about.join(QStringLiteral(" · ")));
  about_->setToolTip(plainToolTip(about_->text()));
  name_->setText(view_.row.name);
  notice_->clearActions();
  notice_->hide();
  if (view_.row.trashed) {
    notice_->set(Banner::Kind::wait, tr("In the bin"), tr("It is removed for good 30 days after it was thrown away."));
    if (may(ChannelAction::changeDocument))
      connect(notice_->addAction(tr("Put back")), &Button::clicked, this,
              [this] { access_.desk.documents().setTrashed(channel_.row.id, document_, false); });
    notice_->show();
  } else if (read != nullptr && !read->current) {
    notice_->set(Banner::Kind::info, tr("You read version %1").arg(read->number), tr("There is a newer one."));
    connect(notice_->addAction(tr("Read the newest")), &Button::clicked, this, [this] {
      version_ = {};
      reload();
    });
    notice_->show();
  } else if (view_.row.concurrent) {
    notice_->set(Banner::Kind::wait, tr("Two versions were added at once"),
                 tr("Both are kept. Look at both, and add one that has everything."));
    connect(notice_->addAction(tr("Show the versions")), &Button::clicked, this, [this] { showVersions(true); });
    notice_->show();
  }
}

void DocumentReader::showActions() {
  const auto& name = view_.row.name;
  const auto* read = version();
  const bool isHere =
      read != nullptr && (read->presence == store::Presence::here || read->presence == store::Presence::uploading);
  actions_->set(QStringLiteral("1outside"), tr("Open in another program"), tr("Open %1 in another program").arg(name),
                [this] { openOutside(); });
  actions_->setShown(QStringLiteral("1outside"), isHere && opened_.mayOpenOutside);
  actions_->set(QStringLiteral("2save"), tr("Save as…"), tr("Save %1 as a file").arg(name), [this] {
    if (const auto* wanted = version()) saveAs(*wanted);
  });
  actions_->setShown(QStringLiteral("2save"), isHere);
  actions_->set(QStringLiteral("3print"), tr("Print…"), tr("Print %1").arg(name), [this] { print(); });
  actions_->setShown(QStringLiteral("3print"), content_ != nullptr && content_->canPrint());
  actions_->set(QStringLiteral("4versions"),
                isShowingVersions() ? tr("Back to the text") : tr("Versions · %1").arg(view_.row.versions),
                tr("Versions of %1").arg(name), [this] { showVersions(!isShowingVersions()); });
  actions_->set(QStringLiteral("5add"), tr("New version…"), tr("Add a version of %1").arg(name),
                [this] { Q_EMIT newVersionAsked(); });
  actions_->setShown(QStringLiteral("5add"), may(ChannelAction::addDocument) && !view_.row.trashed);
  actions_->set(QStringLiteral("6discuss"), tr("Discuss"), tr("Discuss %1").arg(name), [this] { discuss(); });
  actions_->setShown(QStringLiteral("6discuss"), may(ChannelAction::startTopic) && !view_.row.trashed);
  actions_->set(QStringLiteral("7keep"), view_.row.pinned ? tr("Keep no longer") : tr("Always keep here"),
                view_.row.pinned ? tr("Keep %1 on this computer no longer").arg(name)
                                 : tr("Always keep %1 on this computer").arg(name),
                [this] { access_.desk.documents().setPinned(document_, !view_.row.pinned); });
  actions_->set(QStringLiteral("8trash"), tr("To the bin"), tr("Put %1 in the bin").arg(name),
                [this] { Q_EMIT trashAsked(); });
  actions_->setShown(QStringLiteral("8trash"), may(ChannelAction::changeDocument) && !view_.row.trashed);
}

void DocumentReader::showContent() {
  const auto* wanted = version();
  if (wanted == nullptr) return showProblem(QStringLiteral("not_found"));
  const bool isHere = wanted->presence == store::Presence::here || wanted->presence == store::Presence::uploading;
  if (isHere && shownVersion_ == wanted->id) return;
  if (isHere) {
    shownVersion_ = wanted->id;
    openTicket_ = ++lastTicket_;
    access_.desk.documents().open(openTicket_, wanted->id);
    return;
  }
  shownVersion_ = {};
  opened_ = {};
  front(nullptr);
  const auto words = version_.isNil() ? presenceOf(view_.row) : presenceOf(wanted->presence);
  switch (wanted->presence) {
    case store::Presence::waiting:
    case store::Presence::fetching:
      return card_->set(QStringLiteral("cloud"), words.text,
                        tr("%1 opens here as soon as it has come.").arg(view_.row.name));
    case store::Presence::failed:
      return card_->set(QStringLiteral("warning"), words.text, tr("It is tried again by itself."), tr("Try now"));
    default:
      return card_->set(QStringLiteral("cloud"), words.text,
                        tr("%1 is fetched when you ask for it, and then stays here.").arg(sizeText(wanted->size)),
                        tr("Fetch it"));
  }
}

void DocumentReader::opened(const OpenedDocument& document) {
  openTicket_ = 0;
  opened_ = document;
  showActions();
  if (!document.errorCode.isEmpty()) return showProblem(document.errorCode);
  if (document.mediaType == QLatin1String("application/pdf")) {
    front(pdf_);
    pdf_->open(document.file, page_);
  } else if (document.mediaType.startsWith(QLatin1String("image/")) &&
             !document.mediaType.contains(QLatin1String("svg"))) {
    const QString problem = image_->open(document.file, document.name);
    if (!problem.isEmpty()) return showProblem(problem);
    front(image_);
    Q_EMIT shown();
  } else if (isText(document.mediaType)) {
    textTicket_ = ++lastTicket_;
    access_.desk.documents().readText(textTicket_, document.version);
  } else {
    showProblem(QStringLiteral("unsupported"));
  }
}

void DocumentReader::textRead(const DocumentText& text) {
  textTicket_ = 0;
  if (!text.errorCode.isEmpty()) return showProblem(text.errorCode);
  const QString whole = text.pages.join(QLatin1Char('\n'));
  if (isMarkdown(opened_))
    text_->setMarkdown(whole);
  else
    text_->setPlain(whole);
  text_->setAccessibleName(tr("Text of %1").arg(view_.row.name));
  front(text_);
  if (!words_.isEmpty()) find_->setText(words_);
  Q_EMIT shown();
}

void DocumentReader::showProblem(const QString& errorCode) {
  front(nullptr);
  const auto* wanted = version();
  const bool isHere = wanted != nullptr &&
                      (wanted->presence == store::Presence::here || wanted->presence == store::Presence::uploading);
  card_->set(QStringLiteral("info"), view_.row.name, documentProblem(errorCode), isHere ? tr("Save as…") : QString());
  showActions();
  Q_EMIT shown();
}

void DocumentReader::front(ContentView* view) {
  content_ = view;
  // The versions stay in front until they are left.
  if (!isShowingVersions()) {
    body_->setCurrentIndex(0);
    if (view != nullptr) body_->setCurrentWidget(view->widget());
  }
  showTools();
  if (!document_.isNil()) showActions();
}

void DocumentReader::showTools() {
  const bool has = content_ != nullptr && !isShowingVersions();
  tools_->setVisible(has);
  if (!has) return;
  const bool canFind = content_->canFind();
  find_->setVisible(canFind);
  for (QWidget* part : std::initializer_list<QWidget*>{found_, previous_, next_})
    part->setVisible(canFind && !find_->text().isEmpty());
  const bool canZoom = content_ != text_;
  for (QWidget* part : std::initializer_list<QWidget*>{smaller_, fit_, larger_}) part->setVisible(canZoom);
  pages_->setVisible(content_->pages() > 0);
  pages_->setText(tr("page %1 of %2").arg(content_->page()).arg(content_->pages()));
}

// ---- window ----------------------------------------------------------------------------------------------

QVector<QWidget*> DocumentReader::panes() {
  if (content_ != nullptr && !isShowingVersions()) return {content_->widget()};
  return {actions_->button(QStringLiteral("4versions"))};
}

void DocumentReader::focusContent() {
  if (content_ != nullptr) content_->widget()->setFocus();
}

void DocumentReader::setOnePane(bool onePane) { back_->setVisible(onePane); }

void DocumentReader::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().surface); }

void DocumentReader::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Find) && content_ != nullptr && content_->canFind()) {
    find_->setFocus();
    return find_->selectAll();
  }
  if (event->matches(QKeySequence::FindNext) && content_ != nullptr) return content_->findNext(true);
  if (event->matches(QKeySequence::FindPrevious) && content_ != nullptr) return content_->findNext(false);
  if (event->matches(QKeySequence::Print)) return print();
  if (event->key() == Qt::Key_Escape && isShowingVersions()) return showVersions(false);
  QWidget::keyPressEvent(event);
}

}  // namespace vb::client::ui
