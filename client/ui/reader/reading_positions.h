// ReadingPositions: how far somebody had read in each of the last questions, kept with the settings of this computer.
// GUI thread.
#pragma once

#include <QHash>
#include <QStringList>

#include "client/ui/shell/preferences.h"
#include "shared/base/ids.h"

namespace vb::client::ui {

class ReadingPositions {
 public:
  explicit ReadingPositions(Preferences& preferences);  // reads what was kept
  void keep(QuestionId question, int position);
  int of(QuestionId question) const;
  void store();

 private:
  Preferences& preferences_;
  QHash<QString, int> positions_;
  QStringList newestLast_;
};

}  // namespace vb::client::ui
