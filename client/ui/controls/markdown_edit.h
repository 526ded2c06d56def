// MarkdownEdit: where a text is typed; plain text (the Markdown itself), grows with it, underlines what was found in
// it. Tab moves on to the next control. GUI thread.
#pragma once

#include <QPlainTextEdit>
#include <QVector>

namespace vb::client::ui {

class MarkdownEdit : public QPlainTextEdit {
  Q_OBJECT

 public:
  struct Mark {
    int begin = 0;  // UTF-16
    int length = 0;
    bool bad = false;  // red (held back) or amber (a warning)
  };

  explicit MarkdownEdit(const QString& accessibleName, QWidget* parent = nullptr);
  // Height in lines; beyond the maximum it scrolls.
  void setLines(int minimum, int maximum);
  void setMarks(const QVector<Mark>& marks);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void submitted();  // Ctrl+Enter
  // Files were dropped on the text or pasted into it; their places are not put into the text.
  void filesGiven(const QStringList& files);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;

 private:
  void showMarks();
  int heightOfText() const;

  QVector<Mark> marks_;
  int linesMin_ = 3;
  int linesMax_ = 12;
};

}  // namespace vb::client::ui
