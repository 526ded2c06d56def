// PostItem: one post of a discussion: who, when, the text, and what one may do with it. GUI thread.
#pragma once

#include "client/ui/controls/chip.h"
#include "client/ui/reader/author_row.h"
#include "client/ui/reader/link_row.h"
#include "client/ui/reader/post_text.h"
#include "shared/domain/channel_rights.h"

class QVBoxLayout;

namespace vb::client::ui {

class DocumentLinks;

class PostItem : public QWidget {
  Q_OBJECT

 public:
  explicit PostItem(const Access& access, QWidget* parent = nullptr);
  // `mayWrite`: the topic is open and this user may write in it now.
  void setPost(ChannelId channel, const store::PostView& post, bool mayWrite, bool mayDelete);
  void setHighlighted(bool highlighted);
  PostId id() const { return post_.id; }
  void goOn() { text_->goOn(QString::fromStdString(post_.id.text())); }
  void flush() { text_->flush(); }
  bool isEditing() const { return text_->isEditing(); }

 Q_SIGNALS:
  void quoteAsked(const vb::client::store::PostView& post);
  void removeAsked(vb::PostId post, vb::Seq seq);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void submit(const Composition& composition);
  void showEarlier();

  Access access_;
  ChannelId channel_;
  store::PostView post_;
  bool highlighted_ = false;
  AuthorRow* author_;
  Chip* state_;
  Chip* news_;
  PostText* text_;
  DocumentLinks* links_;
  PlainLabel* mark_;  // where a deleted post was
  QVBoxLayout* earlier_;
  LinkRow* actions_;
};

}  // namespace vb::client::ui
