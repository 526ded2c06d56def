#include "client/ui/theme/style.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include "client/ui/theme/icons.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kFieldPadding = 10;  // left and right of the text in a field

void paintTick(QPainter* painter, const QStyleOption& option, bool round) {
  const Tokens& t = tokens();
  const bool on = option.state & QStyle::State_On;
  const bool partly = option.state & QStyle::State_NoChange;
  const bool enabled = option.state & QStyle::State_Enabled;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
  const QColor fill = on || partly ? (enabled ? t.primary : t.muted) : t.surface;
  painter->setPen(QPen(on || partly ? fill : t.field, 1.5));
  painter->setBrush(fill);
  const double radius = round ? box.width() / 2 : 4;
  painter->drawRoundedRect(box, radius, radius);
  if (on && round) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.onPrimary);
    painter->drawEllipse(box.center(), box.width() / 5, box.width() / 5);
  } else if (on) {
    QPainterPath tick;
    tick.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52);
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.70);
    tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.32);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(t.onPrimary, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(tick);
  } else if (partly) {
    painter->setPen(QPen(t.onPrimary, 2, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(box.left() + 4, box.center().y()), QPointF(box.right() - 4, box.center().y()));
  }
  painter->restore();
}

bool isField(const QWidget* widget) { return widget != nullptr && widget->property("vbField").toBool(); }

}  // namespace

void paintField(QPainter* painter, const QRect& rect, bool focused, bool enabled) {
  const Tokens& t = tokens();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const double width = focused ? kFocusWidth : 1;
  painter->setPen(QPen(focused ? t.focus : t.highContrast ? t.field : t.line.darker(t.dark ? 60 : 108), width));
  painter->setBrush(enabled ? t.surface : t.bg);
  const double inset = width / 2;
  painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
  painter->restore();
}

