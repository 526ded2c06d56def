// A client of a SyncWorld, what its user holds on to outside the profile, and what was seen on its wire.
#pragma once

#include "tests/convergence/sync_world.h"

namespace vb::test {

struct SyncWorld::Seat {
  struct Held {
    client::store::Cursor cursor;
    WorldClient::Records records;
  };
  std::unique_ptr<WorldClient> client;
  std::string name;
  std::string account;
  std::string token;
  bool away = false;                         // no network
  bool full = false;                         // disk
  std::map<CommandId, std::string> answers;  // first final answer seen, without retry_after
  std::set<CommandId> applied;               // acknowledged as applied, by command
  std::string epoch;                         // of the last welcome
  std::map<Scope, Held> rebuilt;             // what was held when a rebuild began
};

}  // namespace vb::test
