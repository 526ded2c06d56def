// ScreenFixture: the real window with all its screens over a fake cache and a recorded desk, with a question, answers,
// comments, outbox and drafts as in the pictures of the design. Owned by the test.
#pragma once

#include <QApplication>
#include <QTest>

#include "client/ui/account/account_screen.h"
#include "client/ui/ask/ask_screen.h"
#include "client/ui/channels/channel_screen.h"
#include "client/ui/channels/channels_screen.h"
#include "client/ui/documents/documents_page.h"
#include "client/ui/help/help_screen.h"
#include "client/ui/lists/browse_screen.h"
#include "client/ui/members/members_page.h"
#include "client/ui/outbox/drafts_screen.h"
#include "client/ui/outbox/outbox_screen.h"
#include "client/ui/reader/reader_pane.h"
#include "client/ui/search/search_screen.h"
#include "client/ui/search/switcher.h"
#include "client/ui/settings/settings_screen.h"
#include "client/ui/shell/main_window.h"
#include "client/ui/shell/toast_bar.h"
#include "client/ui/topics/topics_page.h"
#include "tests/support/fake_desk.h"
#include "tests/support/fake_reader.h"

namespace vb::test {

inline client::store::Person somebody(const char* name, Role role, const char* job, const char* organisation) {
  client::store::Person person;
  person.id = UserId::named(name);
  person.name = QString::fromUtf8(name);
  person.role = role;
  person.jobTitle = QString::fromUtf8(job);
  person.organisation = QString::fromUtf8(organisation);
  return person;
}

inline client::store::AnswerView answerBy(const client::store::Person& author, const char* text, int minutesAgo) {
  client::store::AnswerView answer;
  answer.id = AnswerId::named(std::string("answer ") + text);
  answer.author = author;
  answer.body = QString::fromUtf8(text);
  answer.postedAt = kSampleNow - qint64(minutesAgo) * 60'000;
  answer.seq = 10 + minutesAgo;
  return answer;
}

// The first question of the sample, whole; and one of our own with an answer.
inline void fillViews(FakeReader& reader) {
  using client::store::QuestionView;
  QuestionView view;
  view.row = reader.rows.first();
  view.author = somebody("Sanne de Boer", Role::practitioner, "Schuldhulpverlener", "Gemeente Utrecht");
  view.body = QStringLiteral(
      "Een cliënt werkt met een nulurencontract en krijgt daarnaast een aanvullende uitkering. De deurwaarder rekent "
      "met "
      "het gemiddelde van drie maanden, maar in twee van die maanden viel er extra werk. Gaan jullie uit van het "
      "laatste "
      "inkomen, of vragen jullie om een herberekening? En hoe onderbouw je dat?");
  view.routedTo = 87;
  view.seq = 5;
  auto helped =
      answerBy(somebody("Mark Jansen", Role::policy, "Beleidsmedewerker", "Gemeente Amersfoort"),
               "Wij vragen altijd een herberekening aan met de laatste loonstrook. Het rekenmodel gaat uit van het "
               "inkomen in de maand zelf; zie de toelichting bij **artikel 475d Rv**.",
               6);
  helped.helpful = true;
  helped.thanks = 3;
  helped.sources = {QStringLiteral("https://wetten.overheid.nl/BWBR0001827"),
                    QStringLiteral("Handreiking beslagvrije voet, blz. 12")};
  client::store::CommentView comment;
  comment.id = CommentId::named("comment");
  comment.parentId = QString::fromStdString(helped.id.text());
  comment.author = view.author;
  comment.body = QStringLiteral("Dank, dat helpt. Werkt dat ook bij een deurwaarder buiten de regio?");
  comment.postedAt = kSampleNow - 3 * 60'000;
  comment.seq = 31;
  helped.comments.append(comment);
  auto own = answerBy(somebody("Ik", Role::policy, "Beleidsmedewerker", "Gemeente Zwolle"),
                      "Let op het verschil tussen:\n\n- loon in de maand\n- nabetalingen", 2);
  own.author.id = reader.me;
  own.mine = true;
  own.sendState = client::store::SendState::waiting;
  view.answers = {helped, own};
  view.row.answers = 2;
  reader.views.append(view);

  for (const auto& row : reader.rows) {
    if (!row.mine || row.answers == 0) continue;
    QuestionView mine;
    mine.row = row;
    mine.row.author = reader.me;
    mine.author = somebody("Ik", Role::policy, "Beleidsmedewerker", "Gemeente Zwolle");
    mine.author.id = reader.me;
    mine.body = QStringLiteral("Wij denken erover na. Wie heeft ervaring?");
    mine.routedTo = 31;
    mine.seq = 7;
    mine.answers = {answerBy(view.author, "Wij werken er sinds een jaar mee.", 60)};
    reader.views.append(mine);
  }
}

inline void fillOutbox(FakeReader& reader) {
  using client::store::SendState;
  const auto add = [&](const char* kind, const char* title, const char* text, SendState state, const char* code) {
    client::store::OutboxRow row;
    row.id = CommandId::named(title);
    row.kind = QString::fromLatin1(kind);
    row.title = QString::fromUtf8(title);
    row.text = QString::fromUtf8(text);
    row.createdAt = kSampleNow - 5 * 60'000;
    row.state = state;
    row.errorCode = QString::fromLatin1(code);
    reader.outboxRows.append(row);
    return reader.outboxRows.size() - 1;
  };
  add(PostAnswer::kKind, "Hoe berekenen jullie de beslagvrije voet bij wisselend inkomen?",
      "Wij vragen een herberekening aan met de laatste loonstrook.", SendState::waiting, "");
  add(AskQuestion::kKind, "Cliënt met BSN: hoe deel ik gegevens?", "Zijn nummer is 111222333, hoe deel ik dat veilig?",
      SendState::refused, "personal_data");
  const auto conflict = add(EditPost::kKind, "Welke gemeenten werken met een jongerenpunt?",
                            "Wij denken na over een jongerenpunt in de wijk. Wie heeft ervaring met de kosten?",
                            SendState::conflict, "conflict");
  reader.outboxRows[conflict].newestText =
      QStringLiteral("Wij denken na over een jongerenpunt in het centrum. Wie heeft ervaring?");
  client::store::Draft draft;
  draft.key = QStringLiteral("ask/1");
  draft.title = QStringLiteral("Hoe regelen jullie vervoer naar dagbesteding?");
  draft.body = QStringLiteral("In onze regio loopt het contract af.");
  draft.savedAt = kSampleNow - 60'000;
  reader.draftRows.append(draft);
  draft.key = QStringLiteral("answer/") + QString::fromStdString(reader.rows[1].id.text());
  draft.title.clear();
  draft.targetTitle = reader.rows[1].title;
  draft.question = reader.rows[1].id;
  draft.body = QStringLiteral("Ja, mits je uitlegt waarvoor");
  reader.draftRows.append(draft);
}

struct ScreenFixture {
  FakeReader reader;
  FakeDesk desk;
  client::ui::Theme& theme;
  client::ui::Preferences preferences;
  client::Directory directory{reader};
  std::unique_ptr<client::ui::MainWindow> window;

