// HTML of imported posts to Markdown: paragraphs, headings, lists, quotes, code, links, emphasis. What is no text is
// left out, pictures become links; no HTML remains and nothing is loaded. Any bytes may come in; depth is bounded.
#pragma once

#include <string>
#include <string_view>

namespace vb::server::app {

// Links that begin with a slash get `base` ("https://example.org") before them; other schemes than https, http and
// mailto lose their target and keep their text.
std::string markdownOfHtml(std::string_view html, std::string_view base);

}  // namespace vb::server::app
