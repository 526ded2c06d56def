// What the server tells operators of itself: health and metrics, made of the rooms' plain counters. Pure.
#pragma once

#include <string>

#include "server/net/counters.h"
#include "server/storage/storage.h"

namespace vb::server::app {

// {"status":"ok","read_only":false,"version":"0.1.0"}; status is "stopping" while the server drains.
std::string healthText(bool readOnly, bool stopping);
std::string metricsOf(const net::Counters& net, const storage::Counters& storage, const storage::Meta& meta,
                      bool readOnly);

}  // namespace vb::server::app
