#include <algorithm>
#include <array>
#include <string>

#include "shared/text/lookup.h"
#include "shared/text/tuning.h"
#include "shared/text/vocabulary.h"
#include "shared/text/words.h"

namespace vb::text {
namespace {

using std::string;
using std::string_view;

struct Elements {
  LetterPairs<string_view> byBeginning;
  std::unordered_set<string> stems;

  Elements() {
    eachWord(vocabulary::kCompoundElements, [this](string_view word) {
      byBeginning.add(word[0], word[1], word);
      stems.insert(stem(word));
    });
  }
};
const Elements& elements() {
  static const Elements all;
  return all;
}

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;   // of the element, without the letters that link it to the next
  std::size_t next = 0;  // where the next begins
};

// Fewest elements win, then the longest first one; `cost` and `choice` remember the best way on from each position.
class Splitter {
 public:
  explicit Splitter(string_view word) : word_(word) { cost_.fill(kUnseen); }

  std::vector<Piece> split() {
    std::vector<Piece> pieces;
    if (costFrom(0) >= kNoWay) return pieces;
    for (std::size_t at = 0; at < word_.size(); at = choice_[at].next) pieces.push_back(choice_[at]);
    return pieces;
  }

 private:
  static constexpr int kUnseen = -1;
  static constexpr int kNoWay = 1000;

  int costFrom(std::size_t at) {
    if (at == word_.size()) return 0;
    if (cost_[at] != kUnseen) return cost_[at];
    cost_[at] = kNoWay;
    const string_view rest = word_.substr(at);
    if (rest.size() < 3) return kNoWay;
    bool related = false;
    for (const string_view element : elements().byBeginning.find(rest[0], rest[1])) {
      related = related || rest.substr(0, 3) == element.substr(0, 3);
      if (!rest.starts_with(element)) continue;
      const std::size_t end = at + element.size();
      consider(at, {at, end, end}, 0);
      for (const string_view link : {"s", "en", "e", "n"}) {
        if (word_.substr(end).starts_with(link) && end + link.size() < word_.size()) {
          consider(at, {at, end, end + link.size()}, 1);
        }
      }
    }
    // The last element may be inflected: wijk|teams, schuldhulp|verleners.
    if (cost_[at] == kNoWay && at > 0 && related && elements().stems.contains(stem(rest))) {
      consider(at, {at, word_.size(), word_.size()}, 0);
    }
    return cost_[at];
  }

  // One element weighs more than any number of linking letters.
  void consider(std::size_t at, Piece piece, int linkCost) {
    const int onward = costFrom(piece.next);
    if (onward >= kNoWay) return;
    const int total = onward + 10 + linkCost;
    if (total < cost_[at] || (total == cost_[at] && piece.end > choice_[at].end)) {
      cost_[at] = total;
      choice_[at] = piece;
    }
  }

  string_view word_;
  std::array<int, tuning::kCompoundLettersMax + 1> cost_;
  std::array<Piece, tuning::kCompoundLettersMax + 1> choice_;
};

void addUnique(std::vector<string>& parts, string part) {
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
}

void addPartsOf(string_view word, std::vector<string>& parts) {
  if (word.size() < tuning::kCompoundLettersMin || word.size() > tuning::kCompoundLettersMax) return;
  const auto pieces = Splitter(word).split();
  if (pieces.size() < 2) return;
  // "onderzoek" is a word, not something underneath.
  if (elements().stems.contains(stem(word))) return;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // A pair is worth a word of its own only when it is not the whole: schuld|hulp of schuldhulpverlening.
    string pair;
    if (i > 0 && pieces.size() > 2) pair = stem(word.substr(pieces[i - 1].begin, pieces[i].end - pieces[i - 1].begin));
    addUnique(parts, stem(word.substr(pieces[i].begin, pieces[i].end - pieces[i].begin)));
    if (!pair.empty()) addUnique(parts, std::move(pair));
  }
}

}  // namespace

std::vector<std::string> compoundParts(std::string_view folded) {
  std::vector<string> parts;
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  if (folded.find('-') == string_view::npos) {
    addPartsOf(folded, parts);
    return parts;
  }
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find('-', at), folded.size());
    const string_view part = folded.substr(at, end - at);
    if (part.size() >= 2) {
      addUnique(parts, stem(part));
      addPartsOf(part, parts);
    }
    at = end + 1;
  }
  return parts;
}

}  // namespace vb::text
