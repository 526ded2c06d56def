// Type: the few sizes and weights of text in the product, relative to the system's UI font and the user's scale, and
// the 4 px grid. A widget given a role keeps it when the theme, the font or the scale changes. GUI thread.
#pragma once

#include <QFont>
#include <QWidget>

namespace vb::client::ui {

// The design's 650: a static font has no such weight, and asking for it draws the lighter neighbour.
inline constexpr int kSemibold = 600;

enum class TextRole {
  title,       // 22, semibold: the question being read
  heading,     // 19, semibold: the name of a screen
  subheading,  // 15, semibold: "1 antwoord"
  reading,     // 15: text of questions and answers
  row,         // 14: rows, buttons, fields
  rowStrong,   // 14, semibold
  rowMedium,   // 14, medium
  meta,        // 12.5
  metaStrong,  // 12.5, medium: chips, links below a text
  caption,     // 11, spaced: headings in the rail
};

// Which token a text is drawn in.
enum class ColorRole { text, muted, primary, ok, wait, bad, onSoft, railText, railMuted, railOnSelected, railAccent };

QFont fontOf(TextRole role);
QColor colorOf(ColorRole role);

// Gives the widget the role's font; Theme renews it when sizes change.
void setTextRole(QWidget* widget, TextRole role);
// Gives the widget's text the role's colour; Theme renews it when colours change.
void setColorRole(QWidget* widget, ColorRole role);

// `design` is a length of the design, in px at 100 %; grows with the font scale above 100 %, so that nothing clips.
int px(double design);

// How much air lists have.
enum class Density { compact, normal, roomy };
void setDensity(Density density);  // through Theme
int rowPadding();                  // above and below the text of a row, px

// Only Theme calls these: the system's font and the user's scale (0.8 .. 2.0), and the renewal of all roles.
void setTypeBase(const QFont& systemFont, double scale);
void renewRoles();

}  // namespace vb::client::ui
