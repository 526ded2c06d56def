#include "client/ui/reader/reader_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/reader/answer_card.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/reader/later.h"
#include "client/ui/reader/question_header.h"
#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/words/words.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {
namespace {

ComposerOptions answerOptions() {
  ComposerOptions options;
  options.kind = GuardedKind::answer;
  options.name = ReaderPane::tr("Your answer");
  options.placeholder = ReaderPane::tr("Write an answer…");
  options.sendText = ReaderPane::tr("Answer");
  options.withSources = true;
  return options;
}

QString textOf(const QuestionId& id) { return QString::fromStdString(id.text()); }

}  // namespace

ReaderPane::ReaderPane(const Access& access, Preferences& preferences, QWidget* parent)
    : QuestionPane(parent), access_(access), positions_(preferences) {
  setOnSurface();
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  page_ = new QWidget;
  const int margin = px(kPaneMargin);
  auto* outer = new QVBoxLayout(page_);
  outer->setContentsMargins(0, px(20), 0, px(12));
  outer->setSpacing(px(8));
  back_ = new LinkButton(tr("Back to the list"));
  back_->setIconName(QStringLiteral("back"));
  back_->hide();
  connect(back_, &Button::clicked, this, &QuestionPane::backRequested);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(margin - kRingRoom, 0, margin, 0);
  top->addWidget(back_);
  top->addStretch(1);
  outer->addLayout(top);
  // The scroll bar stands at the edge of the pane; the column leaves the margin itself.
  scroll_ = new ContentScroll(px(kReadingWidthMax), margin);
  scroll_->setAccessibleName(tr("Question and answers"));
  outer->addWidget(scroll_, 1);
  auto* bottom = new QVBoxLayout;
  bottom->setContentsMargins(margin, px(4), margin, 0);
  bottom->setSpacing(px(8));
  outer->addLayout(bottom);

  newAnswers_ = new SecondaryButton({});
  newAnswers_->setIconName(QStringLiteral("arrow-up"));
  newAnswers_->setCompact(true);
  newAnswers_->hide();
  connect(newAnswers_, &Button::clicked, this, [this] {
    const QString first = held_.isEmpty() ? QString() : QString::fromStdString(held_.first().text());
    open(question_, first);
  });
  bottom->addWidget(newAnswers_, 0, Qt::AlignLeft);
  closedNote_ =
      new PlainLabel(tr("This question is closed. Nobody can answer it any more."), TextRole::row, ColorRole::muted);
  closedNote_->wrapped().hide();
  bottom->addWidget(closedNote_);
  composer_ = new Composer(access_.desk, access_.reader, answerOptions());
  composer_->setMaximumWidth(px(kReadingWidthMax));
  bottom->addWidget(composer_);
  connect(composer_, &Composer::submitted, this, [this](const Composition& composition) {
    access_.desk.answer(question_, composition.body, composition.sources, composition.notBsn);
    composer_->handedOver();
    const Link link = access_.desk.link().link;
    if (link != Link::live && link != Link::syncing)
      access_.navigator.showToast({tr("Your answer waits for a connection and is sent by itself."), {}, {}, {}});
  });
  actions_ = new LinkRow;
  auto* links = new QHBoxLayout;
  links->setContentsMargins(margin - kRingRoom, 0, margin, 0);
  links->addWidget(actions_);
  outer->addLayout(links);

  header_ = new QuestionHeader(access_);
  answersTitle_ = new PlainLabel({}, TextRole::subheading);
  answersTitle_->setContentsMargins(kRingRoom, px(8), 0, 0);
  auto* column = scroll_->column();
  column->setSpacing(px(12));
  column->addWidget(header_);
  column->addWidget(answersTitle_);
  answers_ = new QVBoxLayout;
  answers_->setContentsMargins(kRingRoom, 0, 0, 0);
  answers_->setSpacing(px(12));
  column->addLayout(answers_);
  connect(header_, &QuestionHeader::removeRequested, this, &ReaderPane::remove);

  empty_ = new EmptyState;
  whole->addWidget(page_);
  whole->addWidget(empty_);
  showNothing();

  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (question_.isNil()) return;
    const bool concerned = changes.manyQuestions || changes.outbox || changes.people || changes.categories ||
                           changes.marks || changes.questions.contains(question_);
    if (concerned) reload();
  });
}

ReaderPane::~ReaderPane() { positions_.store(); }

QString ReaderPane::title() const { return question_.isNil() ? tr("Reader") : view_.row.title; }

