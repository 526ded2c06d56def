#include "client/ui/controls/avatar.h"

#include <array>

#include <QPainter>

#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

struct Tint {
  const char* ground;
  const char* ink;
};
// Quiet pairs of 4.5:1 or more; the same in light and dark, as in the design.
constexpr std::array<Tint, 6> kTints{{{"#C5DADA", "#0F4A50"},
                                      {"#E6D5BC", "#6B4300"},
                                      {"#D9D5EC", "#43338A"},
                                      {"#D3E2CB", "#2C5320"},
                                      {"#EBD2D2", "#7A2430"},
                                      {"#CFDCEC", "#1F4474"}}};

// A hash of our own: qHash differs per run, and a colleague keeps a colour.
std::size_t tintOf(const QString& name) {
  unsigned sum = 7;
  for (const QChar c : name) sum = sum * 31 + c.unicode();
  return sum % kTints.size();
}

}  // namespace

Avatar::Avatar(const QString& name, QWidget* parent) : QWidget(parent), name_(name) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setTextRole(this, TextRole::metaStrong);
}

void Avatar::setName(const QString& name) {
  name_ = name;
  update();
}

QSize Avatar::sizeHint() const { return {px(34), px(34)}; }

QString Avatar::initials(const QString& name) {
  const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  QString result;
  // Particles such as "de" and "van der" are lower case and do not count.
  for (const QString& word : words)
    if (word.at(0).isUpper() && (result.isEmpty() || &word == &words.last())) result += word.at(0);
  if (result.isEmpty() && !words.isEmpty()) result = words.first().left(1).toUpper();
  return result.isEmpty() ? QStringLiteral("?") : result;
}

void Avatar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tint& tint = kTints[tintOf(name_)];
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(tint.ground));
  painter.drawEllipse(rect());
  QFont face = font();
  face.setWeight(static_cast<QFont::Weight>(kSemibold));
  painter.setFont(face);
  painter.setPen(QColor(tint.ink));
  painter.drawText(rect(), Qt::AlignCenter, initials(name_));
}

}  // namespace vb::client::ui
