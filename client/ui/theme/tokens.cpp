#include "client/ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace vb::client::ui {
namespace {

Tokens& current() {
  static Tokens published = lightTokens();
  return published;
}

double luminance(const QColor& color) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

const Tokens& tokens() { return current(); }
void publishTokens(const Tokens& tokens) { current() = tokens; }

Tokens lightTokens() {
  Tokens t;
  t.bg = "#F6F5F1";
  t.surface = "#FFFFFF";
  t.rail = "#12343A";
  t.railText = "#CFE0E1";
  t.railMuted = "#9DB9BC";
  t.railSelected = "#1E4A51";
  t.railOnSelected = "#FFFFFF";
  t.railAccent = "#58BEC4";
  t.railOnAccent = "#06282B";
  t.text = "#1B2426";
  t.muted = "#5A676B";
  t.line = "#E2DFD8";
  t.field = "#7F888B";
  t.primary = "#0C6670";
  t.onPrimary = "#FFFFFF";
  t.soft = "#DCEFEF";
  t.onSoft = "#0C5A63";
  t.selected = "#E7F2F2";
  t.hover = "#EFEEE9";
  t.ok = "#1F6F3A";
  t.okSoft = "#E1F2E6";
  t.wait = "#8A5200";
  t.waitSoft = "#FCEFD7";
  t.bad = "#A8231B";
  t.badSoft = "#FBE5E3";
  t.chip = "#EFEDE7";
  t.focus = "#0C6670";
  return t;
}

Tokens darkTokens() {
  Tokens t;
  t.bg = "#14191B";
  t.surface = "#1B2225";
  t.rail = "#0E1416";
  t.railText = "#A9BEC1";
  t.railMuted = "#84999C";
  t.railSelected = "#1F3338";
  t.railOnSelected = "#E4EAEB";
  t.railAccent = "#58BEC4";
  t.railOnAccent = "#06282B";
  t.text = "#E4EAEB";
  t.muted = "#9DADB1";
  t.line = "#2B3539";
  t.field = "#66767B";
  t.primary = "#58BEC4";
  t.onPrimary = "#06282B";
  t.soft = "#173338";
  t.onSoft = "#7BD0D5";
  t.selected = "#1F2D31";
  t.hover = "#1A2124";
  t.ok = "#7BD09A";
  t.okSoft = "#18311F";
  t.wait = "#F0B45B";
  t.waitSoft = "#37290F";
  t.bad = "#F2938B";
  t.badSoft = "#3B1B19";
  t.chip = "#263034";
  t.focus = "#58BEC4";
  t.dark = true;
  return t;
}

Tokens highContrastTokens(bool dark) {
  Tokens t;
  const QColor ink = dark ? "#FFFFFF" : "#000000";
  const QColor paper = dark ? "#000000" : "#FFFFFF";
  t.bg = t.surface = paper;
  t.rail = "#000000";
  t.railText = "#FFFFFF";
  t.railMuted = "#E0E0E0";
  t.railSelected = "#00464D";
  t.railOnSelected = "#FFFFFF";
  t.railAccent = "#8BE6EB";
  t.railOnAccent = "#000000";
  t.text = ink;
  t.muted = dark ? "#E0E0E0" : "#2E2E2E";
  t.line = t.field = ink;
  t.primary = dark ? "#8BE6EB" : "#00444B";
  t.onPrimary = paper;
  t.soft = dark ? "#002E33" : "#E3F5F5";
  t.onSoft = dark ? "#C9F4F6" : "#003A40";
  t.selected = dark ? "#00333A" : "#D9EFEF";
  t.hover = dark ? "#1C1C1C" : "#EDEDED";
  t.ok = dark ? "#9DF0B8" : "#0A4A20";
  t.okSoft = dark ? "#06260F" : "#E9F7ED";
  t.wait = dark ? "#FFD08A" : "#5C3600";
  t.waitSoft = dark ? "#2B1D00" : "#FFF4DF";
  t.bad = dark ? "#FFB9B3" : "#7D0B05";
  t.badSoft = dark ? "#350907" : "#FDECEA";
  t.chip = dark ? "#1E1E1E" : "#F0F0F0";
  t.focus = dark ? "#FFE14D" : "#0033CC";
  t.dark = dark;
  t.highContrast = true;
  return t;
}

QPalette paletteOf(const Tokens& t) {
  QPalette palette;
  const auto all = [&](QPalette::ColorRole role, const QColor& color) { palette.setColor(role, color); };
  all(QPalette::Window, t.bg);
  all(QPalette::WindowText, t.text);
  all(QPalette::Base, t.surface);
  all(QPalette::AlternateBase, t.bg);
  all(QPalette::Text, t.text);
  all(QPalette::Button, t.surface);
  all(QPalette::ButtonText, t.text);
  all(QPalette::BrightText, t.bad);
  all(QPalette::Highlight, t.primary);
  all(QPalette::HighlightedText, t.onPrimary);
  all(QPalette::Link, t.primary);
  all(QPalette::LinkVisited, t.primary);
  all(QPalette::ToolTipBase, t.dark ? t.chip : t.text);
  all(QPalette::ToolTipText, t.dark ? t.text : t.surface);
  all(QPalette::PlaceholderText, t.muted);
  all(QPalette::Light, t.surface);
  all(QPalette::Midlight, t.line);
  all(QPalette::Mid, t.line);
  all(QPalette::Dark, t.field);
  all(QPalette::Shadow, t.line);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, t.muted);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
  palette.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text);
  return palette;
}

