#include "client/ui/topics/topics_page.h"

#include <QDateTime>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/ui/controls/card.h"
#include "client/ui/controls/markdown_edit.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/reader/composer.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/topics/attachments.h"
#include "client/ui/topics/case_form.h"
#include "client/ui/topics/mention_completer.h"
#include "client/ui/topics/topic_delegate.h"
#include "client/ui/topics/topic_list_model.h"
#include "client/ui/topics/topic_reader.h"

namespace vb::client::ui {
namespace {

constexpr int kFormWidthMax = 720;

class Surface : public QWidget {
 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().surface); }
};

QString draftKey(bool cases, ChannelId channel) {
  return (cases ? QStringLiteral("case/") : QStringLiteral("topic/")) + QString::fromStdString(channel.text());
}

ComposerOptions topicOptions() {
  ComposerOptions options;
  options.kind = GuardedKind::answer;
  options.name = TopicsPage::tr("What you want to discuss");
  options.titleName = TopicsPage::tr("The subject in one line");
  options.placeholder = TopicsPage::tr("What do you want to discuss? @ mentions a member");
  options.sendText = TopicsPage::tr("Start the discussion");
  options.withTitle = true;
  options.cancellable = true;
  options.linesMin = 5;
  return options;
}

}  // namespace

MakeChannelPage TopicsPage::maker(bool cases) {
  return [cases](const Access& access, ChannelId channel, QObject* parent) -> ChannelPage* {
    return new TopicsPage(access, channel, cases, parent);
  };
}

TopicsPage::TopicsPage(const Access& access, ChannelId channel, bool cases, QObject* parent)
    : ChannelPage(parent),
      access_(access),
      id_(channel),
      cases_(cases),
      list_(new QWidget),
      model_(new TopicListModel(access.reader, channel, cases, this)),
      view_(new QListView),
      none_(new EmptyState),
      listBody_(new QStackedWidget),
      new_(new SecondaryButton(cases ? tr("Bring in a case") : tr("New discussion"))),
      right_(new QStackedWidget),
      nothing_(new EmptyState),
      reader_(new TopicReader(access)),
      formPage_(new PageScroll) {
  build();
  connect(&access_.desk, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (!known_ || !(changes.topics || changes.outbox || changes.people)) return;
    reload();
    const bool isMine = changes.changedTopics.isEmpty() || changes.changedTopics.contains(reader_->topic());
    if (isMine || changes.outbox) reader_->reload();
  });
  connect(reader_, &TopicReader::gone, this, [this] {
    showEmpty();
    if (onePane_) Q_EMIT readerInFront(false);
    Q_EMIT titleChanged();
  });
  connect(reader_, &TopicReader::backRequested, this, &TopicsPage::back);
}

void TopicsPage::build() {
  auto* column = new QVBoxLayout(list_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 10, 16, 10);
  head->setSpacing(px(8));
  auto* search = new SearchField(cases_ ? tr("Find a case") : tr("Find a discussion"));
  search->setAccessibleName(cases_ ? tr("Find a case") : tr("Find a discussion"));
  new_->setIconName(QStringLiteral("plus"));
  new_->setCompact(true);
  head->addWidget(search, 1);
  head->addWidget(new_);
  column->addLayout(head);
  column->addWidget(new Rule);
  view_->setAccessibleName(cases_ ? tr("Cases") : tr("Discussions"));
  view_->setFrameShape(QFrame::NoFrame);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setMouseTracking(true);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setTabKeyNavigation(false);
  view_->setModel(model_);
  view_->setItemDelegate(new TopicDelegate(view_));
  view_->viewport()->setAutoFillBackground(false);
  listBody_->addWidget(view_);
  listBody_->addWidget(none_);
  column->addWidget(listBody_, 1);
  auto* blank = new Surface;
  auto* across = new QHBoxLayout(blank);
  across->addWidget(nothing_);
  nothing_->set(QStringLiteral("questions"), cases_ ? tr("Choose a case") : tr("Choose a discussion"),
                tr("It opens here, with its posts."));
  right_->addWidget(blank);
  right_->addWidget(reader_);
  right_->addWidget(formPage_);
  connect(search, &QLineEdit::textChanged, this, [this](const QString& text) {
    model_->setFilter(text);
    select(reader_->topic());
  });
  connect(search, &QLineEdit::returnPressed, this, [this] { view_->setFocus(); });
  const auto chosen = [this](const QModelIndex& index) {
    if (index.isValid() && !model_->row(index.row()).isHeading) openTopic(model_->row(index.row()).topic.id, {}, true);
  };
  connect(view_, &QAbstractItemView::activated, this, chosen);
  connect(view_, &QAbstractItemView::clicked, this, chosen);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    if (quiet_ || !index.isValid() || !view_->hasFocus() || onePane_) return;
    if (!model_->row(index.row()).isHeading) openTopic(model_->row(index.row()).topic.id, {}, false);
  });
  connect(new_, &Button::clicked, this, &TopicsPage::begin);
  connect(none_, &EmptyState::actionTriggered, this, &TopicsPage::begin);
}

