// ExpertiseGrid: every category with its description, ticked when it is one's expertise. Ticking acts at once. Used at
// the first run and in the settings. GUI thread.
#pragma once

#include <QHash>
#include <QWidget>

#include "client/models/desk.h"

class QCheckBox;
class QGridLayout;

namespace vb::client::ui {

class PlainLabel;

class ExpertiseGrid : public QWidget {
  Q_OBJECT

 public:
  ExpertiseGrid(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  int tickedCount() const;
  void focusFirst();

 Q_SIGNALS:
  void tickedChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void renew();
  void arrange();

  Desk& desk_;
  store::Reader& reader_;
  QGridLayout* grid_;
  PlainLabel* waiting_;
  QVector<CategoryId> order_;
  QHash<CategoryId, QCheckBox*> boxes_;
  QHash<CategoryId, QWidget*> cells_;
  int columns_ = 0;
};

}  // namespace vb::client::ui
