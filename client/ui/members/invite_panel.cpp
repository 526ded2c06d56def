#include "client/ui/members/invite_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/form_field.h"
#include "client/ui/members/member_words.h"
#include "client/ui/words/words.h"
#include "shared/domain/channel_rights.h"
#include "shared/domain/validate.h"

namespace vb::client::ui {
namespace {

constexpr int kFoundMax = 8;
constexpr int kLookUpMax = 60;  // hits of every kind, of which the colleagues are shown
constexpr int kTopicsMax = 500;
constexpr int kIdRole = Qt::UserRole;

quint64 nextTicket() {
  static quint64 last = quint64{1} << 40;  // apart from those of the search screen
  return ++last;
}

}  // namespace

InvitePanel::InvitePanel(const Access& access, const store::ChannelView& channel, QWidget* parent)
    : MemberPanel(access, channel, parent),
      who_(new QLineEdit),
      whoField_(new FormField(tr("Name or e-mail address"), who_)),
      found_(new QListWidget),
      role_(new QComboBox),
      topics_(new QListWidget),
      invite_(new PrimaryButton(tr("Invite"))) {
  addText(tr("Invite"), TextRole::title);
  addText(
      tr("A colleague finds the invitation in Vraagbaak. For somebody who is not in it yet, use the e-mail address."),
      TextRole::row, ColorRole::muted);
  who_->setMaxLength(200);
  who_->setPlaceholderText(tr("For example: Sanne, or s.jansen@gemeente.nl"));
  column()->addWidget(whoField_);
  found_->setAccessibleName(tr("Colleagues found"));
  found_->setFixedHeight(px(150));
  found_->hide();
  column()->addWidget(found_);
  role_->addItem(channelRoleName(ChannelRole::member), static_cast<int>(ChannelRole::member));
  role_->addItem(channelRoleName(ChannelRole::guest), static_cast<int>(ChannelRole::guest));
  if (mayDo(ChannelAction::appointModerator))
    role_->addItem(channelRoleName(ChannelRole::moderator), static_cast<int>(ChannelRole::moderator));
  role_->setMaximumWidth(px(260));
  auto* roleField = new FormField(tr("As"), role_);
  roleField->setHint(channelRoleMeaning(ChannelRole::member));
  column()->addWidget(roleField);
  topics_->setFixedHeight(px(170));
  const auto addTopics = [&](store::TopicFilter filter) {
    for (const auto& topic : access_.reader.channels().topics(channel_.row.id, filter, 0, kTopicsMax)) {
      if (topic.deleted) continue;
      auto* item = new QListWidgetItem(topic.title, topics_);
      item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
      item->setCheckState(Qt::Unchecked);
      item->setData(kIdRole, QString::fromStdString(topic.id.text()));
    }
  };
  addTopics(store::TopicFilter::discussions);
  addTopics(store::TopicFilter::cases);
  topicsField_ = new FormField(tr("Discussions that the guest takes part in"), topics_);
  topicsField_->hide();
  column()->addWidget(topicsField_);
  column()->addWidget(invite_, 0, Qt::AlignLeft);
  said_ = addText({}, TextRole::row, ColorRole::ok);
  said_->hide();
  column()->addStretch(1);

  connect(who_, &QLineEdit::textChanged, this, &InvitePanel::lookUp);
  connect(who_, &QLineEdit::returnPressed, this, &InvitePanel::invite);
  connect(found_, &QListWidget::itemActivated, this, [this] { role_->setFocus(); });
  connect(role_, &QComboBox::currentIndexChanged, this, [this, roleField] {
    roleField->setHint(channelRoleMeaning(role()));
    topicsField_->setVisible(role() == ChannelRole::guest);
  });
  connect(invite_, &Button::clicked, this, &InvitePanel::invite);
  connect(&access_.desk, &Desk::searchFinished, this, [this](quint64 ticket, const store::SearchResults& results) {
    if (ticket == ticket_) showFound(results);
  });
}

bool InvitePanel::isBusy() const { return codeShown_ || !who_->text().isEmpty(); }

void InvitePanel::focusFirst() { who_->setFocus(); }

ChannelRole InvitePanel::role() const { return static_cast<ChannelRole>(role_->currentData().toInt()); }

QVector<TopicId> InvitePanel::topics() const {
  QVector<TopicId> chosen;
  if (role() != ChannelRole::guest) return chosen;
  for (int i = 0; i < topics_->count(); ++i)
    if (topics_->item(i)->checkState() == Qt::Checked)
      if (const auto id = TopicId::parse(topics_->item(i)->data(kIdRole).toString().toStdString())) chosen << *id;
  return chosen;
}

UserId InvitePanel::chosen() const {
  const auto* item = found_->isHidden() ? nullptr : found_->currentItem();
  if (item == nullptr) return {};
  const auto id = UserId::parse(item->data(kIdRole).toString().toStdString());
  return id ? *id : UserId{};
}

void InvitePanel::lookUp() {
  whoField_->setProblem({});
  said_->hide();
  const QString text = who_->text().trimmed();
  if (text.size() < 2 || text.contains(QLatin1Char('@'))) {
    ticket_ = 0;
    found_->clear();
    found_->hide();
    return;
  }
  ticket_ = nextTicket();
  access_.desk.search(ticket_, text, kLookUpMax);
}

void InvitePanel::showFound(const store::SearchResults& results) {
  found_->clear();
  const auto people = access_.reader.channels().people(channel_.row.id);
  for (const auto& hit : results.hits) {
    if (hit.kind != store::SearchKind::person || found_->count() == kFoundMax) continue;
    const auto id = UserId::parse(hit.id.toStdString());
    const auto person = id ? access_.reader.person(*id) : std::nullopt;
    if (!person) continue;
    const bool isIn = std::any_of(people.members.begin(), people.members.end(),
                                  [&](const auto& member) { return member.person.id == *id; });
    const QString meta = isIn ? tr("is in this channel") : personMeta(*person);
    auto* item = new QListWidgetItem(
        meta.isEmpty() ? personName(person->name) : QStringLiteral("%1 · %2").arg(personName(person->name), meta),
        found_);
    item->setData(kIdRole, hit.id);
    if (isIn) item->setFlags(Qt::NoItemFlags);
  }
  found_->setVisible(found_->count() > 0);
  for (int i = 0; i < found_->count(); ++i)
    if (found_->item(i)->flags() & Qt::ItemIsEnabled) {
      found_->setCurrentRow(i);
      break;
    }
  whoField_->setHint(found_->count() > 0 ? QString()
                                         : tr("Nobody by this name on this computer. Use the e-mail address."));
}

void InvitePanel::invite() {
  const QString text = who_->text().trimmed();
  const bool isAddress = text.contains(QLatin1Char('@'));
  const UserId user = isAddress ? UserId{} : chosen();
  if (!isAddress && user.isNil()) {
    whoField_->setProblem(text.isEmpty() ? tr("Type a name or an e-mail address.")
                                         : tr("Choose a colleague from the list, or type an e-mail address."));
    return who_->setFocus();
  }
  if (isAddress && !looksLikeEmail(text.toStdString())) {
    whoField_->setProblem(tr("This is not an e-mail address."));
    return who_->setFocus();
  }
  const auto guestOf = topics();
  if (role() == ChannelRole::guest && guestOf.isEmpty()) {
    topicsField_->setProblem(tr("Choose at least one discussion."));
    return topics_->setFocus();
  }
  topicsField_->setProblem({});
  if (isAddress) {
    const QString code = access_.desk.channels().inviteByEmail(channel_.row.id, text, role(), guestOf);
    return showCode(text, code);
  }
  const auto person = access_.reader.person(user);
  access_.desk.channels().invitePerson(channel_.row.id, user, role(), guestOf);
  who_->clear();
  said_->setText(tr("%1 is invited.").arg(personName(person ? person->name : QString())));
  said_->show();
  who_->setFocus();
}

void InvitePanel::showCode(const QString& email, const QString& code) {
  codeShown_ = true;
  for (QWidget* part : {static_cast<QWidget*>(whoField_), static_cast<QWidget*>(found_), static_cast<QWidget*>(invite_),
                        static_cast<QWidget*>(topicsField_), role_->parentWidget()})
    part->hide();
  said_->setText(
      tr("Give this code to %1. It works once, for the account of that address, and is shown only now:").arg(email));
  setColorRole(said_, ColorRole::text);
  said_->show();
  const int end = column()->count() - 1;  // before the stretch
  auto* line = new PlainLabel(code, TextRole::heading);
  line->selectable();
  line->setAccessibleName(tr("Code: %1").arg(code));
  column()->insertWidget(end, line);
  auto* copy = new PrimaryButton(tr("Copy the code"));
  column()->insertWidget(end + 1, copy, 0, Qt::AlignLeft);
  auto* done = new LinkButton(tr("Done"));
  column()->insertWidget(end + 2, done, 0, Qt::AlignLeft);
  connect(copy, &Button::clicked, this, [this, code] {
    QGuiApplication::clipboard()->setText(code);
    access_.navigator.showToast({tr("The code is copied"), {}, {}, {}});
  });
  connect(done, &Button::clicked, this, [this] {
    codeShown_ = false;
    who_->clear();
    Q_EMIT finished();
  });
  copy->setFocus();
}

}  // namespace vb::client::ui
