#include "client/ui/account/wipe_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace vb::client::ui {
namespace {
struct WipeWords {
  Q_DECLARE_TR_FUNCTIONS(WipeWords)
};
}  // namespace

QString whatWipingLoses(const store::Counts& counts) {
  QStringList lost;
  const int unsent = counts.waitingToSend + counts.needsAttention;
  if (unsent > 0) lost << WipeWords::tr("%n message(s) not sent yet", nullptr, unsent);
  if (counts.drafts > 0) lost << WipeWords::tr("%n draft(s)", nullptr, counts.drafts);
  return lost.isEmpty() ? WipeWords::tr("Nothing is lost: everything is on the server.")
                        : WipeWords::tr("This is lost for good: %1.").arg(QLocale().createSeparatedList(lost));
}

}  // namespace vb::client::ui
