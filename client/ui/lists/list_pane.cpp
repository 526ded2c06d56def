#include "client/ui/lists/list_pane.h"

#include <QComboBox>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/pills.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/lists/question_list_view.h"
#include "client/ui/lists/row_words.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {

using store::QuestionFilter;
using store::QuestionList;
using store::QuestionSort;

ListPane::ListPane(Destination destination, store::Reader& reader, Desk& desk, Directory& directory, Now now,
                   QWidget* parent)
    : QWidget(parent),
      destination_(destination),
      reader_(reader),
      desk_(desk),
      directory_(directory),
      now_(std::move(now)),
      model_(reader) {
  build();
  model_.setDescribe([this](const store::QuestionRow& row) { return wordsOf(row, directory_, now_()).spoken; });
  connect(pills_, &FilterPills::currentChanged, this, [this] { applyFilter(); });
  connect(search_, &SearchField::activated, this, &ListPane::searchAsked);
  connect(&model_, &QuestionListModel::heldBackChanged, this, &ListPane::showHeldBack);
  connect(&model_, &QAbstractItemModel::modelReset, this, &ListPane::renewEmpty);
  connect(&model_, &QuestionListModel::refreshed, this, &ListPane::renewEmpty);
  connect(newcomers_, &QAbstractButton::clicked, this, [this] {
    const bool hadFocus = newcomers_->hasFocus();
    model_.takeHeldBack();
    list_->scrollToTop();
    if (hadFocus) list_->setFocus();
  });
  connect(empty_, &EmptyState::actionTriggered, this, [this] {
    if (destination_ == Destination::mine || emptyAsks_)
      Q_EMIT askAsked();
    else if (destination_ == Destination::forYou && reader_.expertise().isEmpty())
      Q_EMIT expertiseAsked();
    else {
      pills_->setCurrent(destination_ == Destination::forYou ? 3 : 0);
      applyFilter();
    }
  });
  renewPills();
  applyFilter();
}

