// PostText: the text of a question, answer or comment; its author can turn it into an editor in place and back. A
// change that came in meanwhile does not touch what is being edited. GUI thread.
#pragma once

#include <functional>

#include "client/ui/controls/markdown_view.h"
#include "client/ui/reader/access.h"
#include "client/ui/reader/composer.h"

class QVBoxLayout;

namespace vb::client::ui {

class PostText : public QWidget {
  Q_OBJECT

 public:
  // `recordKind`: kinds::kQuestion, kAnswer, kComment; kTopic or kPost of a channel, with setSubmit.
  PostText(const Access& access, const char* recordKind, QWidget* parent = nullptr);

  // What a change is given to, of a text that is no post of a question.
  using Submit = std::function<void(const Composition& composition)>;
  void setSubmit(Submit submit) { submit_ = std::move(submit); }

  void setText(const QString& accessibleName, const QString& markdown);
  // One's own: what may be changed, in this version. A change that was left half done opens with it.
  void setRecord(const QString& recordId, CategoryId home, Seq seq, const store::Draft& now);
  // Somebody else's.
  void setNoRecord();
  // Opens the editor on the version of setRecord and puts the keyboard in it.
  void edit();
  // A change of this post that was left half done opens, when there is one.
  void goOn(const QString& recordId);
  bool isEditing() const { return composer_ != nullptr; }
  // What takes the keyboard in here; nullptr when nothing is shown.
  QWidget* focusStop() const;
  void flush();

 Q_SIGNALS:
  void editingChanged(bool editing);

 private:
  void open(const std::optional<store::Draft>& kept);
  void close();
  void cancel();
  void takeBack(const store::Draft& dropped);
  void submit(const Composition& composition);
  void sent(const Composition& composition);

  Access access_;
  const char* recordKind_;
  Submit submit_;
  QString recordId_;
  CategoryId home_;
  Seq seq_ = 0;
  store::Draft now_;
  bool draftSought_ = false;
  QVBoxLayout* column_;
  MarkdownView* view_;
  Composer* composer_ = nullptr;
};

}  // namespace vb::client::ui
