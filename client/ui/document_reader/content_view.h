// ContentView: what shows one kind of content in the reader: pages, text, a picture. Owned by the reader. GUI thread.
#pragma once

#include <QString>
#include <QWidget>

class QPrinter;

namespace vb::client::ui {

class ContentView {
 public:
  virtual ~ContentView() = default;

  virtual QWidget* widget() = 0;
  // Marks every place of these words and goes to the first from what is in sight on; foundChanged tells how many.
  virtual void find(const QString& words) = 0;
  virtual void findNext(bool forward) = 0;
  virtual bool canFind() const { return true; }
  // -1, 0, 1: smaller, as wide as there is room, larger.
  virtual void zoom(int step) = 0;
  // From 1; 0 where there are none.
  virtual int pages() const { return 0; }
  virtual int page() const { return 0; }
  virtual void goToPage(int) {}
  virtual bool canPrint() const { return false; }
  virtual void print(QPrinter&) {}
};

}  // namespace vb::client::ui
