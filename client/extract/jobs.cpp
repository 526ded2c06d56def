#include "client/extract/jobs.h"

#include <cmath>
#include <cstdio>
#include <iostream>
#include <new>
#include <string>

#include <QBuffer>
#include <QJsonArray>
#include <QStringList>

#include "client/extract/answers.h"
#include "client/extract/confinement.h"
#include "client/extract/content.h"
#include "client/extract/errors.h"
#include "client/extract/office_text.h"
#include "client/extract/pdf_file.h"
#include "client/extract/tuning.h"

namespace vb::client::extract {
namespace {

constexpr double kPointsPerInch = 72;

int refuse(const QString& error) { return answer({{QStringLiteral("error"), error}}) ? 0 : 1; }
int refuse(const char* error) { return refuse(QString::fromLatin1(error)); }

QJsonObject header(const char* type, int pages) {
  return {{QStringLiteral("type"), QString::fromLatin1(type)}, {QStringLiteral("pages"), pages}};
}

bool givePage(int page, const QString& text) {
  return answer({{QStringLiteral("page"), page}, {QStringLiteral("text"), text}});
}

int giveOnePage(const char* type, const QString& text) {
  if (static_cast<std::size_t>(text.size()) > kTextBytesMax) return refuse(kTooLarge);
  return answer(header(type, 1)) && givePage(0, text) && answer({{QStringLiteral("done"), true}}) ? 0 : 1;
}

int givePdfText(const QByteArray& bytes) {
  PdfFile pdf;
  if (const QString error = pdf.open(bytes); !error.isEmpty()) return refuse(error);
  if (!answer(header("pdf", pdf.pages()))) return 1;
  std::size_t all = 0;
  for (int page = 0; page < pdf.pages(); ++page) {
    const QString text = pdf.text(page);
    all += static_cast<std::size_t>(text.size());
    if (all > kTextBytesMax) return refuse(kTooLarge);
    if (!givePage(page, text)) return 1;
  }
  return answer({{QStringLiteral("done"), true}}) ? 0 : 1;
}

QJsonArray boxArray(const QVector<QRectF>& boxes) {
  QJsonArray array;
  for (const auto& box : boxes) array.append(QJsonArray{box.x(), box.y(), box.width(), box.height()});
  return array;
}

QJsonObject selectionAnswer(int page, const PdfFile::Selected& selected) {
  return {{QStringLiteral("page"), page},
          {QStringLiteral("start"), selected.start},
          {QStringLiteral("text"), selected.text},
          {QStringLiteral("boxes"), boxArray(selected.boxes)}};
}

// Opens a file that must be a PDF; an error name, or empty.
QString openPdf(const QString& path, Content& content, PdfFile& pdf) {
  if (!content.open(path)) return QLatin1String(content.isTooLarge() ? kTooLarge : kNotHere);
  if (content.type() != ContentType::pdf) return QLatin1String(kUnsupported);
  return pdf.open(content.bytes());
}

// A command with its numbers: "render 12 800 1100".
struct Command {
  QString name;
  QVector<double> numbers;
  bool isSound = false;

