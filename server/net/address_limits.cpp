#include "server/net/address_limits.h"

#include <algorithm>

namespace vb::server::net {
namespace ip = boost::asio::ip;
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

Address plainAddress(const Address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

Address countedAs(const Address& address) {
  auto plain = plainAddress(address);
  if (!plain.is_v6()) return plain;
  auto bytes = plain.to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), 0);
  return ip::address_v6(bytes);
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& list) {
  TrustedProxies proxies;
  for (const auto& text : list) {
    boost::system::error_code failed;
    if (const auto address = ip::make_address(text, failed); !failed) {
      if (address.is_v4())
        proxies.networks_.emplace_back(ip::network_v4(address.to_v4(), 32));
      else
        proxies.networks_.emplace_back(ip::network_v6(address.to_v6(), 128));
      continue;
    }
    if (const auto network = ip::make_network_v4(text, failed); !failed) {
      proxies.networks_.emplace_back(network.canonical());
      continue;
    }
    if (const auto network = ip::make_network_v6(text, failed); !failed) {
      proxies.networks_.emplace_back(network.canonical());
      continue;
    }
    return fail(ErrorCode::badField, "no address or network: " + text);
  }
  return proxies;
}

bool TrustedProxies::contains(const Address& address) const {
  return std::any_of(networks_.begin(), networks_.end(), [&](const auto& network) {
    if (const auto* v4 = std::get_if<ip::network_v4>(&network))
      return address.is_v4() && (address.to_v4().to_uint() & v4->netmask().to_uint()) == v4->network().to_uint();
    const auto& v6 = std::get<ip::network_v6>(network);
    return address.is_v6() && ip::network_v6(address.to_v6(), v6.prefix_length()).network() == v6.network();
  });
}

Address TrustedProxies::clientOf(const Address& peer, std::string_view forwardedFor) const {
  Address client = plainAddress(peer);
  while (contains(client) && !forwardedFor.empty()) {
    const auto comma = forwardedFor.rfind(',');
    const auto last = trimmed(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
    forwardedFor = comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
    boost::system::error_code failed;
    const auto address = ip::make_address(std::string(last), failed);
    if (failed) break;
    client = plainAddress(address);
  }
  return client;
}

std::unique_ptr<AddressLimits::Place> AddressLimits::take(const Address& address) {
  const auto key = countedAs(address);
  if (total_ >= totalMax_) return nullptr;
  auto& count = counts_[key];
  if (count >= perAddressMax_) return nullptr;
  ++count;
  ++total_;
  return std::make_unique<Place>(*this, key);
}

void AddressLimits::release(const Address& key) {
  --total_;
  const auto found = counts_.find(key);
  if (--found->second == 0) counts_.erase(found);
}

}  // namespace vb::server::net
