#include "client/ui/help/help_screen.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>

#include "client/ui/controls/markdown_view.h"
#include "client/ui/help/help_pages.h"
#include "client/ui/help/shortcut_table.h"
#include "client/ui/theme/type.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {
constexpr int kTextWidthMax = 680;
constexpr int kPagesWidth = 248;
const QString kShortcuts = QStringLiteral("shortcuts");
const QString kAbout = QStringLiteral("about");
}  // namespace

HelpScreen::HelpScreen(const Access& access, QWidget* parent) : Screen(parent), access_(access) {
  auto* across = new QHBoxLayout(this);
  across->setContentsMargins(0, 0, 0, 0);
  across->setSpacing(0);
  pages_ = new QListWidget;
  pages_->setAccessibleName(tr("Pages of the help"));
  pages_->setFrameShape(QFrame::NoFrame);
  pages_->setFixedWidth(px(kPagesWidth));
  pages_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  pages_->setSpacing(2);
  setTextRole(pages_, TextRole::row);
  const auto add = [this](const QString& name, const QString& title) {
    auto* item = new QListWidgetItem(title, pages_);
    item->setData(Qt::UserRole, name);
    item->setSizeHint(QSize(px(kPagesWidth) - 12, px(38)));
  };
  for (const auto& page : helpPages()) add(page.name, page.title);
  add(kShortcuts, tr("Keyboard shortcuts"));
  add(kAbout, tr("About Vraagbaak"));
  across->addWidget(pages_);

  scroll_ = new QScrollArea;
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* ground = new QWidget;
  auto* centre = new QHBoxLayout(ground);
  centre->setContentsMargins(px(34), px(22), px(34), px(22));
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
  scroll_->setWidget(ground);
  across->addWidget(scroll_, 1);

  connect(pages_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
    if (item != nullptr) showPage(item->data(Qt::UserRole).toString());
  });
  connect(text_, &MarkdownView::linkActivated, this, [this](const QUrl& url) { access_.navigator.openLink(url); });
  pages_->setCurrentRow(0);
}

void HelpScreen::activate() { pages_->setFocus(); }

void HelpScreen::enter(const Visit& visit) {
  for (int row = 0; row < pages_->count(); ++row)
    if (pages_->item(row)->data(Qt::UserRole).toString() == visit.text) pages_->setCurrentRow(row);
  activate();
}

QVector<QWidget*> HelpScreen::panes() {
  return {pages_, text_->isVisible() ? static_cast<QWidget*>(text_) : shortcuts_};
}

void HelpScreen::showPage(const QString& name) {
  const bool table = name == kShortcuts;
  shortcuts_->setVisible(table);
  text_->setVisible(!table);
  if (table) {
    shortcuts_->setCommands(access_.navigator.commands());
    return;
  }
  QString text = name == kAbout ? aboutText() : helpText(name);
  if (name == QLatin1String("spelregels")) {
    // The server's own rules, when they are here, come before the ones that came with the app.
    const QString rules = access_.reader.houseRules(dutchOnScreen() ? QStringLiteral("nl") : QStringLiteral("en"));
    if (!rules.trimmed().isEmpty()) text = rules;
  }
  text_->setMarkdownText(text);
  text_->setAccessibleName(pages_->currentItem() != nullptr ? pages_->currentItem()->text() : tr("Help"));
  scroll_->verticalScrollBar()->setValue(0);
}

QString HelpScreen::aboutText() const {
  return tr("# Vraagbaak %1\n\n"
            "Questions and answers for professionals in the Dutch social domain. Free for professionals, for ever. "
            "No advertisements, no trade in data, no telemetry.\n\n"
            "## Licence\n\n"
            "Vraagbaak is free software under the European Union Public Licence (EUPL) 1.2. You may use, study, change "
            "and share it. The text of the licence comes with the app and stands on "
            "[eupl.eu](https://eupl.eu/1.2/en/).\n\n"
            "## Made with\n\n"
            "Qt %2 (LGPL-3.0), SQLite (public domain), Boost (BSL-1.0), libsodium (ISC).\n")
      .arg(QCoreApplication::applicationVersion().isEmpty() ? QStringLiteral(VRAAGBAAK_VERSION)
                                                            : QCoreApplication::applicationVersion(),
           QString::fromLatin1(qVersion()));
}

}  // namespace vb::client::ui
