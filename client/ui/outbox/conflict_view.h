// ConflictView: what one wanted and what it is on the server now, with a word on which is which; one of them stays. Two
// texts stand side by side with what differs marked; a deletion or closing says what it would undo. GUI thread.
#pragma once

#include "client/core/store/views.h"
#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/markdown_edit.h"

class QBoxLayout;

namespace vb::client::ui {

// A conflict in words. `mine` empty: one's own wish cannot be carried out any more.
struct ConflictWords {
  QString what;      // what happened
  QString mineKeep;  // the two ways out
  QString theirsKeep;
  bool twoTexts = false;  // both are shown; otherwise the newest alone
};
ConflictWords wordsOf(const store::OutboxRow& row);

class ConflictView : public QWidget {
  Q_OBJECT

 public:
  explicit ConflictView(QWidget* parent = nullptr);
  void setRow(const store::OutboxRow& row);

 Q_SIGNALS:
  void chosen(bool mine);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Side {
    QWidget* column;
    MarkdownEdit* text;
    Button* keep;
  };
  Side makeSide(const QString& caption, bool mine);

  QBoxLayout* across_;
  Side mine_;
  Side theirs_;
};

// The words of `text` that are not in `other`, in order, as ranges of `text`.
QVector<MarkdownEdit::Mark> differingWords(const QString& text, const QString& other);

}  // namespace vb::client::ui
