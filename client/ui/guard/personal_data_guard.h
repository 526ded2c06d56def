// PersonalDataGuard: what identifies a person in the text being typed, in the editor's own positions, and whether it
// may be sent. A BSN holds the text back until it is taken out or the author says of those digits that they are none.
// Looks only; stores and logs nothing. Owned by the form it guards. GUI thread.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include "shared/text/guard.h"

namespace vb::client::ui {

struct GuardFinding {
  text::PersonalData kind = text::PersonalData::bsn;
  int begin = 0;  // UTF-16 position in the text it was found in
  int length = 0;
  bool released = false;  // the author said that this is no BSN
};

class PersonalDataGuard {
 public:
  // Looks again; one list per text, in the order given.
  void check(const QStringList& texts);

  const QVector<QVector<GuardFinding>>& findings() const { return findings_; }
  bool isEmpty() const;
  // A BSN that was not released.
  bool holdsBack() const;
  // The text holds something that looks like a BSN and all of it was released: travels as not_bsn.
  bool saidNotBsn() const;
  // Kinds found, BSN first, each once.
  QVector<text::PersonalData> kinds() const;

  // The author says that what looks like a BSN now is none; other digits typed later are asked about again.
  void releaseBsn();
  // The text with each finding replaced by "[...]": only those held back, or everything when none is.
  QString redacted(int textIndex) const;

 private:
  QStringList texts_;
  QVector<QVector<GuardFinding>> findings_;
  QSet<QString> released_;
};

}  // namespace vb::client::ui
