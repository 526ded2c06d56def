// Composer: where an answer, a comment or a change is written: grows with the text, keeps a draft by its key within a
// second, shows what the personal-data guard found, and is sent by the button or Ctrl+Enter. Owned by what it is shown
// in; GUI thread. What the guard holds back or the rules refuse is not submitted.
#pragma once

#include <optional>

#include <QLineEdit>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/drafts/draft_keeper.h"
#include "client/ui/guard/guard_banner.h"
#include "client/ui/reader/sources_field.h"

namespace vb::client::ui {

struct ComposerOptions {
  GuardedKind kind = GuardedKind::answer;
  QString name;  // read out: "Your answer"
  QString placeholder;
  QString sendText;
  bool withTitle = false;  // changing a question, or a subject
  QString titleName;       // read out; empty: the question in one sentence
  bool withSources = false;
  bool cancellable = false;
  bool mayBeEmpty = false;  // a question's explanation
  int linesMin = 1;
};

struct Composition {
  QString title;
  QString body;
  QStringList sources;
  bool notBsn = false;
  Seq baseSeq = 0;
};

class Composer : public QWidget {
  Q_OBJECT

 public:
  Composer(Desk& desk, store::Reader& reader, ComposerOptions options, QWidget* parent = nullptr);
  ~Composer() override;

  // `start` is what to begin with when no draft is stored under its key; its key and targetTitle are the draft's.
  // `kept`: the draft, when one has it in hand.
  void open(const store::Draft& start, const std::optional<store::Draft>& kept = {});
  const QString& draftKey() const { return base_.key; }
  bool isEmpty() const;
  // As it was begun: nothing of one's own is in it.
  bool isUnchanged() const;
  // The same, or empty: nothing is lost with it.
  bool isWorthless() const;
  void focusText();
  MarkdownEdit* textField() const { return text_; }
  void flush() { keeper_.flush(); }
  // It goes: what is typed is stored, and its draft may be opened elsewhere.
  void letGo();
  // Nobody may send any more; the text stays.
  void setSendable(bool sendable);
  // Given to the core, which removes the draft or keeps it; the field is empty and nothing more is stored from here.
  void handedOver();
  // Given up, or sent another way: the draft goes and the field is empty.
  void finish();
  // The same; what was thrown away, when it was more than one started with.
  std::optional<store::Draft> discard();

 Q_SIGNALS:
  void submitted(const vb::client::ui::Composition& composition);
  void cancelled();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill(const store::Draft& draft);
  void clear();
  void textChanged();
  void submit();
  void removeFindings();
  void showState();
  store::Draft current() const;
  QStringList guarded() const;
  void hold(const QString& key);
  QString problem() const;

  store::Reader& reader_;
  DraftsInHand& drafts_;
  ComposerOptions options_;
  DraftKeeper keeper_;
  PersonalDataGuard guard_;
  store::Draft base_;
  store::Draft start_;
  QString held_;  // the key that it has open
  bool filling_ = false;
  bool sendable_ = true;

  QLineEdit* title_ = nullptr;
  MarkdownEdit* text_;
  SourcesField* sources_ = nullptr;
  Button* addSource_ = nullptr;
  GuardBanner* banner_;
  PlainLabel* hint_;
  Button* send_;
  QWidget* frame_;
};

}  // namespace vb::client::ui
