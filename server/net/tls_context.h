// TLS settings after NCSC-NL: 1.3 and 1.2, ECDHE with AEAD, no early data, no renegotiation, no compression.
#pragma once

#include <memory>

#include <boost/asio/ssl/context.hpp>

#include "server/net/options.h"
#include "shared/base/result.h"

namespace vb::server::net {

// badField with what is wrong with the files: unreadable, not PEM, or a key that does not fit.
Result<std::shared_ptr<boost::asio::ssl::context>> loadTls(const TlsFiles& files);

}  // namespace vb::server::net
