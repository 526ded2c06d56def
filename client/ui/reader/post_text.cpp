#include "client/ui/reader/post_text.h"

#include <QVBoxLayout>

namespace vb::client::ui {
namespace {

ComposerOptions optionsFor(const QString& kind) {
  ComposerOptions options;
  const bool question = kind == QLatin1String(kinds::kQuestion);
  options.kind = question                                ? GuardedKind::question
                 : kind == QLatin1String(kinds::kAnswer) ? GuardedKind::answer
                                                         : GuardedKind::comment;
  options.name = PostText::tr("Change your text");
  options.sendText = PostText::tr("Save changes");
  options.withTitle = question;
  options.mayBeEmpty = question;
  options.withSources = options.kind == GuardedKind::answer;
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

void PostText::edit(const QString& recordId, CategoryId home, Seq baseSeq, const store::Draft& now) {
  if (composer_ != nullptr) return;
  recordId_ = recordId;
  home_ = home;
  composer_ = new Composer(access_.desk, access_.reader, optionsFor(QLatin1String(recordKind_)), this);
  store::Draft draft = now;
  draft.key = QStringLiteral("edit/") + recordId;
  draft.baseSeq = baseSeq;
  composer_->open(draft);
  column_->addWidget(composer_);
  view_->hide();
  connect(composer_, &Composer::submitted, this, &PostText::submit);
  connect(composer_, &Composer::cancelled, this, [this] {
    composer_->finish();
    close();
  });
  composer_->show();
  composer_->focusText();
  Q_EMIT editingChanged(true);
}

void PostText::submit(const Composition& composition) {
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
  composer_->finish();
  view_->setMarkdownText(composition.body);
  close();
}

void PostText::close() {
  std::exchange(composer_, nullptr)->deleteLater();
  view_->setVisible(!view_->markdownText().trimmed().isEmpty());
  view_->setFocus();
  Q_EMIT editingChanged(false);
}

void PostText::flush() {
  if (composer_ != nullptr) composer_->flush();
}

}  // namespace vb::client::ui
