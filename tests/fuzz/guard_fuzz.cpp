// Any bytes through the guard, the words and the suggestions: offsets stay within the text, both BSN checks agree.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/text/guard.h"
#include "shared/text/similar.h"
#include "shared/text/words.h"

using namespace vb::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t last = 0;
  bool bsn = false;
  for (const Finding& found : findPersonalData(text)) {
    if (found.begin < last || found.end <= found.begin || found.end > size) std::abort();
    last = found.end;
    bsn = bsn || found.kind == PersonalData::bsn;
  }
  if (bsn != containsBsn(text)) std::abort();
  last = 0;
  for (const Word& word : cutWords(text)) {
    if (word.begin < last || word.end <= word.begin || word.end > size || word.folded.empty()) std::abort();
    last = word.end;
    if (stem(word.folded).empty()) std::abort();
    compoundParts(word.folded);
  }
  const double alike = similarity(text, text);
  if (!(alike >= 0.0 && alike <= 1.0)) std::abort();
  return 0;
}
