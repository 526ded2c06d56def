// The implementation of Contents, over the storage and blobs of the Api that it is part of.
#pragma once

#include <memory>

#include "server/api/contents.h"
#include "server/api/create_api.h"

namespace vb::server::api {

// options.blobs is there.
std::unique_ptr<Contents> createContents(const ApiOptions& options);

}  // namespace vb::server::api
