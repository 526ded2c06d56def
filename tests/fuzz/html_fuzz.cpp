// Any bytes through the HTML converter: it ends, and a short text does not grow without bound.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/app/import_html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  const std::string markdown = vb::server::app::markdownOfHtml(html, "https://site.org");
  // Every line may carry the marks of eight levels of quotes and lists; nothing else multiplies.
  if (markdown.size() > 64 + size * 64) std::abort();
  return 0;
}
