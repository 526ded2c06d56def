// ScreenTest: what the tests of the screens share: one theme, a fresh window for each test, in English. Base class.
#pragma once

#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include "client/ui/controls/markdown_edit.h"
#include "tests/ui/screen_fixture.h"

namespace vb::test {

class ScreenTest : public QObject {
 protected:
  QTemporaryDir folder_;
  std::unique_ptr<client::ui::Theme> theme_;
  std::unique_ptr<ScreenFixture> made_;

  void begin() {
    if (theme_ == nullptr) {
      QLocale::setDefault(QLocale(QLocale::English));
      theme_ = std::make_unique<client::ui::Theme>(*qApp);
    }
    made_ = std::make_unique<ScreenFixture>(*theme_, folder_.path());
    made_->show();
  }
  client::ui::MainWindow& window() { return *made_->window; }
  FakeDesk& desk() { return made_->desk; }
  FakeReader& reader() { return made_->reader; }
  static void settle() { ScreenFixture::settle(); }
  static void type(QWidget* into, const char* text) {
    into->setFocus();
    QTest::keyClicks(into, QString::fromUtf8(text));
    settle();
  }
  // Presses the button as the keyboard does.
  static bool press(QWidget* inside, const char* words) {
    auto* button = buttonNamed(inside, QString::fromUtf8(words));
    if (button == nullptr || !button->isEnabled()) return false;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    settle();
    return true;
  }
  void undo() { QVERIFY(press(&made_->toast(), "Undo")); }
};

}  // namespace vb::test
