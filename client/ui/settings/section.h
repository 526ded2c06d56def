// Section: a block of settings under a heading; hidden when the filter matches nothing in it. GUI thread.
#pragma once

#include "client/ui/controls/card.h"

class QVBoxLayout;

namespace vb::client::ui {

class Section : public Card {
  Q_OBJECT

 public:
  // `words` is found by the filter too, besides what the section shows.
  Section(const QString& heading, const QString& words, QWidget* parent = nullptr);
  QVBoxLayout* body() const { return body_; }
  bool matches(const QString& filter) const;
  QString heading() const { return heading_; }

 private:
  QString heading_;
  QString words_;
  QVBoxLayout* body_;
};

}  // namespace vb::client::ui
