#include <algorithm>
#include <array>
#include <string>

#include "shared/text/lookup.h"
#include "shared/text/vocabulary.h"
#include "shared/text/words.h"

namespace vb::text {
namespace {

using std::string;
using std::string_view;

constexpr std::array<string_view, 22> kSeparable = {
    "aan",   "achter", "af",   "bij",   "binnen", "door", "in",  "mee",  "mis",  "na",   "om",
    "onder", "op",     "over", "samen", "terug",  "toe",  "uit", "vast", "voor", "vrij", "weg"};
constexpr std::array<string_view, 4> kInseparable = {"be", "her", "ont", "ver"};
// Before these an irregular noun is a verb after all: "verdelen" has nothing to do with "deel" as a noun.
constexpr std::array<string_view, 5> kVerbalBefore = {"be", "ver", "ont", "her", "over"};

bool isVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
bool isPlain(string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

const WordSet& verbs() {
  static const WordSet set = wordSet(vocabulary::kVerbs);
  return set;
}

bool isVerb(string_view word) {
  if (verbs().contains(word)) return true;
  const auto withPrefix = [word](string_view prefix) {
    return word.starts_with(prefix) && verbs().contains(word.substr(prefix.size()));
  };
  return std::any_of(kSeparable.begin(), kSeparable.end(), withPrefix) ||
         std::any_of(kInseparable.begin(), kInseparable.end(), withPrefix);
}

int vowelGroups(string_view word) {
  int groups = 0;
  bool inside = false;
  for (const char c : word) {
    if (isVowel(c) && !inside) ++groups;
    inside = isVowel(c);
  }
  return groups;
}

string_view withoutPrefix(string_view word) {
  for (const auto& list : {kSeparable.data(), kInseparable.data()}) {
    const std::size_t count = list == kSeparable.data() ? kSeparable.size() : kInseparable.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (word.size() >= list[i].size() + 3 && word.starts_with(list[i])) return word.substr(list[i].size());
    }
  }
  return word;
}

// After -en or -e went: huiz -> huis, brev -> bref, wett -> wet, vrag -> vraag.
string restoreEnd(string_view cut) {
  string word(cut);
  const std::size_t n = word.size();
  if (n < 2) return word;
  if (word[n - 1] == word[n - 2] && !isVowel(word[n - 1])) {
    word.pop_back();
    return word;
  }
  if (word[n - 1] == 'v') word[n - 1] = 'f';
  if (word[n - 1] == 'z') word[n - 1] = 's';
  const char vowel = word[n - 2];
  const bool open = !isVowel(word[n - 1]) && word[n - 1] != 'w' && word[n - 1] != 'x' && word[n - 1] != 'j' &&
                    (vowel == 'a' || vowel == 'e' || vowel == 'o' || vowel == 'u') && (n < 3 || !isVowel(word[n - 3]));
  if (!open) return word;
  string longer = word;
  longer.insert(n - 2, 1, vowel);
  if (vowel != 'e' || isVerb(longer)) return longer;
  // An e before l, m, n, r is mute unless it is the only vowel: regel, but keer.
  const char last = word[n - 1];
  const bool mayBeMute = last == 'l' || last == 'm' || last == 'n' || last == 'r';
  return mayBeMute && vowelGroups(withoutPrefix(word)) > 1 ? word : longer;
}

const LetterPairs<std::pair<string_view, string_view>>& irregularEnds() {
  static const auto ends = [] {
    LetterPairs<std::pair<string_view, string_view>> pairs;
    eachWord(vocabulary::kIrregularEnds, [&pairs](string_view entry) {
      const auto pair = splitPair(entry);
      pairs.add(pair.first[pair.first.size() - 2], pair.first.back(), pair);
    });
    return pairs;
  }();
  return ends;
}

bool irregular(string_view word, string& out) {
  static const WordMap whole = wordMap(vocabulary::kIrregular);
  if (const auto found = whole.find(word); found != whole.end()) {
    out = found->second;
    return true;
  }
  const std::pair<string_view, string_view>* best = nullptr;
  for (const auto& entry : irregularEnds().find(word[word.size() - 2], word.back())) {
    if (!word.ends_with(entry.first) || (best && best->first.size() >= entry.first.size())) continue;
    const string_view before = word.substr(0, word.size() - entry.first.size());
    if (before.size() == 1 || std::find(kVerbalBefore.begin(), kVerbalBefore.end(), before) != kVerbalBefore.end()) {
      continue;
    }
    best = &entry;
  }
  if (!best) return false;
  out.assign(word.substr(0, word.size() - best->first.size()));
  out += best->second;
  return true;
}

// What is left of a form when its -t, -d, -te(n) or -de(n) goes, if that is a verb.
bool weakForm(string_view form, string& out) {
  for (const string_view ending : {"", "t", "d", "te", "de", "ten", "den"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const string_view base = form.substr(0, form.size() - ending.size());
    if (!isVerb(base)) continue;
    out = base;
    return true;
  }
  return false;
}

// The part behind ge-: "vraagd", "nomen", "meld", "registreerd", and those with an -e behind.
bool participle(string_view prefix, string_view rest, string& out) {
  static const WordMap strong = wordMap(vocabulary::kStrongParticiples);
  if (const auto found = strong.find(rest); found != strong.end()) {
    out.assign(prefix);
    out += found->second;
    return true;
  }
  string_view bare = rest;
  if (bare.ends_with('e'))
    bare.remove_suffix(1);
  else if (bare.ends_with("en"))
    bare.remove_suffix(2);
  if (!bare.ends_with('d') && !bare.ends_with('t')) return false;
  string verb;
  if (!weakForm(bare, verb) && !(bare != rest && weakForm(restoreEnd(bare), verb))) {
    if (bare.size() <= 6 || !bare.ends_with("eerd")) return false;
    verb.assign(bare.substr(0, bare.size() - 4));
    verb += "er";
  }
  out.assign(prefix);
  out += verb;
  return true;
}

bool verbForm(string_view word, string& out) {
  if (weakForm(word, out)) return true;
  for (const string_view prefix : kSeparable) {
    if (word.size() >= prefix.size() + 5 && word.starts_with(prefix) && word.substr(prefix.size(), 2) == "ge" &&
        participle(prefix, word.substr(prefix.size() + 2), out)) {
      return true;
    }
  }
  if (word.size() >= 5 && word.starts_with("ge") && participle("", word.substr(2), out)) return true;
  static const WordMap strong = wordMap(vocabulary::kStrongParticiples);
  for (const string_view prefix : kInseparable) {
    if (!word.starts_with(prefix)) continue;
    if (const auto found = strong.find(word.substr(prefix.size())); found != strong.end()) {
      out.assign(prefix);
      out += found->second;
      return true;
    }
  }
  for (const string_view ending : {"end", "ende", "enden"}) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
    out = restoreEnd(word.substr(0, word.size() - ending.size()));
    if (isVerb(out)) return true;
  }
  if (word.size() > 7 && (word.ends_with("eert") || word.ends_with("eerd"))) {
    out.assign(word.substr(0, word.size() - 4));
    out += "er";
    return true;
  }
  return false;
}

bool pluralS(string_view word) {
  if (word.size() < 5 || !word.ends_with('s')) return false;
  const string_view base = word.substr(0, word.size() - 1);
  if (base.ends_with("ee")) return false;
  for (const string_view ending : {"ie", "e", "el", "er", "en", "em", "aar", "eur", "ier", "aal", "oor"}) {
    if (base.ends_with(ending)) return true;
  }
  return word.size() > 6 && (base.ends_with("al") || base.ends_with("or"));
}

bool diminutive(string_view word, string& out) {
  if (word.size() < 6 || !word.ends_with("je")) return false;
  out.assign(word.substr(0, word.size() - 2));
  const std::size_t n = out.size();
  if (out[n - 1] == 'p' && out[n - 2] == 'm')
    out.pop_back();
  else if (out[n - 1] == 't' && (isVowel(out[n - 2]) || (out[n - 2] == 'n' && isVowel(out[n - 3]))))
    out.pop_back();
  return true;
}

string inflected(string_view word) {
  string out;
  if (pluralS(word)) word.remove_suffix(1);
  if (diminutive(word, out)) return out;
  if (word.ends_with("heden") && word.size() > 7) return string(word.substr(0, word.size() - 5)) + "heid";
  if (word.ends_with("atoren") || word.ends_with("ctoren")) return string(word.substr(0, word.size() - 2));
  if (word.ends_with("eeen") || word.ends_with("ieen")) return string(word.substr(0, word.size() - 2));
  for (const string_view ending : {"iele", "uele", "onele", "urele", "mele"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending))
      return string(word.substr(0, word.size() - 2)) + "el";
  }
  if (word.ends_with("en") && word.size() >= 4 && !isVowel(word[word.size() - 3])) {
    const string_view cut = word.substr(0, word.size() - 2);
    return vowelGroups(cut) > 0 ? restoreEnd(cut) : string(word);
  }
  if (word.ends_with('e') && word.size() >= 5 && !isVowel(word[word.size() - 2])) {
    return restoreEnd(word.substr(0, word.size() - 1));
  }
  return string(word);
}

// Nouns on -ing by the verb they are made of.
string_view actionOf(string_view verb) {
  static const auto nouns = [] {
    std::unordered_map<string, string_view> map;
    eachWord(vocabulary::kActions,
             [&map](string_view noun) { map.emplace(restoreEnd(noun.substr(0, noun.size() - 3)), noun); });
    return map;
  }();
  static thread_local string key;
  key.assign(verb);
  const auto found = nouns.find(key);
  return found == nouns.end() ? string_view{} : found->second;
}

}  // namespace

std::string stem(std::string_view folded) {
  string joined;
  if (folded.find_first_of("'-") != string_view::npos) {
    if (folded.ends_with("'s")) folded.remove_suffix(2);
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(joined),
                 [](char c) { return c != '\'' && c != '-'; });
    folded = joined;
  }
  if (folded.size() < 4 || !isPlain(folded)) return string(folded);
  string out;
  if (!irregular(folded, out) && !verbForm(folded, out)) out = inflected(folded);
  if (const string_view noun = actionOf(out); !noun.empty()) out = noun;
  return out;
}

}  // namespace vb::text
