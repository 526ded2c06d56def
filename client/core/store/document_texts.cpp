#include "client/core/store/document_texts.h"

#include "client/core/store/tuning.h"

namespace vb::client::store {

std::vector<std::string_view> piecesOf(std::string_view page, std::size_t bytesMax) {
  std::vector<std::string_view> pieces;
  while (page.size() > bytesMax) {
    std::size_t cut = std::string_view::npos;
    for (const char* end : {"\n\n", "\n", ". ", " "}) {
      const auto found = page.substr(0, bytesMax).rfind(end);
      if (found == std::string_view::npos || found < bytesMax / 2) continue;
      cut = found + std::string_view(end).size();
      break;
    }
    if (cut == std::string_view::npos) {
      cut = bytesMax;
      while (cut > 1 && (static_cast<unsigned char>(page[cut]) & 0xC0) == 0x80) --cut;
    }
    pieces.push_back(page.substr(0, cut));
    page.remove_prefix(cut);
  }
  pieces.push_back(page);
  return pieces;
}

SqliteDocumentTextTable::SqliteDocumentTextTable(Connection& c, Changes& changes, Write write)
    : connection_(c),
      changes_(changes),
      write_(std::move(write)),
      unread_(c,
              "SELECT d.scope, d.id, v.id, v.number, v.sha256, v.size, d.name, d.changed_at"
              " FROM document d JOIN version v ON v.id = d.current JOIN content c ON c.sha256 = v.sha256"
              " WHERE c.state = 2 AND NOT EXISTS (SELECT 1 FROM content_text t WHERE t.sha256 = v.sha256)"
              " GROUP BY v.sha256 ORDER BY max(d.changed_at) DESC LIMIT ?"),
      isReadable_(c, "SELECT 1 FROM version v JOIN document d ON d.id = v.document WHERE v.sha256 = ? LIMIT 1"),
      find_(c, "SELECT number, pages, error_code FROM content_text WHERE sha256 = ?"),
      insert_(c, "INSERT INTO content_text (sha256, pages, error_code) VALUES (?, ?, ?)"),
      remove_(c, "DELETE FROM content_text WHERE sha256 = ?"),
      pieces_(c, "SELECT slot, page, text FROM document_piece WHERE slot BETWEEN ? AND ? ORDER BY slot"),
      addPiece_(c, "INSERT INTO document_piece (slot, page, text) VALUES (?, ?, ?)"),
      removePieces_(c, "DELETE FROM document_piece WHERE slot BETWEEN ? AND ?"),
      addWords_(c, "INSERT INTO document_words (rowid, tokens) VALUES (?, ?)"),
      removeWords_(c, "INSERT INTO document_words (document_words, rowid, tokens) VALUES ('delete', ?, ?)"),
      lost_(c,
            "SELECT sha256 FROM content_text t WHERE NOT EXISTS (SELECT 1 FROM version v"
            " JOIN document d ON d.id = v.document WHERE v.sha256 = t.sha256)") {}

std::vector<ReadableVersion> SqliteDocumentTextTable::unread(int max) {
  std::vector<ReadableVersion> found;
  (void)guarded([&] {
    auto rows = unread_.query(max);
    while (rows.next()) {
      ReadableVersion one;
      one.scope = rows.bytes(0);
      one.document = DocumentId{rows.uuid(1)};
      one.version = VersionId{rows.uuid(2)};
      one.number = static_cast<int>(rows.number(3));
      one.sha256 = rows.bytes(4);
      one.size = rows.number(5);
      one.name = rows.string(6);
      one.at = rows.number(7);
      one.current = true;
      found.push_back(std::move(one));
    }
  });
  return found;
}

Result<void> SqliteDocumentTextTable::save(const std::vector<ContentText>& texts) {
  if (texts.empty()) return {};
  return write_([&]() -> Result<void> {
    for (const auto& text : texts) {
      removeOne(text.sha256);
      // Lost while it was being read.
      if (isReadable_.query(text.sha256).next()) add(text);
    }
    changes_.documents = true;
    return {};
  });
}

void SqliteDocumentTextTable::add(const ContentText& text) {
  insert_.run(text.sha256, static_cast<std::int64_t>(text.pages.size()), text.errorCode);
  const std::int64_t number = sqlite3_last_insert_rowid(connection_.handle());
  int page = 0;
  std::int64_t slot = firstSlot(number);
  for (const auto& whole : text.pages) {
    ++page;
    const std::string utf8 = whole.toStdString();
    for (const auto piece : piecesOf(utf8, kPieceBytesMax)) {
      if (slot > lastSlot(number)) return;
      addPiece_.run(slot, page, piece);
      addWords_.run(slot, words_.tokens({}, piece));
      ++slot;
    }
  }
}

void SqliteDocumentTextTable::removeOne(const std::string& sha256) {
  std::int64_t number = 0;
  {
    auto rows = find_.query(sha256);
    if (!rows.next()) return;
    number = rows.number(0);
  }
  std::vector<std::pair<std::int64_t, std::string>> pieces;
  {
    auto rows = pieces_.query(firstSlot(number), lastSlot(number));
    while (rows.next()) pieces.emplace_back(rows.number(0), std::string(rows.bytes(2)));
  }
  for (const auto& [slot, text] : pieces) removeWords_.run(slot, words_.tokens({}, text));
  removePieces_.run(firstSlot(number), lastSlot(number));
  remove_.run(sha256);
}

std::optional<ContentText> SqliteDocumentTextTable::text(const std::string& sha256) {
  std::optional<ContentText> found;
  const auto read = guarded([&] {
    std::int64_t number = 0;
    std::int64_t pages = 0;
    {
      auto rows = find_.query(sha256);
      if (!rows.next()) return;
      number = rows.number(0);
      pages = rows.number(1);
      found = ContentText{sha256, {}, std::string(rows.bytes(2))};
    }
    found->pages.resize(static_cast<std::size_t>(pages));
    auto rows = pieces_.query(firstSlot(number), lastSlot(number));
    while (rows.next())
      if (const auto page = rows.number(1); page >= 1 && page <= pages)
        found->pages[static_cast<std::size_t>(page - 1)] += rows.string(2);
  });
  return read ? found : std::nullopt;
}

Result<void> SqliteDocumentTextTable::remove(const std::vector<std::string>& hashes) {
  if (hashes.empty()) return {};
  return write_([&]() -> Result<void> {
    for (const auto& sha256 : hashes) removeOne(sha256);
    changes_.documents = true;
    return {};
  });
}

int SqliteDocumentTextTable::removeUnreadable() {
  std::vector<std::string> lost;
  {
    auto rows = lost_.query();
    while (rows.next()) lost.emplace_back(rows.bytes(0));
  }
  for (const auto& sha256 : lost) removeOne(sha256);
  return static_cast<int>(lost.size());
}

void SqliteDocumentTextTable::optimize() {
  connection_.execute("INSERT INTO document_words (document_words) VALUES ('optimize')");
}

}  // namespace vb::client::store
