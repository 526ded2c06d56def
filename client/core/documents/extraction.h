// Extraction: the text of what is here, for search and for who asks, by vraagbaak-extract: a process without rights.
// Part of the desk, on the core thread; some files at a time, in the background.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include "client/core/documents/content_files.h"
#include "client/core/documents/opened_document.h"
#include "client/core/store/cache.h"
#include "client/core/store/document_text_table.h"

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
  Extraction(store::Cache& cache, const ContentFiles& files) : cache_(cache), files_(files) {
    later_.setSingleShot(true);
    connect(&later_, &QTimer::timeout, this, &Extraction::readSome);
  }

  // While this says so no more than a group of texts is read each kTextsLatest: indexing takes the time that fetching
  // needs.
  void setHurry(std::function<bool()> isInHurry) { isInHurry_ = std::move(isInHurry); }
  // Reads what is here and was not read yet.
  void readSome();
  // The text of this file now.
  void readFile(const QString& file, std::function<void(DocumentText)> done);

 private:
  void store();

  store::Cache& cache_;
  const ContentFiles& files_;
  std::vector<store::ContentText> texts_;
  std::function<bool()> isInHurry_ = [] { return false; };
  QElapsedTimer since_;  // the last group
  QTimer later_;
  bool isReading_ = false;
};

}  // namespace vb::client::documents
