// DocumentsSection: documents that can be read without a network: how much is here, how much may be, and what is kept
// of each channel; works at once. GUI thread.
#pragma once

#include <QVector>

#include "client/models/desk.h"
#include "client/ui/settings/section.h"

namespace vb::client::ui {

class LimitField;
class RuleField;

class DocumentsSection : public Section {
  Q_OBJECT

 public:
  DocumentsSection(Desk& desk, store::Reader& reader, QWidget* parent = nullptr);
  void renew();

 private:
  struct Row {
    ChannelId channel;
    QString name;
    QWidget* widget = nullptr;
    RuleField* field = nullptr;
  };
  void makeRows(const QVector<store::ChannelRow>& channels);

  Desk& desk_;
  store::Reader& reader_;
  PlainLabel* here_;
  LimitField* limit_;
  PlainLabel* none_;
  QVBoxLayout* column_;
  QVector<Row> rows_;
};

}  // namespace vb::client::ui