  ScreenFixture(client::ui::Theme& aTheme, const QString& folder) : theme(aTheme), preferences(folder) {
    using namespace client::ui;
    fillSample(reader);
    fillViews(reader);
    fillOutbox(reader);
    OwnProfile profile;
    profile.name = "Noor Peters";
    profile.role = Role::policy;
    profile.jobTitle = "Beleidsmedewerker jeugd";
    profile.organisation = "Gemeente Breda";
    profile.municipality = "Breda";
    profile.email = "noor@breda.example";
    profile.hidden = {"municipality"};
    reader.profile = profile;
    desk.me = reader.me;
    desk.disk = &reader.draftRows;
    desk.state.link = client::Link::live;
    desk.state.lastSyncedAt = kSampleNow;
    window = std::make_unique<MainWindow>(reader, desk, theme, preferences,
                                          [] { return QDateTime::fromMSecsSinceEpoch(kSampleNow).toLocalTime(); });
    MainWindow& main = *window;
    const Access access{desk, reader, main};
    main.registerScreen(
        {Destination::forYou, Destination::questions, Destination::mine, Destination::saved},
        [this, access](QWidget* parent) -> Screen* {
          return new BrowseScreen(
              reader, desk, directory, *window, preferences,
              [this, access](QWidget* right) -> QuestionPane* { return new ReaderPane(access, preferences, right); },
              [] { return QDateTime::fromMSecsSinceEpoch(kSampleNow).toLocalTime(); }, parent);
        });
    main.registerScreen({Destination::ask},
                        [access](QWidget* parent) -> Screen* { return new AskScreen(access, parent); });
    main.registerScreen({Destination::search},
                        [access](QWidget* parent) -> Screen* { return new SearchScreen(access, parent); });
    main.registerScreen({Destination::outbox},
                        [access](QWidget* parent) -> Screen* { return new OutboxScreen(access, parent); });
    main.registerScreen({Destination::drafts},
                        [access](QWidget* parent) -> Screen* { return new DraftsScreen(access, parent); });
    main.registerScreen({Destination::settings}, [this, access](QWidget* parent) -> Screen* {
      return new SettingsScreen(access, theme, preferences, parent);
    });
    main.registerScreen({Destination::help},
                        [access](QWidget* parent) -> Screen* { return new HelpScreen(access, parent); });
    main.registerScreen({Destination::account},
                        [access](QWidget* parent) -> Screen* { return new AccountScreen(access, parent); });
    main.registerScreen({Destination::channels},
                        [access](QWidget* parent) -> Screen* { return new ChannelsScreen(access, parent); });
    main.registerScreen({Destination::channel}, [this, access](QWidget* parent) -> Screen* {
      return new ChannelScreen(access, preferences,
                               {{ChannelTab::discussions, TopicsPage::maker(false)},
                                {ChannelTab::cases, TopicsPage::maker(true)},
                                {ChannelTab::documents, &DocumentsPage::make},
                                {ChannelTab::members, &MembersPage::make}},
                               parent);
    });
    main.setSwitcher([access](QWidget* over) { Switcher::open(access, over); });
  }
  ~ScreenFixture() { window.reset(); }

