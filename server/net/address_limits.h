// AddressLimits: how many connections that are not signed in one address may hold; whose X-Forwarded-For is believed.
// On the network thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "shared/base/result.h"

namespace vb::server::net {

using Address = boost::asio::ip::address;

class TrustedProxies {
 public:
  // badField with the text that is neither an address nor a network.
  static Result<TrustedProxies> parse(const std::vector<std::string>& list);

  bool contains(const Address& address) const;
  // The nearest address that is not a trusted proxy, walking X-Forwarded-For from its end. The peer itself when it is
  // none, or when what stands there is no address: what strangers put into the header is never believed (A25).
  Address clientOf(const Address& peer, std::string_view forwardedFor) const;

 private:
  std::vector<std::variant<boost::asio::ip::network_v4, boost::asio::ip::network_v6>> networks_;
};

class AddressLimits {
 public:
  AddressLimits(std::size_t perAddressMax, std::size_t totalMax) : perAddressMax_(perAddressMax), totalMax_(totalMax) {}

  // Counts one connection for as long as it lives.
  class Place {
   public:
    Place(AddressLimits& limits, Address key) : limits_(limits), key_(std::move(key)) {}
    ~Place() { limits_.release(key_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

   private:
    AddressLimits& limits_;
    Address key_;
  };

  // Nothing when the address, or everybody together, holds too many.
  std::unique_ptr<Place> take(const Address& address);

 private:
  void release(const Address& key);

  std::size_t perAddressMax_;
  std::size_t totalMax_;
  std::size_t total_ = 0;
  std::map<Address, std::size_t> counts_;
};

// IPv4 in IPv6 form is the IPv4 address.
Address plainAddress(const Address& address);
// The key of every limit per address. Somebody with IPv6 has a network of his own: its 64 bits count as one.
Address countedAs(const Address& address);

}  // namespace vb::server::net
