#include "client/ui/guard/guard_banner.h"

#include <QAccessible>
#include <QLocale>

#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

QString heldText(GuardedKind kind) {
  switch (kind) {
    case GuardedKind::question:
      return GuardBanner::tr("This looks like a BSN. A question with a BSN is not sent.");
    case GuardedKind::answer:
      return GuardBanner::tr("This looks like a BSN. An answer with a BSN is not sent.");
    case GuardedKind::comment:
      return GuardBanner::tr("This looks like a BSN. A comment with a BSN is not sent.");
  }
  return {};
}

QString warningText(const QVector<text::PersonalData>& kinds) {
  QStringList names;
  for (const auto kind : kinds) names << personalDataName(kind);
  return GuardBanner::tr("There is %1 in it. Leave out what is not needed.").arg(QLocale().createSeparatedList(names));
}

}  // namespace

GuardBanner::GuardBanner(GuardedKind kind, QWidget* parent) : Banner(Kind::wait, {}, {}, parent), kind_(kind) {
  hide();
}

void GuardBanner::showFindings(const PersonalDataGuard& guard) {
  const auto kinds = guard.kinds();
  if (kinds == shown_) return;
  shown_ = kinds;
  // A button that had the keyboard goes away with the finding: typing goes on in what is next to it.
  clearActions();
  if (kinds.isEmpty()) {
    hide();
    return;
  }
  const bool held = guard.holdsBack();
  set(held ? Kind::bad : Kind::wait, tr("Personal data"), held ? heldText(kind_) : warningText(kinds));
  connect(addAction(tr("Remove")), &Button::clicked, this, &GuardBanner::removeRequested);
  if (held) connect(addAction(tr("This is not a BSN"), true), &Button::clicked, this, &GuardBanner::notBsnClaimed);
  show();
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

QVector<MarkdownEdit::Mark> marksOf(const QVector<GuardFinding>& findings) {
  QVector<MarkdownEdit::Mark> marks;
  for (const auto& finding : findings)
    if (!finding.released) marks.append({finding.begin, finding.length, finding.kind == text::PersonalData::bsn});
  return marks;
}

}  // namespace vb::client::ui
