#include "client/ui/search/switcher.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "client/models/directory.h"
#include "client/ui/controls/search_field.h"
#include "client/ui/help/shortcut_table.h"
#include "client/ui/search/fuzzy.h"
#include "client/ui/search/search_screen.h"
#include "client/ui/search/switcher_delegate.h"
#include "client/ui/search/tuning.h"
#include "client/ui/theme/style.h"
#include "client/ui/theme/tokens.h"
#include "client/ui/theme/type.h"

namespace vb::client::ui {
namespace {

struct Scored {
  int score;
  SwitcherEntry entry;
};

void takeBest(QVector<Scored>& from, QVector<SwitcherEntry>& into) {
  std::stable_sort(from.begin(), from.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
  for (int i = 0; i < from.size() && i < kSwitcherPerKind; ++i) into.append(from[i].entry);
}

}  // namespace

QVector<SwitcherEntry> switcherEntries(const Access& access, const QString& typed,
                                       const QVector<store::SearchHit>& hits, QWidget* window) {
  QVector<SwitcherEntry> entries;
  const bool all = typed.trimmed().isEmpty();
  int questions = 0;
  int people = 0;
  for (const auto& hit : hits) {
    const bool question = hit.kind == store::SearchKind::question && questions++ < kSwitcherPerKind;
    const bool person = hit.kind == store::SearchKind::person && people++ < kSwitcherPerKind;
    if (question || person)
      entries.append({question ? QStringLiteral("questions") : QStringLiteral("user"), hit.title,
                      searchKindName(hit.kind), [access, hit, window] { openHit(access, hit, window); }});
  }
  QVector<Scored> categories;
  const auto rows = access.reader.categories();
  for (const auto& row : rows) {
    const QString name = Directory::nameOf(row);
    const int score = all ? 0 : fuzzyScore(typed, name);
    if (score > 0)
      categories.append({score, {QStringLiteral("tag"), name, Switcher::tr("Category"), [access, id = row.id] {
                                   access.navigator.openCategory(id);
                                 }}});
  }
  takeBest(categories, entries);
  QVector<Scored> commands;
  for (QAction* action : access.navigator.commands()) {
    if (!action->isEnabled() || action->text().isEmpty()) continue;
    const QString name = commandText(*action);
    const int score = fuzzyScore(typed, name);
    if (score > 0)
      commands.append({score,
                       {QStringLiteral("forward"), name, action->shortcut().toString(QKeySequence::NativeText),
                        [guard = QPointer<QAction>(action)] {
                          if (guard != nullptr) guard->trigger();
                        }}});
  }
  if (all)
    for (const auto& command : std::as_const(commands)) entries.append(command.entry);
  else
    takeBest(commands, entries);
  if (!all)
    entries.append({QStringLiteral("search"), Switcher::tr("Search everything for \"%1\"").arg(typed.trimmed()),
                    QString(), [access, text = typed.trimmed()] { access.navigator.openSearch(text); }});
  return entries;
}

void SwitcherModel::setEntries(QVector<SwitcherEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  endResetModel();
}

int SwitcherModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant SwitcherModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= entries_.size()) return {};
  const auto& entry = entries_[index.row()];
  if (role == Qt::DisplayRole) return entry.text;
  if (role == Qt::AccessibleTextRole)
    return entry.detail.isEmpty() ? entry.text : entry.text + QStringLiteral(", ") + entry.detail;
  return {};
}

Switcher::Switcher(const Access& access, QWidget* window)
    : QFrame(window), access_(access), before_(QApplication::focusWidget()), model_(new SwitcherModel(this)) {
  setAccessibleName(tr("Go to"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 8);
  column->setSpacing(8);
  field_ = new SearchField(tr("Go to a question, category, colleague or command"));
  field_->setAccessibleName(tr("Go to a question, category, colleague or command"));
  field_->installEventFilter(this);
  column->addWidget(field_);
  list_ = new QListView;
  list_->setAccessibleName(tr("Places to go to"));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setFocusPolicy(Qt::NoFocus);  // the keyboard stays in the field; arrows move here
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setModel(model_);
  list_->setItemDelegate(new SwitcherDelegate(list_));
  column->addWidget(list_, 1);
  connect(field_, &QLineEdit::textChanged, this, [this](const QString& text) {
    hits_.clear();
    if (!text.trimmed().isEmpty()) access_.desk.search(++ticket_, text.trimmed(), kSwitcherHitsMax);
    renew();
  });
  connect(&access_.desk, &Desk::searchFinished, this, [this](quint64 ticket, const store::SearchResults& results) {
    if (ticket != ticket_) return;
    hits_ = results.hits;
    renew();
  });
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (now != nullptr && now != this && !isAncestorOf(now)) dismiss();
  });
  window->installEventFilter(this);
  renew();
  place();
  show();
  raise();
  field_->setFocus();
}

void Switcher::open(const Access& access, QWidget* window) {
  if (auto* there = window->findChild<Switcher*>(); there != nullptr && !there->closing_) {
    there->field_->setFocus();
    there->field_->selectAll();
    return;
  }
  new Switcher(access, window);
}

void Switcher::renew() {
  model_->setEntries(switcherEntries(access_, field_->text(), hits_, parentWidget()));
  if (model_->rowCount() > 0) list_->setCurrentIndex(model_->index(0, 0));
  field_->setAccessibleDescription(model_->rowCount() > 0 ? model_->entry(0).text : tr("Nothing found"));
}

void Switcher::place() {
  const QWidget* window = parentWidget();
  const int width = qMin(px(kSwitcherWidth), window->width() - 32);
  const int top = qMin(px(72), window->height() / 8);
  const int height = qMin(px(kSwitcherRows * 36) + field_->sizeHint().height() + px(30), window->height() - top - 32);
  setGeometry((window->width() - width) / 2, top, width, height);
}

void Switcher::choose(int row) {
  if (row < 0 || row >= model_->rowCount()) return;
  const auto go = model_->entry(row).go;
  closing_ = true;
  hide();
  deleteLater();
  go();
}

void Switcher::dismiss() {
  if (closing_) return;
  closing_ = true;
  const bool mine = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == nullptr;
  hide();
  if (mine && before_ != nullptr) before_->setFocus();
  deleteLater();
}

bool Switcher::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) place();
  if (watched != field_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  const int row = list_->currentIndex().row();
  const int rows = model_->rowCount();
  const auto moveTo = [&](int to) {
    if (rows == 0) return;
    list_->setCurrentIndex(model_->index((to + rows) % rows, 0));
    field_->setAccessibleDescription(model_->entry(list_->currentIndex().row()).text);
  };
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
      moveTo(row + 1);
      return true;
    case Qt::Key_Up:
      moveTo(row - 1);
      return true;
    case Qt::Key_PageDown:
      moveTo(qMin(rows - 1, row + kSwitcherRows));
      return true;
    case Qt::Key_PageUp:
      moveTo(qMax(0, row - kSwitcherRows));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      choose(row);
      return true;
    case Qt::Key_Escape:
      dismiss();
      return true;
    default:
      return false;
  }
}

void Switcher::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens().field, 1));
  painter.setBrush(tokens().surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius + 4, kRadius + 4);
}

}  // namespace vb::client::ui
