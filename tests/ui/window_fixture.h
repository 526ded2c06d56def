// WindowFixture: the real window over a fake cache and a recorded desk, with a plain pane in place of the reader. Owned
// by the test.
#pragma once

#include <QTimeZone>
#include <QVBoxLayout>

#include "client/ui/controls/buttons.h"
#include "client/ui/controls/card.h"
#include "client/ui/controls/label.h"
#include "client/ui/controls/markdown_view.h"
#include "client/ui/lists/browse_screen.h"
#include "client/ui/shell/main_window.h"
#include "tests/support/fake_desk.h"
#include "tests/support/fake_reader.h"

namespace vb::test {

class PlainPane : public client::ui::QuestionPane {
 public:
  explicit PlainPane(QWidget* parent)
      : QuestionPane(parent), text_(new client::ui::MarkdownView(QStringLiteral("Vraag"))) {
    auto* column = new QVBoxLayout(this);
    column->addWidget(title_ = new client::ui::PlainLabel({}, client::ui::TextRole::title));
    column->addWidget(text_);
    column->addStretch(1);
  }
  QString title() const override { return title_->text(); }
  void open(QuestionId question, const QString&) override {
    question_ = question;
    title_->setText(QString::fromStdString(question.text()).left(8));
    ++opened;
  }
  QuestionId question() const override { return question_; }
  void compose() override { composed = true; }
  QVector<QWidget*> panes() override { return {text_}; }
  int opened = 0;
  bool composed = false;

 private:
  QuestionId question_;
  client::ui::PlainLabel* title_;
  client::ui::MarkdownView* text_;
};

class PlainScreen : public client::ui::Screen {
 public:
  PlainScreen(const QString& name, QWidget* parent) : Screen(parent), name_(name) {
    auto* column = new QVBoxLayout(this);
    button = new client::ui::SecondaryButton(name);
    column->addWidget(button);
  }
  QString title() const override { return name_; }
  client::ui::Button* button;

 private:
  QString name_;
};

struct WindowFixture {
  FakeReader reader;
  FakeDesk desk;
  QString folder;
  client::ui::Theme& theme;
  client::ui::Preferences preferences;
  client::Directory directory{reader};
  std::unique_ptr<client::ui::MainWindow> window;

  WindowFixture(client::ui::Theme& aTheme, const QString& aFolder)
      : folder(aFolder), theme(aTheme), preferences(aFolder) {
    using client::ui::Destination;
    fillSample(reader);
    desk.state.link = client::Link::live;
    desk.state.lastSyncedAt = kSampleNow;
    window = std::make_unique<client::ui::MainWindow>(reader, desk, theme, preferences, now());
    window->registerScreen({Destination::forYou, Destination::questions, Destination::mine, Destination::saved},
                           [this](QWidget* parent) -> client::ui::Screen* {
                             return new client::ui::BrowseScreen(
                                 reader, desk, directory, *window, preferences,
                                 [](QWidget* right) -> client::ui::QuestionPane* { return new PlainPane(right); },
                                 now(), parent);
                           });
    for (const auto& [destination, name] : {std::pair{Destination::ask, "Ask"},
                                            {Destination::search, "Search"},
                                            {Destination::outbox, "Outbox"},
                                            {Destination::drafts, "Drafts"},
                                            {Destination::settings, "Settings"},
                                            {Destination::help, "Help"},
                                            {Destination::account, "Account"}})
      window->registerScreen({destination}, [name = name](QWidget* parent) -> client::ui::Screen* {
        return new PlainScreen(QString::fromLatin1(name), parent);
      });
  }
  static client::ui::Now now() {
    return [] { return QDateTime::fromMSecsSinceEpoch(kSampleNow).toLocalTime(); };
  }
  client::ui::BrowseScreen& browse() {
    return static_cast<client::ui::BrowseScreen&>(*window->screen(client::ui::Destination::forYou));
  }
};

}  // namespace vb::test
