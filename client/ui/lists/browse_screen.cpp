#include "client/ui/lists/browse_screen.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

#include "client/ui/controls/card.h"
#include "client/ui/lists/question_list_view.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr char kSplitter[] = "browse";
constexpr int kListWidth = 400;
constexpr int kListWidthMin = 280;
constexpr double kListShareMax = 0.45;  // what is read gets more than what is looked through

// The reader's ground while nothing is open.
class Blank : public QWidget {
 public:
  explicit Blank(QWidget* content) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content);
  }

 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().surface); }
};

}  // namespace

BrowseScreen::BrowseScreen(store::Reader& reader, Desk& desk, Directory& directory, Navigator& navigator,
                           Preferences& preferences, MakeReader makeReader, Now now, QWidget* parent)
    : Screen(parent),
      reader_(reader),
      desk_(desk),
      directory_(directory),
      navigator_(navigator),
      preferences_(preferences),
      makeReader_(std::move(makeReader)),
      now_(std::move(now)),
      splitter_(new QSplitter(Qt::Horizontal)),
      lists_(new QStackedWidget),
      right_(new QStackedWidget) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(splitter_);
  splitter_->setHandleWidth(1);
  splitter_->setChildrenCollapsible(false);
  splitter_->addWidget(lists_);
  splitter_->addWidget(right_);
  splitter_->setStretchFactor(0, 0);
  splitter_->setStretchFactor(1, 1);
  lists_->setMinimumWidth(px(kListWidthMin));
  right_->setMinimumWidth(px(280));
  auto* nothing = new EmptyState;
  nothing->set(QStringLiteral("questions"), tr("Choose a question"), tr("It opens here, with its answers."));
  right_->addWidget(new Blank(nothing));
  if (!splitter_->restoreState(preferences_.state(QLatin1String(kSplitter))))
    splitter_->setSizes({px(kListWidth), px(kListWidth * 2)});
  connect(splitter_, &QSplitter::splitterMoved, this, [this] {
    if (!onePane_) preferences_.setState(QLatin1String(kSplitter), splitter_->saveState());
  });
  connect(&desk_, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.categories) directory_.forget();
    for (ListPane* pane : std::as_const(panes_)) pane->noticeChange(changes);
  });
  connect(&desk_, &Desk::linkChanged, this, [this] {
    for (ListPane* pane : std::as_const(panes_)) pane->noticeLink();
  });
}

BrowseScreen::~BrowseScreen() = default;

QString BrowseScreen::title() const {
  const auto pane = panes_.constFind(current_);
  return pane == panes_.constEnd() ? QString() : (*pane)->title();
}

ListPane* BrowseScreen::pane(Destination destination) {
  if (ListPane* made = panes_.value(destination)) return made;
  auto* made = new ListPane(destination, reader_, desk_, directory_, now_, lists_);
  panes_.insert(destination, made);
  lists_->addWidget(made);
  connect(made, &ListPane::searchAsked, this, [this](const QString& typed) {
    if (typed.isEmpty())
      navigator_.openSwitcher();
    else
      navigator_.openSearch(typed);
  });
  connect(made, &ListPane::askAsked, this, [this] { navigator_.openAsk(); });
  connect(made, &ListPane::expertiseAsked, this, [this] {
    Visit visit;
    visit.destination = Destination::settings;
    visit.text = QStringLiteral("expertise");
    navigator_.visit(visit);
  });
  QuestionListView& list = made->list();
  // What is open may come into the list later: just asked, or from a link.
  const auto arrived = [this, destination] { selectOpen(destination); };
  connect(&made->model(), &QuestionListModel::refreshed, this, arrived);
  connect(&made->model(), &QAbstractItemModel::modelReset, this, arrived, Qt::QueuedConnection);
  connect(&list, &QuestionListView::browsed, this, [this](QuestionId id) {
    // With one pane at a time the arrows only walk the list.
    if (!onePane_) show(id, {}, false);
  });
  connect(&list, &QuestionListView::opened, this, [this](QuestionId id) { show(id, {}, true); });
  connect(&list, &QuestionListView::pointed, this, [this](QuestionId id) { show(id, {}, onePane_); });
  connect(&list, &QuestionListView::composeAsked, this, [this] {
    const QuestionId id = pane(current_)->list().currentQuestion();
    if (id.isNil()) return;
    show(id, {}, true);
    question_->compose();
  });
  connect(&list, &QuestionListView::saveAsked, this, [this](QuestionId id) {
    const auto rows = reader_.questionRows({id});
    if (!rows.isEmpty()) desk_.setSaved(id, QString::fromStdString(id.text()), !rows.first().saved);
  });
  return made;
}

