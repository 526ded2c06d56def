#include "client/ui/lists/row_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "client/models/age.h"

namespace vb::client::ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(QuestionRow)
};

// One chip: what matters most to the person who looks.
void sayState(const store::QuestionRow& row, Directory& directory, RowWords& words) {
  const auto set = [&](const QString& text, ChipKind kind) {
    words.stateText = text;
    words.stateKind = kind;
  };
  switch (row.sendState) {
    case store::SendState::refused:
      return set(Say::tr("not sent"), ChipKind::bad);
    case store::SendState::conflict:
      return set(Say::tr("changed elsewhere too"), ChipKind::bad);
    case store::SendState::waiting:
      return set(Say::tr("waits for a connection"), ChipKind::wait);
    case store::SendState::sending:
      return set(Say::tr("being sent"), ChipKind::wait);
    case store::SendState::draft:
      return set(Say::tr("draft"), ChipKind::grey);
    case store::SendState::received:
    case store::SendState::none:
      break;
  }
  if (row.helped) return set(Say::tr("helped"), ChipKind::ok);
  if (row.closed) return set(Say::tr("closed"), ChipKind::grey);
  if (row.later) return set(Say::tr("later"), ChipKind::wait);
  if (!row.via.isEmpty()) {
    const QString name = directory.categoryName(row.via.first());
    if (!name.isEmpty()) return set(Say::tr("also to %1").arg(name), ChipKind::wait);
  }
  if (row.followed) set(Say::tr("following"), ChipKind::grey);
}

}  // namespace

RowWords wordsOf(const store::QuestionRow& row, Directory& directory, const QDateTime& now) {
  RowWords words;
  words.category = directory.categoryName(row.homeCategory);
  words.age = shortAge(row.askedAt, now);
  words.answers = row.answers == 0 ? Say::tr("no answer yet") : Say::tr("%n answer(s)", nullptr, row.answers);
  sayState(row, directory, words);
  QStringList parts;
  if (row.unread) parts << Say::tr("Unread");
  parts << row.title;
  if (!words.category.isEmpty()) parts << words.category;
  if (!row.mine && !row.authorName.isEmpty()) parts << row.authorName;
  parts << words.age << words.answers;
  if (!words.stateText.isEmpty()) parts << words.stateText;
  words.spoken = parts.join(QLatin1String(". "));
  return words;
}

}  // namespace vb::client::ui