QWidget* TopicsPage::readPart() { return right_; }

QString TopicsPage::title() const {
  if (isFormOpen()) return new_->text();
  return right_->currentWidget() == reader_ ? reader_->title() : QString();
}

bool TopicsPage::isFormOpen() const { return right_->currentWidget() == formPage_; }

void TopicsPage::setChannel(const store::ChannelView& channel) {
  channel_ = channel;
  known_ = true;
  const bool isClosed = channel.channel.access == ChannelAccess::closed;
  new_->setVisible(cases_ ? isClosed && mayDo(ChannelAction::startCase) : mayDo(ChannelAction::startTopic));
  showAttachments();
  reload();
  reader_->setChannel(channel);
}

void TopicsPage::reload() {
  const TopicId current = reader_->topic();
  model_->reload();
  select(current);
  const bool isEmpty = model_->rowCount() == 0;
  listBody_->setCurrentIndex(isEmpty ? 1 : 0);
  if (!isEmpty) return;
  if (cases_)
    none_->set(QStringLiteral("lock"), tr("No cases"),
               tr("Bring in a case to think about together, in pseudonyms. It is erased by itself."),
               new_->isVisibleTo(list_) ? new_->text() : QString());
  else
    none_->set(QStringLiteral("questions"), tr("No discussions yet"), tr("Start the first one."),
               new_->isVisibleTo(list_) ? new_->text() : QString());
}

void TopicsPage::select(TopicId topic) {
  quiet_ = true;
  const int row = topic.isNil() ? -1 : model_->indexOf(topic);
  if (row >= 0)
    view_->setCurrentIndex(model_->index(row));
  else
    view_->selectionModel()->clear();
  quiet_ = false;
}

void TopicsPage::showEmpty() {
  right_->setCurrentIndex(0);
  select({});
}

void TopicsPage::openTopic(TopicId topic, PostId post, bool byUser) {
  if (form_ != nullptr) form_->flush();
  if (caseForm_ != nullptr) caseForm_->flush();
  right_->setCurrentWidget(reader_);
  reader_->open(channel_, topic, post);
  if (reader_->topic().isNil()) return;
  select(topic);
  if (byUser) Q_EMIT readerInFront(true);
  Q_EMIT titleChanged();
}

void TopicsPage::buildForm() {
  if (form_ != nullptr || caseForm_ != nullptr) return;
  auto* page = new Surface;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(px(34), px(22), px(34), px(22));
  column->setSpacing(px(12));
  column->addWidget(new PlainLabel(new_->text(), TextRole::title));
  auto* inner = new QWidget;
  inner->setMaximumWidth(px(kFormWidthMax));
  auto* inside = new QVBoxLayout(inner);
  inside->setContentsMargins(0, 0, 0, 0);
  if (cases_) {
    caseForm_ = new CaseForm(access_, channel_.channel.caseRetentionDays);
    inside->addWidget(caseForm_);
    attachments_ = &caseForm_->attachments();
    connect(caseForm_, &CaseForm::submitted, this,
            [this](const QString& title, const CaseParts& parts, bool notBsn, Seq) {
              StartTopic topic;
              topic.channelId = id_;
              topic.kind = TopicKind::caseDiscussion;
              topic.title = title.toStdString();
              topic.caseParts = parts;
              topic.notBsn = notBsn;
              const TopicId started = start(topic);
              if (started.isNil()) return;
              caseForm_->handedOver();
              endForm(started);
            });
    connect(caseForm_, &CaseForm::cancelled, this, [this] { endForm({}); });
  } else {
    form_ = new Composer(access_.desk, access_.reader, topicOptions());
    attachments_ = new Attachments(access_);
    attachments_->takeFrom(*form_->textField());
    inside->addWidget(form_);
    inside->addWidget(attachments_);
    connect(form_, &Composer::submitted, this, [this](const Composition& composition) {
      StartTopic topic;
      topic.channelId = id_;
      topic.title = composition.title.toStdString();
      topic.body = composition.body.toStdString();
      topic.notBsn = composition.notBsn;
      QVector<store::Person> people;
      for (const auto& member : access_.reader.channels().people(id_).members) people.append(member.person);
      topic.mentionIds = mentionedIn(composition.body, people);
      const TopicId started = start(topic);
      if (started.isNil()) return;
      form_->handedOver();
      endForm(started);
    });
    connect(form_, &Composer::cancelled, this, [this] { endForm({}); });
    QVector<store::Person> people;
    for (const auto& member : access_.reader.channels().people(id_).members)
      if (!member.isMe) people.append(member.person);
    new MentionCompleter(form_->textField(), people);
  }
  column->addWidget(inner);
  column->addStretch(1);
  formPage_->setPage(page);
  showAttachments();
}

