// PostText: the text of a question, answer or comment; its author can turn it into an editor in place and back. A
// change that came in meanwhile does not touch what is being edited. GUI thread.
#pragma once

#include "client/ui/controls/markdown_view.h"
#include "client/ui/reader/access.h"
#include "client/ui/reader/composer.h"

class QVBoxLayout;

namespace vb::client::ui {

class PostText : public QWidget {
  Q_OBJECT

 public:
  // `recordKind`: kinds::kQuestion, kAnswer or kComment.
  PostText(const Access& access, const char* recordKind, QWidget* parent = nullptr);

  void setText(const QString& accessibleName, const QString& markdown);
  // Opens the editor on this version; a draft of an earlier change comes back.
  void edit(const QString& recordId, CategoryId home, Seq baseSeq, const store::Draft& now);
  bool isEditing() const { return composer_ != nullptr; }
  void flush();

 Q_SIGNALS:
  void editingChanged(bool editing);

 private:
  void close();
  void submit(const Composition& composition);

  Access access_;
  const char* recordKind_;
  QString recordId_;
  CategoryId home_;
  QVBoxLayout* column_;
  MarkdownView* view_;
  Composer* composer_ = nullptr;
};

}  // namespace vb::client::ui
