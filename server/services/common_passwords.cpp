// The commonest passwords that would pass the length rule, in Dutch and English, in lower case and in order; from
// general knowledge of leaked lists, not copied from one.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "server/services/passwords.h"

namespace vb::server::services {
namespace {

constexpr std::string_view kCommon[] = {
    "0123456789",       "0987654321",       "1122334455",     "1231231230",       "123123123123",   "12341234123",
    "1234512345",       "1234554321",       "123456123456",   "1234567890",       "12345678900",    "1234567891",
    "12345678910",      "123456789a",       "123456789q",     "1q2w3e4r5t",       "1q2w3e4r5t6y",   "1qaz2wsx3edc",
    "1qazxsw23edc",     "9876543210",       "a123456789",     "aa12345678",       "abc123abc123",   "abcd123456",
    "abcd1234abcd",     "abcdefghij",       "abcdefghijk",    "admin12345",       "admin123456",    "adminadmin",
    "adminadmin1",      "administrator",    "administrator1", "administrator123", "ajax123456",     "ajaxamsterdam",
    "alexander1",       "alexander123",     "amsterdam020",   "amsterdam1",       "amsterdam12",    "amsterdam123",
    "appeltaart",       "appeltaart1",      "arsenal123",     "asdf123456",       "asdfasdfasdf",   "asdfghjkl1",
    "asdfghjkl123",     "autumn2024",       "autumn2025",     "azerty1234",       "azertyuiop",     "barcelona1",
    "barcelona123",     "baseball12",       "baseball123",    "basketball",       "basketball1",    "batman1234",
    "blink182blink",    "butterfly1",       "butterfly123",   "changeme12",       "changeme123",    "changeme123!",
    "charlie123",       "chelsea123",       "chocolate1",     "chocolate123",     "christopher",    "christopher1",
    "computer12",       "computer123",      "danielle12",     "denhaag123",       "dragon1234",     "dragon12345",
    "eindhoven1",       "eindhoven123",     "elizabeth1",     "elizabeth123",     "facebook12",     "facebook123",
    "feyenoord1",       "feyenoord12",      "feyenoord123",   "feyenoord1908",    "football12",     "football123",
    "football1234",     "freedom123",       "geheim1234",     "geheim12345",      "geheim123456",   "gemeente01!",
    "gemeente12",       "gemeente123",      "gemeente1234",   "gemeente2024",     "gemeente2025",   "gemeente2026",
    "google1234",       "groningen1",       "groningen123",   "hallo12345",       "hallohallo",     "hallohallo1",
    "hello12345",       "hello123456",      "hellohello",     "hellohello1",      "herfst2023",     "herfst2024",
    "herfst2024!",      "herfst2025",       "herfst2025!",    "ikhouvanjou",      "ikhouvanjou1",   "ilovemyself",
    "iloveyou12",       "iloveyou123",      "iloveyou1234",   "iloveyouforever",  "instagram1",     "internet12",
    "internet123",      "jennifer12",       "jennifer123",    "jordan2323",       "juventus123",    "killer1234",
    "konijntje1",       "koningsdag",       "lente2024!",     "lente2025!",       "lente2026!",     "letmein123",
    "letmein123!",      "letmein1234",      "lieveschat",     "lieveschat1",      "liverpool1",     "liverpool123",
    "lovelovelove",     "manchester",       "manchester1",    "master1234",       "master12345",    "michael123",
    "mijnwachtwoord",   "mijnwachtwoord1",  "minecraft1",     "minecraft123",     "monkey1234",     "monkey12345",
    "mypassword",       "mypassword1",      "nederland1",     "nederland12",      "nederland123",   "newpassword",
    "newpassword1",     "p@ssw0rd12",       "p@ssw0rd123",    "p@ssw0rd123!",     "p@ssword123",    "pannenkoek",
    "pannenkoek1",      "passw0rd12",       "passw0rd123",    "password01!",      "password12",     "password123",
    "password123!",     "password1234",     "password12345",  "password2023",     "password2024",   "password2025",
    "password2026",     "passwordpassword", "pokemon123",     "pokemon1234",      "princess12",     "princess123",
    "princess1234",     "psv1913psv",       "psveindhoven",   "q1w2e3r4t5",       "q1w2e3r4t5y6",   "qazwsxedcrfv",
    "qwerqwerqwer",     "qwerty123!",       "qwerty1234",     "qwerty12345",      "qwerty123456",   "qwertyuiop",
    "qwertyuiop123",    "realmadrid",       "realmadrid1",    "rotterdam010",     "rotterdam1",     "rotterdam12",
    "rotterdam123",     "samsung123",       "samsung1234",    "schatje123",       "secretpassword", "shadow1234",
    "sinterklaas",      "sinterklaas1",     "sociaaldomein",  "spiderman12",      "spring2024",     "spring2025",
    "starwars12",       "starwars123",      "strawberry",     "strawberry1",      "summer2023",     "summer2024",
    "summer2025",       "summer2026",       "sunshine12",     "sunshine123",      "superadmin1",    "superman123",
    "trustno1trustno1", "utrecht123",       "vakantie12",     "vakantie123",      "voetbal123",     "voetbal1234",
    "vraagbaak1",       "vraagbaak1!",      "vraagbaak12",    "vraagbaak123",     "vraagbaak2025",  "vraagbaak2026",
    "wachtwoord",       "wachtwoord!",      "wachtwoord01",   "wachtwoord1",      "wachtwoord12",   "wachtwoord123",
    "wachtwoord123!",   "wachtwoord1234",   "wachtwoord2024", "wachtwoord2025",   "wachtwoord2026", "welcome01!",
    "welcome123",       "welcome123!",      "welcome1234",    "welcome2023",      "welcome2024",    "welcome2025",
    "welcome2026",      "welkom0123",       "welkom01welkom", "welkom123!",       "welkom1234",     "welkom12345",
    "welkom2023",       "welkom2024",       "welkom2024!",    "welkom2025",       "welkom2025!",    "welkom2026",
    "welkom2026!",      "welkomwelkom",     "whatever12",     "whatever123",      "winter2023!",    "winter2024",
    "winter2024!",      "winter2025",       "winter2025!",    "winter2026",       "winter2026!",    "zaq12wsxcde3",
    "zaq1zaq1zaq1",     "zomer12345",       "zomer2023!",     "zomer2024!",       "zomer2025!",     "zomer2026!",
    "zxcvbnm123",
};
static_assert(std::is_sorted(std::begin(kCommon), std::end(kCommon)), "looked up by halving");

}  // namespace

bool isCommonPassword(std::string_view password) {
  std::string folded(password);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (folded.find_first_not_of(folded.substr(0, 1)) == std::string::npos) return true;  // one character, repeated
  return std::binary_search(std::begin(kCommon), std::end(kCommon), std::string_view(folded));
}

}  // namespace vb::server::services