void ReaderPane::open(QuestionId question, const QString& highlightId) {
  deactivate();
  held_.clear();
  question_ = question;
  highlightId_ = highlightId;
  const QString draftKey = QStringLiteral("answer/") + textOf(question);
  // What is being written at the same question stays as it is: it may not be stored yet.
  const bool another = composer_->draftKey() != draftKey;
  if (another) {
    qDeleteAll(cards_);
    cards_.clear();
  }
  const auto view = question.isNil() ? std::nullopt : access_.reader.question(question);
  if (!view || removed_.contains(textOf(question))) {
    showNothing();
    return;
  }
  empty_->hide();
  page_->show();
  if (another || composer_->isUnchanged()) {
    store::Draft draft;
    draft.key = draftKey;
    draft.targetTitle = view->row.title;
    draft.question = question;
    composer_->open(draft);
  }
  show(*view, true);
  if (!another) goOn(highlightId);
  scroll_->settle();
  scroll_->verticalScrollBar()->setValue(positions_.of(question));
  if (const QWidget* wanted = find(highlightId)) scroll_->showAtTop(wanted);
  highlightId_.clear();
  markRead(*view);
  Q_EMIT titleChanged();
}

void ReaderPane::show(const store::QuestionView& view, bool opening) {
  view_ = view;
  header_->setQuestion(view, removed_);
  showAnswers(view, opening);
  showActions(view);
  const bool open = may(access_.desk.userId(), PostAction::answer, {view.author.id, view.author.id, !view.row.closed});
  // What somebody is typing stays in sight, also when the question is closed meanwhile.
  composer_->setVisible(open || !composer_->isEmpty());
  composer_->setSendable(open);
  closedNote_->setVisible(!open);
}

void ReaderPane::showAnswers(const store::QuestionView& view, bool opening) {
  held_.clear();
  QVector<AnswerCard*> next;
  int shown = 0;
  for (const auto& answer : view.answers) {
    if (removed_.contains(QString::fromStdString(answer.id.text()))) continue;
    AnswerCard* existing = card(answer.id);
    if (existing == nullptr && !opening && !answer.mine) {
      held_.append(answer.id);
      continue;
    }
    if (existing == nullptr) {
      existing = new AnswerCard(access_);
      connect(existing, &AnswerCard::removeRequested, this, &ReaderPane::remove);
      answers_->addWidget(existing);
      existing->show();  // at once, so that its height counts when the place is found again
      cards_.append(existing);
    }
    if (opening) answers_->insertWidget(shown, existing);
    existing->setAnswer(view, answer, removed_);
    next.append(existing);
    ++shown;
  }
  for (auto* gone : std::as_const(cards_))
    if (!next.contains(gone)) gone->deleteLater();
  // The order on screen stays as it was opened: what is being read does not jump.
  if (opening)
    cards_ = next;
  else
    cards_.removeIf([&](AnswerCard* one) { return !next.contains(one); });
  answersTitle_->setText(shown == 0 ? tr("No answer yet") : tr("%n answer(s)", nullptr, shown));
  newAnswers_->setVisible(!held_.isEmpty());
  newAnswers_->setText(tr("%n new answer(s)", nullptr, static_cast<int>(held_.size())));
}

void ReaderPane::reload() {
  const auto view = access_.reader.question(question_);
  if (!view) {
    showNothing();
    return;
  }
  // It was not here when it was opened: it has just been asked, or has just come in.
  if (!page_->isVisibleTo(this)) {
    if (!removed_.contains(textOf(question_))) open(question_, highlightId_);
    return;
  }
  scroll_->keepPlace([&] { show(*view, false); });
  if (held_.isEmpty()) markRead(*view);
}

void ReaderPane::showActions(const store::QuestionView& view) {
  const auto& row = view.row;
  const QuestionId id = row.id;
  actions_->set(QStringLiteral("follow"), row.followed ? tr("Following") : tr("Follow"),
                row.followed ? tr("Stop following this question") : tr("Follow this question"),
                [this, id] { access_.desk.setFollow(id, !view_.row.followed); });
  actions_->set(QStringLiteral("later"), row.later ? tr("Not later, now") : tr("Later"),
                row.later ? tr("Take this question back from Later") : tr("Put this question off until later"),
                [this, id] {
                  if (view_.row.later)
                    access_.desk.setLater(id, false, 0);
                  else
                    showLaterMenu();
                });
  actions_->set(QStringLiteral("notForMe"), tr("Not for me"), tr("This question is not for me"), [this, id] {
    access_.desk.setNotForMe(id, true);
    Desk* desk = &access_.desk;
    access_.navigator.showToast({tr("This question is no longer under For you."),
                                 tr("Undo"),
                                 [desk, id] { desk->setNotForMe(id, false); },
                                 {}});
  });
  actions_->setShown(QStringLiteral("notForMe"), !row.mine);
  actions_->set(QStringLiteral("save"), row.saved ? tr("Saved") : tr("Save"),
                row.saved ? tr("Do not keep this question any more") : tr("Save this question"),
                [this, id] { access_.desk.setSaved(id, textOf(id), !view_.row.saved); });
  actions_->set(QStringLiteral("copy"), tr("Copy link"), tr("Copy a link to this question"), [this, id] {
    QGuiApplication::clipboard()->setText(QStringLiteral("vraagbaak://question/") + textOf(id));
    access_.navigator.showToast({tr("The link is on the clipboard."), {}, {}, {}});
  });
}

