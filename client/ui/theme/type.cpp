#include "client/ui/theme/type.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QFontInfo>
#include <QVariant>

#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr char kTextRole[] = "vbTextRole";
constexpr char kColorRole[] = "vbColorRole";
// The design's sizes were drawn for a UI font of 10 pt at 96 dpi.
constexpr double kDesignFontPx = 13.333;

struct Base {
  QFont font;
  double factor = 1.0;
};
Base& base() {
  static Base current;
  return current;
}

struct Face {
  double size;
  int weight;
};

Face faceOf(TextRole role) {
  switch (role) {
    case TextRole::title:
      return {22, kSemibold};
    case TextRole::heading:
      return {19, kSemibold};
    case TextRole::subheading:
      return {15, kSemibold};
    case TextRole::reading:
      return {15, 400};
    case TextRole::row:
      return {14, 400};
    case TextRole::rowStrong:
      return {14, kSemibold};
    case TextRole::rowMedium:
      return {14, 500};
    case TextRole::meta:
      return {12.5, 400};
    case TextRole::metaStrong:
      return {12.5, 500};
    case TextRole::caption:
      return {11, 500};
  }
  return {14, 400};
}

}  // namespace

void setTypeBase(const QFont& systemFont, double scale) {
  base().font = systemFont;
  const double system = std::clamp(QFontInfo(systemFont).pixelSize() / kDesignFontPx, 0.85, 1.6);
  base().factor = system * scale;
}

QFont fontOf(TextRole role) {
  const Face face = faceOf(role);
  QFont font = base().font;
  // Whole pixels only: Qt rounds the pixel size of a font anyway.
  font.setPixelSize(std::max(8, static_cast<int>(std::lround(face.size * base().factor))));
  font.setWeight(static_cast<QFont::Weight>(face.weight));
  if (role == TextRole::caption) font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
  return font;
}

QColor colorOf(ColorRole role) {
  const Tokens& t = tokens();
  switch (role) {
    case ColorRole::text:
      return t.text;
    case ColorRole::muted:
      return t.muted;
    case ColorRole::primary:
      return t.primary;
    case ColorRole::ok:
      return t.ok;
    case ColorRole::wait:
      return t.wait;
    case ColorRole::bad:
      return t.bad;
    case ColorRole::onSoft:
      return t.onSoft;
    case ColorRole::railText:
      return t.railText;
    case ColorRole::railMuted:
      return t.railMuted;
    case ColorRole::railOnSelected:
      return t.railOnSelected;
    case ColorRole::railAccent:
      return t.railAccent;
  }
  return t.text;
}

namespace {
void applyColor(QWidget* widget, ColorRole role) {
  QPalette palette;
  for (const auto group : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(group, colorOf(role));
  widget->setPalette(palette);
}
}  // namespace

void setTextRole(QWidget* widget, TextRole role) {
  widget->setProperty(kTextRole, static_cast<int>(role));
  widget->setFont(fontOf(role));
}

void setColorRole(QWidget* widget, ColorRole role) {
  widget->setProperty(kColorRole, static_cast<int>(role));
  applyColor(widget, role);
}

namespace {
Density& density() {
  static Density current = Density::normal;
  return current;
}
}  // namespace

void setDensity(Density wanted) { density() = wanted; }

int rowPadding() { return px(density() == Density::compact ? 7 : density() == Density::roomy ? 17 : 12); }

int px(double design) { return static_cast<int>(std::lround(design * std::max(1.0, base().factor))); }

void renewRoles() {
  const auto widgets = QApplication::allWidgets();
  for (QWidget* widget : widgets) {
    if (const QVariant role = widget->property(kTextRole); role.isValid())
      widget->setFont(fontOf(static_cast<TextRole>(role.toInt())));
    if (const QVariant role = widget->property(kColorRole); role.isValid())
      applyColor(widget, static_cast<ColorRole>(role.toInt()));
  }
}

}  // namespace vb::client::ui
