// Personal-data guard: finds what identifies a person in a text, on the device, before it is sent. Pure; logs nothing.
// Any bytes may come in. Links are not looked into; numbers inside longer numbers are not cut out of them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vb::text {

enum class PersonalData {
  bsn,            // citizen service number: 9 digits (8 with a leading zero left out), 11-test; held back
  iban,           // ISO 13616, mod 97
  phone,          // Dutch numbers, national or +31 / 0031; other countries' with a +
  email,          // address
  birthDate,      // a date beside a word such as "geboren"; without that it is a date like any other
  postalAddress,  // postcode with house number, or street, number and postcode
};

struct Finding {
  PersonalData kind;
  std::size_t begin;  // byte offsets in the UTF-8 text, [begin, end)
  std::size_t end;
  bool operator==(const Finding&) const = default;
};

// In order of position, not overlapping; a BSN wins over a phone number at the same place.
std::vector<Finding> findPersonalData(std::string_view utf8);
// The server's check: a BSN that is not part of an IBAN, phone number, link or longer number.
bool containsBsn(std::string_view utf8);
// The 11-test on 8 or 9 digits; other lengths and all zeros fail.
bool passesElevenTest(std::string_view digits);

}  // namespace vb::text
