#include "client/ui/topics/case_form.h"

#include <algorithm>

#include <QCheckBox>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/flow_layout.h"
#include "client/ui/controls/form_field.h"
#include "client/ui/guard/guard_banner.h"
#include "client/ui/topics/attachments.h"
#include "client/ui/topics/topic_words.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"
#include "shared/text/recognisable.h"

namespace vb::client::ui {

std::string CaseForm::bodyOf(const CaseParts& parts) { return json::serialize(toJson(parts)); }

CaseForm::CaseForm(const Access& access, int retentionDays, QWidget* parent)
    : QWidget(parent),
      access_(access),
      keeper_(access.desk, systemNow),
      title_(new QLineEdit),
      attachments_(new Attachments(access)),
      banner_(new Banner(Banner::Kind::bad, {}, {})),
      hint_(new PlainLabel({}, TextRole::row, ColorRole::wait)),
      checked_(new QCheckBox(tr("I looked at it again: nobody can be recognised"))),
      problem_(new PlainLabel({}, TextRole::row, ColorRole::bad)),
      send_(new PrimaryButton(retentionDays > 0 ? tr("Bring in the case") : tr("Save changes"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  if (retentionDays > 0)
    column->addWidget(&(new PlainLabel(tr("A case is read by the members of this channel only, and is erased after %n "
                                          "day(s), on the server and on every computer. Write in pseudonyms.",
                                          nullptr, retentionDays),
                                       TextRole::row, ColorRole::muted))
                           ->wrapped());
  title_->setMaxLength(static_cast<int>(limits::kTitleCharsMax));
  column->addWidget(new FormField(tr("The case in one line"), title_));
  for (int part = 0; part < 4; ++part) {
    texts_[part] = new MarkdownEdit(casePartName(part));
    texts_[part]->setLines(part == 3 ? 2 : 3, 10);
    auto* field = new FormField(casePartName(part), texts_[part]);
    field->setHint(casePartHint(part));
    column->addWidget(field);
    connect(texts_[part], &QPlainTextEdit::textChanged, this, &CaseForm::changed);
    connect(texts_[part], &MarkdownEdit::submitted, this, &CaseForm::submit);
    attachments_->takeFrom(*texts_[part]);
  }
  column->addWidget(attachments_);
  column->addWidget(banner_);
  column->addWidget(&hint_->wrapped());
  column->addWidget(checked_);
  column->addWidget(&problem_->wrapped());
  auto* buttons = new FlowRow(10, 8);
  auto* cancel = new SecondaryButton(tr("Cancel"));
  buttons->layout()->addWidget(send_);
  buttons->layout()->addWidget(cancel);
  column->addWidget(buttons);
  connect(title_, &QLineEdit::textChanged, this, &CaseForm::changed);
  connect(checked_, &QCheckBox::toggled, this, &CaseForm::showState);
  connect(send_, &Button::clicked, this, &CaseForm::submit);
  connect(cancel, &Button::clicked, this, &CaseForm::cancelled);
  showState();
}

void CaseForm::open(const store::Draft& start) {
  base_ = DraftsInHand::of(access_.desk).find(access_.reader, start.key).value_or(start);
  base_.targetTitle = start.targetTitle;
  const auto parts = fromJsonText<CaseParts>(base_.body.toStdString());
  const CaseParts shown = parts ? *parts : CaseParts{};
  filling_ = true;
  title_->setText(base_.title);
  const std::string* texts[] = {&shown.situation, &shown.tried, &shown.question, &shown.agreement};
  for (int part = 0; part < 4; ++part) texts_[part]->setPlainText(QString::fromStdString(*texts[part]));
  checked_->setChecked(false);
  filling_ = false;
  changed();
}

CaseParts CaseForm::parts() const {
  const auto text = [this](int part) { return texts_[part]->toPlainText().trimmed().toStdString(); };
  return {text(0), text(1), text(2), text(3)};
}

store::Draft CaseForm::current() const {
  store::Draft draft = base_;
  draft.title = title_->text();
  draft.body = isEmpty() ? QString() : QString::fromStdString(bodyOf(parts()));
  return draft;
}

bool CaseForm::isEmpty() const {
  return title_->text().trimmed().isEmpty() && std::all_of(std::begin(texts_), std::end(texts_), [](const auto* text) {
           return text->toPlainText().trimmed().isEmpty();
         });
}

void CaseForm::changed() {
  if (filling_) return;
  QStringList texts{title_->text()};
  for (const auto* text : texts_) texts << text->toPlainText();
  guard_.check(texts);
  if (const store::Draft draft = current(); draft.title != base_.title || draft.body != base_.body)
    keeper_.update(draft);
  showState();
}

void CaseForm::showState() {
  const auto& findings = guard_.findings();
  for (int part = 0; part < 4; ++part) texts_[part]->setMarks(marksOf(findings.value(part + 1)));
  QStringList found;
  for (const auto kind : guard_.kinds()) found << personalDataName(kind);
  banner_->clearActions();
  banner_->setVisible(!found.isEmpty());
  if (!found.isEmpty()) {
    banner_->set(Banner::Kind::bad, tr("This can lead to a person: %1").arg(found.join(QStringLiteral(", "))),
                 tr("A case is sent without what identifies somebody. Take it out, or look again and say that nobody "
                    "can be recognised by it."));
    connect(banner_->addAction(tr("Take it out")), &Button::clicked, this, &CaseForm::removeFindings);
  }
  QString all = title_->text();
  for (const auto* text : texts_) all += QLatin1Char('\n') + text->toPlainText();
  const auto traits = text::recognisableBy(all.toStdString());
  QStringList shown;
  for (const auto& one : traits) shown << QString::fromStdString(one);
  hint_->setVisible(!traits.empty());
  hint_->setText(tr("Together these may make somebody recognisable: %1. Say it more generally if you can.")
                     .arg(shown.join(QStringLiteral(", "))));
  const bool mustCheck = !found.isEmpty() || !traits.empty();
  checked_->setVisible(mustCheck);
  // A BSN is never sent by saying that one looked.
  send_->setEnabled(!isEmpty() && !guard_.holdsBack() && (!mustCheck || checked_->isChecked()));
  problem_->hide();
}

void CaseForm::removeFindings() {
  const QString title = guard_.redacted(0);
  QStringList texts;
  for (int part = 0; part < 4; ++part) texts << guard_.redacted(part + 1);
  if (title != title_->text()) title_->setText(title);
  for (int part = 0; part < 4; ++part)
    if (texts[part] != texts_[part]->toPlainText()) texts_[part]->setPlainText(texts[part]);
  send_->setFocus();
}

void CaseForm::submit() {
  if (!send_->isEnabled()) return;
  StartTopic probe;
  probe.channelId = ChannelId::named("probe");
  probe.topicId = TopicId::named("probe");
  probe.kind = TopicKind::caseDiscussion;
  probe.title = title_->text().trimmed().toStdString();
  probe.caseParts = parts();
  if (const auto valid = validate(probe); !valid) {
    const std::string& field = valid.error().detail;
    problem_->setText(valid.error().code == ErrorCode::tooLarge ? tr("This is too long to send. Make it shorter.")
                      : field == "title"    ? tr("Write the case in one line, of at least three characters.")
                      : field == "question" ? tr("Write what you want to know.")
                                            : tr("Describe the situation."));
    problem_->show();
    return;
  }
  keeper_.flush();
  Q_EMIT submitted(title_->text().trimmed(), parts(), guard_.saidNotBsn(), base_.baseSeq);
}

void CaseForm::handedOver() {
  keeper_.handedOver(base_.key);
  filling_ = true;
  title_->clear();
  for (auto* text : texts_) text->clear();
  filling_ = false;
  showState();
}

}  // namespace vb::client::ui
