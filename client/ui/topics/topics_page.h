// TopicsPage: the tab of the discussions of a channel, or that of its cases: the list at the left; at the right the one
// that is read, or the form of a new one. GUI thread.
#pragma once

#include "client/ui/channels/channel_page.h"
#include "shared/domain/channel_rights.h"

class QListView;
class QStackedWidget;

namespace vb::client::ui {

class Attachments;
class Button;
class CaseForm;
class Composer;
class EmptyState;
class PageScroll;
class SearchField;
class TopicListModel;
class TopicReader;

class TopicsPage : public ChannelPage {
  Q_OBJECT

 public:
  TopicsPage(const Access& access, ChannelId channel, bool cases, QObject* parent = nullptr);
  static MakeChannelPage maker(bool cases);

  QWidget* listPart() override { return list_; }
  QWidget* readPart() override;
  QString title() const override;
  void setChannel(const store::ChannelView& channel) override;
  void enter(const Visit& visit) override;
  void activate() override;
  void deactivate() override;
  QVector<QWidget*> panes() override;
  bool back() override;
  void setOnePane(bool onePane) override;
  void timePassed() override;
  QVariant place() const override;
  void restorePlace(const QVariant& place) override;

 private:
  void build();
  void buildForm();
  void reload();
  void showEmpty();
  void openTopic(TopicId topic, PostId post, bool byUser);
  void begin();
  void endForm(TopicId started);
  void select(TopicId topic);
  Composer* form();
  CaseForm* caseForm();
  bool isFormOpen() const;
  // Starts it with what is attached in the form; nil when a file cannot go along.
  TopicId start(StartTopic topic);
  void showAttachments();
  bool mayDo(ChannelAction action) const;

  Access access_;
  ChannelId id_;
  bool cases_;
  store::ChannelView channel_;
  bool known_ = false;
  bool onePane_ = false;
  bool quiet_ = false;  // the selection is moved by the page
  QWidget* list_;
  TopicListModel* model_;
  QListView* view_;
  EmptyState* none_;
  QStackedWidget* listBody_;
  Button* new_;
  QStackedWidget* right_;
  EmptyState* nothing_;
  TopicReader* reader_;
  PageScroll* formPage_;
  Composer* form_ = nullptr;
  CaseForm* caseForm_ = nullptr;
  Attachments* attachments_ = nullptr;  // of the form
};

}  // namespace vb::client::ui
