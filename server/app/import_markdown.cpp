#include "server/app/import_markdown.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "server/app/import_limits.h"

namespace vb::server::app {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool needsEscape(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '&')
    return at + 1 < text.size() && (text[at + 1] == '#' || std::isalpha(static_cast<unsigned char>(text[at + 1])));
  return c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '>' || c == '~';
}

// What would make a paragraph's line something else: a heading, a list, a quote, a rule.
bool beginsSomethingElse(std::string_view line) {
  if (line.empty()) return false;
  return line[0] == '#' || line[0] == '+' || line[0] == '-' || line[0] == '=' || line[0] == '|';
}
std::size_t numberedStart(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool marker = digits > 0 && digits < 10 && digits < line.size() &&
                      (line[digits] == '.' || line[digits] == ')') &&
                      (digits + 1 == line.size() || line[digits + 1] == ' ');
  return marker ? digits : 0;
}

std::string fenceFor(std::string_view code, std::size_t shortest) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max(shortest, longest + 1), '`');
}

}  // namespace

std::string linkTarget(std::string_view href, std::string_view base) {
  const auto begins = [href](std::string_view scheme) {
    return href.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), href.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? char(b + 32) : b);
           });
  };
  std::string target;
  if (href.starts_with("//"))
    target = "https:";
  else if (href.starts_with('/') && !base.empty())
    target = base;
  else if (!begins("https://") && !begins("http://") && !begins("mailto:"))
    return {};
  target += href;
  std::string written;
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte == 0x7F || c == '(' || c == ')' || c == '<' || c == '>' || c == '\\' || c == '"' ||
        c == '`') {
      constexpr char kHex[] = "0123456789ABCDEF";
      written += '%';
      written += kHex[byte >> 4];
      written += kHex[byte & 15];
    } else {
      written += c;
    }
  }
  return written.size() <= 2000 ? written : std::string();
}

void MarkdownWriter::writeLine(std::string_view line) {
  std::string prefix;
  std::string blank;
  for (Container& container : containers_) {
    if (container.used) blank += container.rest;
    prefix += container.used ? container.rest : container.first;
    container.used = true;
  }
  if (blankBefore_ && !out_.empty()) {
    while (blank.ends_with(' ')) blank.pop_back();
    out_ += blank + '\n';
  }
  blankBefore_ = false;
  out_ += prefix;
  out_ += line;
  while (out_.ends_with(' ')) out_.pop_back();
  out_ += '\n';
}

void MarkdownWriter::endLine() {
  closeWrittenMarks();
  spaceBefore_ = false;
  breakBefore_ = false;
  if (line_.empty()) return;
  std::string line = std::exchange(line_, {});
  if (headingLevel_ > 0) {
    line.insert(0, std::string(static_cast<std::size_t>(headingLevel_), '#') + ' ');
  } else if (beginsSomethingElse(line)) {
    line.insert(0, 1, '\\');
  } else if (const std::size_t digits = numberedStart(line); digits > 0) {
    line.insert(digits, 1, '\\');
  }
  writeLine(line);
}

void MarkdownWriter::beginBlock() {
  const bool wrote = !line_.empty();
  endLine();
  // The first block of an item stands on the item's own line.
  if (wrote || containers_.empty() || containers_.back().used) blankBefore_ = true;
}

void MarkdownWriter::openHeading(int level) {
  beginBlock();
  headingLevel_ = std::clamp(level, 1, 6);
}
void MarkdownWriter::closeHeading() {
  beginBlock();
  headingLevel_ = 0;
}

void MarkdownWriter::rule() {
  beginBlock();
  writeLine("---");
  blankBefore_ = true;
}

void MarkdownWriter::lineBreak() { breakBefore_ = !line_.empty() && headingLevel_ == 0; }

void MarkdownWriter::leaveContainer() {
  endLine();
  if (!containers_.empty()) containers_.pop_back();
}

void MarkdownWriter::openQuote() {
  beginBlock();
  containers_.push_back({"> ", "> "});
}
void MarkdownWriter::closeQuote() {
  leaveContainer();
  blankBefore_ = true;
}

void MarkdownWriter::openList(bool ordered) {
  const bool inItem = !lists_.empty() && lists_.back().openItems > 0;
  if (inItem)
    endLine();
  else
    beginBlock();
  lists_.push_back({ordered});
}
void MarkdownWriter::closeList() {
  endLine();
  if (lists_.empty()) return;
  while (lists_.back().openItems > 0) closeItem();
  lists_.pop_back();
  blankBefore_ = true;
}

