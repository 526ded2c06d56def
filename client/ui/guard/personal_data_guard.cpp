#include "client/ui/guard/personal_data_guard.h"

#include <algorithm>

namespace vb::client::ui {
namespace {

QString digitsOf(const QString& text) {
  QString digits;
  for (const QChar c : text)
    if (c.isDigit()) digits.append(c);
  return digits;
}

}  // namespace

void PersonalDataGuard::check(const QStringList& texts) {
  texts_ = texts;
  findings_.clear();
  for (const QString& text : texts) {
    const QByteArray utf8 = text.toUtf8();
    QVector<GuardFinding> found;
    for (const auto& finding : text::findPersonalData({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
      GuardFinding here;
      here.kind = finding.kind;
      here.begin = static_cast<int>(QString::fromUtf8(utf8.constData(), static_cast<qsizetype>(finding.begin)).size());
      here.length = static_cast<int>(
          QString::fromUtf8(utf8.constData() + finding.begin, static_cast<qsizetype>(finding.end - finding.begin))
              .size());
      here.released =
          here.kind == text::PersonalData::bsn && released_.contains(digitsOf(text.mid(here.begin, here.length)));
      found.append(here);
    }
    findings_.append(found);
  }
}

bool PersonalDataGuard::isEmpty() const {
  return std::all_of(findings_.begin(), findings_.end(), [](const auto& list) {
    return std::all_of(list.begin(), list.end(), [](const GuardFinding& finding) { return finding.released; });
  });
}

bool PersonalDataGuard::holdsBack() const {
  for (const auto& list : findings_)
    for (const auto& finding : list)
      if (finding.kind == text::PersonalData::bsn && !finding.released) return true;
  return false;
}

bool PersonalDataGuard::saidNotBsn() const {
  bool any = false;
  for (const auto& list : findings_)
    for (const auto& finding : list) any = any || finding.kind == text::PersonalData::bsn;
  return any && !holdsBack();
}

QVector<text::PersonalData> PersonalDataGuard::kinds() const {
  QVector<text::PersonalData> kinds;
  for (const auto& list : findings_)
    for (const auto& finding : list)
      if (!finding.released && !kinds.contains(finding.kind)) kinds.append(finding.kind);
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

void PersonalDataGuard::releaseBsn() {
  for (int i = 0; i < findings_.size(); ++i)
    for (const auto& finding : findings_[i])
      if (finding.kind == text::PersonalData::bsn)
        released_.insert(digitsOf(texts_[i].mid(finding.begin, finding.length)));
  check(QStringList(texts_));
}

QString PersonalDataGuard::redacted(int textIndex) const {
  QString text = texts_.value(textIndex);
  const bool heldOnly = holdsBack();
  const auto list = findings_.value(textIndex);
  for (auto finding = list.rbegin(); finding != list.rend(); ++finding) {
    if (finding->released || (heldOnly && finding->kind != text::PersonalData::bsn)) continue;
    text.replace(finding->begin, finding->length, QStringLiteral("[…]"));
  }
  return text;
}

}  // namespace vb::client::ui