void BrowseScreen::enter(const Visit& visit) {
  if (question_ != nullptr && visit.destination != current_) question_->deactivate();
  current_ = visit.destination;
  ListPane* list = pane(current_);
  lists_->setCurrentWidget(list);
  readerInFront_ = false;
  if (!visit.category.isNil()) list->showCategory(visit.category);
  const QuestionId wanted = visit.question.isNil() ? openIn_.value(current_) : visit.question;
  if (!visit.question.isNil()) list->list().select(wanted);
  if (!wanted.isNil() && (!onePane_ || !visit.question.isNil()))
    show(wanted, visit.highlightId, !visit.question.isNil());
  else
    right_->setCurrentIndex(0);
  arrange();
  if (visit.question.isNil()) list->focusList();
  Q_EMIT titleChanged();
}

void BrowseScreen::deactivate() {
  if (question_ != nullptr) question_->deactivate();
}

QVector<QWidget*> BrowseScreen::panes() {
  QVector<QWidget*> stops;
  if (!onePane_ || !readerInFront_) stops.append(&pane(current_)->list());
  if ((!onePane_ || readerInFront_) && question_ != nullptr && right_->currentWidget() == question_)
    stops += question_->panes();
  return stops;
}

bool BrowseScreen::back() {
  if (!onePane_ || !readerInFront_) return false;
  if (question_ != nullptr) question_->deactivate();
  readerInFront_ = false;
  arrange();
  pane(current_)->focusList();
  return true;
}

void BrowseScreen::setOnePane(bool onePane) {
  if (onePane_ == onePane) return;
  onePane_ = onePane;
  if (question_ != nullptr) question_->setOnePane(onePane);
  arrange();
}

// What was put off until a moment comes back then; what is read grows older.
void BrowseScreen::timePassed() {
  ChangeSet changes;
  changes.marks = true;
  for (ListPane* pane : std::as_const(panes_)) pane->noticeChange(changes);
  if (question_ != nullptr) question_->timePassed();
}

QVariant BrowseScreen::place() const {
  const QuestionId open = openIn_.value(current_);
  return open.isNil() || (onePane_ && !readerInFront_) ? QVariant() : QString::fromStdString(open.text());
}

void BrowseScreen::restorePlace(const QVariant& place) {
  const auto id = QuestionId::parse(place.toString().toStdString());
  if (!id) return;
  pane(current_)->list().select(*id);
  show(*id, {}, false);
}

void BrowseScreen::selectOpen(Destination destination) {
  QuestionListView& list = panes_.value(destination)->list();
  const QuestionId open = openIn_.value(destination);
  if (open.isNil() || list.selectionModel()->hasSelection()) return;
  if (pane(destination)->model().indexOf(open) >= 0) list.select(open);
}

void BrowseScreen::resizeEvent(QResizeEvent* event) {
  Screen::resizeEvent(event);
  arrange();
}

void BrowseScreen::arrange() {
  const int most = qMax(px(kListWidthMin), static_cast<int>(width() * kListShareMax));
  const bool isTooWide = !onePane_ && lists_->isVisible() && splitter_->sizes().first() > most;
  lists_->setMaximumWidth(onePane_ ? QWIDGETSIZE_MAX : most);
  // The splitter does not hand on by itself what the list gives up.
  if (isTooWide) splitter_->setSizes({most, width() - most});
  lists_->setVisible(!onePane_ || !readerInFront_);
  right_->setVisible(!onePane_ || readerInFront_);
}

void BrowseScreen::show(QuestionId question, const QString& highlightId, bool focusReader) {
  if (question_ == nullptr) {
    question_ = makeReader_(right_);
    right_->addWidget(question_);
    question_->setOnePane(onePane_);
    connect(question_, &QuestionPane::backRequested, this, [this] { back(); });
  }
  openIn_[current_] = question;
  readerInFront_ = true;
  right_->setCurrentWidget(question_);
  arrange();
  if (question_->question() != question || !highlightId.isEmpty()) question_->open(question, highlightId);
  if (focusReader) {
    const QVector<QWidget*> stops = question_->panes();
    (stops.isEmpty() ? question_ : stops.first())->setFocus(Qt::TabFocusReason);
  }
}

}  // namespace vb::client::ui
