// GuardBanner: says in words what the personal-data guard found in the text beside it, and what one can do. Hidden when
// there is nothing. Told to a screen reader when what it says changes; never takes the focus. GUI thread.
#pragma once

#include "client/ui/controls/card.h"
#include "client/ui/controls/markdown_edit.h"
#include "client/ui/guard/personal_data_guard.h"

namespace vb::client::ui {

// What is being written, for the wording.
enum class GuardedKind { question, answer, comment };

class GuardBanner : public Banner {
  Q_OBJECT

 public:
  explicit GuardBanner(GuardedKind kind, QWidget* parent = nullptr);
  void showFindings(const PersonalDataGuard& guard);

 Q_SIGNALS:
  void removeRequested();
  void notBsnClaimed();

 private:
  GuardedKind kind_;
  QVector<text::PersonalData> shown_;
};

// The findings of one text as marks of its editor.
QVector<MarkdownEdit::Mark> marksOf(const QVector<GuardFinding>& findings);

}  // namespace vb::client::ui
