#include "client/ui/topics/earlier_texts.h"

#include <QDateTime>
#include <QVBoxLayout>

#include "client/models/age.h"
#include "client/ui/controls/markdown_view.h"

namespace vb::client::ui {

EarlierTexts::EarlierTexts(const Access& access, const QString& topicOrPost, QWidget* parent)
    : Card(Kind::soft, parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(14), px(10), px(14), px(10));
  column->setSpacing(px(6));
  const auto texts = access.reader.channels().earlier(topicOrPost);
  for (const auto& text : texts) {
    const QString when = longAge(text.writtenAt, QDateTime::currentDateTime());
    column->addWidget(new PlainLabel(tr("As written %1").arg(when), TextRole::metaStrong));
    if (!text.title.isEmpty()) column->addWidget(&(new PlainLabel(text.title, TextRole::rowStrong))->wrapped());
    auto* view = new MarkdownView(tr("Earlier text, written %1").arg(when));
    view->setMarkdownText(text.body);
    column->addWidget(view);
  }
  if (texts.isEmpty())
    column->addWidget(
        &(new PlainLabel(tr("The earlier text is not on this computer yet."), TextRole::row, ColorRole::muted))
             ->wrapped());
}

}  // namespace vb::client::ui