  void show(int width = 1360, int height = 860) {
    window->resize(width, height);
    window->show();
    (void)QTest::qWaitForWindowExposed(window.get());
    window->activateWindow();
    settle();
  }
  // Layouts, palettes and focus are renewed by posted events.
  static void settle() {
    for (int i = 0; i < 6; ++i) QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
  }
  client::ui::Screen* go(client::ui::Destination destination) {
    window->go(destination);
    settle();
    return window->screen(destination);
  }
  client::ui::ReaderPane* openQuestion(QuestionId id) {
    window->openQuestion(id);
    settle();
    return window->findChild<client::ui::ReaderPane*>();
  }
  client::ui::ToastBar& toast() { return window->toastBar(); }
  void tell(const client::ChangeSet& changes) {
    Q_EMIT desk.changed(changes);
    settle();
  }
};

// The button with these words (or this accessible name) that can be seen; nullptr when there is none.
inline QAbstractButton* buttonNamed(QWidget* inside, const QString& words) {
  for (auto* button : inside->findChildren<QAbstractButton*>())
    if (button->isVisible() && (button->text() == words || button->accessibleName() == words)) return button;
  return nullptr;
}
template <class T>
T* fieldNamed(QWidget* inside, const QString& accessibleName) {
  for (auto* field : inside->findChildren<T*>())
    if (field->isVisible() && field->accessibleName() == accessibleName) return field;
  return nullptr;
}
// Some text of this kind that can be seen.
inline bool showsText(QWidget* inside, const QString& part) {
  for (const auto* label : inside->findChildren<QLabel*>())
    if (label->isVisible() && label->text().contains(part)) return true;
  return false;
}

}  // namespace vb::test
