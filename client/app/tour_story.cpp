#include "client/app/tour_story.h"

namespace vb::client::app {
namespace {

// The demo speaks Dutch, as its sample content does.
const QString kTitle = QStringLiteral("Mag ik een briefadres weigeren als iemand bij vrienden slaapt?");
const QString kBody = QStringLiteral(
    "Een inwoner (34) slaapt sinds juni afwisselend bij twee vrienden. De inkomensconsulent wil pas een uitkering "
    "toekennen met een adres. Zijn burgerservicenummer is 111222333 en hij is bereikbaar op 06 12 34 56 78.\n\n"
    "Hoe gaan jullie hiermee om, en is er een voorbeeldbeschikking?");
const QString kAskedTitle = QStringLiteral("Wie werkt met een maatjesproject voor mantelzorgers?");
const QString kAskedBody = QStringLiteral("Wij beginnen in het voorjaar en zoeken voorbeelden.");

}  // namespace

TourStory::TourStory(const StartOptions& options, Engine& engine) : options_(options), here_(engine) {}

TourStory::~TourStory() = default;

void TourStory::saveDrafts() {
  const auto categories = here_.reader().categories();
  store::Draft draft;
  draft.key = QLatin1String(kTourDraft);
  draft.title = kTitle;
  draft.body = kBody;
  for (const auto& category : categories)
    if (category.words.contains(QStringLiteral("briefadres"), Qt::CaseInsensitive))
      draft.categories.append(category.id);
  if (draft.categories.isEmpty() && !categories.isEmpty()) draft.categories.append(categories.first().id);
  draft.savedAt = QDateTime::currentMSecsSinceEpoch();
  here_.saveDraft(draft);
  // Of another question than the one that is answered without a network.
  const auto ids = byAnswers(2);
  const auto view = ids.size() < 2 ? std::nullopt : here_.reader().question(ids.last());
  if (!view) return;
  store::Draft answer;
  answer.key = QStringLiteral("answer/") + QString::fromStdString(view->row.id.text());
  answer.question = view->row.id;
  answer.targetTitle = view->row.title;
  answer.body = QStringLiteral("Bij ons begint het plan met een gesprek in de wijk. Daarna");
  answer.savedAt = draft.savedAt - 60'000;
  here_.saveDraft(answer);
}

bool TourStory::draftsSaved() const { return here_.reader().counts().drafts >= 2; }

void TourStory::signInElsewhere() {
  EngineOptions wished;
  wished.profileDirectory = options_.profileDirectory + QStringLiteral("-second-device");
  wished.server = options_.server;
  wished.storeToken = false;
  there_ = std::make_unique<Engine>(wished);
  if (!there_->open()) return;
  there_->signIn(options_.server, options_.email, qEnvironmentVariable("VRAAGBAAK_PASSWORD"));
}

bool TourStory::isElsewhere() const { return there_->link().link == Link::live && !ownQuestion().isNil(); }

QuestionId TourStory::ownQuestion() const {
  store::QuestionQuery query;
  query.list = store::QuestionList::mine;
  query.filter = store::QuestionFilter::all;
  const auto ids = there_->reader().questionIds(query, 0, 10);
  return ids.isEmpty() ? QuestionId{} : ids.last();
}

QVector<QuestionId> TourStory::byAnswers(int count) const {
  store::QuestionQuery query;
  query.list = store::QuestionList::category;
  query.filter = store::QuestionFilter::all;
  query.sort = store::QuestionSort::mostAnswers;
  return here_.reader().questionIds(query, 0, count);
}

ChannelId TourStory::richestChannel() const {
  ChannelId richest;
  int most = 0;
  for (const auto& row : here_.reader().channels().channels()) {
    const auto view = row.synced ? here_.reader().channels().channel(row.id) : std::nullopt;
    if (!view || view->topics <= most) continue;
    most = view->topics;
    richest = row.id;
  }
  return richest;
}

TopicId TourStory::topic(store::TopicFilter filter) const {
  const auto rows = here_.reader().channels().topics(richestChannel(), filter, 0, 1);
  return rows.isEmpty() ? TopicId{} : rows.first().id;
}

bool TourStory::documentsAreHere() const {
  const auto now = here_.reader().channels().storage();
  return now.documentsHere > 0 && now.documentsWaiting + now.documentsFetching + now.documentsUnread == 0;
}

DocumentId TourStory::document(const QString& ending) const {
  auto& channels = here_.reader().channels();
  QVector<FolderId> folders{FolderId()};
  for (const auto& folder : channels.folders(richestChannel())) folders << folder.id;
  for (const auto folder : folders)
    for (const auto& row : channels.documents(richestChannel(), folder, store::DocumentSort::name))
      if (row.name.endsWith(ending)) return row.id;
  return {};
}

QuestionId TourStory::longest() const { return byAnswers(1).value(0); }

void TourStory::askElsewhere() {
  const auto categories = there_->reader().categories();
  if (!categories.isEmpty()) asked_ = there_->ask(kAskedTitle, kAskedBody, {categories.first().id}, false, {});
}

bool TourStory::askedIsHere() const {
  const auto view = here_.reader().question(asked_);
  return view && view->seq > 0;
}

void TourStory::changeOnBothSides() {
  const QuestionId own = ownQuestion();
  const auto view = here_.reader().question(own);
  if (!view) return;
  EditPost edit;
  edit.recordKind = "question";
  edit.recordId = own.text();
  edit.homeCategoryId = view->row.homeCategory;
  edit.baseSeq = view->seq;
  edit.title = view->row.title.toStdString();
  edit.body = view->body.toStdString() + " Wij gebruiken nu de rekentool van de VNG.";
  here_.edit(edit);
  here_.comment(asked_, QString::fromStdString(asked_.text()), QStringLiteral("Ook voorbeelden uit kleine gemeenten."),
                false);
  edit.body = view->body.toStdString() + " Liefst met een voorbeeldbrief.";
  there_->edit(edit);
  const auto asked = there_->reader().question(asked_);
  DeletePost gone;
  gone.recordKind = "question";
  gone.recordId = asked_.text();
  gone.homeCategoryId = asked ? asked->row.homeCategory : CategoryId{};
  gone.baseSeq = asked ? asked->seq : 0;
  there_->remove(gone);
}

bool TourStory::changedElsewhere() const {
  const auto counts = there_->reader().counts();
  return counts.waitingToSend == 0 && there_->link().link == Link::live && there_->link().waiting == 0 &&
         !there_->reader().question(asked_);
}

bool TourStory::needsAttention() const { return here_.reader().counts().needsAttention >= 2; }

void TourStory::writeOffline() {
  here_.answer(longest(),
               QStringLiteral("Wij beginnen met een startgesprek en leggen daarna samen drie doelen vast. Na zes weken "
                              "kijken we terug. Het formulier staat op onze site."),
               {QStringLiteral("Handreiking plan van aanpak, blz. 12")}, false);
  const auto categories = here_.reader().categories();
  if (!categories.isEmpty())
    here_.ask(QStringLiteral("Hoe regelen jullie vervoer naar dagbesteding?"),
              QStringLiteral("In onze regio loopt het contract af. Wie heeft goede afspraken gemaakt?"),
              {categories.last().id}, false, {});
}

bool TourStory::isWritten() const { return here_.reader().counts().waitingToSend >= 2; }

}  // namespace vb::client::app
