// Style: Fusion with the frames, fields, ticks, scroll bars and focus ring of the design, in the colours of tokens().
// Owned by QApplication; made by Theme. GUI thread.
#pragma once

#include <QProxyStyle>
#include <QStyleOption>

namespace vb::client::ui {

// Radius of fields, buttons and cards, in px.
inline constexpr int kRadius = 8;
inline constexpr int kFocusWidth = 2;
// Beside the words of a link, for its ring. What stands above a row of links is moved in by as much, so that the words
// are in one line.
inline constexpr int kRingRoom = 7;

// The ring around what has the keyboard, inside `rect`.
void paintFocusRing(QPainter* painter, const QRect& rect, double radius = kRadius);

// The ground and border of what one types in.
void paintField(QPainter* painter, const QRect& rect, bool focused, bool enabled);

class Style : public QProxyStyle {
  Q_OBJECT

 public:
  Style();

  void polish(QWidget* widget) override;
  using QProxyStyle::polish;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returned) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                       const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QIcon standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;

 private:
  void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
};

}  // namespace vb::client::ui
