// FlowLayout: widgets side by side, wrapping to the next line like words. Owned by its widget. FlowRow: a widget with
// one.
#pragma once

#include <QLayout>
#include <QVector>
#include <QWidget>

namespace vb::client::ui {

class FlowLayout : public QLayout {
  Q_OBJECT

 public:
  explicit FlowLayout(QWidget* parent, int horizontalGap = 8, int verticalGap = 8);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_.append(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override { return items_.value(index); }
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
  void setGeometry(const QRect& rect) override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;

 private:
  int arrange(const QRect& rect, bool move) const;

  QVector<QLayoutItem*> items_;
  int horizontalGap_;
  int verticalGap_;
};

class FlowRow : public QWidget {
  Q_OBJECT

 public:
  explicit FlowRow(int horizontalGap = 8, int verticalGap = 8, QWidget* parent = nullptr);
};

}  // namespace vb::client::ui