void ReaderPane::showLaterMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const QuestionId id = question_;
  for (const auto& choice : laterChoices(QDateTime::currentDateTime())) {
    QAction* action = menu->addAction(choice.text);
    connect(action, &QAction::triggered, this, [this, id, choice] {
      access_.desk.setLater(id, true, choice.until);
      Desk* desk = &access_.desk;
      access_.navigator.showToast({tr("This question comes back: %1.").arg(choice.text),
                                   tr("Undo"),
                                   [desk, id] { desk->setLater(id, false, 0); },
                                   {}});
    });
  }
  Button* button = actions_->button(QStringLiteral("later"));
  menu->setActiveAction(menu->actions().first());
  menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ReaderPane::remove(const QString& recordKind, const QString& recordId, Seq seq) {
  removed_.insert(recordId);
  DeletePost post;
  post.recordKind = recordKind.toStdString();
  post.recordId = recordId.toStdString();
  post.homeCategoryId = view_.row.homeCategory;
  post.baseSeq = seq;
  const bool whole = recordKind == QLatin1String(kinds::kQuestion);
  const QuestionId question = question_;
  if (whole)
    showNothing();
  else
    reload();
  Navigator::Toast toast;
  toast.text = whole                                         ? tr("Your question is deleted.")
               : recordKind == QLatin1String(kinds::kAnswer) ? tr("Your answer is deleted.")
                                                             : tr("Your comment is deleted.");
  toast.actionText = tr("Undo");
  toast.milliseconds = kUndoMilliseconds;
  QPointer<ReaderPane> pane(this);
  toast.action = [pane, recordId, whole, question] {
    if (pane == nullptr) return;
    pane->removed_.remove(recordId);
    if (whole)
      pane->open(question, {});
    else if (pane->question_ == question)
      pane->open(question, recordId);
  };
  Desk* desk = &access_.desk;
  toast.expired = [pane, desk, post, recordId] {
    desk->remove(post);
    if (pane != nullptr) pane->removed_.remove(recordId);
  };
  access_.navigator.showToast(toast);
}

void ReaderPane::markRead(const store::QuestionView& view) {
  if (view.row.unread && isVisible()) access_.desk.markRead(question_);
}

AnswerCard* ReaderPane::card(const AnswerId& id) const {
  for (auto* one : cards_)
    if (one->answer().id == id) return one;
  return nullptr;
}

void ReaderPane::goOn(const QString& recordId) {
  if (recordId.isEmpty()) return;
  header_->goOn(recordId);
  for (auto* one : std::as_const(cards_)) one->goOn(recordId);
}

QWidget* ReaderPane::find(const QString& recordId) const {
  if (recordId.isEmpty()) return nullptr;
  if (QWidget* comment = header_->findComment(recordId)) return comment;
  for (auto* one : cards_) {
    if (QString::fromStdString(one->answer().id.text()) == recordId) return one;
    if (QWidget* comment = one->findComment(recordId)) return comment;
  }
  return nullptr;
}

QVector<QWidget*> ReaderPane::panes() {
  QVector<QWidget*> stops;
  if (!page_->isVisibleTo(this)) return stops;
  QWidget* text = header_->focusStop();
  if (text == nullptr && !cards_.isEmpty()) text = cards_.first()->focusStop();
  if (text != nullptr) stops.append(text);
  if (composer_->isVisibleTo(this)) stops.append(composer_->textField());
  return stops;
}

// The reader scrolls wherever the keyboard is in it, except in a field.
void ReaderPane::keyPressEvent(QKeyEvent* event) {
  if (!page_->isVisibleTo(this) || !scroll_->scrollByKey(*event)) QuestionPane::keyPressEvent(event);
}

void ReaderPane::compose() {
  if (composer_->isVisibleTo(this)) composer_->focusText();
}

void ReaderPane::showNothing() {
  page_->hide();
  empty_->show();
  if (question_.isNil())
    empty_->set(QStringLiteral("questions"), tr("No question chosen"),
                tr("Choose a question from the list to read it."));
  else
    empty_->set(QStringLiteral("trash"), tr("This question is not here"),
                tr("It was deleted, or it is not on this computer yet."));
}

void ReaderPane::activate() {
  if (!question_.isNil()) reload();
}

void ReaderPane::deactivate() {
  if (question_.isNil()) return;
  positions_.keep(question_, scroll_->verticalScrollBar()->value());
  composer_->flush();
  header_->flush();
  for (auto* one : std::as_const(cards_)) one->flush();
}

// Ages in words.
void ReaderPane::timePassed() {
  if (page_->isVisible()) reload();
}

void ReaderPane::setOnePane(bool onePane) { back_->setVisible(onePane); }

}  // namespace vb::client::ui
