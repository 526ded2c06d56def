#include "client/ui/search/search_screen.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/pills.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/search/hit_delegate.h"
#include "client/ui/search/person_card.h"
#include "client/ui/search/tuning.h"
#include "client/ui/shell/draft_places.h"

namespace vb::client::ui {
namespace {

const QVector<std::optional<store::SearchKind>>& kindsShown() {
  static const QVector<std::optional<store::SearchKind>> kKinds{
      std::nullopt,
      store::SearchKind::question,
      store::SearchKind::answer,
      store::SearchKind::comment,
      store::SearchKind::person,
      store::SearchKind::category,
      store::SearchKind::topic,
      store::SearchKind::post,
      store::SearchKind::document,
      store::SearchKind::channel,
  };
  return kKinds;
}

QString pillText(std::optional<store::SearchKind> kind, int count) {
  QString name = SearchScreen::tr("Everything");
  if (kind) switch (*kind) {
      case store::SearchKind::question:
        name = SearchScreen::tr("Questions");
        break;
      case store::SearchKind::answer:
        name = SearchScreen::tr("Answers");
        break;
      case store::SearchKind::comment:
        name = SearchScreen::tr("Comments");
        break;
      case store::SearchKind::person:
        name = SearchScreen::tr("Colleagues");
        break;
      case store::SearchKind::category:
        name = SearchScreen::tr("Categories");
        break;
      case store::SearchKind::topic:
        name = SearchScreen::tr("Discussions");
        break;
      case store::SearchKind::post:
        name = SearchScreen::tr("Posts");
        break;
      case store::SearchKind::document:
        name = SearchScreen::tr("Documents");
        break;
      case store::SearchKind::channel:
        name = SearchScreen::tr("Channels");
        break;
    }
  return count > 0 ? QStringLiteral("%1 · %2").arg(name).arg(count) : name;
}

}  // namespace

void openHit(const Access& access, const store::SearchHit& hit, QWidget* window, const QString& words) {
  switch (hit.kind) {
    case store::SearchKind::question:
      access.navigator.openQuestion(hit.question);
      break;
    case store::SearchKind::answer:
    case store::SearchKind::comment:
      access.navigator.openQuestion(hit.question, hit.id);
      break;
    case store::SearchKind::person:
      PersonCard::open(access, hit, window);
      break;
    case store::SearchKind::category:
      if (const auto id = CategoryId::parse(hit.id.toStdString())) access.navigator.openCategory(*id);
      break;
    case store::SearchKind::topic:
    case store::SearchKind::post:
      if (const auto topic = access.reader.channels().topic(hit.topic)) {
        auto row = topic->row;
        row.channel = hit.channel.isNil() ? row.channel : hit.channel;
        const auto post =
            hit.kind == store::SearchKind::post ? PostId::parse(hit.id.toStdString()) : Result<PostId>(PostId{});
        access.navigator.visit(visitOfTopic(row, post ? *post : PostId{}));
      }
      break;
    case store::SearchKind::channel: {
      const auto view = access.reader.channels().channel(hit.channel);
      Visit visit;
      const bool isIn = view && view->row.state == MembershipState::joined;
      visit.destination = isIn ? Destination::channel : Destination::channels;
      if (isIn) visit.channel = hit.channel;
      access.navigator.visit(visit);
      break;
    }
    case store::SearchKind::document: {
      Visit visit;
      visit.destination = Destination::channel;
      visit.channel = hit.channel;
      visit.tab = ChannelTab::documents;
      visit.document = hit.document;
      visit.folder = hit.folder;
      visit.page = hit.page;
      visit.text = words;
      access.navigator.visit(visit);
      break;
    }
  }
}

SearchScreen::SearchScreen(const Access& access, QWidget* parent)
    : Screen(parent), access_(access), directory_(access.reader), model_(new HitModel(this)) {
  setOnSurface();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, px(22), 0, 0);
  column->setSpacing(px(10));
  auto* head = new QVBoxLayout;
  head->setContentsMargins(px(kSearchMargin), 0, px(kSearchMargin), 0);
  head->setSpacing(px(10));
  head->addWidget(new PlainLabel(tr("Search"), TextRole::heading));
  field_ = new SearchField(tr("Search everything on this computer"));
  field_->setAccessibleName(tr("Search everything on this computer"));
  field_->setClearButtonEnabled(true);
  field_->installEventFilter(this);
  head->addWidget(field_);
  kinds_ = new FilterPills(tr("Kind of result"));
  for (const auto& kind : kindsShown()) kinds_->add(pillText(kind, 0));
  kinds_->setCurrent(0);
  head->addWidget(kinds_);
  summary_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  head->addWidget(&summary_->wrapped());
  column->addLayout(head);
  list_ = new QListView;
  list_->setAccessibleName(tr("Results"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setResizeMode(QListView::Adjust);
  list_->setMouseTracking(true);
  list_->setModel(model_);
  list_->setItemDelegate(new HitDelegate(directory_, list_));
  list_->installEventFilter(this);
  column->addWidget(list_, 1);
  empty_ = new EmptyState;
  column->addWidget(empty_, 1);

  connect(field_, &QLineEdit::textChanged, this, &SearchScreen::search);
  connect(kinds_, &FilterPills::currentChanged, this, [this](int index) { model_->setKind(kindsShown()[index]); });
  connect(list_, &QListView::clicked, this, &SearchScreen::open);
  connect(&access_.desk, &Desk::searchFinished, this, [this](quint64 ticket, const store::SearchResults& results) {
    if (ticket == ticket_) showResults(results);
  });
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.categories) directory_.forget();
  });
  showResults({});
}

