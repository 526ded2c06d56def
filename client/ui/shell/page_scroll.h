// PageScroll: a page that scrolls up and down when there is no room, on the ground of its screen. Owned by the screen
// it is in; GUI thread.
#pragma once

#include <QScrollArea>

namespace vb::client::ui {

class PageScroll : public QScrollArea {
  Q_OBJECT

 public:
  explicit PageScroll(QWidget* parent = nullptr);
  // Takes `page` as its content.
  void setPage(QWidget* page);
};

}  // namespace vb::client::ui
