#include "client/models/directory.h"

#include <QLocale>

namespace vb::client {

QString Directory::nameOf(const store::CategoryRow& category) {
  const bool dutch = QLocale().language() == QLocale::Dutch;
  const QString& wanted = dutch ? category.nameNl : category.nameEn;
  return wanted.isEmpty() ? (dutch ? category.nameEn : category.nameNl) : wanted;
}

QString Directory::categoryName(CategoryId id) {
  read();
  const auto place = places_.constFind(id);
  return place == places_.constEnd() ? QString() : nameOf(categories_[*place]);
}

const QVector<store::CategoryRow>& Directory::categories() {
  read();
  return categories_;
}

void Directory::forget() { known_ = false; }

void Directory::read() {
  if (known_) return;
  categories_ = reader_.categories();
  places_.clear();
  for (int i = 0; i < categories_.size(); ++i) places_.insert(categories_[i].id, i);
  known_ = true;
}

}  // namespace vb::client
