// KeychainVault: the bearer token in the desktop's keychain (Secret Service, KWallet, ...); without a keychain service
// in memory only, which isLasting() tells. Used on the engine's thread.
#pragma once

#include <memory>

#include "client/core/engine/token_vault.h"

namespace vb::client::platform {

std::unique_ptr<TokenVault> createKeychainVault();

}  // namespace vb::client::platform
