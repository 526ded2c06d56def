#include "client/extract/answers.h"

#include <cstdio>

#include <QJsonDocument>

namespace vb::client::extract {

bool answerBytes(const char* bytes, qint64 size) {
  const auto wanted = static_cast<std::size_t>(size);
  return std::fwrite(bytes, 1, wanted, stdout) == wanted && std::fflush(stdout) == 0;
}

bool answer(const QJsonObject& object) {
  const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
  return answerBytes(line.constData(), line.size());
}

}  // namespace vb::client::extract
