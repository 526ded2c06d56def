// ImageView: a picture: as large as there is room, or zoomed. GUI thread.
#pragma once

#include <QImage>
#include <QScrollArea>

#include "client/ui/document_reader/content_view.h"

class QLabel;

namespace vb::client::ui {

class ImageView : public QScrollArea, public ContentView {
  Q_OBJECT

 public:
  explicit ImageView(QWidget* parent = nullptr);
  // An error name, or empty.
  QString open(const QString& file, const QString& name);
  void clear();

  QWidget* widget() override { return this; }
  void find(const QString&) override {}
  void findNext(bool) override {}
  bool canFind() const override { return false; }
  void zoom(int step) override;
  bool canPrint() const override { return !image_.isNull(); }
  void print(QPrinter& printer) override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show();

  QImage image_;
  QLabel* label_;
  double zoom_ = 0;  // 0: as large as there is room
};

}  // namespace vb::client::ui
