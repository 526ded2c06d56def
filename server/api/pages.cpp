#include "server/api/pages.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/base/planted_bugs.h"
#include "shared/protocol/codec.h"

namespace vb::server::api {
namespace {

// The records of one page, as they will stand in it.
class PageRecords {
 public:
  explicit PageRecords(std::int64_t recordsMax)
      : recordsMax_(recordsMax > 0 ? std::min(static_cast<std::size_t>(recordsMax), limits::kPageRecordsMax)
                                   : limits::kPageRecordsMax) {}

  // False when the page is full.
  bool add(const Record& record) {
    lastSeq_ = record.seq;
    if (record.deleted && planted(PlantedBug::tombstoneDropped)) return true;
    if (!text_.empty()) text_.push_back(',');
    protocol::appendRecord(text_, record);
    ++count_;
    isFull_ = count_ >= recordsMax_ || text_.size() >= limits::kPageBytesTarget;
    return !isFull_;
  }
  bool isFull() const { return isFull_; }
  Seq lastSeq() const { return lastSeq_; }

  // `message` is encoded with no records and ends in "[]}".
  std::string into(std::string message) const {
    message.resize(message.size() - 2);
    message.reserve(message.size() + text_.size() + 2);
    return message.append(text_).append("]}");
  }

 private:
  std::size_t recordsMax_;
  std::string text_;
  std::size_t count_ = 0;
  Seq lastSeq_ = 0;
  bool isFull_ = false;
};

// What is wrong with a cursor (S5); empty when nothing is.
std::string_view invalid(const storage::Meta& meta, const storage::ScopeState& state, const std::string& epoch,
                         std::int64_t grant) {
  if (epoch != meta.epoch && !planted(PlantedBug::noEpochCheck)) return "epoch";
  if (grant != state.grant) return "grant";
  return {};
}

std::string resyncLine(const Scope& scope, const storage::Meta& meta, const storage::ScopeState& state,
                       std::string_view reason) {
  return protocol::encode(protocol::ServerMessage(
      protocol::Resync{scope.text(), meta.epoch, state.grant, state.floor, state.head, std::string(reason)}));
}

// A cursor below the floor may have missed tombstones that are gone; not when it was built under this very floor.
bool isBelowFloor(const protocol::Pull& request, const storage::ScopeState& state) {
  return request.after > 0 && request.after < state.floor && request.floor != state.floor;
}

}  // namespace

std::string pageLine(const storage::Tables& tables, const Scope& scope, const protocol::Pull& request) {
  const auto meta = tables.meta();
  const auto state = tables.records().state(scope);
  const bool isFresh = request.epoch.empty() && request.after == 0;
  if (!isFresh) {
    auto reason = invalid(meta, state, request.epoch, request.grant);
    if (reason.empty() && isBelowFloor(request, state)) reason = "floor";
    if (reason.empty() && (request.after > state.head || request.after < 0)) reason = "ahead";
    if (!reason.empty()) return resyncLine(scope, meta, state, reason);
  }
  PageRecords page(request.recordsMax);
  tables.records().after(scope, request.after, [&](const Record& record) { return page.add(record); });
  const Seq to = page.isFull() ? page.lastSeq() : state.head;
  return page.into(protocol::encode(protocol::ServerMessage(
      protocol::Page{scope.text(), meta.epoch, state.grant, request.after, to, state.head, to < state.head, {}})));
}

std::string pageBackLine(const storage::Tables& tables, const Scope& scope, const protocol::PullBack& request) {
  const auto meta = tables.meta();
  const auto state = tables.records().state(scope);
  const bool isFresh = request.before == 0;
  if (!isFresh) {
    auto reason = invalid(meta, state, request.epoch, request.grant);
    if (reason.empty() && (request.before > state.head + 1 || request.before < 0)) reason = "ahead";
    if (!reason.empty()) return resyncLine(scope, meta, state, reason);
  }
  PageRecords page(request.recordsMax);
  const Seq before = isFresh ? state.head + 1 : request.before;
  tables.records().before(scope, before, [&](const Record& record) { return page.add(record); });
  const Seq from = page.isFull() ? page.lastSeq() : 1;
  return page.into(protocol::encode(protocol::ServerMessage(
      protocol::PageBack{scope.text(), meta.epoch, state.grant, request.before, from, state.head, {}})));
}

}  // namespace vb::server::api
