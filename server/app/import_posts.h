// PostsReader: the rows of a Stack Exchange Posts.xml, one after the other, never the whole file. A row that is no XML,
// or too long, is told with its line and does not harm the next. No document type, no entity of the file's own is ever
// read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace vb::server::app {

struct PostRow {
  long line = 0;
  std::map<std::string, std::string, std::less<>> fields;  // attributes, entities resolved
  // Empty when there is none.
  std::string_view field(std::string_view name) const;
  // 0 when there is none, or it is no positive number within kPostIdMax.
  std::uint32_t number(std::string_view name) const;
};

class PostsReader {
 public:
  using Bad = std::function<void(long line, std::string_view why)>;

  explicit PostsReader(const std::filesystem::path& file) : in_(file, std::ios::binary) {}
  bool isOpen() const { return in_.is_open(); }
  // Each row of this PostTypeId ("1" questions, "2" answers); empty: every row. Others are passed over, mostly
  // unparsed. ioFailed when reading the file fails. An Error of `each` stops and is returned.
  Result<void> read(std::string_view type, const std::function<Result<void>(const PostRow&)>& each, const Bad& bad);

 private:
  bool nextLine(std::string& line);

  std::ifstream in_;
  long line_ = 0;
  bool tooLong_ = false;
};

// "<brewing-process><flavor>" or "|brewing-process|flavor|".
std::vector<std::string> tagsOf(std::string_view text);

}  // namespace vb::server::app
