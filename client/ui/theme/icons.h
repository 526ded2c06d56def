// Icons: our own set of 20 px, 1.5 px strokes (resources/icons), drawn in any colour of the palette. GUI thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace vb::client::ui {

// `name` is a file of resources/icons without its suffix. `size` in device-independent px.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);
QIcon icon(const QString& name, const QColor& color, int size = 20);

}  // namespace vb::client::ui
