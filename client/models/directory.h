// Directory: names of categories by id, kept from one reading of the cache until it changes. GUI thread; one per
// window.
#pragma once

#include <QHash>
#include <QString>

#include "client/core/store/reader.h"

namespace vb::client {

class Directory {
 public:
  explicit Directory(store::Reader& reader) : reader_(reader) {}

  // In the language on screen, or the other when it has none; empty when the category is not here.
  QString categoryName(CategoryId id);
  const QVector<store::CategoryRow>& categories();
  // Categories changed: read again when next asked.
  void forget();

  static QString nameOf(const store::CategoryRow& category);

 private:
  void read();

  store::Reader& reader_;
  QVector<store::CategoryRow> categories_;
  QHash<CategoryId, int> places_;
  bool known_ = false;
};

}  // namespace vb::client