double contrast(const QColor& a, const QColor& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QVector<TextOnGround> textPairs(const Tokens& t) {
  return {
      {"text on bg", t.text, t.bg},
      {"text on surface", t.text, t.surface},
      {"text on selected", t.text, t.selected},
      {"text on hover", t.text, t.hover},
      {"text on soft", t.text, t.soft},
      {"text on chip", t.text, t.chip},
      {"text on okSoft", t.text, t.okSoft},
      {"text on waitSoft", t.text, t.waitSoft},
      {"text on badSoft", t.text, t.badSoft},
      {"muted on bg", t.muted, t.bg},
      {"muted on surface", t.muted, t.surface},
      {"muted on selected", t.muted, t.selected},
      {"muted on hover", t.muted, t.hover},
      {"muted on chip", t.muted, t.chip},
      {"muted on soft", t.muted, t.soft},
      {"muted on waitSoft", t.muted, t.waitSoft},
      {"muted on badSoft", t.muted, t.badSoft},
      {"muted on okSoft", t.muted, t.okSoft},
      {"primary on bg", t.primary, t.bg},
      {"primary on surface", t.primary, t.surface},
      {"primary on soft", t.primary, t.soft},
      {"primary on selected", t.primary, t.selected},
      {"primary on waitSoft", t.primary, t.waitSoft},
      {"primary on badSoft", t.primary, t.badSoft},
      {"onPrimary on primary", t.onPrimary, t.primary},
      {"onSoft on soft", t.onSoft, t.soft},
      {"ok on okSoft", t.ok, t.okSoft},
      {"ok on surface", t.ok, t.surface},
      {"wait on waitSoft", t.wait, t.waitSoft},
      {"wait on bg", t.wait, t.bg},
      {"wait on surface", t.wait, t.surface},
      {"bad on badSoft", t.bad, t.badSoft},
      {"bad on bg", t.bad, t.bg},
      {"bad on surface", t.bad, t.surface},
      {"railText on rail", t.railText, t.rail},
      {"railMuted on rail", t.railMuted, t.rail},
      {"railText on railSelected", t.railText, t.railSelected},
      {"railOnSelected on railSelected", t.railOnSelected, t.railSelected},
      {"railOnAccent on railAccent", t.railOnAccent, t.railAccent},
  };
}

}  // namespace vb::client::ui
