// PdfView: the pages of a PDF below each other: zoom, selecting text, places that were found. Pages are pictures made
// by PdfProcess, those in sight and some around them. GUI thread.
#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QSizeF>
#include <QVector>

#include "client/ui/document_reader/content_view.h"
#include "client/ui/document_reader/pdf_process.h"

namespace vb::client::ui {

class PdfView : public QAbstractScrollArea, public ContentView {
  Q_OBJECT

 public:
  explicit PdfView(QWidget* parent = nullptr);

  void open(const QString& file, int page);
  void close();

  QWidget* widget() override { return this; }
  void find(const QString& words) override;
  void findNext(bool forward) override;
  void zoom(int step) override;
  int pages() const override { return static_cast<int>(sizes_.size()); }
  int page() const override;
  void goToPage(int page) override;
  bool canPrint() const override { return pages() > 0; }
  void print(QPrinter& printer) override;
  QString selectedText() const { return selected_; }

 Q_SIGNALS:
  void opened();
  void firstPageShown();
  void failed(const QString& errorCode);
  void pageChanged();
  void foundChanged(int number, int total);  // from 1; 0: nothing

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  struct Found {
    int page = 0;
    int start = 0;
    int length = 0;
  };
  struct Place {
    int page = -1;
    QPointF point;  // in points
  };
  void layOut();
  QRect pageRect(int page) const;  // on the viewport
  double scale() const;            // pixels of the screen for a point
  std::pair<int, int> inSight() const;
  void renderSome();
  void lookIn(int page);
  void showFound();
  Place placeAt(QPoint point) const;
  void copy() const;

  PdfProcess process_;
  QVector<QSizeF> sizes_;  // points
  QVector<int> tops_;      // px at the present zoom
  QHash<int, QImage> pictures_;
  QHash<int, QSize> asked_;
  double zoom_ = 0;  // 0: as wide as there is room
  int firstPage_ = 0;
  QString words_;
  QVector<Found> found_;
  int current_ = -1;
  QHash<int, QVector<QRectF>> foundBoxes_;  // by number in found_
  Place from_;
  int selectedPage_ = -1;
  QVector<QRectF> selectedBoxes_;
  QString selected_;
  int search_ = 0;  // answers of an older search are dropped
  bool isFirstShown_ = false;
};

}  // namespace vb::client::ui
