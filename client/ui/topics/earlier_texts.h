// EarlierTexts: a text as it was before each of its edits, newest first, each with its moment. GUI thread.
#pragma once

#include "client/ui/controls/card.h"
#include "client/ui/reader/access.h"

namespace vb::client::ui {

class EarlierTexts : public Card {
  Q_OBJECT

 public:
  EarlierTexts(const Access& access, const QString& topicOrPost, QWidget* parent = nullptr);
};

}  // namespace vb::client::ui
