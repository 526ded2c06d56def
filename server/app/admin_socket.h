// AdminSocket: the operator's door to a running server, a Unix socket in its data folder that only its owner can open.
// One line of JSON in (AdminRequest), one out (AdminReply), then it closes. Who says nothing is sent away; who comes
// while it is full waits. On the network thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

#include <boost/asio/io_context.hpp>

#include "server/app/admin_actions.h"
#include "server/app/tuning.h"
#include "shared/base/result.h"

namespace vb::server::app {

class AdminSocket {
 public:
  using Run = std::function<void(AdminRequest, AdminActions::Done)>;

  virtual ~AdminSocket() = default;
  // Accepts nothing more, and takes the file away.
  virtual void close() = 0;
};

struct AdminSocketLimits {
  std::size_t visitsMax = kAdminVisitsMax;
  std::chrono::milliseconds patience = kAdminPatience;
};

std::filesystem::path adminSocketFile(const std::filesystem::path& data);
// To be called while the database is locked: what lies there is left from a server that was killed. ioFailed when it
// cannot be made, for example because the path is longer than a socket's may be.
Result<std::unique_ptr<AdminSocket>> openAdminSocket(boost::asio::io_context& io, const std::filesystem::path& file,
                                                     AdminSocket::Run run, AdminSocketLimits limits = {});
// Asks a running server and waits for its answer. unavailable when there is none, so that nothing was asked; network
// when it was asked and no answer came: nobody knows whether it is done.
Result<AdminReply> askRunningServer(const std::filesystem::path& file, const AdminRequest& request,
                                    std::chrono::milliseconds patience = kAdminAnswerPatience);

}  // namespace vb::server::app
