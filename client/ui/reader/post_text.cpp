#include "client/ui/reader/post_text.h"

#include <QPointer>
#include <QVBoxLayout>

#include "client/ui/reader/content_scroll.h"
#include "client/ui/theme/style.h"
#include "shared/domain/channel_records.h"

namespace vb::client::ui {
namespace {

ComposerOptions optionsFor(const QString& kind) {
  ComposerOptions options;
  const bool question = kind == QLatin1String(kinds::kQuestion);
  const bool topic = kind == QLatin1String(kinds::kTopic);
  options.kind = question                                 ? GuardedKind::question
                 : kind == QLatin1String(kinds::kComment) ? GuardedKind::comment
                                                          : GuardedKind::answer;
  options.name = PostText::tr("Change your text");
  options.sendText = PostText::tr("Save changes");
  options.withTitle = question || topic;
  options.mayBeEmpty = question;
  options.withSources = kind == QLatin1String(kinds::kAnswer);
  if (topic) options.titleName = PostText::tr("The subject in one line");
  options.cancellable = true;
  options.linesMin = 3;
  return options;
}

}  // namespace

PostText::PostText(const Access& access, const char* recordKind, QWidget* parent)
    : QWidget(parent), access_(access), recordKind_(recordKind), view_(new MarkdownView({})) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(0, 0, 0, 0);
  column_->addWidget(view_);
  connect(view_, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
  connect(view_, &MarkdownView::linkRefused, this, [this] {
    access_.navigator.showToast({tr("This link is not opened: only web pages and e-mail addresses are."), {}, {}, {}});
  });
}

void PostText::setText(const QString& accessibleName, const QString& markdown) {
  view_->setAccessibleName(accessibleName);
  if (markdown != view_->markdownText()) view_->setMarkdownText(markdown);
  view_->setVisible(composer_ == nullptr && !markdown.trimmed().isEmpty());
}

void PostText::setRecord(const QString& recordId, CategoryId home, Seq seq, const store::Draft& now) {
  if (recordId != recordId_) setNoRecord();
  recordId_ = recordId;
  home_ = home;
  seq_ = seq;
  now_ = now;
  // Once: a draft that has just been sent may still be there for a moment.
  if (!std::exchange(draftSought_, true)) goOn(recordId);
}

void PostText::goOn(const QString& recordId) {
  if (recordId.isEmpty() || recordId != recordId_ || composer_ != nullptr) return;
  const QString key = QStringLiteral("edit/") + recordId;
  if (const auto kept = DraftsInHand::of(access_.desk).find(access_.reader, key)) open(kept);
}

void PostText::setNoRecord() {
  if (composer_ != nullptr) {
    composer_->flush();
    close();
  }
  recordId_.clear();
  draftSought_ = false;
}

void PostText::edit() {
  if (recordId_.isEmpty()) return;
  if (composer_ == nullptr) open({});
  composer_->focusText();
  reveal(composer_);
}

void PostText::open(const std::optional<store::Draft>& kept) {
  composer_ = new Composer(access_.desk, access_.reader, optionsFor(QLatin1String(recordKind_)), this);
  composer_->setContentsMargins(kRingRoom, 0, 0, 0);
  store::Draft start = now_;
  start.key = QStringLiteral("edit/") + recordId_;
  start.baseSeq = seq_;
  composer_->open(start, kept);
  column_->addWidget(composer_);
  view_->hide();
  connect(composer_, &Composer::submitted, this, &PostText::submit);
  connect(composer_, &Composer::cancelled, this, &PostText::cancel);
  composer_->show();
  Q_EMIT editingChanged(true);
}

void PostText::cancel() {
  const auto dropped = composer_->discard();
  close();
  view_->setFocus();
  if (!dropped) return;
  QPointer<PostText> post(this);
  auto* drafts = &DraftsInHand::of(access_.desk);
  store::Reader* reader = &access_.reader;
  access_.navigator.showToast({tr("Your change is thrown away."),
                               tr("Undo"),
                               [post, drafts, reader, id = recordId_, draft = *dropped] {
                                 if (post != nullptr && post->recordId_ == id) return post->takeBack(draft);
                                 drafts->takeBack(*reader, draft);
                               },
                               {}});
}

void PostText::takeBack(const store::Draft& dropped) {
  if (composer_ != nullptr && composer_->isUnchanged()) {
    composer_->finish();
    close();
  }
  if (DraftsInHand::of(access_.desk).takeBack(access_.reader, dropped)) open(dropped);
  edit();
}

void PostText::submit(const Composition& composition) {
  if (submit_) {
    submit_(composition);
    return sent(composition);
  }
  EditPost edit;
  edit.recordKind = recordKind_;
  edit.recordId = recordId_.toStdString();
  edit.homeCategoryId = home_;
  edit.baseSeq = composition.baseSeq;
  if (QLatin1String(recordKind_) == QLatin1String(kinds::kQuestion)) edit.title = composition.title.toStdString();
  if (QLatin1String(recordKind_) == QLatin1String(kinds::kAnswer)) {
    edit.sources.emplace();
    for (const QString& source : composition.sources) edit.sources->push_back(source.toStdString());
  }
  edit.body = composition.body.toStdString();
  edit.notBsn = composition.notBsn;
  access_.desk.edit(edit);
  sent(composition);
}

void PostText::sent(const Composition& composition) {
  composer_->handedOver();
  view_->setMarkdownText(composition.body);
  close();
  view_->setFocus();
}

void PostText::close() {
  composer_->letGo();
  std::exchange(composer_, nullptr)->deleteLater();
  view_->setVisible(!view_->markdownText().trimmed().isEmpty());
  Q_EMIT editingChanged(false);
}

QWidget* PostText::focusStop() const {
  if (composer_ != nullptr) return composer_->textField();
  return view_->isVisibleTo(this) ? view_ : nullptr;
}

void PostText::flush() {
  if (composer_ != nullptr) composer_->flush();
}

}  // namespace vb::client::ui
