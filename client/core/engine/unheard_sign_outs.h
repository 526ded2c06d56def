// UnheardSignOuts: where the tokens live that were signed out here and that their server has still to hear of: in the
// vault, under keys of their own, until they are revoked, in this run or a later one. Which keys those are stands in a
// file beside the cache that outlives a wipe and holds no secret: key and server. Engine's thread, owned by Engine.
#pragma once

#include <functional>
#include <vector>

#include <QUrl>

#include "client/core/engine/token_vault.h"

namespace vb::client {

class UnheardSignOuts {
 public:
  using OnToken = std::function<void(const QUrl& server, const QString& token)>;

  UnheardSignOuts(QString file, std::shared_ptr<TokenVault> vault) : file_(std::move(file)), vault_(std::move(vault)) {}

  // What earlier runs left; `found` at once or later. What the vault cannot give now is tried in the next run.
  void load(const OnToken& found);
  // `done`, at once or later: it is in the vault, or cannot be. A vault that forgets keeps nothing.
  void keep(const QUrl& server, const QString& token, std::function<void()> done);
  // Revoked: nothing of it stays.
  void heard(const QString& token);

 private:
  struct Entry {
    QString key;
    QUrl server;
    QString token;  // empty: not read yet
  };
  void drop(const QString& key);
  void save() const;

  QString file_;
  std::shared_ptr<TokenVault> vault_;
  std::vector<Entry> entries_;
  // Callbacks that come after the end of this find it gone.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace vb::client