void MarkdownWriter::openItem() {
  endLine();
  if (lists_.empty()) return beginBlock();
  // An item right within an item belongs to a list that lay too deep.
  if (lists_.back().openItems > 0) closeItem();
  List& list = lists_.back();
  const std::string marker = list.ordered ? std::to_string(list.next++) + ". " : "- ";
  ++list.openItems;
  containers_.push_back({marker, std::string(marker.size(), ' ')});
}
void MarkdownWriter::closeItem() {
  if (lists_.empty() || lists_.back().openItems == 0) return beginBlock();
  leaveContainer();
  --lists_.back().openItems;
  blankBefore_ = false;
}

void MarkdownWriter::codeBlock(std::string_view code) {
  beginBlock();
  while (code.ends_with('\n')) code.remove_suffix(1);
  const std::string fence = fenceFor(code, 3);
  writeLine(fence);
  for (std::size_t at = 0; at <= code.size();) {
    const std::size_t end = std::min(code.find('\n', at), code.size());
    writeLine(code.substr(at, end - at));
    at = end + 1;
  }
  writeLine(fence);
  blankBefore_ = true;
}

void MarkdownWriter::closeWrittenMarks() {
  for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
    if (std::exchange(mark->written, false)) line_ += mark->close;
  }
}

void MarkdownWriter::append(std::string_view escaped) {
  if (breakBefore_ && !line_.empty()) {
    closeWrittenMarks();
    line_ += '\\';
    endLine();
  }
  if (spaceBefore_ && !line_.empty()) line_ += ' ';
  spaceBefore_ = false;
  for (Mark& mark : marks_) {
    if (mark.written) continue;
    // "!" right before a link would make a picture of it.
    if (mark.open == "[" && line_.ends_with('!')) line_.insert(line_.size() - 1, 1, '\\');
    line_ += mark.open;
    mark.written = true;
  }
  line_ += escaped;
}

void MarkdownWriter::text(std::string_view text) {
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !isSpace(text[at])) {
      if (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7F) continue;
      if (needsEscape(text, at)) word += '\\';
      word += text[at];
      continue;
    }
    if (!word.empty()) append(std::exchange(word, {}));
    if (at < text.size()) spaceBefore_ = true;
  }
}

void MarkdownWriter::code(std::string_view code) {
  std::string plain(code);
  std::replace_if(plain.begin(), plain.end(), isSpace, ' ');
  if (plain.find_first_not_of(' ') == std::string::npos) return;
  const std::string fence = fenceFor(plain, 1);
  const std::string padding = plain.front() == '`' || plain.back() == '`' ? " " : "";
  append(fence + padding + plain + padding + fence);
}

void MarkdownWriter::pushMark(std::string open, std::string close) {
  if (marks_.size() >= limits::kMarksMax)
    ++marksPassedOver_;
  else
    marks_.push_back({std::move(open), std::move(close)});
}

void MarkdownWriter::openMark(std::string_view mark) {
  const bool open = std::any_of(marks_.begin(), marks_.end(), [mark](const Mark& one) { return one.open == mark; });
  // A second time the same mark would end the first: it is kept as an empty one.
  const std::string written(open ? std::string_view{} : mark);
  pushMark(written, written);
}

bool MarkdownWriter::inLink() const {
  return std::any_of(marks_.begin(), marks_.end(), [](const Mark& one) { return one.open == "["; });
}

void MarkdownWriter::openLink(const std::string& target) {
  if (target.empty() || inLink())
    pushMark("", "");
  else
    pushMark("[", "](" + target + ')');
}

void MarkdownWriter::closeInline() {
  if (marksPassedOver_ > 0) {
    --marksPassedOver_;
    return;
  }
  if (marks_.empty()) return;
  if (marks_.back().written) line_ += marks_.back().close;
  marks_.pop_back();
}

void MarkdownWriter::image(std::string_view description, const std::string& target) {
  openLink(target);
  const bool blank = description.find_first_not_of(" \n\t\r") == std::string_view::npos;
  text(blank ? "afbeelding" : description);
  closeInline();
}

std::string MarkdownWriter::take() {
  endLine();
  while (out_.ends_with('\n')) out_.pop_back();
  return std::move(out_);
}

}  // namespace vb::server::app
