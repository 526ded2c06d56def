// The floor for a warm start: an empty Qt main window with a list. Prints the milliseconds from the start of the
// process to the first paint, then quits.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QListWidget>
#include <QMainWindow>
#include <QTimer>

namespace {

// Milliseconds since the kernel started this process.
double sinceStart() {
  std::ifstream stat("/proc/self/stat");
  std::string text((std::istreambuf_iterator<char>(stat)), {});
  const char* at = text.c_str() + text.rfind(')') + 2;
  for (int field = 3; field < 22; ++field) at = std::strchr(at, ' ') + 1;
  const double startSeconds = std::atof(at) / static_cast<double>(sysconf(_SC_CLK_TCK));
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - startSeconds) * 1000;
}

class PaintedList : public QListWidget {
 protected:
  void paintEvent(QPaintEvent* event) override {
    QListWidget::paintEvent(event);
    if (painted_) return;
    painted_ = true;
    std::printf("%.0f\n", sinceStart());
    std::fflush(stdout);
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
  }

 private:
  bool painted_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QMainWindow window;
  auto* list = new PaintedList;
  for (int i = 0; i < 30; ++i) list->addItem(QStringLiteral("Row %1").arg(i));
  window.setCentralWidget(list);
  window.resize(1360, 860);
  window.show();
  return app.exec();
}
