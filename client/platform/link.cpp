#include "client/platform/link.h"

#include "client/platform/tuning.h"

namespace vb::client::platform {
namespace {
constexpr QLatin1String kPrefix("vraagbaak://question/");
}

std::optional<QuestionId> questionOfLink(const QString& link) {
  if (link.size() > kLinkCharsMax || !link.startsWith(kPrefix, Qt::CaseInsensitive)) return std::nullopt;
  // Desktops add a slash to a link now and then; nothing else may follow.
  QString id = link.mid(kPrefix.size());
  if (id.endsWith(QLatin1Char('/'))) id.chop(1);
  const auto parsed = QuestionId::parse(id.toStdString());
  if (!parsed || parsed->isNil()) return std::nullopt;
  return *parsed;
}

QString linkOfQuestion(QuestionId question) { return kPrefix + QString::fromStdString(question.text()); }

}  // namespace vb::client::platform
