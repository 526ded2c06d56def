// Words of Dutch text for search, similar questions and category suggestion: one way of cutting and normalising,
// used when writing an index and when asking it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vb::text {

struct Word {
  std::string folded;  // lower case, diacritics removed
  std::size_t begin;   // byte offsets of the word in the original text
  std::size_t end;
};

// Letters and digits; apostrophes and hyphens inside a word join compounds ("e-mail", "auto's").
std::vector<Word> cutWords(std::string_view utf8);
std::string fold(std::string_view utf8);
// A Dutch stem for search: plurals, verb forms, doubled consonants and vowels (huizen -> huis, kinderen -> kind,
// subsidies -> subsidie). Takes a folded word.
std::string stem(std::string_view folded);
bool isStopWord(std::string_view folded);
// The parts of a compound that search should find it by, stems: schuldhulpverlening -> schuld, hulp, schuldhulp,
// verlening, hulpverlening. Empty when it is no known compound.
std::vector<std::string> compoundParts(std::string_view folded);

}  // namespace vb::text
