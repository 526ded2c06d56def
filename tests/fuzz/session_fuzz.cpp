// Any bytes as the frames of a conversation, for both sides: it ends or goes on, within its limits. Frames are divided
// by a record separator (0x1e).
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/limits.h"
#include "shared/session/client_session.h"
#include "shared/session/server_session.h"

using namespace vb;
using namespace vb::session;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void asServer(ServerSession& session, std::string_view frame) {
  const bool wasClosed = session.closed();
  int executed = 0;
  bool isOver = false;
  for (const auto& action : session.received(frame)) {
    require(!isOver);  // nothing after the end
    executed += std::holds_alternative<Execute>(action) ? 1 : 0;
    isOver = std::holds_alternative<CloseConnection>(action);
    if (const auto* opened = std::get_if<OpenScope>(&action))
      require(Scope::parse(opened->request.scope)->text() == opened->request.scope);
  }
  require(!wasClosed || (executed == 0 && !isOver));
  require(session.closed() == (wasClosed || isOver));
  require(session.subscriptionCount() <= limits::kSubscriptionsMax);
  require(session.commandsInFlight() <= static_cast<int>(limits::kCommandsInFlightMax));
  for (; executed > 1; --executed) session.answered();
}

void asClient(ClientSession& session, std::string_view frame) {
  for (const auto& action : session.received(frame))
    if (const auto* apply = std::get_if<ApplyRecords>(&action)) require(apply->cursor.high >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left(reinterpret_cast<const char*>(data), size);
  ServerSession server, greeted;
  (void)greeted.received(R"({"type":"hello"})");
  const auto user = *UserId::parse("01935000-0000-7000-8000-000000000002");
  ClientSession client({"fuzz", "", {}}), bound({"fuzz", "0193aa00-0000-7000-8000-000000000001", user});
  for (auto* one : {&client, &bound}) {
    (void)one->wish({{Scope::user(user), {}}, {Scope::directory(), {}}});
    (void)one->connected();
  }
  (void)bound.received(
      R"({"type":"welcome","server_id":"0193aa00-0000-7000-8000-000000000001","epoch":"e","user_id":"01935000-0000-7000-8000-000000000002","commands_in_flight_max":64})");
  while (true) {
    const auto end = std::min(left.find('\x1e'), left.size());
    const auto frame = left.substr(0, end);
    asServer(server, frame);
    asServer(greeted, frame);
    asClient(client, frame);
    asClient(bound, frame);
    if (end == left.size()) return 0;
    left.remove_prefix(end + 1);
  }
}