void TopicsPage::showAttachments() {
  if (attachments_ != nullptr) attachments_->setTopic(id_, {}, cases_, mayDo(ChannelAction::addDocument));
}

bool TopicsPage::mayDo(ChannelAction action) const {
  const Timestamp now{Milliseconds(QDateTime::currentMSecsSinceEpoch())};
  return may(channel_.row.role, action, channel_.channel, now);
}

TopicId TopicsPage::start(StartTopic topic) {
  if (!attachments_->areReady()) return {};
  topic.topicId = access_.desk.channels().freshTopic();
  const auto attached = attachments_->takeFor(topic.topicId);
  topic.documentIds = {attached.begin(), attached.end()};
  return access_.desk.channels().startTopic(topic);
}

void TopicsPage::begin() {
  buildForm();
  right_->setCurrentWidget(formPage_);
  select({});
  store::Draft start;
  start.key = draftKey(cases_, id_);
  start.targetTitle = channel_.row.name;
  if (caseForm_ != nullptr) {
    caseForm_->open(start);
    caseForm_->focusFirst();
  } else {
    form_->open(start);
    QWidget* first = form_->findChild<QLineEdit*>();
    (first != nullptr ? first : form_->textField())->setFocus();
  }
  Q_EMIT readerInFront(true);
  Q_EMIT titleChanged();
}

// What is typed stays as a draft when it is only left.
void TopicsPage::endForm(TopicId started) {
  attachments_->forget();
  if (form_ != nullptr) form_->letGo();
  if (caseForm_ != nullptr) caseForm_->flush();
  showEmpty();
  if (onePane_) Q_EMIT readerInFront(false);
  view_->setFocus();
  Q_EMIT titleChanged();
  if (started.isNil()) return;
  QMetaObject::invokeMethod(
      this,
      [this, started] {
        reload();
        if (model_->indexOf(started) >= 0) openTopic(started, {}, true);
      },
      Qt::QueuedConnection);
}

void TopicsPage::enter(const Visit& visit) {
  const bool isForm = visit.draftKey == draftKey(cases_, id_) && !visit.draftKey.isEmpty();
  if (isForm) return begin();
  if (!visit.topic.isNil()) {
    openTopic(visit.topic, visit.post, true);
    if (!visit.draftKey.isEmpty())
      reader_->goOn(visit.draftKey);
    else if (view_->isVisible())
      view_->setFocus();
    else
      reader_->setFocus();
    return;
  }
  activate();
}

void TopicsPage::activate() {
  reader_->reload();
  if (isFormOpen()) return;
  if (model_->rowCount() > 0)
    view_->setFocus();
  else if (new_->isVisible())
    new_->setFocus();
}

void TopicsPage::deactivate() {
  reader_->flush();
  if (form_ != nullptr) form_->flush();
  if (caseForm_ != nullptr) caseForm_->flush();
}

QVector<QWidget*> TopicsPage::panes() {
  QVector<QWidget*> stops;
  if (view_->isVisible()) stops << view_;
  if (isFormOpen() && formPage_->isVisible()) stops << formPage_->widget();
  if (right_->currentWidget() == reader_ && reader_->isVisible()) stops += reader_->panes();
  return stops;
}

bool TopicsPage::back() {
  if (!onePane_ || right_->currentIndex() == 0) return false;
  deactivate();
  showEmpty();
  Q_EMIT readerInFront(false);
  view_->setFocus();
  return true;
}

void TopicsPage::setOnePane(bool onePane) {
  onePane_ = onePane;
  reader_->setOnePane(onePane);
}

void TopicsPage::timePassed() { reload(); }

QVariant TopicsPage::place() const { return QString::fromStdString(reader_->topic().text()); }

void TopicsPage::restorePlace(const QVariant& place) {
  if (const auto topic = TopicId::parse(place.toString().toStdString()); topic && !topic->isNil())
    openTopic(*topic, {}, false);
}

}  // namespace vb::client::ui
