// A row of a list of questions in words: its meta line, its chips, and what a screen reader says. Pure; GUI thread.
#pragma once

#include <QDateTime>
#include <QString>

#include "client/core/store/views.h"
#include "client/models/directory.h"
#include "client/ui/controls/chip.h"

namespace vb::client::ui {

struct RowWords {
  QString category;   // empty when it is not here yet
  QString age;        // "12 min"
  QString answers;    // "2 answers", "no answer yet"
  QString stateText;  // empty: no chip
  ChipKind stateKind = ChipKind::grey;
  QString spoken;  // everything above with the title, in one sentence
};

RowWords wordsOf(const store::QuestionRow& row, Directory& directory, const QDateTime& now);

}  // namespace vb::client::ui
