#include "client/ui/reader/question_header.h"

#include <QLocale>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/models/directory.h"
#include "client/ui/controls/chip.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/reader/state_chip.h"
#include "client/ui/theme/style.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

namespace {

// Small groups are not counted out loud, except nobody: zero says that neighbours may be needed.
bool isSmallGroup(int routedTo) { return routedTo > 0 && routedTo < limits::kHiddenBelow; }

// Neither on its way nor answered: how many it reaches is its state.
bool isOnlyRouted(const store::QuestionView& question) {
  const auto state = question.row.sendState;
  return (state == store::SendState::none || state == store::SendState::received) && question.row.answers == 0;
}

}  // namespace

StateWord ownQuestionState(const store::QuestionView& question) {
  const auto state = question.row.sendState;
  if (state != store::SendState::none && state != store::SendState::received) return {stateName(state), state};
  if (question.row.answers > 0) return {QuestionHeader::tr("answered"), store::SendState::received};
  if (question.routedTo < 0) return {stateName(store::SendState::received), store::SendState::received};
  if (isOnlyRouted(question) && question.routedTo == 0)
    return {QuestionHeader::tr("nobody yet"), store::SendState::waiting};
  if (isSmallGroup(question.routedTo)) return {QuestionHeader::tr("routed to a few"), store::SendState::received};
  return {QuestionHeader::tr("routed to %n", nullptr, question.routedTo), store::SendState::received};
}

QuestionHeader::QuestionHeader(const Access& access, QWidget* parent)
    : QWidget(parent),
      access_(access),
      meta_(new QWidget),
      title_(new PlainLabel({}, TextRole::title)),
      author_(new AuthorRow),
      text_(new PostText(access, kinds::kQuestion)),
      actions_(new LinkRow),
      comments_(new CommentList(access)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  new FlowLayout(meta_, 10, 4);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  meta_->setSizePolicy(policy);
  title_->wrapped().selectable();
  for (QWidget* part : {meta_, static_cast<QWidget*>(title_), static_cast<QWidget*>(author_)})
    part->setContentsMargins(kRingRoom, 0, 0, px(6));
  column->addWidget(meta_);
  column->addWidget(title_);
  column->addWidget(author_);
  column->addWidget(text_);
  column->addWidget(actions_);
  column->addWidget(comments_);
  connect(comments_, &CommentList::removeRequested, this, &QuestionHeader::removeRequested);
  connect(text_, &PostText::editingChanged, this, [this](bool editing) {
    title_->setVisible(!editing);
    actions_->setVisible(!editing);
  });
}

void QuestionHeader::setQuestion(const store::QuestionView& question, const QSet<QString>& skipped) {
  question_ = question;
  title_->setText(question.row.title);
  author_->setAuthor(question.author, {});
  text_->setText(tr("Question by %1").arg(personName(question.author.name)), question.body);
  showMeta();
  showActions();
  comments_->setComments(question.row, QString::fromStdString(question.row.id.text()), question.comments, skipped);
}

void QuestionHeader::showMeta() {
  while (QLayoutItem* item = meta_->layout()->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const auto add = [this](QWidget* widget) {
    meta_->layout()->addWidget(widget);
    widget->show();
  };
  const auto text = [&](const QString& words) { add(new PlainLabel(words, TextRole::meta, ColorRole::muted)); };
  const auto categories = access_.reader.categories();
  const auto& row = question_.row;
  QVector<CategoryId> shown = row.categories;
  if (shown.isEmpty()) shown = {row.homeCategory};
  for (const auto& id : shown)
    for (const auto& category : categories)
      if (category.id == id) add(new Chip(Directory::nameOf(category), ChipKind::category));
  const bool saysNobody = row.mine && isOnlyRouted(question_);
  if (row.mine) {
    const StateWord state = ownQuestionState(question_);
    add(new Chip(state.text, chipKindOf(state.state)));
  }
  if (row.closed) add(new Chip(tr("closed"), ChipKind::grey));
  if (isSmallGroup(question_.routedTo))
    text(tr("routed to a few colleagues"));
  else if (question_.routedTo > 0 || (question_.routedTo == 0 && question_.source.isEmpty() && !saysNobody))
    text(tr("routed to %n colleague(s)", nullptr, question_.routedTo));
  text(longAge(row.askedAt, QDateTime::currentDateTime()));
  if (question_.edited) text(tr("changed"));
  if (!question_.source.isEmpty()) text(tr("taken over from %1").arg(question_.source));
}

void QuestionHeader::showActions() {
  const auto& row = question_.row;
  const bool arrived = question_.seq > 0;
  const bool closed = row.closed;
  actions_->set(QStringLiteral("comment"), tr("Comment"), tr("Comment on the question"),
                [this] { comments_->compose(); });
  actions_->setShown(QStringLiteral("comment"), arrived);
  if (row.mine) {
    store::Draft now;
    now.title = row.title;
    now.body = question_.body;
    now.targetTitle = row.title;
    now.question = row.id;
    text_->setRecord(QString::fromStdString(row.id.text()), row.homeCategory, question_.seq, now);
  } else {
    text_->setNoRecord();
  }
  actions_->set(QStringLiteral("edit"), tr("Change"), tr("Change your question"), [this] { text_->edit(); });
  actions_->setShown(QStringLiteral("edit"), row.mine);
  actions_->set(QStringLiteral("close"), closed ? tr("Open again") : tr("Close"),
                closed ? tr("Open your question for answers again") : tr("Close your question for answers"),
                [this, closed] {
                  EditPost edit;
                  edit.recordKind = kinds::kQuestion;
                  edit.recordId = question_.row.id.text();
                  edit.homeCategoryId = question_.row.homeCategory;
                  edit.baseSeq = question_.seq;
                  edit.state = closed ? QuestionState::open : QuestionState::closed;
                  access_.desk.edit(edit);
                });
  actions_->setShown(QStringLiteral("close"), arrived && row.mine);
  actions_->set(QStringLiteral("remove"), tr("Delete"), tr("Delete your question"), [this] {
    Q_EMIT removeRequested(QLatin1String(kinds::kQuestion), QString::fromStdString(question_.row.id.text()),
                           question_.seq);
  });
  actions_->setShown(QStringLiteral("remove"), row.mine);
  actions_->set(QStringLiteral("outbox"), tr("See To be sent"), tr("See what is to be sent"),
                [this] { access_.navigator.go(Destination::outbox); });
  const auto state = row.sendState;
  actions_->setShown(QStringLiteral("outbox"),
                     row.mine && (state == store::SendState::waiting || state == store::SendState::refused ||
                                  state == store::SendState::conflict));
  actions_->setVisible(!text_->isEditing());
}

void QuestionHeader::goOn(const QString& recordId) {
  text_->goOn(recordId);
  comments_->goOn(recordId);
}

void QuestionHeader::flush() {
  text_->flush();
  comments_->flush();
}

}  // namespace vb::client::ui
