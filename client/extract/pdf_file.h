// PdfFile: a PDF as pages of text, pictures of pages, and the places of words on them. Pages are numbered from 0,
// places are points (1/72 inch) from the top left, positions in a text are UTF-16.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>
#include <QPdfSelection>

namespace vb::client::extract {

class PdfFile {
 public:
  // `bytes` stay where they are. An error name, or empty.
  QString open(const QByteArray& bytes);
  int pages() { return document_.pageCount(); }
  QSizeF size(int page) { return document_.pagePointSize(page); }
  // As long as what the positions of boxes() count; a word that a line end cuts has a soft hyphen there.
  QString text(int page);
  // On white; null when the size is beyond what a page may have.
  QImage picture(int page, QSize pixels);
  struct Selected {
    int start = 0;
    QString text;
    QVector<QRectF> boxes;  // one per line, or piece of it
  };
  // length < 0: to the end of the page.
  Selected boxes(int page, int start, int length);
  Selected between(int page, QPointF from, QPointF to);

 private:
  QBuffer device_;
  QPdfDocument document_;
};

}  // namespace vb::client::extract
