#include "client/ui/ask/ask_presenter.h"

#include <algorithm>

#include <QUuid>

#include "client/models/directory.h"
#include "client/ui/ask/tuning.h"
#include "client/ui/words/words.h"
#include "shared/base/limits.h"
#include "shared/domain/validate.h"
#include "shared/text/similar.h"

namespace vb::client::ui {
namespace {

const QString kOnTheWay = QStringLiteral("ask");

QString freshKey() { return QStringLiteral("ask/") + QUuid::createUuid().toString(QUuid::WithoutBraces); }

}  // namespace

AskPresenter::AskPresenter(Desk& desk, store::Reader& reader, std::function<qint64()> now, QObject* parent)
    : QObject(parent), desk_(desk), reader_(reader), drafts_(DraftsInHand::of(desk)), keeper_(desk, std::move(now)) {
  lookTimer_.setSingleShot(true);
  lookTimer_.setInterval(kLookDelay);
  connect(&lookTimer_, &QTimer::timeout, this, &AskPresenter::look);
  connect(&keeper_, &DraftKeeper::draftSaved, this, &AskPresenter::draftSaved);
  connect(&desk_, &Desk::reachKnown, this, [this](const Reach& reach) {
    if (reach.categories != draft_.categories) return;
    reach_ = reach;
    Q_EMIT reachChanged();
  });
  connect(&desk_, &Desk::similarFound, this, [this](quint64 ticket, const QVector<store::QuestionRow>& rows) {
    if (ticket == ticket_) Q_EMIT similarChanged(rows);
  });
  connect(&desk_, &Desk::linkChanged, this, [this] { askForReach(); });
  connect(&desk_, &Desk::changed, this, [this](const ChangeSet& changes) {
    if (changes.categories) look();
  });
  connect(&drafts_, &DraftsInHand::discarded, this, [this](const QString& key) {
    if (key == draft_.key) beginEmpty();
  });
  open(kOnTheWay);
}

void AskPresenter::comeOnScreen() {
  if (!isEmpty()) drafts_.used(draft_.key);
}

AskPresenter::~AskPresenter() { drafts_.closed(draft_.key); }

void AskPresenter::open(const QString& draftKey) {
  keeper_.flush();
  store::Draft draft = drafts_.find(reader_, draftKey).value_or(store::Draft{});
  draft.key = draftKey;
  begin(draft);
}

void AskPresenter::beginEmpty() {
  store::Draft draft;
  // With a kept question in the form, another one may be on the way.
  draft.key = drafts_.find(reader_, kOnTheWay) ? freshKey() : kOnTheWay;
  begin(draft);
}

void AskPresenter::begin(const store::Draft& draft) {
  if (!draft_.key.isEmpty()) drafts_.closed(draft_.key);
  drafts_.opened(draft.key);
  draft_ = draft;
  choices_.clear();
  guard_ = {};
  guard_.check({draft_.title, draft_.body});
  Q_EMIT opened();
  Q_EMIT guardChanged();
  Q_EMIT draftSaved(draft_.savedAt);
  look();
  askForReach();
}

void AskPresenter::setText(const QString& title, const QString& body) {
  if (title == draft_.title && body == draft_.body) return;
  draft_.title = title;
  draft_.body = body;
  guard_.check({title, body});
  keeper_.update(draft_);
  lookTimer_.start();
  Q_EMIT guardChanged();
}

void AskPresenter::choose(CategoryId category, bool on) {
  if (on == draft_.categories.contains(category)) return;
  if (on)
    draft_.categories.append(category);
  else
    draft_.categories.removeAll(category);
  keeper_.update(draft_);
  for (auto& choice : choices_)
    if (choice.id == category) choice.chosen = on;
  const bool shown = std::any_of(choices_.begin(), choices_.end(), [&](const auto& c) { return c.id == category; });
  if (!shown) look();
  Q_EMIT choicesChanged();
  askForReach();
}

void AskPresenter::setShowAll(bool all) {
  if (all == showAll_) return;
  showAll_ = all;
  look();
}

void AskPresenter::releaseBsn() {
  guard_.releaseBsn();
  Q_EMIT guardChanged();
}

void AskPresenter::look() {
  lookTimer_.stop();
  categories_ = reader_.categories();
  std::vector<text::CategoryWords> words;
  for (const auto& category : categories_) {
    text::CategoryWords entry{category.id, Directory::nameOf(category).toStdString(), {}};
    for (const QString& word : category.words) entry.words.push_back(word.toStdString());
    words.push_back(std::move(entry));
  }
  QVector<CategoryId> suggested;
  because_.clear();
  for (const auto& suggestion :
       text::suggestCategories(draft_.title.toStdString(), draft_.body.toStdString(), words, kSuggestionsMax)) {
    suggested.append(suggestion.id);
    for (const auto& word : suggestion.because)
      if (const QString because = QString::fromStdString(word); !because_.contains(because, Qt::CaseInsensitive))
        because_.append(because);
  }
  offerChoices(suggested);
  if (draft_.title.trimmed().isEmpty() && draft_.body.trimmed().isEmpty())
    Q_EMIT similarChanged({});
  else
    desk_.findSimilar(++ticket_, draft_.title, draft_.body, kSimilarMax);
}

void AskPresenter::offerChoices(const QVector<CategoryId>& suggested) {
  QVector<CategoryChoice> offered;
  const auto offer = [&](CategoryId id) {
    if (std::any_of(offered.begin(), offered.end(), [&](const auto& c) { return c.id == id; })) return;
    for (const auto& category : categories_)
      if (category.id == id) offered.append({id, Directory::nameOf(category), draft_.categories.contains(id)});
  };
  // What stays keeps its place, so that a chip does not move away from under the pointer.
  for (const auto& choice : choices_)
    if (showAll_ || draft_.categories.contains(choice.id) || suggested.contains(choice.id)) offer(choice.id);
  for (const auto& id : draft_.categories) offer(id);
  for (const auto& id : suggested) offer(id);
  if (showAll_)
    for (const auto& category : categories_) offer(category.id);
  choices_ = offered;
  Q_EMIT choicesChanged();
}

void AskPresenter::askForReach() {
  reach_ = {};
  reach_.categories = draft_.categories;
  Q_EMIT reachChanged();
  if (!draft_.categories.isEmpty()) desk_.askReach(draft_.categories);
}

AskQuestion AskPresenter::command() const {
  AskQuestion command;
  command.questionId = QuestionId::named("the rules do not look at the id, but want one");
  command.title = draft_.title.trimmed().toStdString();
  command.body = draft_.body.toStdString();
  command.categoryIds.assign(draft_.categories.begin(), draft_.categories.end());
  command.notBsn = guard_.saidNotBsn();
  return command;
}

AskProblems AskPresenter::problems() const {
  AskProblems problems;
  AskQuestion question = command();
  const int length = textLength(question.title);
  if (length < 5)
    problems.title = tr("Write your question in one sentence.");
  else if (length > static_cast<int>(limits::kTitleCharsMax))
    problems.title = tr("This is longer than %n character(s). Put the rest in the explanation.", nullptr,
                        static_cast<int>(limits::kTitleCharsMax));
  if (question.body.size() > limits::kBodyBytesMax)
    problems.body = tr("The explanation is too long to send. Make it shorter; nothing is lost meanwhile.");
  if (question.categoryIds.empty())
    problems.categories = tr("Choose at least one category, so that the question reaches the right colleagues.");
  else if (question.categoryIds.size() > limits::kCategoriesPerQuestionMax)
    problems.categories =
        tr("Choose at most %n categories.", nullptr, static_cast<int>(limits::kCategoriesPerQuestionMax));
  if (problems.none())
    if (auto checked = validate(question); !checked)
      problems.body = tr("There is something in the text that cannot be sent, such as an invisible control character.");
  return problems;
}

bool AskPresenter::send() {
  if (guard_.holdsBack() || !problems().none()) return false;
  const QuestionId question =
      desk_.ask(draft_.title.trimmed(), draft_.body, draft_.categories, guard_.saidNotBsn(), draft_.key);
  keeper_.handedOver(draft_.key);
  const Link link = desk_.link().link;
  beginEmpty();
  Q_EMIT asked(question, link != Link::live && link != Link::syncing);
  return true;
}

void AskPresenter::keepAsDraft() {
  if (DraftKeeper::isEmpty(draft_)) return;
  if (draft_.key == kOnTheWay) {
    store::Draft kept = draft_;
    kept.key = freshKey();
    keeper_.update(kept);
    keeper_.flush();
    drafts_.remove(kOnTheWay);
  } else {
    keeper_.update(draft_);
    keeper_.flush();
  }
  beginEmpty();
  Q_EMIT keptAsDraft();
}

}  // namespace vb::client::ui
