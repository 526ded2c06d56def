#include "client/cli/guard.h"

#include <algorithm>

#include <QJsonObject>

namespace vb::client::cli {
namespace {

struct Name {
  const char* code;
  const char* words;
};

Name nameOf(text::PersonalData kind) {
  switch (kind) {
    case text::PersonalData::bsn:
      return {"bsn", "what looks like a citizen service number (BSN)"};
    case text::PersonalData::iban:
      return {"iban", "an account number (IBAN)"};
    case text::PersonalData::phone:
      return {"phone", "a telephone number"};
    case text::PersonalData::email:
      return {"email", "an e-mail address"};
    case text::PersonalData::birthDate:
      return {"birth_date", "a date of birth"};
    case text::PersonalData::postalAddress:
      return {"postal_address", "an address"};
  }
  return {"", ""};
}

int charactersIn(const QByteArray& utf8) { return static_cast<int>(QString::fromUtf8(utf8).toUcs4().size()); }

}  // namespace

QVector<Found> findIn(const QString& field, const QString& text) {
  const QByteArray utf8 = text.toUtf8();
  QVector<Found> list;
  for (const auto& finding : text::findPersonalData({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
    const QByteArray before = utf8.left(static_cast<qsizetype>(finding.begin));
    Found found;
    found.kind = finding.kind;
    found.field = field;
    found.line = static_cast<int>(before.count('\n')) + 1;
    found.column = charactersIn(before.mid(before.lastIndexOf('\n') + 1)) + 1;
    found.length = charactersIn(utf8.mid(before.size(), static_cast<qsizetype>(finding.end - finding.begin)));
    list.append(found);
  }
  return list;
}

QVector<Found> findInSources(const QStringList& sources) {
  QVector<Found> list;
  int number = 0;
  for (const auto& source : sources) {
    ++number;
    for (auto found : findIn(QStringLiteral("source"), source)) {
      found.line = number;
      list.append(found);
    }
  }
  return list;
}

bool anyBsn(const QVector<Found>& found) {
  return std::any_of(found.begin(), found.end(), [](const Found& one) { return one.kind == text::PersonalData::bsn; });
}

QJsonArray toJson(const QVector<Found>& found) {
  QJsonArray array;
  for (const auto& one : found)
    array.append(QJsonObject{{"kind", nameOf(one.kind).code},
                             {"field", one.field},
                             {"line", one.line},
                             {"column", one.column},
                             {"length", one.length}});
  return array;
}

QString toText(const QVector<Found>& found) {
  QStringList lines;
  for (const auto& one : found)
    lines << QStringLiteral("  %1, line %2, character %3: %4")
                 .arg(one.field)
                 .arg(one.line)
                 .arg(one.column)
                 .arg(QLatin1String(nameOf(one.kind).words));
  return lines.join(QLatin1Char('\n'));
}

}  // namespace vb::client::cli
