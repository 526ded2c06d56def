#include <QCoreApplication>

#include "client/cli/run.h"

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  return vb::client::cli::run(QCoreApplication::arguments());
}
