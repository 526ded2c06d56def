// Extraction: the text of what is here, for search and for who asks, by vraagbaak-extract: a process without rights.
// Part of the desk, on the core thread; some files at a time, in the background.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QProcess>
#include <QTimer>

#include "client/core/documents/content_files.h"
#include "client/core/documents/opened_document.h"
#include "client/core/store/cache.h"
#include "client/core/store/document_text_table.h"
#include "shared/base/clock.h"

namespace vb::client::documents {

// The pages of some files, one after the other, by one run of the program after another; a file that crashes or hangs
// it is "damaged".
class TextReading : public QObject {
  Q_OBJECT

 public:
  using OnText = std::function<void(std::size_t index, const DocumentText& text)>;
  TextReading(QStringList files, OnText read, std::function<void()> done, QObject* parent);
  ~TextReading() override;

 private:
  void start();
  void readLines();
  void takeLine(const QByteArray& line);
  void finishFile(const QString& errorCode);
  void ended();

  QStringList files_;
  OnText read_;
  std::function<void()> done_;
  std::unique_ptr<QProcess> process_;
  QTimer timeout_;
  std::size_t next_ = 0;  // file whose text comes
  DocumentText text_;
  bool startedNothing_ = false;  // the last run gave no file to its end
};

class Extraction : public QObject {
  Q_OBJECT

 public:
  // While `isFetching`, texts take a part of the time only.
  Extraction(store::Cache& cache, const ContentFiles& files, std::function<bool()> isFetching)
      : cache_(cache), files_(files), isFetching_(std::move(isFetching)) {}

  // Reads what is here and was not read yet.
  void readSome();
  // The text of this file now.
  void readFile(const QString& file, std::function<void(DocumentText)> done);

 private:
  void save();
  void store();

  store::Cache& cache_;
  const ContentFiles& files_;
  std::function<bool()> isFetching_;
  std::vector<store::ContentText> texts_;
  qsizetype textSigns_ = 0;  // of texts_
  Milliseconds saving_{0};   // took so long, of this batch
  bool hasStored_ = false;   // in this batch
  bool hasFailed_ = false;
  bool isReading_ = false;
};

}  // namespace vb::client::documents
