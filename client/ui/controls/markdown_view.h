// MarkdownView: shows a text of somebody else: Markdown without HTML, nothing loaded from anywhere (A15). A link is
// only told (linkActivated) when it is https, http or mailto; its real host is the tooltip (A17). As high as its text,
// which stands kRingRoom from its edges. Give it an accessible name ("Antwoord van ..."). GUI thread.
#pragma once

#include <QHash>
#include <QTextBrowser>
#include <QUrl>

namespace vb::client::ui {

class MarkdownView : public QTextBrowser {
  Q_OBJECT

 public:
  explicit MarkdownView(const QString& accessibleName, QWidget* parent = nullptr);
  void setMarkdownText(const QString& markdown);
  QString markdownText() const { return source_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  // A blank picture, whatever is asked for: nothing is ever loaded.
  QVariant loadResource(int type, const QUrl& url) override;

  // https, http with a host, or mailto; no user info, no control characters.
  static bool isSafeLink(const QUrl& url);
  // What to show before opening: the host as it really is (punycode when it is not plain ASCII), or the address.
  static QString shownTarget(const QUrl& url);

 Q_SIGNALS:
  void linkActivated(const QUrl& url);
  // A link that is not opened; told in words.
  void linkRefused(const QUrl& url);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;

 private:
  void render();
  // Puts the name of each picture in its place.
  static void namePictures(QTextDocument& text);
  static void format(QTextDocument& text);

  QString source_;
  mutable QHash<int, int> heights_;  // by width, of the text as it is now
  bool rendering_ = false;
};

}  // namespace vb::client::ui
