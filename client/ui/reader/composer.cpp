#include "client/ui/reader/composer.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include "client/models/age.h"
#include "client/ui/controls/submit_keys.h"
#include "client/ui/reader/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {

Composer::Composer(Desk& desk, store::Reader& reader, ComposerOptions options, QWidget* parent)
    : QWidget(parent),
      reader_(reader),
      drafts_(DraftsInHand::of(desk)),
      options_(std::move(options)),
      keeper_(desk, systemNow) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  frame_ = new QWidget;
  auto* inside = new QVBoxLayout(frame_);
  inside->setContentsMargins(4, 4, px(10), 4);
  inside->setSpacing(6);

  if (options_.withTitle) {
    title_ = new QLineEdit;
    title_->setAccessibleName(options_.titleName.isEmpty() ? tr("The question in one sentence") : options_.titleName);
    title_->setPlaceholderText(options_.titleName);
    title_->setMaxLength(static_cast<int>(limits::kTitleCharsMax));
    setTextRole(title_, TextRole::reading);
    inside->addWidget(title_);
    connect(title_, &QLineEdit::textChanged, this, &Composer::textChanged);
    connect(new SubmitKeys(title_), &SubmitKeys::submitted, this, &Composer::submit);
  }
  text_ = new MarkdownEdit(options_.name);
  text_->setProperty("vbField", false);
  text_->setFrameShape(QFrame::NoFrame);
  text_->setPlaceholderText(options_.placeholder);
  text_->setLines(options_.linesMin, kComposerLinesMax);
  text_->installEventFilter(this);
  send_ = new PrimaryButton(options_.sendText);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(8));
  // In the middle of the field while that is one line high.
  const int lineHigh = text_->fontMetrics().lineSpacing() + text_->sizeHint().height() -
                       qMax(1, options_.linesMin) * text_->fontMetrics().lineSpacing();
  buttons->setContentsMargins(0, 0, 0, qMax(2, (lineHigh - send_->sizeHint().height()) / 2));
  buttons->addWidget(send_);
  if (options_.cancellable) {
    auto* cancel = new SecondaryButton(tr("Cancel"));
    buttons->addWidget(cancel);
    connect(cancel, &Button::clicked, this, &Composer::cancelled);
  }
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  // Beside a line or two; below a text that has a form of its own, which needs the width.
  if (options_.linesMin > 1) {
    inside->addWidget(text_);
    row->addStretch(1);
  } else {
    row->addWidget(text_, 1);
  }
  row->addLayout(buttons);
  row->setAlignment(buttons, Qt::AlignBottom);
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
  connect(&drafts_, &DraftsInHand::discarded, this, [this](const QString& key) {
    if (key != held_) return;
    clear();
    if (options_.cancellable) Q_EMIT cancelled();
  });
  showState();
}

Composer::~Composer() { hold({}); }

void Composer::letGo() {
  keeper_.flush();
  hold({});
}

void Composer::hold(const QString& key) {
  if (!held_.isEmpty()) drafts_.closed(held_);
  held_ = key;
  if (!held_.isEmpty()) drafts_.opened(held_);
}

void Composer::open(const store::Draft& start, const std::optional<store::Draft>& kept) {
  keeper_.flush();
  start_ = start;
  hold(start.key);
  base_ = kept ? *kept : drafts_.find(reader_, start.key).value_or(start);
  base_.targetTitle = start.targetTitle;
  fill(base_);
  guard_ = {};
  guard_.check(guarded());
  hint_->setText(base_.savedAt == 0
                     ? QString()
                     : tr("Draft saved at %1").arg(clockTime(base_.savedAt, QDateTime::currentDateTime())));
  showState();
}

void Composer::fill(const store::Draft& draft) {
  filling_ = true;
  if (title_ != nullptr) title_->setText(draft.title);
  text_->setPlainText(draft.body);
  if (sources_ != nullptr) {
    sources_->setSources(draft.sources);
    sources_->setVisible(!draft.sources.isEmpty());
    addSource_->setVisible(draft.sources.isEmpty());
  }
  filling_ = false;
}

bool Composer::isEmpty() const {
  return text_->toPlainText().trimmed().isEmpty() && (title_ == nullptr || title_->text().trimmed().isEmpty());
}

