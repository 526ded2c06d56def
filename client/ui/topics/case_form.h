// CaseForm: the parts of a case that are typed, each with what belongs in it; keeps them as one draft, and holds back
// what identifies a person: everything that the personal-data guard finds, until it is taken out or the writer says
// that nobody can be recognised by it. GUI thread.
#pragma once

#include <QLineEdit>

#include "client/ui/controls/markdown_edit.h"
#include "client/ui/drafts/draft_keeper.h"
#include "client/ui/guard/personal_data_guard.h"
#include "client/ui/reader/access.h"

class QCheckBox;

namespace vb::client::ui {

class Attachments;
class Banner;
class Button;
class PlainLabel;

class CaseForm : public QWidget {
  Q_OBJECT

 public:
  // `retentionDays`: after which the case is erased; 0 when an existing one is changed.
  CaseForm(const Access& access, int retentionDays, QWidget* parent = nullptr);

  // The draft of this key is opened when there is one, else `start` (its body holds the parts as JSON).
  void open(const store::Draft& start);
  void flush() { keeper_.flush(); }
  void focusFirst() { title_->setFocus(); }
  bool isEmpty() const;
  void handedOver();
  // Hidden until it is told of a channel.
  Attachments& attachments() { return *attachments_; }

  static std::string bodyOf(const CaseParts& parts);

 Q_SIGNALS:
  void submitted(const QString& title, const vb::CaseParts& parts, bool notBsn, vb::Seq baseSeq);
  void cancelled();

 private:
  void changed();
  void showState();
  void submit();
  void removeFindings();
  CaseParts parts() const;
  store::Draft current() const;

  Access access_;
  DraftKeeper keeper_;
  PersonalDataGuard guard_;
  store::Draft base_;
  bool filling_ = false;
  QLineEdit* title_;
  MarkdownEdit* texts_[4];
  Attachments* attachments_;
  Banner* banner_;
  PlainLabel* hint_;
  QCheckBox* checked_;
  PlainLabel* problem_;
  Button* send_;
};

}  // namespace vb::client::ui
