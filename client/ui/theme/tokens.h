// Tokens: the colours of the design by their meaning, for light, dark and high contrast. Theme publishes the current
// set; tokens() reads it, as QApplication::palette() does for the palette. GUI thread.
#pragma once

#include <QColor>
#include <QPalette>
#include <QVector>

namespace vb::client::ui {

enum class ThemeMode {
  system,  // as the desktop says, live
  light,
  dark,
  highContrast,  // black on white, or white on black when the desktop is dark
};

struct Tokens {
  QColor bg;       // the window, lists
  QColor surface;  // the reader, cards, fields
  QColor rail;     // navigation, dark in both themes
  QColor railText;
  QColor railMuted;     // headings in the rail
  QColor railSelected;  // ground of the current destination
  QColor railOnSelected;
  QColor railAccent;  // the "ask" button and counts in the rail
  QColor railOnAccent;
  QColor text;
  QColor muted;    // meta, hints
  QColor line;     // separators, borders of cards
  QColor field;    // borders of things one types in or ticks: 3:1 against their ground
  QColor primary;  // buttons, links, the unread dot
  QColor onPrimary;
  QColor soft;  // ground of category chips and of information
  QColor onSoft;
  QColor selected;  // ground of the selected row
  QColor hover;
  QColor ok, okSoft;      // done, here
  QColor wait, waitSoft;  // waiting
  QColor bad, badSoft;    // held back, refused
  QColor chip;            // ground of quiet chips and pills
  QColor focus;           // the focus ring
  bool dark = false;
  bool highContrast = false;
};

const Tokens& tokens();
// Only Theme calls this.
void publishTokens(const Tokens& current);

Tokens lightTokens();
Tokens darkTokens();
Tokens highContrastTokens(bool dark);
QPalette paletteOf(const Tokens& tokens);

// WCAG 2.1 contrast ratio, 1..21.
double contrast(const QColor& a, const QColor& b);
// Every text on every ground it is drawn on.
struct TextOnGround {
  const char* what;
  QColor text;
  QColor ground;
};
QVector<TextOnGround> textPairs(const Tokens& tokens);

}  // namespace vb::client::ui
