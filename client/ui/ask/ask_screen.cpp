#include "client/ui/ask/ask_screen.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/ask/category_picker.h"
#include "client/ui/ask/similar_list.h"
#include "client/ui/ask/tuning.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/submit_keys.h"
#include "client/ui/guard/guard_banner.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"

namespace vb::client::ui {

ReachWords wordsOf(const Reach& reach, bool online, const QDateTime& now) {
  if (reach.categories.isEmpty()) return {AskScreen::tr("Choose a category to see whom you reach."), {}};
  if (!reach.known)
    return online ? ReachWords{AskScreen::tr("Looking up how many colleagues this reaches…"), {}}
                  : ReachWords{AskScreen::tr("Not known yet how many colleagues this reaches."),
                               AskScreen::tr("Your question is sent as soon as there is a connection.")};
  QStringList roles;
  const QLocale locale;
  for (const auto& [role, count] : reach.byRole)
    roles << QStringLiteral("%1 %2").arg(locale.toString(count), roleGroup(role));
  if (reach.other > 0) roles << AskScreen::tr("%1 other").arg(locale.toString(reach.other));
  ReachWords words;
  words.strong = reach.total == 0 ? AskScreen::tr("Nobody has ticked this yet")
                                  : AskScreen::tr("Reaches %n colleague(s)", nullptr, reach.total);
  words.rest = roles.size() > 1 ? roles.join(QStringLiteral(", ")) : QString();
  if (reach.total == 0) words.rest = AskScreen::tr("Choose a neighbouring category too.");
  if (!reach.live) {
    const QString known = AskScreen::tr("last known %1").arg(clockTime(reach.knownAt, now));
    words.rest = words.rest.isEmpty() ? known : words.rest + QStringLiteral(" · ") + known;
  }
  return words;
}

AskScreen::AskScreen(const Access& access, QWidget* parent)
    : Screen(parent), navigator_(access.navigator), presenter_(access.desk, access.reader) {
  build();
  wire();
  connect(&access.desk, &Desk::linkChanged, this, &AskScreen::showReach);
  fillFields();
  showGuard();
  showReach();
}

void AskScreen::build() {
  across_ = new QHBoxLayout(this);
  across_->setContentsMargins(0, 0, 0, 0);
  across_->setSpacing(0);
  setOnSurface();
  scroll_ = new PageScroll;
  auto* ground = new QWidget;
  auto* centre = new QHBoxLayout(ground);
  centre->setContentsMargins(px(34), px(22), px(34), px(22));
  form_ = new QWidget;
  form_->setMaximumWidth(px(kFormWidthMax));
  centre->addWidget(form_, 1);
  centre->addStretch(0);
  column_ = new QVBoxLayout(form_);
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(6);

  column_->addWidget(new PlainLabel(tr("Ask a question"), TextRole::heading));
  column_->addSpacing(px(10));
  const auto caption = [this](const QString& text) {
    column_->addWidget(new PlainLabel(text, TextRole::meta, ColorRole::muted));
  };
  const auto problem = [this] {
    auto* label = new PlainLabel({}, TextRole::meta, ColorRole::bad);
    label->wrapped().hide();
    column_->addWidget(label);
    return label;
  };
  caption(tr("Your question in one sentence"));
  title_ = new QLineEdit;
  title_->setAccessibleName(tr("Your question in one sentence"));
  title_->setMaxLength(static_cast<int>(limits::kTitleCharsMax) + 100);  // too long is said, not cut off silently
  setTextRole(title_, TextRole::reading);
  title_->setMinimumHeight(px(44));
  title_->setTextMargins(5, 0, 5, 0);
  column_->addWidget(title_);
  titleProblem_ = problem();
  column_->addSpacing(px(6));
  caption(tr("Explanation"));
  body_ = new MarkdownEdit(tr("Explanation"));
  body_->setLines(8, 18);
  column_->addWidget(body_);
  bodyProblem_ = problem();
  column_->addSpacing(px(4));
  banner_ = new GuardBanner(GuardedKind::question);
  column_->addWidget(banner_);
  column_->addSpacing(px(4));
  categories_ = new CategoryPicker(presenter_);
  column_->addWidget(categories_);
  categoriesProblem_ = problem();
  column_->addSpacing(px(4));
  reachCard_ = new Card(Card::Kind::soft);
  reachRow_ = new QBoxLayout(QBoxLayout::LeftToRight, reachCard_);
  reachRow_->setContentsMargins(px(14), px(12), px(14), px(12));
  reachRow_->setSpacing(px(6));
  reachStrong_ = new PlainLabel({}, TextRole::rowStrong, ColorRole::text);
  reachRoles_ = new PlainLabel({}, TextRole::row, ColorRole::text);
  reachRow_->addWidget(&reachStrong_->wrapped());
  reachRow_->addWidget(&reachRoles_->wrapped(), 1);
  column_->addWidget(reachCard_);
  column_->addSpacing(px(8));
  auto* buttons = new FlowRow(10, 8);
  send_ = new PrimaryButton(tr("Ask question"));
  keep_ = new SecondaryButton(tr("Keep as draft"));
  saved_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  // As high as the buttons, so that its words stand in their middle.
  saved_->setMinimumHeight(keep_->sizeHint().height());
  for (QWidget* each : QVector<QWidget*>{send_, keep_, saved_}) buttons->layout()->addWidget(each);
  column_->addWidget(buttons);
  column_->addStretch(1);
  scroll_->setPage(ground);
  across_->addWidget(scroll_, 1);

  similar_ = new SimilarList;
  across_->addWidget(similar_);
}

void AskScreen::wire() {
  const auto typed = [this] {
    presenter_.setText(title_->text(), body_->toPlainText());
    if (triedToSend_) showProblems(presenter_.problems());
  };
  connect(title_, &QLineEdit::textChanged, this, typed);
  connect(body_, &QPlainTextEdit::textChanged, this, typed);
  connect(body_, &MarkdownEdit::submitted, this, &AskScreen::send);
  connect(new SubmitKeys(title_), &SubmitKeys::submitted, this, &AskScreen::send);
  connect(title_, &QLineEdit::returnPressed, body_, qOverload<>(&QWidget::setFocus));
  connect(send_, &Button::clicked, this, &AskScreen::send);
  connect(keep_, &Button::clicked, this, [this] { presenter_.keepAsDraft(); });
  connect(banner_, &GuardBanner::removeRequested, this, [this] {
    const QString title = presenter_.redactedTitle();
    const QString body = presenter_.redactedBody();
    title_->setText(title);
    QTextCursor cursor(body_->document());  // one step for Undo
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(body);
    cursor.endEditBlock();
    body_->setFocus();
  });
  connect(banner_, &GuardBanner::notBsnClaimed, this, [this] {
    presenter_.releaseBsn();
    send_->setFocus();
  });
  connect(&presenter_, &AskPresenter::opened, this, &AskScreen::fillFields);
  connect(&presenter_, &AskPresenter::guardChanged, this, &AskScreen::showGuard);
  connect(&presenter_, &AskPresenter::reachChanged, this, &AskScreen::showReach);
  connect(&presenter_, &AskPresenter::choicesChanged, this, [this] {
    orderTabs();
    if (triedToSend_) showProblems(presenter_.problems());
  });
  connect(&presenter_, &AskPresenter::similarChanged, similar_, &SimilarList::setRows);
  connect(&presenter_, &AskPresenter::similarChanged, this, &AskScreen::orderTabs);
  connect(&presenter_, &AskPresenter::draftSaved, this, [this](qint64 at) {
    saved_->setText(at == 0 ? QString() : tr("Draft saved at %1").arg(clockTime(at, QDateTime::currentDateTime())));
  });
  connect(&presenter_, &AskPresenter::keptAsDraft, this, [this] {
    navigator_.showToast(
        {tr("Kept under Drafts."), tr("Open drafts"), [this] { navigator_.go(Destination::drafts); }, {}});
    title_->setFocus();
  });
  connect(&presenter_, &AskPresenter::asked, this, [this](QuestionId question, bool waits) {
    Visit visit;
    visit.destination = Destination::mine;
    visit.question = question;
    navigator_.visit(visit);
    navigator_.showToast({waits
                              ? tr("Your question waits for a connection and is sent by itself. You can go on working.")
                              : tr("Your question is on its way."),
                          {},
                          {},
                          {}});
  });
  connect(similar_, &SimilarList::questionChosen, this, [this](QuestionId id) {
    presenter_.flush();
    navigator_.openQuestion(id);
  });
}

void AskScreen::fillFields() {
  triedToSend_ = false;
  // A copy: filling one field reports both.
  const QString title = presenter_.title();
  const QString body = presenter_.body();
  const QSignalBlocker quietTitle(title_);
  const QSignalBlocker quietBody(body_);
  title_->setText(title);
  body_->setPlainText(body);
  showProblems({});
}

void AskScreen::showGuard() {
  const auto& guard = presenter_.guard();
  body_->setMarks(marksOf(guard.findings().value(1)));
  banner_->showFindings(guard);
  send_->setEnabled(!guard.holdsBack());
  orderTabs();
}

// What comes up while typing is made last, but has its place among the rest (WCAG 2.4.3).
void AskScreen::orderTabs() {
  const QVector<QWidget*> order = QVector<QWidget*>{title_, body_} + banner_->actionButtons() + categories_->stops() +
                                  QVector<QWidget*>{send_, keep_} + similar_->stops();
  for (int i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
}

void AskScreen::showReach() {
  const Link link = presenter_.link();
  const ReachWords words =
      wordsOf(presenter_.reach(), link == Link::live || link == Link::syncing, QDateTime::currentDateTime());
  reachStrong_->setText(words.strong);
  reachRoles_->setText(words.rest);
  reachRoles_->setVisible(!words.rest.isEmpty());
  arrangeReach();
  reachCard_->setAccessibleName(words.rest.isEmpty() ? words.strong : words.strong + QStringLiteral(". ") + words.rest);
}

void AskScreen::showProblems(const AskProblems& problems) {
  const auto show = [](PlainLabel* label, QWidget* field, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
    field->setAccessibleDescription(text);
  };
  show(titleProblem_, title_, problems.title);
  show(bodyProblem_, body_, problems.body);
  show(categoriesProblem_, categories_, problems.categories);
}

void AskScreen::send() {
  if (presenter_.guard().holdsBack()) return;
  const AskProblems problems = presenter_.problems();
  triedToSend_ = true;
  showProblems(problems);
  if (!problems.title.isEmpty())
    title_->setFocus();
  else if (!problems.body.isEmpty())
    body_->setFocus();
  else if (!problems.categories.isEmpty())
    categories_->focusFirst();
  else
    presenter_.send();
}

void AskScreen::activate() {
  presenter_.comeOnScreen();
  title_->setFocus();
}

void AskScreen::enter(const Visit& visit) {
  if (!visit.draftKey.isEmpty() && visit.draftKey != presenter_.draftKey()) presenter_.open(visit.draftKey);
  if (!visit.text.isEmpty()) {
    // What was being written is kept with the drafts, not overwritten.
    if (!presenter_.isEmpty() && presenter_.title() != visit.text) presenter_.keepAsDraft();
    title_->setText(visit.text);
  }
  activate();
}

QVariant AskScreen::place() const { return presenter_.draftKey(); }

void AskScreen::restorePlace(const QVariant& place) {
  if (place.toString() != presenter_.draftKey()) presenter_.open(place.toString());
}

QVector<QWidget*> AskScreen::panes() { return {form_, similar_}; }

void AskScreen::resizeEvent(QResizeEvent* event) {
  Screen::resizeEvent(event);
  arrange();
  layout()->activate();
  arrangeReach();
}

// Beside each other when there is room for both.
void AskScreen::arrangeReach() {
  const auto wide = [](const QLabel* label) { return label->fontMetrics().horizontalAdvance(label->text()); };
  const bool fits = wide(reachStrong_) + wide(reachRoles_) + px(40) <= reachCard_->width();
  reachRow_->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  const bool alone = reachRoles_->isHidden();
  reachStrong_->setMinimumWidth(fits && !alone ? wide(reachStrong_) + 1 : 0);
}

void AskScreen::arrange() {
  const bool beside = width() >= px(kBesideWidthMin);
  similar_->setBeside(beside);
  if (beside) {
    if (across_->indexOf(similar_) < 0) across_->addWidget(similar_);
    similar_->setFixedWidth(qMin(px(380), width() / 3));
  } else {
    similar_->setMinimumWidth(0);
    similar_->setMaximumWidth(QWIDGETSIZE_MAX);
    if (column_->indexOf(similar_) < 0) column_->addWidget(similar_);
  }
}

}  // namespace vb::client::ui
