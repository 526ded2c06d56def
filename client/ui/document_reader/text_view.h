// TextView: a text to read, Markdown or plain, however long: it is laid out in sections, the first at once and the
// others while nothing else is to be done. GUI thread.
#pragma once

#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <QVector>

#include "client/ui/document_reader/content_view.h"
#include "client/ui/reader/content_scroll.h"

namespace vb::client::ui {

class MarkdownView;

class TextView : public ContentScroll, public ContentView {
  Q_OBJECT

 public:
  explicit TextView(QWidget* parent = nullptr);

  void setMarkdown(const QString& markdown);
  void setPlain(const QString& text);
  void clear();

  QWidget* widget() override { return this; }
  void find(const QString& words) override;
  void findNext(bool forward) override;
  void zoom(int) override {}
  bool canPrint() const override { return true; }
  void print(QPrinter& printer) override;

 Q_SIGNALS:
  void foundChanged(int number, int total);
  void linkActivated(const QUrl& url);

 private:
  struct Found {
    int section = 0;
    int start = 0;  // in its document
    int length = 0;
  };
  void set(QStringList sections);
  void layOutOne();
  void layOutAll();
  void showFound();

  QString whole_;  // Markdown
  QStringList sections_;
  QVector<MarkdownView*> views_;
  QTimer layingOut_;
  QVector<Found> found_;
  int current_ = -1;
};

// Where a text is cut into sections: before a heading or at an empty line, never within a fenced block.
QStringList sectionsOf(const QString& markdown, qsizetype charsMax);
// Plain text as Markdown that shows it as it is.
QString plainAsMarkdown(const QString& text);

}  // namespace vb::client::ui