void paintFocusRing(QPainter* painter, const QRect& rect, double radius) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(tokens().focus, kFocusWidth));
  painter->setBrush(Qt::NoBrush);
  const double inset = kFocusWidth / 2.0;
  painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
  painter->restore();
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QComboBox*>(widget) != nullptr || qobject_cast<QAbstractScrollArea*>(widget) != nullptr)
    widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_ScrollBarExtent:
      return kScrollBarWidth;
    case PM_ScrollBarSliderMin:
      return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
      return 0;
    case PM_DefaultFrameWidth:
      return 1;
    case PM_SplitterWidth:
      return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return px(18);
    case PM_LineEditIconSize:
      return px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return 10;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
      return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_MenuPanelWidth:
      return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
      return 6;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
      return 0;
    case SH_ItemView_ShowDecorationSelected:
      return 1;
    // A list keeps its colours when the keyboard is elsewhere.
    case SH_ItemView_ChangeHighlightOnFocus:
      return 0;
    // Everything is reached with Tab, links in texts too.
    case SH_ComboBox_Popup:
      return 0;
    case SH_UnderlineShortcut:
      return 1;
    default:
      return QProxyStyle::styleHint(hint, option, widget, returned);
  }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  const Tokens& t = tokens();
  switch (element) {
    case PE_PanelLineEdit: {
      // A line edit inside another control (spin box, combo box, search field) has no frame of its own.
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame == nullptr || frame->lineWidth > 0)
        paintField(painter, option->rect, option->state & State_HasFocus, option->state & State_Enabled);
      return;
    }
    case PE_FrameLineEdit:
      return;
    case PE_Frame: {
      if (isField(widget)) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
        const bool focused = widget->hasFocus() || (area != nullptr && area->viewport()->hasFocus());
        paintField(painter, option->rect, focused, option->state & State_Enabled);
        return;
      }
      painter->save();
      painter->setPen(t.line);
      painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
      painter->restore();
      return;
    }
    case PE_FrameFocusRect:
      paintFocusRing(painter, option->rect, 4);
      return;
    case PE_IndicatorCheckBox:
      paintTick(painter, *option, false);
      return;
    case PE_IndicatorItemViewItemCheck:
      paintTick(painter, *option, false);
      return;
    case PE_IndicatorRadioButton:
      paintTick(painter, *option, true);
      return;
    case PE_PanelMenu: {
      painter->fillRect(option->rect, t.surface);
      painter->setPen(t.line);
      painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
      return;
    }
    case PE_PanelStatusBar:
      return;
    case PE_PanelTipLabel: {
      painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
      return;
    }
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  const Tokens& t = tokens();
  switch (element) {
    case CE_Splitter: {
      painter->fillRect(option->rect, t.bg);
      const QRect& rect = option->rect;
      // The handle is 5 px to grab and 1 px to see.
      if (option->state & State_Horizontal)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), t.line);
      else
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
      return;
    }
    case CE_MenuItem:
    case CE_MenuBarItem: {
      // Fusion outlines the chosen item; ours is a soft ground.
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        QStyleOptionMenuItem soft(*item);
        soft.palette.setColor(QPalette::Highlight, t.selected);
        soft.palette.setColor(QPalette::HighlightedText, t.text);
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
      }
      break;
    }
    case CE_ComboBoxLabel: {
      if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        const QRect area = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
        painter->setPen(box->palette.color(QPalette::ButtonText));
        painter->setFont(widget != nullptr ? widget->font() : painter->font());
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(box->currentText, Qt::ElideRight, area.width()));
        return;
      }
      break;
    }
    case CE_ShapedFrame: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame != nullptr && frame->frameShape != QFrame::NoFrame) drawPrimitive(PE_Frame, option, painter, widget);
      return;
    }
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      drawScrollBar(*bar, painter, widget);
      return;
    }
  }
  if (control == CC_ComboBox) {
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
      paintField(painter, box->rect, box->state & State_HasFocus, box->state & State_Enabled);
      const int size = px(16);
      const QRect arrow(box->rect.right() - size - 10, box->rect.center().y() - size / 2, size, size);
      painter->drawPixmap(arrow, iconPixmap(QStringLiteral("chevron-down"), tokens().muted, size,
                                            painter->device()->devicePixelRatioF()));
      return;
    }
  }
  if (control == CC_SpinBox) {
    if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
      paintField(painter, box->rect, box->state & State_HasFocus, box->state & State_Enabled);
      const int size = px(12);
      const QPixmap down =
          iconPixmap(QStringLiteral("chevron-down"), tokens().muted, size, painter->device()->devicePixelRatioF());
      const auto place = [&](SubControl sub) {
        const QRect button = subControlRect(CC_SpinBox, box, sub, widget);
        return QRect(button.center() - QPoint(size / 2, size / 2), QSize(size, size));
      };
      painter->drawPixmap(place(SC_SpinBoxDown), down);
      painter->drawPixmap(place(SC_SpinBoxUp), down.transformed(QTransform().scale(1, -1)));
      return;
    }
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const {
  const Tokens& t = tokens();
  if (option.minimum == option.maximum) return;
  const QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
  const bool active = option.state & (State_MouseOver | State_Sunken);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  QColor color = t.field;
  if (!active && !t.highContrast) color.setAlphaF(0.55F);
  painter->setBrush(color);
  const bool vertical = option.orientation == Qt::Vertical;
  const QRectF pill = vertical ? QRectF(slider).adjusted(active ? 2 : 4, 2, -2, -2)
                               : QRectF(slider).adjusted(2, active ? 2 : 4, -2, -2);
  const double radius = (vertical ? pill.width() : pill.height()) / 2;
  painter->drawRoundedRect(pill, radius, radius);
  painter->restore();
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const {
  if (control == CC_ScrollBar && (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)) return {};
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      // No arrow buttons: the groove is the whole bar.
      const bool vertical = bar->orientation == Qt::Vertical;
      const int length = vertical ? bar->rect.height() : bar->rect.width();
      if (sub == SC_ScrollBarGroove) return bar->rect;
      const qint64 range = qint64(bar->maximum) - bar->minimum;
      int size = length;
      if (range > 0) size = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
      size = std::clamp(size, std::min(32, length), length);
      const int start =
          sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
      const QRect& all = bar->rect;
      const auto part = [&](int from, int span) {
        return vertical ? QRect(all.left(), all.top() + from, all.width(), span)
                        : QRect(all.left() + from, all.top(), span, all.height());
      };
      if (sub == SC_ScrollBarSlider) return part(start, size);
      if (sub == SC_ScrollBarSubPage) return part(0, start);
      if (sub == SC_ScrollBarAddPage) return part(start + size, length - start - size);
    }
  }
  if (control == CC_ComboBox && sub == SC_ComboBoxEditField) return option->rect.adjusted(12, 2, -px(16) - 16, -2);
  if (control == CC_SpinBox) {
    // The two arrows above each other at the right, as wide as the one of a list to choose from.
    const QRect all = option->rect.adjusted(2, 2, -2, -2);
    const int width = px(16) + 10;
    if (sub == SC_SpinBoxEditField) return all.adjusted(kFieldPadding - 2, 0, -width, 0);
    const QRect column(all.right() - width + 1, all.top(), width, all.height() / 2);
    if (sub == SC_SpinBoxUp) return column;
    if (sub == SC_SpinBoxDown) return column.translated(0, all.height() / 2);
  }
  return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  if (element == SE_LineEditContents) {
    // A line edit inside another control has its room from that control.
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame != nullptr && frame->lineWidth > 0) return option->rect.adjusted(kFieldPadding, 1, -kFieldPadding, -1);
  }
  return QProxyStyle::subElementRect(element, option, widget);
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const {
  if (standard == SP_LineEditClearButton) return icon(QStringLiteral("close"), tokens().muted, px(16));
  return QProxyStyle::standardIcon(standard, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_LineEdit:
      return {result.width() + 2 * kFieldPadding, std::max(result.height() + 12, px(36))};
    case CT_ComboBox:
      return {result.width() + 24, std::max(result.height(), px(36))};
    case CT_SpinBox:
      return {result.width() + 8, std::max(result.height(), px(36))};
    case CT_MenuItem:
      return {result.width() + 16, result.height() + 6};
    case CT_MenuBarItem:
      return {result.width() + 8, result.height() + 4};
    default:
      return result;
  }
}

}  // namespace vb::client::ui