void ListPane::build() {
  const auto names = [this]() -> std::pair<QString, QString> {
    switch (destination_) {
      case Destination::questions:
        return {tr("Questions"), tr("Everything that was asked, by subject")};
      case Destination::mine:
        return {tr("My questions"), tr("What you asked, and how it stands")};
      case Destination::saved:
        return {tr("Saved"), tr("What you kept, follow or look at later")};
      default:
        return {tr("For you"), tr("Questions in your expertise, newest first")};
    }
  }();
  heading_ = new PlainLabel(names.first, TextRole::heading, ColorRole::text, this);
  subtitle_ = new PlainLabel(names.second, TextRole::meta, ColorRole::muted, this);
  subtitle_->wrapped();
  search_ = new SearchField(tr("Search everything"), QStringLiteral("Ctrl K"), this);
  search_->setOpensSearch(true);
  pills_ = new FilterPills(tr("Filter"), this);
  list_ = new QuestionListView(model_, names.first, this);
  list_->setItemDelegate(new QuestionDelegate(model_, directory_, now_, list_));
  empty_ = new EmptyState(this);
  newcomers_ = new PrimaryButton({}, this);
  newcomers_->setCompact(true);
  newcomers_->setIconName(QStringLiteral("arrow-up"));
  newcomers_->hide();

  auto* head = new QVBoxLayout;
  head->setContentsMargins(16, 14, 16, 10);
  head->setSpacing(4);
  head->addWidget(heading_);
  head->addWidget(subtitle_);
  head->addSpacing(5);
  head->addWidget(search_);
  head->addSpacing(6);
  if (destination_ == Destination::questions) {
    category_ = new QComboBox(this);
    category_->setAccessibleName(tr("Category"));
    category_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    category_->setMinimumContentsLength(10);
    sort_ = new QComboBox(this);
    sort_->setAccessibleName(tr("Order"));
    sort_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sort_->setMinimumContentsLength(8);
    for (const QString& order : {tr("Newest first"), tr("Last activity"), tr("Unanswered first"), tr("Most answers")})
      sort_->addItem(order);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(8);
    choices->addWidget(category_, 3);
    choices->addWidget(sort_, 2);
    head->addLayout(choices);
    head->addSpacing(6);
    fillCategories();
    connect(category_, &QComboBox::activated, this, [this] { applyFilter(); });
    connect(sort_, &QComboBox::activated, this, [this] { applyFilter(); });
  }
  head->addWidget(pills_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(new Rule);
  body_ = new QStackedLayout;
  body_->addWidget(list_);
  body_->addWidget(empty_);
  column->addLayout(body_, 1);
  setTabOrder(search_, pills_);
  setTabOrder(pills_, list_);
  setMinimumWidth(px(260));
}

QString ListPane::title() const { return heading_->text(); }

void ListPane::fillCategories() {
  const CategoryId chosen = model_.query().category;
  category_->clear();
  category_->addItem(tr("All categories"));
  for (const store::CategoryRow& row : directory_.categories()) {
    category_->addItem(Directory::nameOf(row), QString::fromStdString(row.id.text()));
    if (row.id == chosen) category_->setCurrentIndex(category_->count() - 1);
  }
}

void ListPane::renewPills() {
  QStringList words;
  switch (destination_) {
    case Destination::questions:
      words = {tr("All"), tr("No answer yet"), tr("Answered"), tr("Helped")};
      break;
    case Destination::mine:
      words = {tr("All"), tr("Open"), tr("Answered")};
      break;
    case Destination::saved:
      words = {tr("Saved"), tr("Following"), tr("Later")};
      break;
    default: {
      const int open = reader_.counts().forYouOpen;
      words = {open > 0 ? tr("Open · %1").arg(open) : tr("Open"), tr("Answered"), tr("Later"), tr("All")};
    }
  }
  for (int i = 0; i < words.size(); ++i) {
    if (i < pills_->count())
      pills_->setText(i, words[i]);
    else
      pills_->add(words[i]);
  }
}

void ListPane::applyFilter() {
  store::QuestionQuery query;
  const int chosen = std::max(0, pills_->current());
  switch (destination_) {
    case Destination::questions:
      query.list = QuestionList::category;
      query.filter = std::array{QuestionFilter::all, QuestionFilter::unanswered, QuestionFilter::answered,
                                QuestionFilter::helped}[static_cast<std::size_t>(chosen)];
      query.sort = static_cast<QuestionSort>(std::max(0, sort_->currentIndex()));
      if (const auto id = CategoryId::parse(category_->currentData().toString().toStdString())) query.category = *id;
      if (!query.category.isNil()) desk_.refresh(query.category);
      break;
    case Destination::mine:
      query.list = QuestionList::mine;
      query.filter = std::array{QuestionFilter::all, QuestionFilter::open,
                                QuestionFilter::answered}[static_cast<std::size_t>(chosen)];
      break;
    case Destination::saved:
      query.list = std::array{QuestionList::saved, QuestionList::followed,
                              QuestionList::later}[static_cast<std::size_t>(chosen)];
      query.filter = QuestionFilter::all;
      break;
    default:
      query.list = QuestionList::forYou;
      query.filter = std::array{QuestionFilter::open, QuestionFilter::answered, QuestionFilter::later,
                                QuestionFilter::all}[static_cast<std::size_t>(chosen)];
  }
  model_.setQuery(query);
  list_->scrollToTop();
}

void ListPane::showCategory(CategoryId category) {
  if (category_ == nullptr) return;
  const int at = category_->findData(QString::fromStdString(category.text()));
  category_->setCurrentIndex(std::max(0, at));
  pills_->setCurrent(0);
  applyFilter();
}

void ListPane::noticeChange(const ChangeSet& changes) {
  if (changes.categories && category_ != nullptr) fillCategories();
  if (destination_ == Destination::forYou) renewPills();
  if (changes.expertise && destination_ == Destination::forYou) applyFilter();
  model_.noticeChange(changes);
}

void ListPane::noticeLink() {
  if (model_.rowCount() == 0) renewEmpty();
}

void ListPane::focusList() {
  if (model_.rowCount() > 0)
    list_->setFocus(Qt::OtherFocusReason);
  else
    search_->setFocus(Qt::TabFocusReason);
}

void ListPane::renewEmpty() {
  const bool nothing = model_.rowCount() == 0;
  body_->setCurrentIndex(nothing ? 1 : 0);
  if (!nothing) return;
  const LinkState link = desk_.link();
  const bool neverSynced = reader_.freshness().lastSyncedAt == 0;
  emptyAsks_ = false;
  const bool filtered = pills_->current() > 0;
  if (neverSynced && (link.link == Link::syncing || link.link == Link::connecting || link.link == Link::live)) {
    empty_->set(QStringLiteral("cloud"), tr("Your questions are on their way"),
                tr("The newest come first. You can look around meanwhile."));
  } else if (neverSynced && destination_ != Destination::mine) {
    empty_->set(
        QStringLiteral("offline"), tr("Nothing on this computer yet"),
        tr("As soon as there is a connection, the questions come by themselves. You can write a question now; it "
           "is sent later."),
        tr("Ask a question"));
    emptyAsks_ = true;
  } else if (destination_ == Destination::forYou && reader_.expertise().isEmpty()) {
    empty_->set(QStringLiteral("tag"), tr("What do you know about?"),
                tr("Tick the subjects you know about. Questions in those subjects then come here by themselves."),
                tr("Choose your expertise"));
  } else if (destination_ == Destination::mine && !filtered) {
    empty_->set(QStringLiteral("mine"), tr("You asked nothing yet"),
                tr("Your question goes to every colleague who knows about the subject."), tr("Ask a question"));
  } else if (destination_ == Destination::saved) {
    empty_->set(QStringLiteral("bookmark"), tr("Nothing here yet"),
                tr("Use Save, Follow or Later under a question, and you find it here again, also without a network."));
  } else if (destination_ == Destination::forYou && !filtered) {
    empty_->set(QStringLiteral("check"), tr("Nothing waits for you"),
                tr("New questions in your expertise appear here by themselves."), tr("Show all"));
  } else {
    empty_->set(QStringLiteral("filter"), tr("No questions in this selection"),
                tr("Choose another filter to see more."), filtered ? tr("Show all") : QString());
  }
}

void ListPane::showHeldBack(int count) {
  newcomers_->setVisible(count > 0);
  if (count == 0) return;
  newcomers_->setText(tr("%n new question(s)", nullptr, count));
  newcomers_->adjustSize();
  const QPoint corner = list_->mapTo(this, QPoint(0, 0));
  newcomers_->move(corner.x() + (list_->width() - newcomers_->width()) / 2, corner.y() + 10);
  newcomers_->raise();
}

void ListPane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showHeldBack(model_.heldBack());
}

void ListPane::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().bg); }

}  // namespace vb::client::ui
