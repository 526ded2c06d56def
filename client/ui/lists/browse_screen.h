// BrowseScreen: list and reader side by side; serves Voor jou, Vragen, Mijn vragen and Bewaard. Narrow: one at a time.
// The reader is made when the first question is opened. Owned by the main window.
#pragma once

#include <functional>

#include <QHash>

#include "client/ui/lists/list_pane.h"
#include "client/ui/shell/navigator.h"
#include "client/ui/shell/preferences.h"
#include "client/ui/shell/screen.h"

class QSplitter;
class QStackedWidget;

namespace vb::client::ui {

class BrowseScreen : public Screen {
  Q_OBJECT

 public:
  using MakeReader = std::function<QuestionPane*(QWidget* parent)>;

  BrowseScreen(store::Reader& reader, Desk& desk, Directory& directory, Navigator& navigator, Preferences& preferences,
               MakeReader makeReader, Now now, QWidget* parent = nullptr);
  ~BrowseScreen() override;

  QString title() const override;
  void enter(const Visit& visit) override;
  void deactivate() override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  void timePassed() override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

  ListPane* pane(Destination destination);
  QuestionPane* questionPane() const { return question_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show(QuestionId question, const QString& highlightId, bool focusReader);
  void arrange();
  // Shows in the list which question is open.
  void selectOpen(Destination destination);

  store::Reader& reader_;
  Desk& desk_;
  Directory& directory_;
  Navigator& navigator_;
  Preferences& preferences_;
  MakeReader makeReader_;
  Now now_;
  QSplitter* splitter_;
  QStackedWidget* lists_;
  QStackedWidget* right_;
  QuestionPane* question_ = nullptr;
  QHash<Destination, ListPane*> panes_;
  QHash<Destination, QuestionId> openIn_;
  Destination current_ = Destination::forYou;
  bool onePane_ = false;
  bool readerInFront_ = false;
};

}  // namespace vb::client::ui
