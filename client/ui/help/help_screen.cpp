#include "client/ui/help/help_screen.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/markdown_view.h"
#include "client/ui/help/about_text.h"
#include "client/ui/help/help_pages.h"
#include "client/ui/help/page_list.h"
#include "client/ui/help/shortcut_table.h"
#include "client/ui/shell/page_scroll.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {
constexpr int kTextWidthMax = 680;
constexpr int kPagesWidth = 280;
const QString kShortcuts = QStringLiteral("shortcuts");
const QString kAbout = QStringLiteral("about");
const QString kLicence = QStringLiteral("licence");
}  // namespace

HelpScreen::HelpScreen(const Access& access, QWidget* parent) : Screen(parent), access_(access) {
  setOnSurface();
  auto* across = new QHBoxLayout(this);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(0);
  left_ = makePages();
  right_ = makeText();
  across->addWidget(left_);
  across->addWidget(right_, 1);
  connect(pages_, &QListWidget::currentItemChanged, this, [this] { showPage(pages_->current()); });
  connect(pages_, &PageList::opened, this, &HelpScreen::read);
  connect(toList_, &Button::clicked, this, [this] { back(); });
  connect(text_, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
  pages_->setCurrentRow(0);
  arrange();
}

QWidget* HelpScreen::makePages() {
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, px(18), 1, 0);
  column->setSpacing(px(12));
  auto* title = new PlainLabel(tr("Help"), TextRole::heading);
  title->setContentsMargins(16, 0, 16, 0);
  column->addWidget(title);
  pages_ = new PageList;
  pages_->setAccessibleName(tr("Pages of the help"));
  for (const auto& page : helpPages()) pages_->add(page.name, page.title);
  pages_->add(kShortcuts, tr("Keyboard shortcuts"));
  pages_->add(kAbout, tr("About Vraagbaak"));
  pages_->add(kLicence, tr("Licence"));
  column->addWidget(pages_, 1);
  return left;
}

QWidget* HelpScreen::makeText() {
  auto* right = new QWidget;
  auto* whole = new QVBoxLayout(right);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(0);
  toList_ = new LinkButton(tr("Back to the list"));
  toList_->setIconName(QStringLiteral("back"));
  auto* head = new QHBoxLayout;
  head->setContentsMargins(px(10), px(8), px(10), 0);
  head->addWidget(toList_);
  head->addStretch(1);
  whole->addLayout(head);
  scroll_ = new PageScroll;
  auto* ground = new QWidget;
  auto* centre = new QHBoxLayout(ground);
  centre->setContentsMargins(px(34), px(18), px(34), px(22));
  auto* inner = new QWidget;
  inner->setMaximumWidth(px(kTextWidthMax));
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  text_ = new MarkdownView(tr("Help"));
  shortcuts_ = new ShortcutTable;
  column->addWidget(text_);
  column->addWidget(shortcuts_);
  column->addStretch(1);
  centre->addWidget(inner, 1);
  centre->addStretch(0);
  scroll_->setPage(ground);
  whole->addWidget(scroll_, 1);
  return right;
}

void HelpScreen::activate() {
  if (onePane_ && reading_)
    toList_->setFocus();
  else
    pages_->setFocus();
}

void HelpScreen::enter(const Visit& visit) {
  reading_ = pages_->select(visit.text);
  arrange();
  activate();
}

void HelpScreen::read() {
  reading_ = true;
  arrange();
  (text_->isVisible() ? static_cast<QWidget*>(text_) : shortcuts_)->setFocus();
}

bool HelpScreen::back() {
  if (!onePane_ || !reading_) return false;
  reading_ = false;
  arrange();
  pages_->setFocus();
  return true;
}

void HelpScreen::setOnePane(bool onePane) {
  onePane_ = onePane;
  arrange();
}

void HelpScreen::arrange() {
  left_->setVisible(!onePane_ || !reading_);
  right_->setVisible(!onePane_ || reading_);
  toList_->setVisible(onePane_);
  left_->setMinimumWidth(onePane_ ? 0 : px(kPagesWidth));
  left_->setMaximumWidth(onePane_ ? QWIDGETSIZE_MAX : px(kPagesWidth));
}

QVector<QWidget*> HelpScreen::panes() {
  QVector<QWidget*> stops;
  if (left_->isVisible()) stops.append(pages_);
  if (right_->isVisible()) stops.append(text_->isVisible() ? static_cast<QWidget*>(text_) : shortcuts_);
  return stops;
}

QVariant HelpScreen::place() const {
  return QStringList{pages_->current(), reading_ ? QStringLiteral("r") : QString()};
}

void HelpScreen::restorePlace(const QVariant& place) {
  const QStringList was = place.toStringList();
  pages_->select(was.value(0));
  reading_ = !was.value(1).isEmpty();
  arrange();
}

void HelpScreen::paintEvent(QPaintEvent* event) {
  Screen::paintEvent(event);
  if (!left_->isVisible()) return;
  QPainter painter(this);
  painter.fillRect(left_->geometry(), tokens().bg);
  painter.fillRect(QRect(left_->geometry().right(), 0, 1, height()), tokens().line);
}

void HelpScreen::showPage(const QString& name) {
  const bool table = name == kShortcuts;
  shortcuts_->setVisible(table);
  text_->setVisible(!table);
  if (table) {
    shortcuts_->setCommands(access_.navigator.commands());
    return;
  }
  QString text = name == kAbout ? aboutText() : name == kLicence ? licenceText() : helpText(name);
  if (name == QLatin1String("spelregels")) {
    // The server's own rules, when they are here, come before the ones that came with the app.
    const QString rules = access_.reader.houseRules(dutchOnScreen() ? QStringLiteral("nl") : QStringLiteral("en"));
    if (!rules.trimmed().isEmpty()) text = rules;
  }
  text_->setMarkdownText(text);
  text_->setAccessibleName(pages_->currentItem() != nullptr ? pages_->currentItem()->text() : tr("Help"));
  scroll_->verticalScrollBar()->setValue(0);
}

}  // namespace vb::client::ui