bool Composer::isUnchanged() const {
  const store::Draft now = current();
  return now.title == start_.title && now.body == start_.body && now.sources == start_.sources;
}

bool Composer::isWorthless() const { return isUnchanged() || DraftKeeper::isEmpty(current()); }

void Composer::focusText() { text_->setFocus(); }

void Composer::setSendable(bool sendable) {
  sendable_ = sendable;
  showState();
}

void Composer::clear() {
  store::Draft nothing;
  nothing.key = base_.key;
  nothing.targetTitle = base_.targetTitle;
  nothing.question = base_.question;
  base_ = nothing;
  fill(nothing);
  guard_ = {};
  hint_->clear();
  showState();
}

void Composer::handedOver() {
  keeper_.handedOver(base_.key);
  clear();
}

void Composer::finish() {
  keeper_.finish(base_.key);
  hold({});
  clear();
}

std::optional<store::Draft> Composer::discard() {
  store::Draft dropped = current();
  const bool worthless = isWorthless();
  finish();
  if (worthless) return {};
  dropped.savedAt = systemNow();
  return dropped;
}

store::Draft Composer::current() const {
  store::Draft draft = base_;
  draft.title = title_ != nullptr ? title_->text() : base_.title;
  draft.body = text_->toPlainText();
  if (sources_ != nullptr) draft.sources = sources_->sources();
  return draft;
}

// Title and text first; the sources go with them to everybody.
QStringList Composer::guarded() const {
  QStringList texts{title_ != nullptr ? title_->text() : QString(), text_->toPlainText()};
  if (sources_ != nullptr) texts += sources_->sources();
  return texts;
}

void Composer::textChanged() {
  if (filling_) return;
  const store::Draft draft = current();
  guard_.check(guarded());
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
  const int titleLength = title_ != nullptr ? textLength(draft.title.toStdString()) : 0;
  if (title_ != nullptr && options_.titleName.isEmpty() && titleLength < 5)
    return tr("Write the question in one sentence.");
  if (title_ != nullptr && !options_.titleName.isEmpty() && titleLength < 3)
    return tr("Write in one line what it is about.");
  if (!options_.mayBeEmpty && length < 2) return tr("Write something first.");
  return {};
}

void Composer::showState() {
  const auto& findings = guard_.findings();
  text_->setMarks(marksOf(findings.value(1)));
  banner_->showFindings(guard_);
  // What holds back comes before what it holds back (WCAG 2.4.3), though it is made later.
  QWidget* before = text_;
  for (QWidget* action : banner_->actionButtons()) {
    setTabOrder(before, action);
    before = action;
  }
  setTabOrder(before, send_);
  send_->setEnabled(sendable_ && !guard_.holdsBack() && (options_.mayBeEmpty || !isEmpty()));
  setColorRole(hint_, ColorRole::muted);
  hint_->setVisible(!hint_->text().isEmpty());
  if (addSource_ != nullptr && !sources_->isVisibleTo(this)) addSource_->setVisible(!isEmpty());
}

void Composer::submit() {
  if (!sendable_ || guard_.holdsBack()) return;
  if (const QString wrong = problem(); !wrong.isEmpty()) {
    hint_->setText(wrong);
    setColorRole(hint_, ColorRole::bad);
    hint_->show();
    text_->setFocus();
    return;
  }
  const store::Draft draft = current();
  // Stored before it is sent: should the core refuse it, nothing is lost.
  keeper_.flush();
  Q_EMIT submitted({draft.title.trimmed(), draft.body.trimmed(), draft.sources, guard_.saidNotBsn(), draft.baseSeq});
}

void Composer::removeFindings() {
  const QString title = guard_.redacted(0);
  const QString redacted = guard_.redacted(1);
  if (sources_ != nullptr) {
    QStringList sources;
    for (int i = 2; i < guard_.findings().size(); ++i) sources << guard_.redacted(i);
    if (sources != sources_->sources()) {
      sources_->setSources(sources);
      textChanged();
    }
  }
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

void Composer::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!held_.isEmpty() && !isUnchanged()) drafts_.used(held_);
}

void Composer::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintField(&painter, frame_->geometry(), text_->hasFocus(), true);
}

}  // namespace vb::client::ui
