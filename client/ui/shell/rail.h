// Rail: the dark navigation at the left: brand, ask, destinations with counts; icons only when the window is narrow.
// Tells where the user wants to go; owned by the main window.
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QVector>

#include "client/ui/shell/destination.h"

class QVBoxLayout;

namespace vb::client::ui {

class PlainLabel;

class RailButton : public QAbstractButton {
  Q_OBJECT

 public:
  enum class Kind { destination, ask, brand };

  RailButton(Kind kind, const QString& iconName, QWidget* parent);
  void setCount(int count, bool urgent = false);
  int count() const { return count_; }
  void setCollapsed(bool collapsed);
  void setWords(const QString& text, const QString& shortcut);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void nameYourself();

  Kind kind_;
  QString iconName_;
  QString shortcut_;
  int count_ = 0;
  bool urgent_ = false;
  bool collapsed_ = false;
};

// A channel that the user is in.
struct RailChannel {
  ChannelId id;
  QString name;
  int unread = 0;
  bool operator==(const RailChannel&) const = default;
};

class Rail : public QWidget {
  Q_OBJECT

 public:
  explicit Rail(QWidget* parent = nullptr);

  // `channel`: which one, when that is the destination.
  void setCurrent(Destination destination, ChannelId channel = {});
  // The first few, in this order; the rest are behind "All channels". `waiting`: invitations.
  void setChannels(const QVector<RailChannel>& channels, int waiting);
  void setCount(Destination destination, int count, bool urgent = false);
  void setCollapsed(bool collapsed);
  bool isCollapsed() const { return collapsed_; }
  RailButton* button(Destination destination) const { return buttons_.value(destination); }
  RailButton* menuButton() const { return brand_; }
  RailButton* channelButton(ChannelId channel) const;

 Q_SIGNALS:
  void destinationChosen(vb::client::ui::Destination destination);
  void channelChosen(vb::ChannelId channel);
  void menuAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  // Those that there is room for; the others are behind "All channels".
  void fitChannels();
  void addButton(Destination destination, const QString& iconName);
  void showCurrent();
  QVector<RailButton*> inOrder() const;
  void retranslate();
  void fit();

  QVBoxLayout* column_;
  RailButton* brand_;
  PlainLabel* more_;
  PlainLabel* channelsHead_;
  QVBoxLayout* channelRows_;
  QVector<std::pair<RailChannel, RailButton*>> channels_;
  Destination current_ = Destination::account;
  ChannelId currentChannel_;
  QHash<Destination, RailButton*> buttons_;
  QVector<RailButton*> order_;
  bool collapsed_ = false;
};

}  // namespace vb::client::ui
