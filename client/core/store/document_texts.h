// The texts of contents in cache.db, and the index of their words. Each writing call is a transaction through `write`,
// or joins the one that is open.
#pragma once

#include "client/core/store/document_text_table.h"
#include "client/core/store/index_words.h"
#include "client/core/store/own_tables.h"

namespace vb::client::store {

class SqliteDocumentTextTable : public DocumentTextTable {
 public:
  SqliteDocumentTextTable(Connection& connection, Changes& changes, Write write);
  std::vector<ReadableVersion> unread(int max) override;
  Result<void> save(const std::vector<ContentText>& texts) override;
  std::optional<ContentText> text(const std::string& sha256) override;
  Result<void> remove(const std::vector<std::string>& hashes) override;

  // Within the transaction that takes versions away: texts go that no version has any more; how many.
  int removeUnreadable();
  // Removes what deleted texts left behind in the index.
  void optimize();

 private:
  void add(const ContentText& text);
  void removeOne(const std::string& sha256);

  Connection& connection_;
  Changes& changes_;
  Write write_;
  IndexWords words_;
  Statement unread_, isReadable_, find_, insert_, remove_, pieces_, addPiece_, removePieces_, addWords_, removeWords_,
      lost_;
};

// Pieces of one content have slots in a row, so that a slot tells its content.
inline constexpr int kSlotBits = 20;  // 4 GB of text in pieces of 4 kB
constexpr std::int64_t firstSlot(std::int64_t content) { return content << kSlotBits; }
constexpr std::int64_t lastSlot(std::int64_t content) { return firstSlot(content + 1) - 1; }
constexpr std::int64_t contentOf(std::int64_t slot) { return slot >> kSlotBits; }

// Where a text is cut: at the end of a paragraph, line or word, before so many bytes; never within a character.
std::vector<std::string_view> piecesOf(std::string_view page, std::size_t bytesMax);

}  // namespace vb::client::store
