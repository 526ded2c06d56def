// MentionCompleter: while a name is typed after an "@" in a text, offers the members whose name begins so. Owned by the
// text field. GUI thread.
#pragma once

#include <QListWidget>
#include <QVector>

#include "client/core/store/channel_views.h"

class QPlainTextEdit;

namespace vb::client::ui {

class MentionCompleter : public QObject {
  Q_OBJECT

 public:
  MentionCompleter(QPlainTextEdit* text, QVector<store::Person> people);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void look();
  void take();
  void close();
  // From the "@" to the cursor; empty when no name is being typed.
  QString typed() const;

  QPlainTextEdit* text_;
  QVector<store::Person> people_;
  QListWidget* popup_;
  bool taking_ = false;
};

// Those of `people` whose whole name stands after an "@" in the text.
std::vector<UserId> mentionedIn(const QString& text, const QVector<store::Person>& people);

}  // namespace vb::client::ui
