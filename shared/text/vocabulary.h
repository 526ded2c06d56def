// What stemming and splitting know of Dutch: lists of words, separated by spaces. Data only; used by stem.cpp and
// compound.cpp. Everything is folded.
#pragma once

#include <string_view>

namespace vb::text::vocabulary {

// form:stem pairs that no rule gives; the whole word must be equal.
extern const std::string_view kIrregular;
// form:stem pairs that also hold at the end of a compound: leden:lid in raadsleden.
extern const std::string_view kIrregularEnds;
// Verbs by their first person: "loop", "meld". Their -t, -d, -te, -de and ge- forms are known from this.
extern const std::string_view kVerbs;
// participle (without ge-):verb pairs of strong verbs: "nomen:neem" for genomen, opgenomen, ondernomen.
extern const std::string_view kStrongParticiples;
// Nouns on -ing that stand for their verb too: uitvoeren and uitvoering are one word to search.
extern const std::string_view kActions;
// Words that compounds are made of.
extern const std::string_view kCompoundElements;

}  // namespace vb::text::vocabulary
