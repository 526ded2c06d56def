// MemberPanel: what is read at the right of the list of members: a page that scrolls, made anew for each row. Its
// parts: the channel itself, a member, a request to join, an invitation, and inviting. GUI thread.
#pragma once

#include "client/ui/controls/label.h"
#include "client/ui/reader/access.h"
#include "shared/domain/channel_rights.h"

class QVBoxLayout;

namespace vb::client::ui {

class MemberPanel : public QWidget {
  Q_OBJECT

 public:
  MemberPanel(const Access& access, const store::ChannelView& channel, QWidget* parent = nullptr);
  // Text is being typed in it, so that it must not be made anew.
  virtual bool isBusy() const { return false; }
  // The keyboard goes where the work is.
  virtual void focusFirst() {}

 Q_SIGNALS:
  // What was shown is done with: the list has the word again.
  void finished();

 protected:
  void paintEvent(QPaintEvent* event) override;
  QVBoxLayout* column() const { return column_; }
  PlainLabel* addText(const QString& text, TextRole role = TextRole::row, ColorRole color = ColorRole::text);
  PlainLabel* addHeading(const QString& text);
  bool mayDo(ChannelAction action) const;

  Access access_;
  store::ChannelView channel_;

 private:
  QVBoxLayout* column_;
};

}  // namespace vb::client::ui
