// Vocabulary: made-up Dutch for the benchmarks; the same words in the same order every time.
#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace vb::bench {

// Words that look and are spread like those of Dutch: few that come always, many that come once.
class Vocabulary {
 public:
  Vocabulary() {
    const char* heads[] = {
        "schuld",     "hulp",    "zorg",     "jeugd",  "werk",       "inkomen",  "gemeente", "aanvraag",  "toeslag",
        "wonen",      "kind",    "ouder",    "beslag", "budget",     "wijk",     "team",     "regel",     "wet",
        "recht",      "dienst",  "kosten",   "huur",   "energie",    "vervoer",  "beleid",   "uitvoer",   "besluit",
        "bezwaar",    "termijn", "inwoner",  "client", "vraag",      "antwoord", "begeleid", "dagbested", "mantel",
        "vrijwillig", "statush", "inburger", "school", "leerplicht", "overlast", "veilig",   "melding",   "onderzoek"};
    const char* tails[] = {"",     "en",    "ing",     "ingen",    "er",    "s",      "verlening",
                           "plan", "loket", "traject", "regeling", "steun", "bewind", "gesprek"};
    const char* syllables[] = {"ba",  "de", "ki", "lo",  "mu",  "ne",  "ro",   "sta",
                               "ver", "wo", "zi", "gra", "spe", "tor", "ling", "hof"};
    for (const char* stop :
         {"de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "voor", "met", "die", "niet", "aan"})
      words_.push_back(stop);
    for (const char* head : heads)
      for (const char* tail : tails) words_.push_back(std::string(head) + tail);
    std::mt19937 random(3);
    while (words_.size() < 40'000) {
      std::string word;
      for (int part = 0, parts = 2 + static_cast<int>(random() % 3); part < parts; ++part)
        word += syllables[random() % 16];
      words_.push_back(word + tails[random() % 14]);
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < words_.size(); ++rank)
      cumulative_.push_back(sum += 1.0 / std::pow(static_cast<double>(rank + 2), 1.02));
  }
  const std::string& word(std::mt19937& random) const {
    const double at = std::uniform_real_distribution<>(0, cumulative_.back())(random);
    return words_[static_cast<std::size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), at) -
                                           cumulative_.begin())];
  }
  std::string text(std::mt19937& random, std::size_t bytes) const {
    std::string out;
    while (out.size() < bytes) out += word(random) + (random() % 12 == 0 ? ". " : " ");
    return out;
  }

 private:
  std::vector<std::string> words_;
  std::vector<double> cumulative_;
};

}  // namespace vb::bench
