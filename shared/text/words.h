// Words of Dutch text for search, similar questions and category suggestion: one way of cutting and normalising,
// used when writing an index and when asking it. Pure and thread-safe; hostile bytes end a word, never more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vb::text {

struct Word {
  std::string folded;  // lower case, diacritics removed, joiners as ' and -; at most kWordBytesMax and a few bytes
  std::size_t begin;   // byte offsets of the word in the original text
  std::size_t end;
};

// Letters and digits; apostrophes and hyphens inside a word join ("e-mail", "auto's"), dots do between digits
// ("2.3.5").
std::vector<Word> cutWords(std::string_view utf8);
std::string fold(std::string_view utf8);
// A Dutch stem for search: plurals, verb forms, doubled consonants and vowels (huizen -> huis, kinderen -> kind,
// subsidies -> subsidie, aangevraagd -> aanvraag, verlenen -> verlening). Takes a folded word; joiners are left out.
std::string stem(std::string_view folded);
bool isStopWord(std::string_view folded);
// The parts of a compound that search should find it by, stems: schuldhulpverlening -> schuld, hulp, schuldhulp,
// verlening, hulpverlening; iwmo-bericht -> iwmo, bericht. Empty when it is no known compound.
std::vector<std::string> compoundParts(std::string_view folded);

}  // namespace vb::text
