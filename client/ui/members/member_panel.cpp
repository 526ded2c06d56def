#include "client/ui/members/member_panel.h"

#include <QDateTime>
#include <QPainter>
#include <QVBoxLayout>

#include "client/ui/theme/tokens.h"
#include "shared/domain/channel_rights.h"

namespace vb::client::ui {

MemberPanel::MemberPanel(const Access& access, const store::ChannelView& channel, QWidget* parent)
    : QWidget(parent), access_(access), channel_(channel), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(px(28), px(22), px(28), px(28));
  column_->setSpacing(px(10));
}

void MemberPanel::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), tokens().surface); }

PlainLabel* MemberPanel::addText(const QString& text, TextRole role, ColorRole color) {
  auto* label = new PlainLabel(text, role, color);
  column_->addWidget(&label->wrapped());
  return label;
}

PlainLabel* MemberPanel::addHeading(const QString& text) {
  column_->addSpacing(px(12));
  return addText(text, TextRole::subheading);
}

bool MemberPanel::mayDo(ChannelAction action) const {
  const Timestamp now = Timestamp(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch()));
  return may(channel_.row.role, action, channel_.channel, now);
}

}  // namespace vb::client::ui
