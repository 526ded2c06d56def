// SingleInstance: one running app per profile and user. The first listens on a local socket; a second hands over its
// link, which raises the first, and ends. GUI thread; owned by the application.
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QString>

#include "shared/base/ids.h"

class QLocalServer;
class QLockFile;

namespace vb::client::platform {

class SingleInstance : public QObject {
  Q_OBJECT

 public:
  // `profileDirectory` names the profile; two spellings of one folder are one profile.
  explicit SingleInstance(const QString& profileDirectory, QObject* parent = nullptr);
  ~SingleInstance() override;

  enum class Claim {
    first,       // this is the first, and it listens
    handedOver,  // another runs; it was asked to come to the front (and to open `link` when that is one of ours)
    noAnswer,    // another holds the profile, but does not answer
  };
  Claim claim(const QString& link);

 Q_SIGNALS:
  // Another start of the app: come to the front, and open the question when there is one.
  void raiseAsked(std::optional<vb::QuestionId> question);

 private:
  bool handOver(const QString& link);
  void listen();

  QString name_;
  std::unique_ptr<QLockFile> lock_;
  std::unique_ptr<QLocalServer> server_;
};

}  // namespace vb::client::platform
