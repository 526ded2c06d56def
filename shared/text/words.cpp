#include "shared/text/words.h"

#include <array>
#include <unordered_set>

#include "shared/text/tuning.h"
#include "shared/text/utf8.h"

namespace vb::text {
namespace {

constexpr std::string_view kStopWords =
    "aan aangaande achter af al aldus alle alleen alles als alsnog altijd ander andere anderen anders ben bent bij "
    "bijna bijvoorbeeld binnen boven bovendien buiten bv daar daarbij daardoor daarin daarmee daarna daarnaast daarom "
    "daarop daaruit daarvan daarvoor dan dat de deze die dit doch doe doen doet door dus echter een eens eerst elk "
    "elke en enige enkele er erg ergens erin ermee erop ervan ervoor etc even evenals gaan gaat gedaan geen gegaan "
    "gehad gewoon geworden ging graag haar had hadden hallo heb hebben hebt heeft heel hele helemaal hem hen het "
    "hetzelfde hier hierbij hierin hiermee hierover hiervan hiervoor hij hoe hoeveel hoewel hun iemand iets ieder "
    "iedere iedereen ik in indien is ja je jij jou jouw jullie kan kon konden kun kunnen kunt kwam laat later maar "
    "mag maken maakt me mee meer meest men met mij mijn mijzelf minder moest moesten moet moeten mogen na naar nadat "
    "namelijk nee net niemand niet niets nodig nog nooit nou nu of om omdat onder ons onze ook op over overigens per "
    "pas precies rond sinds soms staan staat steeds sommige te tegen tenzij ter terwijl tijdens toch toe toen tot "
    "totdat tussen uit uw vaak van vanaf vanuit vanwege veel via vinden vindt vol volgens voor vooral voordat waar "
    "waarbij waardoor waarin waarmee waarnaar waarom waarop waaruit waarvan waarvoor wanneer want waren was wat we "
    "weer weet wegens wel welk welke werd werden weten wie wij wil willen worden wordt ze zeer zeggen zegt zei zelf "
    "zelfs zich zichzelf zij zijn zo zoals zodat zodra zonder zou zouden zowel zulke zullen zult a an and any are as "
    "at be been but by can could did do does for from get had has have he her his how i if into it its just me my no "
    "not of off on or our out she should so some than that the their them then there these they this those to too us "
    "was were what when where which while who why will with would you your";

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Lower case of an ASCII letter or digit; 0 for every other byte. Most text is this, and goes the short way.
constexpr auto kPlain = [] {
  std::array<char, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = static_cast<char>(c);
  return table;
}();
char plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

// What stands for `c` inside a word when letters stand on both sides; 0 for what always ends a word.
char joiner(char32_t c) {
  switch (c) {
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x2BC:
      return '\'';
    case '-':
    case 0x2010:
    case 0x2011:
      return '-';
    case '.':
      return '.';
    default:
      return 0;
  }
}

}  // namespace

std::vector<Word> cutWords(std::string_view utf8) {
  std::vector<Word> words;
  words.reserve(utf8.size() / 6);
  std::size_t at = 0;
  while (at < utf8.size()) {
    const std::size_t begin = at;
    char32_t current = nextCodePoint(utf8, at);
    if (!isWordLetter(current)) continue;
    Word& word = words.emplace_back(Word{{}, begin, at});
    while (true) {
      if (word.folded.size() < tuning::kWordBytesMax) appendFolded(word.folded, current);
      const std::size_t run = at;
      while (at < utf8.size() && plain(utf8[at]) != 0) ++at;
      if (at > run) {
        for (std::size_t i = run; i < at && word.folded.size() < tuning::kWordBytesMax; ++i)
          word.folded += plain(utf8[i]);
        current = static_cast<unsigned char>(utf8[at - 1]);
      }
      word.end = at;
      if (at >= utf8.size()) break;
      std::size_t next = at;
      char32_t following = nextCodePoint(utf8, next);
      if (const char join = joiner(following); join != 0 && next < utf8.size()) {
        std::size_t afterJoin = next;
        const char32_t letter = nextCodePoint(utf8, afterJoin);
        if (!isWordLetter(letter) || (join == '.' && !(isDigit(current) && isDigit(letter)))) break;
        if (word.folded.size() < tuning::kWordBytesMax) word.folded.push_back(join);
        next = afterJoin;
        following = letter;
      }
      if (!isWordLetter(following) && !isCombining(following)) break;
      at = next;
      current = following;
    }
    at = word.end;
  }
  return words;
}

std::string fold(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t codePoint = nextCodePoint(utf8, at);
    if (codePoint == kReplacement) {
      folded.push_back(' ');
    } else {
      appendFolded(folded, codePoint);
    }
  }
  return folded;
}

bool isStopWord(std::string_view folded) {
  static const auto words = [] {
    std::unordered_set<std::string_view> set;
    for (std::size_t at = 0; at < kStopWords.size();) {
      const std::size_t end = std::min(kStopWords.find(' ', at), kStopWords.size());
      set.insert(kStopWords.substr(at, end - at));
      at = end + 1;
    }
    return set;
  }();
  return words.contains(folded);
}

}  // namespace vb::text
