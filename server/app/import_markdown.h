// MarkdownWriter: puts blocks and inline marks together as Markdown. Used by the HTML converter alone; bounded depth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vb::server::app {

class MarkdownWriter {
 public:
  // Blocks. A block begins with its first text; beginBlock only ends what came before, so it may be called at both
  // ends.
  void beginBlock();
  void openHeading(int level);
  void closeHeading();
  void rule();
  void lineBreak();
  void openQuote();
  void closeQuote();
  void openList(bool ordered);
  void closeList();
  void openItem();
  void closeItem();
  void codeBlock(std::string_view code);

  // Inline. Marks around nothing disappear; marks that reach over the end of a block begin again in the next.
  void text(std::string_view text);
  void code(std::string_view code);
  void openMark(std::string_view mark);      // "*", "**", "~~"
  void openLink(const std::string& target);  // an empty target keeps the text alone
  void closeInline();                        // the mark or link opened last
  void image(std::string_view description, const std::string& target);

  std::string take();

 private:
  struct Container {
    std::string first;  // before its first line, then `rest`
    std::string rest;
    bool used = false;
  };
  struct List {
    bool ordered;
    int next = 1;
    int openItems = 0;
  };
  struct Mark {
    std::string open;
    std::string close;
    bool written = false;
  };

  void endLine();
  void writeLine(std::string_view line);
  void append(std::string_view escaped);
  void closeWrittenMarks();
  void leaveContainer();
  bool inLink() const;
  void pushMark(std::string open, std::string close);

  std::string out_;
  std::string line_;          // of the block that is being written, without its prefix
  bool blankBefore_ = false;  // the next line begins a new block
  bool spaceBefore_ = false;  // white space was read and not written yet
  bool breakBefore_ = false;  // a line break likewise
  int headingLevel_ = 0;
  std::vector<Container> containers_;
  std::vector<List> lists_;
  std::vector<Mark> marks_;
  int marksPassedOver_ = 0;  // opened beyond kMarksMax and not closed yet
};

// Whether a link may stand in a post, and how it is written within (...); empty when it may not.
std::string linkTarget(std::string_view href, std::string_view base);

}  // namespace vb::server::app
