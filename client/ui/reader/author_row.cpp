#include "client/ui/reader/author_row.h"

#include <QHBoxLayout>

#include "client/ui/words/words.h"

namespace vb::client::ui {

AuthorRow::AuthorRow(QWidget* parent)
    : QWidget(parent),
      avatar_(new Avatar),
      name_(new ElidedLabel({}, TextRole::rowStrong)),
      meta_(new ElidedLabel({}, TextRole::meta, ColorRole::muted)) {
  row_ = new QHBoxLayout(this);
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(10);
  row_->addWidget(avatar_);
  auto* lines = new QVBoxLayout;
  lines->setSpacing(px(2));
  lines->addWidget(name_);
  lines->addWidget(meta_);
  row_->addLayout(lines, 1);
}

void AuthorRow::setAuthor(const store::Person& author, const QString& age) {
  avatar_->setName(author.name);
  name_->setText(personName(author.name));
  QStringList parts{personMeta(author), age};
  parts.removeAll(QString());
  meta_->setText(parts.join(QStringLiteral(" · ")));
}

void AuthorRow::addAtRight(QWidget* widget) { row_->addWidget(widget, 0, Qt::AlignVCenter); }

}  // namespace vb::client::ui
