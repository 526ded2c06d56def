// vraagbaak-extract: reads one file of somebody else, in a process that may do nothing but read.
#include <cstdio>
#include <new>

#include <QCoreApplication>
#include <QStringList>

#include "client/extract/answers.h"
#include "client/extract/confinement.h"
#include "client/extract/errors.h"
#include "client/extract/jobs.h"

namespace {

namespace extract = vb::client::extract;

int explain() {
  std::fputs(
      "vraagbaak-extract --text [FILE]\n"
      "vraagbaak-extract --texts\n"
      "vraagbaak-extract --render PAGE DPI [FILE]\n"
      "vraagbaak-extract --boxes PAGE [FILE]\n"
      "vraagbaak-extract --serve FILE\n"
      "Without FILE standard input is read. Pages are numbered from 0.\n"
      "Standard output must be a pipe: this process may write no file.\n",
      stderr);
  return 2;
}

int run(const QStringList& words) {
  const auto fileAt = [&](qsizetype at) { return words.size() > at ? words.at(at) : QString(); };
  const QString job = words.value(1);
  const bool isServing = job == QLatin1String("--serve");
  const bool isAskedOften = isServing || job == QLatin1String("--texts");
  if (!extract::confine(isAskedOften ? extract::CpuLimit::ofCommand : extract::CpuLimit::ofAll)) return 3;
  if (isAskedOften && !isServing && words.size() == 2) return extract::giveTexts();
  if (isServing && words.size() == 3) return extract::serve(words.at(2));
  if (job == QLatin1String("--text") && words.size() <= 3) return extract::giveText(fileAt(2));
  if (job == QLatin1String("--boxes") && words.size() >= 3) return extract::giveBoxes(fileAt(3), words.at(2).toInt());
  if (job == QLatin1String("--render") && words.size() >= 4)
    return extract::givePicture(fileAt(4), words.at(2).toInt(), words.at(3).toInt());
  return explain();
}

}  // namespace

int main(int argc, char** argv) {
  // Only for what Qt wants to know of itself: nothing here has a window.
  const QCoreApplication application(argc, argv);
  try {
    return run(QCoreApplication::arguments());
  } catch (const std::bad_alloc&) {
    return extract::answer({{QStringLiteral("error"), QLatin1String(extract::kTooLarge)}}) ? 0 : 1;
  }
}
