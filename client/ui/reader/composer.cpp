#include "client/ui/reader/composer.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include "client/models/age.h"
#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

Composer::Composer(Desk& desk, store::Reader& reader, ComposerOptions options, QWidget* parent)
    : QWidget(parent), reader_(reader), options_(std::move(options)), keeper_(desk, systemNow) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  frame_ = new QWidget;
  auto* inside = new QVBoxLayout(frame_);
  inside->setContentsMargins(6, 6, px(8), 6);
  inside->setSpacing(6);

  if (options_.withTitle) {
    title_ = new QLineEdit;
    title_->setAccessibleName(tr("The question in one sentence"));
    title_->setMaxLength(static_cast<int>(limits::kTitleCharsMax));
    setTextRole(title_, TextRole::reading);
    inside->addWidget(title_);
    connect(title_, &QLineEdit::textChanged, this, &Composer::textChanged);
  }
  text_ = new MarkdownEdit(options_.name);
  text_->setProperty("vbField", false);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setPlaceholderText(options_.placeholder);
  text_->setLines(options_.linesMin, kComposerLinesMax);
  text_->installEventFilter(this);
  send_ = new PrimaryButton(options_.sendText);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  row->addWidget(text_, 1);
  row->addWidget(send_, 0, Qt::AlignBottom);
  if (options_.cancellable) {
    auto* cancel = new SecondaryButton(tr("Cancel"));
    row->addWidget(cancel, 0, Qt::AlignBottom);
    connect(cancel, &Button::clicked, this, &Composer::cancelled);
  }
  inside->addLayout(row);
  column->addWidget(frame_);

  banner_ = new GuardBanner(options_.kind);
  column->addWidget(banner_);
  if (options_.withSources) {
    sources_ = new SourcesField;
    sources_->hide();
    column->addWidget(sources_);
    connect(sources_, &SourcesField::changed, this, &Composer::textChanged);
  }
  auto* foot = new QHBoxLayout;
  foot->setSpacing(12);
  if (options_.withSources) {
    addSource_ = new LinkButton(tr("Add a source"));
    foot->addWidget(addSource_);
    connect(addSource_, &Button::clicked, this, [this] {
      sources_->show();
      sources_->focusLine();
      addSource_->hide();
    });
  }
  hint_ = new PlainLabel({}, TextRole::meta, ColorRole::muted);
  foot->addWidget(hint_, 1);
  column->addLayout(foot);

  connect(text_, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
  connect(text_, &MarkdownEdit::submitted, this, &Composer::submit);
  connect(send_, &Button::clicked, this, &Composer::submit);
  connect(banner_, &GuardBanner::removeRequested, this, &Composer::removeFindings);
  connect(banner_, &GuardBanner::notBsnClaimed, this, [this] {
    guard_.releaseBsn();
    showState();
    text_->setFocus();
  });
  connect(&keeper_, &DraftKeeper::draftSaved, this, [this](qint64 at) {
    hint_->setText(at == 0 ? QString() : tr("Draft saved at %1").arg(clockTime(at, QDateTime::currentDateTime())));
    hint_->setVisible(at != 0);
  });
  showState();
}

void Composer::open(const store::Draft& fallback) {
  keeper_.flush();
  base_ = reader_.draft(fallback.key).value_or(fallback);
  base_.targetTitle = fallback.targetTitle;
  filling_ = true;
  if (title_ != nullptr) title_->setText(base_.title);
  text_->setPlainText(base_.body);
  if (sources_ != nullptr) {
    sources_->setSources(base_.sources);
    sources_->setVisible(!base_.sources.isEmpty());
    addSource_->setVisible(base_.sources.isEmpty());
  }
  filling_ = false;
  guard_ = {};
  guard_.check({title_ != nullptr ? title_->text() : QString(), text_->toPlainText()});
  hint_->setText(base_.savedAt == 0
                     ? QString()
                     : tr("Draft saved at %1").arg(clockTime(base_.savedAt, QDateTime::currentDateTime())));
  showState();
}

bool Composer::isEmpty() const {
  return text_->toPlainText().trimmed().isEmpty() && (title_ == nullptr || title_->text().trimmed().isEmpty());
}

void Composer::focusText() { text_->setFocus(); }

void Composer::finish() {
  const QString key = base_.key;
  const QString target = base_.targetTitle;
  filling_ = true;
  text_->clear();
  if (title_ != nullptr) title_->clear();
  if (sources_ != nullptr) {
    sources_->setSources({});
    sources_->hide();
    addSource_->show();
  }
  filling_ = false;
  keeper_.finish(key);
  base_ = {};
  base_.key = key;
  base_.targetTitle = target;
  guard_ = {};
  hint_->clear();
  showState();
}

store::Draft Composer::current() const {
  store::Draft draft = base_;
  draft.title = title_ != nullptr ? title_->text() : base_.title;
  draft.body = text_->toPlainText();
  if (sources_ != nullptr) draft.sources = sources_->sources();
  return draft;
}

void Composer::textChanged() {
  if (filling_) return;
  const store::Draft draft = current();
  guard_.check({draft.title, draft.body});
  keeper_.update(draft);
  showState();
}

QString Composer::problem() const {
  const store::Draft draft = current();
  const std::size_t bytesMax = options_.kind == GuardedKind::comment ? limits::kCommentBytesMax : limits::kBodyBytesMax;
  if (static_cast<std::size_t>(draft.body.toUtf8().size()) > bytesMax)
    return tr("This is too long to send. Make it shorter; nothing is lost meanwhile.");
  const int length = textLength(draft.body.toStdString());
  if (length < 0) return tr("There is an invisible control character in it that cannot be sent.");
  if (title_ != nullptr && textLength(draft.title.toStdString()) < 5) return tr("Write the question in one sentence.");
  if (!options_.mayBeEmpty && length < 2) return tr("Write something first.");
  return {};
}

void Composer::showState() {
  const auto& findings = guard_.findings();
  text_->setMarks(marksOf(findings.value(1)));
  banner_->showFindings(guard_);
  send_->setEnabled(!guard_.holdsBack() && (options_.mayBeEmpty || !isEmpty()));
  setColorRole(hint_, ColorRole::muted);
  hint_->setVisible(!hint_->text().isEmpty());
  if (addSource_ != nullptr && !sources_->isVisibleTo(this)) addSource_->setVisible(!isEmpty());
}

void Composer::submit() {
  if (guard_.holdsBack()) return;
  if (const QString wrong = problem(); !wrong.isEmpty()) {
    hint_->setText(wrong);
    setColorRole(hint_, ColorRole::bad);
    hint_->show();
    text_->setFocus();
    return;
  }
  const store::Draft draft = current();
  Q_EMIT submitted({draft.title.trimmed(), draft.body.trimmed(), draft.sources, guard_.saidNotBsn(), draft.baseSeq});
}

void Composer::removeFindings() {
  const QString title = guard_.redacted(0);
  const QString redacted = guard_.redacted(1);
  if (title_ != nullptr && title != title_->text()) title_->setText(title);
  QTextCursor cursor(text_->document());
  cursor.beginEditBlock();  // one step for Undo
  cursor.select(QTextCursor::Document);
  cursor.insertText(redacted);
  cursor.endEditBlock();
  text_->setFocus();
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRect box = frame_->geometry();
  painter.setPen(QPen(tokens().field, 1));
  painter.setBrush(tokens().surface);
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  if (text_->hasFocus()) paintFocusRing(&painter, box);
}

}  // namespace vb::client::ui
