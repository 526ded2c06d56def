// Avatar: the initials of a name on a quiet ground that stays the same for that name. Decoration: not read out.
#pragma once

#include <QWidget>

namespace vb::client::ui {

class Avatar : public QWidget {
  Q_OBJECT

 public:
  explicit Avatar(const QString& name = {}, QWidget* parent = nullptr);
  void setName(const QString& name);
  QSize sizeHint() const override;
  // "Sanne de Boer" gives SB; an empty name gives "?".
  static QString initials(const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString name_;
};

}  // namespace vb::client::ui
