#include "client/ui/members/rights_table.h"

#include <QGridLayout>
#include <QPainter>

#include "client/ui/controls/label.h"
#include "client/ui/members/member_words.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"

namespace vb::client::ui {
namespace {

constexpr ChannelRole kRoles[] = {ChannelRole::guest, ChannelRole::member, ChannelRole::moderator, ChannelRole::owner};

}  // namespace

RightsTable::RightsTable(ChannelRole mine, QWidget* parent) : QWidget(parent), mine_(mine) {
  setFocusPolicy(Qt::TabFocus);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(px(8), px(6), px(8), px(6));
  grid->setHorizontalSpacing(px(14));
  grid->setVerticalSpacing(px(6));
  grid->setColumnStretch(0, 1);
  int column = 1;
  for (const ChannelRole role : kRoles) {
    auto* head = new PlainLabel(channelRoleName(role), role == mine_ ? TextRole::metaStrong : TextRole::meta,
                                role == mine_ ? ColorRole::primary : ColorRole::muted);
    grid->addWidget(head, 0, column++, Qt::AlignHCenter);
  }
  QStringList spoken;
  int line = 1;
  for (const auto& right : channelRights()) {
    auto* name = new PlainLabel(channelActionName(right.action), TextRole::row);
    grid->addWidget(&name->wrapped(), line, 0);
    QStringList who;
    column = 1;
    for (const ChannelRole role : kRoles) {
      const bool allowed = may(role, right.action);
      if (allowed) who << channelRoleName(role);
      auto* cell = new PlainLabel(allowed ? QStringLiteral("✓") : QStringLiteral("–"), TextRole::row,
                                  allowed ? ColorRole::ok : ColorRole::muted);
      grid->addWidget(cell, line, column++, Qt::AlignHCenter);
    }
    spoken << QStringLiteral("%1: %2").arg(name->text(), who.join(QStringLiteral(", ")));
    ++line;
  }
  setAccessibleName(tr("Who may do what"));
  setAccessibleDescription(spoken.join(QStringLiteral(". ")));
}

void RightsTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) paintFocusRing(&painter, rect());
}

void RightsTable::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void RightsTable::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace vb::client::ui
