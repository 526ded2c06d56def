#include "client/cli/output_parts.h"

#include <QStringList>

#include "client/cli/output.h"

namespace vb::client::cli {

QString plain(const QString& text, bool lines) {
  QString out;
  out.reserve(text.size());
  for (const QChar c : text) {
    const bool isControl = c.category() == QChar::Other_Control || (c.unicode() >= 0x202A && c.unicode() <= 0x202E) ||
                           (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    if (!isControl || (lines && (c == QLatin1Char('\n') || c == QLatin1Char('\t'))))
      out += c;
    else
      out += QLatin1Char(' ');
  }
  return out;
}

QString byline(const store::Person& person, qint64 at, store::SendState state) {
  QString line = plain(person.name.isEmpty() ? QStringLiteral("(unknown colleague)") : person.name);
  if (!person.organisation.isEmpty()) line += QStringLiteral(", ") + plain(person.organisation);
  line += QStringLiteral(" · ") + timeText(at);
  return line + stateMark(state);
}

QString stateMark(store::SendState state) {
  if (state == store::SendState::none || state == store::SendState::received) return {};
  return QStringLiteral(" · [%1]").arg(sendStateName(state));
}

QString indented(const QString& text, const QString& by) {
  QStringList lines = plain(text, true).split(QLatin1Char('\n'));
  for (auto& line : lines) line.prepend(by);
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QJsonObject personJson(const store::Person& person) {
  return {{"id", idText(person.id)},
          {"name", person.name},
          {"role", QString::fromStdString(fields::enumText(person.role))},
          {"job_title", person.jobTitle},
          {"organisation", person.organisation},
          {"municipality", person.municipality}};
}

}  // namespace vb::client::cli
