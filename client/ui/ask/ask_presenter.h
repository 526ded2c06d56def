// AskPresenter: the question being written, without a widget: guard, suggested categories, reach, similar questions,
// draft and sending. Owned by AskScreen; GUI thread. Never sends what the guard holds back; never loses what was typed.
#pragma once

#include <functional>

#include <QTimer>

#include "client/models/desk.h"
#include "client/ui/drafts/draft_keeper.h"
#include "client/ui/guard/personal_data_guard.h"

namespace vb::client::ui {

struct CategoryChoice {
  CategoryId id;
  QString name;
  bool chosen = false;
  bool operator==(const CategoryChoice&) const = default;
};

// What keeps the question from being sent, beside the field it is about; empty = fine.
struct AskProblems {
  QString title;
  QString body;
  QString categories;
  bool none() const { return title.isEmpty() && body.isEmpty() && categories.isEmpty(); }
};

class AskPresenter : public QObject {
  Q_OBJECT

 public:
  AskPresenter(Desk& desk, store::Reader& reader, std::function<qint64()> now = systemNow, QObject* parent = nullptr);
  ~AskPresenter() override;

  // The question on the way ("ask") or a kept one ("ask/..."); what was stored comes back.
  void open(const QString& draftKey);
  // What is in the form is seen again: a discard of it elsewhere is void.
  void comeOnScreen();
  const QString& draftKey() const { return draft_.key; }
  const QString& title() const { return draft_.title; }
  const QString& body() const { return draft_.body; }
  bool isEmpty() const { return DraftKeeper::isEmpty(draft_) && draft_.categories.isEmpty(); }

  void setText(const QString& title, const QString& body);
  void choose(CategoryId category, bool on);

  const PersonalDataGuard& guard() const { return guard_; }
  void releaseBsn();
  // The text with what was found taken out.
  QString redactedTitle() const { return guard_.redacted(0); }
  QString redactedBody() const { return guard_.redacted(1); }

  // Chosen and suggested ones, in an order that does not jump while typing.
  const QVector<CategoryChoice>& choices() const { return choices_; }
  QVector<CategoryId> chosen() const { return draft_.categories; }
  // All categories, not only chosen and suggested ones.
  void setShowAll(bool all);
  bool showsAll() const { return showAll_; }
  // The words of the draft that led to the suggestions.
  const QStringList& because() const { return because_; }
  const Reach& reach() const { return reach_; }

  AskProblems problems() const;
  // False when the guard or a problem holds it back. Afterwards the form is empty.
  bool send();
  // Puts it with the kept drafts; afterwards the form is empty.
  void keepAsDraft();
  void flush() { keeper_.flush(); }
  Link link() const { return desk_.link().link; }

 Q_SIGNALS:
  void guardChanged();
  void choicesChanged();
  void reachChanged();
  void similarChanged(const QVector<vb::client::store::QuestionRow>& rows);
  void draftSaved(qint64 at);
  void opened();  // the text is another one: fill the fields again
  void asked(vb::QuestionId question, bool waits);
  void keptAsDraft();

 private:
  void begin(const store::Draft& draft);
  void beginEmpty();
  void look();
  void offerChoices(const QVector<CategoryId>& suggested);
  void askForReach();
  AskQuestion command() const;

  Desk& desk_;
  store::Reader& reader_;
  DraftsInHand& drafts_;
  DraftKeeper keeper_;
  PersonalDataGuard guard_;
  QTimer lookTimer_;
  store::Draft draft_;
  QVector<store::CategoryRow> categories_;
  QVector<CategoryChoice> choices_;
  QStringList because_;
  Reach reach_;
  quint64 ticket_ = 0;
  bool showAll_ = false;
};

}  // namespace vb::client::ui