void SearchScreen::search() {
  const QString query = field_->text().trimmed();
  if (query.isEmpty()) {
    ++ticket_;  // what is still on its way is not shown any more
    showResults({});
    return;
  }
  access_.desk.search(++ticket_, query, kHitsMax);
}

void SearchScreen::showResults(const store::SearchResults& results) {
  model_->setResults(results);
  renewPills();
  const QString query = field_->text().trimmed();
  const int found = model_->countOf(std::nullopt);
  QStringList words;
  if (!query.isEmpty() && found > 0)
    words << (results.more ? tr("The newest %n result(s); another word narrows it.", nullptr, found)
                           : tr("%n result(s), newest first.", nullptr, found));
  if (!query.isEmpty() && results.historyIncomplete)
    words << tr("Older questions are not on this computer yet and were not searched.");
  if (!query.isEmpty() && results.documentsNotHere > 0)
    words << tr("%n document(s) are not on this computer (yet), so their text was not searched.", nullptr,
                results.documentsNotHere);
  summary_->setText(words.join(QLatin1Char(' ')));
  summary_->setVisible(!words.isEmpty());
  const bool none = found == 0;
  list_->setVisible(!none);
  kinds_->setVisible(!none);
  empty_->setVisible(none);
  if (query.isEmpty())
    empty_->set(QStringLiteral("search"), tr("Search everything"),
                tr("Questions, answers, discussions, documents, colleagues, categories and channels. It works without "
                   "a connection too."));
  else
    empty_->set(QStringLiteral("search"), tr("Nothing found"),
                results.historyIncomplete
                    ? tr("Try another word. Older questions are still being fetched; look again later.")
                    : tr("Try another word, or part of a word."));
}

void SearchScreen::renewPills() {
  const auto& kinds = kindsShown();
  for (int i = 0; i < kinds.size(); ++i) kinds_->setText(i, pillText(kinds[i], model_->countOf(kinds[i])));
}

void SearchScreen::open(const QModelIndex& index) {
  if (index.isValid()) openHit(access_, store::SearchHit(model_->hit(index.row())), window(), field_->text().trimmed());
}

void SearchScreen::activate() {
  field_->setFocus();
  field_->selectAll();
}

void SearchScreen::enter(const Visit& visit) {
  activate();
  if (!visit.text.isEmpty()) {
    field_->setText(visit.text);
    field_->end(false);
  }
}

QVector<QWidget*> SearchScreen::panes() { return {field_, list_}; }

bool SearchScreen::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return Screen::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (watched == field_ && (key->key() == Qt::Key_Down || enter) && model_->rowCount() > 0) {
    if (!list_->currentIndex().isValid()) list_->setCurrentIndex(model_->index(0, 0));
    if (enter)
      open(list_->currentIndex());
    else
      list_->setFocus();
    return true;
  }
  if (watched == list_) {
    if (enter) {
      open(list_->currentIndex());
      return true;
    }
    if (key->key() == Qt::Key_Up && list_->currentIndex().row() <= 0) {
      field_->setFocus();
      return true;
    }
  }
  return Screen::eventFilter(watched, event);
}

}  // namespace vb::client::ui
