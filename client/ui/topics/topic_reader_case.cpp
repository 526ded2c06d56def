// TopicReader: the parts of a case, and what was learned from it.
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/reader/composer.h"
#include "client/ui/reader/content_scroll.h"
#include "client/ui/theme/style.h"
#include "client/ui/topics/case_form.h"
#include "client/ui/topics/topic_reader.h"
#include "client/ui/topics/topic_words.h"

namespace vb::client::ui {
namespace {

ComposerOptions lessonOptions() {
  ComposerOptions options;
  options.kind = GuardedKind::answer;
  options.name = TopicReader::tr("What was learned");
  options.titleName = TopicReader::tr("The lesson in one line");
  options.placeholder =
      TopicReader::tr("What can others learn from this case, without anything that leads to a person?");
  options.sendText = TopicReader::tr("Save the lesson");
  options.withTitle = true;
  options.cancellable = true;
  options.linesMin = 3;
  return options;
}

}  // namespace

void TopicReader::showCase() {
  clear(parts_);
  if (!view_.caseParts || view_.row.deleted) return;
  const auto& parts = *view_.caseParts;
  const std::string* texts[] = {&parts.situation, &parts.tried, &parts.question, &parts.agreement};
  for (int part = 0; part < 4; ++part) {
    if (texts[part]->empty()) continue;
    auto* name = new PlainLabel(casePartName(part), TextRole::subheading);
    name->setContentsMargins(kRingRoom, px(6), 0, 0);
    parts_->addWidget(name);
    auto* view = new MarkdownView(casePartName(part));
    view->setMarkdownText(QString::fromStdString(*texts[part]));
    connect(view, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
    parts_->addWidget(view);
  }
}

void TopicReader::editCase() {
  if (caseForm_ != nullptr) return caseForm_->focusFirst();
  clear(parts_);
  caseForm_ = new CaseForm(access_, 0);
  store::Draft start;
  start.key = key("edit", topic_.text());
  start.title = view_.row.title;
  start.targetTitle = view_.row.title;
  start.baseSeq = view_.seq;
  if (view_.caseParts) start.body = QString::fromStdString(CaseForm::bodyOf(*view_.caseParts));
  caseForm_->open(start);
  caseForm_->setContentsMargins(kRingRoom, 0, 0, 0);
  parts_->addWidget(caseForm_);
  const auto done = [this] {
    caseForm_ = nullptr;
    reload();
  };
  connect(caseForm_, &CaseForm::submitted, this,
          [this, done](const QString& title, const CaseParts& parts, bool notBsn, Seq baseSeq) {
            EditInChannel edit;
            edit.channelId = view_.row.channel;
            edit.topicId = topic_;
            edit.recordKind = kinds::kTopic;
            edit.recordId = topic_.text();
            edit.baseSeq = baseSeq;
            edit.title = title.toStdString();
            edit.caseParts = parts;
            edit.notBsn = notBsn;
            access_.desk.channels().editInChannel(edit);
            caseForm_->handedOver();
            done();
          });
  connect(caseForm_, &CaseForm::cancelled, this, [this, done] {
    DraftsInHand::of(access_.desk).remove(key("edit", topic_.text()));
    done();
  });
  caseForm_->focusFirst();
  reveal(caseForm_);
}

void TopicReader::showLesson() {
  clear(lesson_);
  if (!view_.lesson) return;
  auto* card = new Card(Card::Kind::helpful);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(px(16), px(12), px(16), px(12));
  column->setSpacing(px(4));
  column->addWidget(new PlainLabel(tr("What was learned"), TextRole::metaStrong, ColorRole::ok));
  column->addWidget(&(new PlainLabel(QString::fromStdString(view_.lesson->title), TextRole::rowStrong))->wrapped());
  auto* view = new MarkdownView(tr("What was learned"));
  view->setMarkdownText(QString::fromStdString(view_.lesson->body));
  connect(view, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
  column->addWidget(view);
  lesson_->addWidget(card);
}

void TopicReader::writeLesson() {
  if (lessonForm_ != nullptr) return lessonForm_->focusText();
  clear(lesson_);
  lessonForm_ = new Composer(access_.desk, access_.reader, lessonOptions());
  store::Draft start;
  start.key = key("lesson", topic_.text());
  start.targetTitle = view_.row.title;
  if (view_.lesson) {
    start.title = QString::fromStdString(view_.lesson->title);
    start.body = QString::fromStdString(view_.lesson->body);
  }
  lessonForm_->open(start);
  lesson_->addWidget(lessonForm_);
  const auto done = [this] {
    lessonForm_->letGo();
    lessonForm_ = nullptr;
    reload();
  };
  connect(lessonForm_, &Composer::submitted, this, [this, done](const Composition& composition) {
    access_.desk.channels().writeLesson({view_.row.channel, topic_, composition.title.toStdString(),
                                         composition.body.toStdString(), composition.notBsn});
    lessonForm_->handedOver();
    done();
  });
  connect(lessonForm_, &Composer::cancelled, this, [this, done] {
    lessonForm_->finish();
    done();
  });
  lessonForm_->focusText();
  reveal(lessonForm_);
}

}  // namespace vb::client::ui
