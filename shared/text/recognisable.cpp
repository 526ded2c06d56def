#include "shared/text/recognisable.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vb::text {
namespace {

// Words are runs of letters, digits and hyphens; bytes above ASCII count as letters.
struct Word {
  std::string_view text;
  std::size_t begin = 0;
};

bool isLetter(unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0 || c == '-'; }

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!isLetter(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && isLetter(static_cast<unsigned char>(text[at]))) ++at;
    words.push_back({text.substr(begin, at - begin), begin});
  }
  return words;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

template <std::size_t N>
bool isOneOf(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "in", "uit", "te" and the like before a name.
constexpr std::array<std::string_view, 8> kBeforePlace{"in",     "uit",        "te",   "bij",
                                                       "vanuit", "buurtschap", "dorp", "wijk"};
// What begins with a capital after those words, and is no place.
constexpr std::array<std::string_view, 18> kNoPlace{
    "januari", "februari", "maart",    "april",   "mei",       "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "maandag", "nederland", "de",   "het",  "een",      "bewind"};
constexpr std::array<std::string_view, 10> kFamily{"tweeling",  "drieling",    "vierling",      "weduwe",
                                                   "weduwnaar", "pleegkind",   "pleegkinderen", "adoptiekind",
                                                   "wees",      "mantelzorger"};
constexpr std::array<std::string_view, 18> kOrigins{"eritrese", "eritreeër",   "syrische",  "syriër",     "afghaanse",
                                                    "afghaan",  "somalische",  "somaliër",  "oekraïense", "oekraïner",
                                                    "poolse",   "bulgaarse",   "roemeense", "iraakse",    "iraanse",
                                                    "turkse",   "marokkaanse", "surinaamse"};
constexpr std::array<std::string_view, 16> kRoles{
    "burgemeester", "wethouder",    "huisarts",        "dominee",         "pastoor", "imam",
    "raadslid",     "voorganger",   "topsporter",      "schaatser",       "acteur",  "notaris",
    "rechter",      "brandweerman", "schooldirecteur", "kermisexploitant"};
constexpr std::array<std::string_view, 10> kIllnesses{"als",     "huntington",   "taaislijmziekte", "ms",   "epilepsie",
                                                      "dialyse", "schizofrenie", "rolstoel",        "doof", "blind"};

bool isNumber(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::vector<std::string> recognisableBy(std::string_view utf8) {
  const auto words = wordsOf(utf8);
  std::string place;
  std::vector<std::string> facts;
  const auto add = [&](std::string fact) {
    if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(std::move(fact));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = lower(words[i].text);
    const auto next = i + 1 < words.size() ? words[i + 1].text : std::string_view();
    const bool isCapital = !next.empty() && std::isupper(static_cast<unsigned char>(next[0])) != 0;
    if (place.empty() && isOneOf(word, kBeforePlace) && isCapital && next.size() > 2 && !isOneOf(lower(next), kNoPlace))
      place = std::string(next);
    if (isNumber(word) && word.size() <= 2 && (lower(next) == "jaar" || lower(next) == "jarige"))
      add(std::string(words[i].text) + " " + std::string(next));
    if (word.size() > 7 && word.ends_with("-jarige")) add(std::string(words[i].text));
    const bool hasMany = (isNumber(word) && word.size() == 1 && word >= "4") || word == "vier" || word == "vijf" ||
                         word == "zes" || word == "zeven" || word == "acht" || word == "negen";
    if (hasMany && (lower(next) == "kinderen" || lower(next) == "zoons" || lower(next) == "dochters"))
      add(std::string(words[i].text) + " " + std::string(next));
    if (isOneOf(word, kFamily) || isOneOf(word, kOrigins) || isOneOf(word, kRoles) || isOneOf(word, kIllnesses))
      add(std::string(words[i].text));
  }
  if (place.empty() || facts.size() < 2) return {};
  facts.insert(facts.begin(), place);
  return facts;
}

}  // namespace vb::text
