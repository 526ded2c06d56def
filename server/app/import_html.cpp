#include "server/app/import_html.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <memory>
#include <utility>
#include <vector>

#include "server/app/import_limits.h"
#include "server/app/import_markdown.h"

namespace vb::server::app {
namespace {

// What an open element will have to close.
enum class Closing {
  nothing,  // an element without meaning here
  block,    // paragraph and the like
  heading,
  quote,
  list,
  item,
  mark,  // emphasis or link
  code,
  preformatted,
  hidden,  // its text is not for reading
};

class Converter {
 public:
  explicit Converter(std::string_view base) : base_(base) {}

  void open(std::string_view name, const xmlChar** attributes) {
    writeText();
    open_.push_back(closingOf(name, attributes));
  }
  void close() {
    writeText();
    if (open_.empty()) return;
    const Closing closing = open_.back();
    open_.pop_back();
    switch (closing) {
      case Closing::nothing:
        break;
      case Closing::block:
        writer_.beginBlock();
        break;
      case Closing::heading:
        writer_.closeHeading();
        break;
      case Closing::quote:
        --depth_;
        writer_.closeQuote();
        break;
      case Closing::list:
        --depth_;
        writer_.closeList();
        break;
      case Closing::item:
        writer_.closeItem();
        break;
      case Closing::mark:
        writer_.closeInline();
        break;
      case Closing::code:
        inCode_ = false;
        writer_.code(code_);
        code_.clear();
        break;
      case Closing::preformatted:
        inPre_ = false;
        writer_.codeBlock(code_);
        code_.clear();
        break;
      case Closing::hidden:
        --hidden_;
        break;
    }
  }
  void text(std::string_view text) {
    if (hidden_ > 0) return;
    if (inPre_ || inCode_)
      code_ += text;
    else
      text_ += text;
  }
  std::string take() {
    writeText();
    while (!open_.empty()) close();
    return writer_.take();
  }

 private:
  // The parser hands text over in pieces; what a piece means may depend on the next.
  void writeText() {
    if (!text_.empty()) writer_.text(std::exchange(text_, {}));
  }

  static std::string_view attribute(const xmlChar** attributes, std::string_view wanted) {
    for (; attributes && attributes[0]; attributes += 2) {
      if (wanted == reinterpret_cast<const char*>(attributes[0]) && attributes[1]) {
        return reinterpret_cast<const char*>(attributes[1]);
      }
    }
    return {};
  }

  Closing closingOf(std::string_view name, const xmlChar** attributes) {
    if (name == "script" || name == "style" || name == "title" || name == "template" || name == "iframe" ||
        name == "object") {
      ++hidden_;
      return Closing::hidden;
    }
    if (hidden_ > 0 || inPre_ || inCode_) {
      if (name == "br" && inPre_) code_ += '\n';
      return Closing::nothing;
    }
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      writer_.openHeading(name[1] - '0');
      return Closing::heading;
    }
    if (name == "pre") return inPre_ = true, Closing::preformatted;
    if (name == "code" || name == "kbd" || name == "tt" || name == "samp") return inCode_ = true, Closing::code;
    if (name == "blockquote" || name == "ul" || name == "ol") return container(name);
    if (name == "li") return writer_.openItem(), Closing::item;
    if (name == "em" || name == "i" || name == "cite" || name == "dfn") return writer_.openMark("*"), Closing::mark;
    if (name == "strong" || name == "b") return writer_.openMark("**"), Closing::mark;
    if (name == "del" || name == "s" || name == "strike") return writer_.openMark("~~"), Closing::mark;
    if (name == "a") return writer_.openLink(linkTarget(attribute(attributes, "href"), base_)), Closing::mark;
    if (name == "img") writer_.image(attribute(attributes, "alt"), linkTarget(attribute(attributes, "src"), base_));
    if (name == "br") writer_.lineBreak();
    if (name == "hr") writer_.rule();
    if (name == "tr") inRow_ = false;
    if ((name == "td" || name == "th") && std::exchange(inRow_, true)) writer_.text(" \u00B7 ");
    if (name == "p" || name == "div" || name == "table" || name == "tr" || name == "dl" || name == "dt" ||
        name == "dd" || name == "section" || name == "article" || name == "figure" || name == "details" ||
        name == "summary") {
      writer_.beginBlock();
      return Closing::block;
    }
    return Closing::nothing;
  }

  // Quotes and lists that lie too deep are read as if they lay here.
  Closing container(std::string_view name) {
    if (depth_ >= limits::kNestingMax) return writer_.beginBlock(), Closing::block;
    ++depth_;
    if (name == "blockquote") return writer_.openQuote(), Closing::quote;
    return writer_.openList(name == "ol"), Closing::list;
  }

  std::string base_;
  MarkdownWriter writer_;
  std::vector<Closing> open_;
  std::string text_;
  std::string code_;
  bool inPre_ = false;
  bool inCode_ = false;
  bool inRow_ = false;  // a cell was read already
  int hidden_ = 0;
  int depth_ = 0;
};

Converter& converterOf(void* context) { return *static_cast<Converter*>(context); }
std::string_view view(const xmlChar* text, int length) {
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

}  // namespace

namespace {

// A post is a part of a page; ends of a page within it would end it for the parser.
std::string withoutPageEnds(std::string_view html) {
  std::string kept(html);
  std::string lower = kept;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (const std::string_view end : {"</body", "</html"}) {
    for (std::size_t at = 0; (at = lower.find(end, at)) != std::string::npos; at += end.size())
      kept.replace(at + 2, 4, "none");
  }
  return kept;
}

}  // namespace

std::string markdownOfHtml(std::string_view html, std::string_view base) {
  const std::string content = withoutPageEnds(html.substr(0, limits::kHtmlBytesMax));
  Converter converter(base);
  htmlSAXHandler sax{};
  sax.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    converterOf(context).open(reinterpret_cast<const char*>(name), attributes);
  };
  sax.endElement = [](void* context, const xmlChar*) { converterOf(context).close(); };
  sax.characters = [](void* context, const xmlChar* text, int length) {
    converterOf(context).text(view(text, length));
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &converter, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  // Without something open the parser takes a stray end for the end of the document, and the rest for nothing.
  constexpr std::string_view kOpening = "<html><body>";
  htmlParseChunk(parser.get(), kOpening.data(), static_cast<int>(kOpening.size()), 0);
  htmlParseChunk(parser.get(), content.data(), static_cast<int>(content.size()), 0);
  htmlParseChunk(parser.get(), "", 0, 1);
  return converter.take();
}

}  // namespace vb::server::app
