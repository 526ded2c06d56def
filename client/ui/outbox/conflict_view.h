// ConflictView: one's own text and the newest one, both whole, with a word on which is which; one of them stays.
// What differs is marked. GUI thread.
#pragma once

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/markdown_edit.h"

class QBoxLayout;

namespace vb::client::ui {

class ConflictView : public QWidget {
  Q_OBJECT

 public:
  explicit ConflictView(QWidget* parent = nullptr);
  void setTexts(const QString& mine, const QString& theirs);

 Q_SIGNALS:
  void chosen(bool mine);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QBoxLayout* across_;
  MarkdownEdit* mine_;
  MarkdownEdit* theirs_;
};

// The words of `text` that are not in `other`, in order, as ranges of `text`.
QVector<MarkdownEdit::Mark> differingWords(const QString& text, const QString& other);

}  // namespace vb::client::ui