  explicit Command(const QString& line) {
    const auto words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return;
    name = words.first();
    isSound = true;
    for (const auto& word : words.sliced(1)) {
      bool isNumber = false;
      const double number = word.toDouble(&isNumber);
      isSound = isSound && isNumber && std::abs(number) < 1e9;
      numbers.append(number);
    }
  }
  bool is(const char* wanted, qsizetype count) const {
    return isSound && name == QLatin1String(wanted) && numbers.size() == count;
  }
  int number(qsizetype at) const { return static_cast<int>(numbers.at(at)); }
};

bool givePixels(PdfFile& pdf, int page, QSize size) {
  const QImage picture = pdf.picture(page, size);
  if (picture.isNull()) return answer({{QStringLiteral("error"), QLatin1String(kTooLarge)}});
  const auto bytes = static_cast<qint64>(picture.sizeInBytes());
  return answer({{QStringLiteral("page"), page},
                 {QStringLiteral("width"), picture.width()},
                 {QStringLiteral("height"), picture.height()},
                 {QStringLiteral("stride"), static_cast<qint64>(picture.bytesPerLine())},
                 {QStringLiteral("bytes"), bytes}}) &&
         answerBytes(reinterpret_cast<const char*>(picture.constBits()), bytes);
}

int giveText(const QString& path, Content& content) {
  if (!content.open(path)) return refuse(content.isTooLarge() ? kTooLarge : kNotHere);
  switch (content.type()) {
    case ContentType::pdf:
      return givePdfText(content.bytes());
    case ContentType::zip: {
      const auto office = officeText(content.bytes());
      return office.error.isEmpty() ? giveOnePage("office", office.text) : refuse(office.error);
    }
    case ContentType::text: {
      if (static_cast<std::size_t>(content.bytes().size()) > kTextBytesMax) return refuse(kTooLarge);
      const auto text = decodedText(content.bytes());
      return text ? giveOnePage("text", *text) : refuse(kUnsupported);
    }
    case ContentType::other:
      break;
  }
  return refuse(kUnsupported);
}

// The next line of standard input; false at its end, or when it is longer than any command or path.
bool readLine(QString& into) {
  std::string line;
  if (!std::getline(std::cin, line) || line.size() > kCommandBytesMax) return false;
  into = QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
  return true;
}

bool obey(PdfFile& pdf, const Command& command) {
  const bool hasPage = !command.numbers.isEmpty() && command.numbers.first() >= 0 && command.number(0) < pdf.pages();
  if (command.is("sizes", 0)) {
    QJsonArray sizes;
    for (int page = 0; page < pdf.pages(); ++page) {
      const QSizeF size = pdf.size(page);
      sizes.append(QJsonArray{size.width(), size.height()});
    }
    return answer({{QStringLiteral("sizes"), sizes}});
  }
  if (!command.isSound || !hasPage) return answer({{QStringLiteral("error"), QStringLiteral("bad_command")}});
  const int page = command.number(0);
  if (command.is("render", 3)) return givePixels(pdf, page, QSize(command.number(1), command.number(2)));
  if (command.is("text", 1)) return givePage(page, pdf.text(page));
  if (command.is("boxes", 1)) return answer(selectionAnswer(page, pdf.boxes(page, 0, -1)));
  if (command.is("boxes", 3))
    return answer(
        selectionAnswer(page, pdf.boxes(page, std::max(command.number(1), 0), std::max(command.number(2), 0))));
  if (command.is("select", 5))
    return answer(selectionAnswer(page, pdf.between(page, QPointF(command.numbers[1], command.numbers[2]),
                                                    QPointF(command.numbers[3], command.numbers[4]))));
  return answer({{QStringLiteral("error"), QStringLiteral("bad_command")}});
}

}  // namespace

int giveText(const QString& path) {
  Content content;
  return giveText(path, content);
}

int giveTexts() {
  QString path;
  while (readLine(path)) {
    renewCpuLimit();
    Content content;
    if (const int failed = giveText(path, content); failed != 0) return failed;
    const auto type = content.type();
    if (type == ContentType::pdf || type == ContentType::zip) return 0;
  }
  return 0;
}

int givePicture(const QString& path, int page, int dpi) {
  Content content;
  PdfFile pdf;
  if (const QString error = openPdf(path, content, pdf); !error.isEmpty()) return refuse(error);
  if (page < 0 || page >= pdf.pages() || dpi < 1 || dpi > kDpiMax) return refuse("bad_command");
  const QImage picture = pdf.picture(page, (pdf.size(page) * dpi / kPointsPerInch).toSize());
  QBuffer png;
  if (picture.isNull() || !png.open(QIODevice::WriteOnly) || !picture.save(&png, "PNG")) return refuse(kTooLarge);
  return answerBytes(png.data().constData(), png.data().size()) ? 0 : 1;
}

int giveBoxes(const QString& path, int page) {
  Content content;
  PdfFile pdf;
  if (const QString error = openPdf(path, content, pdf); !error.isEmpty()) return refuse(error);
  if (page < 0 || page >= pdf.pages()) return refuse("bad_command");
  return answer(selectionAnswer(page, pdf.boxes(page, 0, -1))) ? 0 : 1;
}

int serve(const QString& path) {
  Content content;
  PdfFile pdf;
  if (const QString error = openPdf(path, content, pdf); !error.isEmpty()) return refuse(error);
  auto first = header("pdf", pdf.pages());
  const QSizeF size = pdf.pages() > 0 ? pdf.size(0) : QSizeF();
  first.insert(QStringLiteral("width"), size.width());
  first.insert(QStringLiteral("height"), size.height());
  if (!answer(first)) return 1;
  QString line;
  while (readLine(line)) {
    renewCpuLimit();
    if (!obey(pdf, Command(line))) return 1;
  }
  return 0;
}

}  // namespace vb::client::extract
