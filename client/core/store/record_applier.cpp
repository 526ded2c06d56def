#include "client/core/store/record_applier.h"

#include "shared/base/planted_bugs.h"

namespace vb::client::store {
namespace {

// Parses without a heap allocation per member: bodies are small and gone at once.
class Body {
 public:
  explicit Body(std::string_view text) : memory_(buffer_, sizeof buffer_), value_(json::storage_ptr(&memory_)) {
    reads_ = parseBody(text, value_);
  }
  bool reads() const { return reads_; }
  const json::object& object() const { return value_.get_object(); }

 private:
  unsigned char buffer_[8 * 1024];
  json::monotonic_resource memory_;
  json::value value_;
  bool reads_ = false;
};

}  // namespace

RecordApplier::RecordApplier(Connection& connection, Changes& changes)
    : records_(connection),
      projections_(connection, changes),
      index_(connection),
      setSlot_(connection, "UPDATE record SET slot = ?2 WHERE rid = ?1") {}

CategoryId RecordApplier::categoryOf(const Scope& scope) {
  return scope.kind() == ScopeKind::category ? CategoryId{scope.id()} : CategoryId{};
}

void RecordApplier::apply(const Scope& scope, const Record& record, Rule rule) {
  const auto scopeNumber = records_.scopeNumber(scope);
  const auto kindNumber = records_.kindNumber(record.kind);
  const PackedId id(record.id);
  const auto old = records_.find(scopeNumber, kindNumber, id);
  if (old && rule == Rule::ifNewer && record.seq <= old->seq && !planted(PlantedBug::olderOverwritesNewer)) return;

  const CategoryId category = categoryOf(scope);
  std::optional<Body> before;
  std::optional<IndexedText> textBefore;
  if (old && !old->deleted) {
    before.emplace(old->body);
    if (before->reads()) {
      textBefore = indexedText(record.kind, before->object());
      projections_.remove(record.kind, Projected{old->rid, record.id, old->seq, category, before->object(), &scope});
    }
  }
  const auto rowOf = [](const IndexedText& text, std::int64_t rid, std::int64_t slot) {
    return text.isPerson ? rid : slot;
  };

  if (record.deleted) {
    if (textBefore) index_.remove(*textBefore, rowOf(*textBefore, old->rid, old->slot));
    if (planted(PlantedBug::tombstoneForgotten)) {
      if (old) records_.remove(old->rid);
      return;
    }
    const Record tombstone{record.kind, record.id, record.seq, true, {}};
    if (old)
      records_.update(old->rid, tombstone, 0);
    else
      records_.insert(scopeNumber, kindNumber, id, tombstone, 0);
    return;
  }

  const Body body(record.body);
  const auto text = body.reads() ? indexedText(record.kind, body.object()) : std::nullopt;
  std::int64_t slot = 0;
  if (text && !text->isPerson) slot = textBefore ? old->slot : index_.newSlot(text->at);
  std::int64_t rid = 0;
  if (old) {
    rid = old->rid;
    records_.update(rid, record, slot);
  } else {
    rid = records_.insert(scopeNumber, kindNumber, id, record, slot);
  }
  if (body.reads())
    projections_.put(record.kind, Projected{rid, record.id, record.seq, category, body.object(), &scope});
  if (text && textBefore)
    index_.replace(*textBefore, *text, rowOf(*text, rid, slot));
  else if (text)
    index_.add(*text, rowOf(*text, rid, slot), rid);
  else if (textBefore)
    index_.remove(*textBefore, rowOf(*textBefore, rid, old->slot));
}

void RecordApplier::erase(std::int64_t rid) {
  const auto found = records_.byRid(rid);
  if (!found) return;
  records_.remove(rid);
  if (found->record.deleted) return;
  const Body body(found->record.body);
  if (!body.reads()) return;
  const auto scope = Scope::parse(found->scope);
  projections_.remove(found->record.kind,
                      Projected{rid, found->record.id, found->record.seq, scope ? categoryOf(*scope) : CategoryId{},
                                body.object(), scope ? &*scope : nullptr});
  if (const auto text = indexedText(found->record.kind, body.object()))
    index_.remove(*text, text->isPerson ? rid : found->slot);
}

void RecordApplier::flush() {
  projections_.flush();
  index_.flush();
}

void RecordApplier::forget() {
  records_.forget();
  projections_.forget();
  index_.forget();
}

void RecordApplier::remakeProjections() {
  projections_.clear();
  index_.clear();
  std::size_t done = 0;
  for (const auto rid : records_.allLiving()) {
    const auto found = records_.byRid(rid);
    if (!found) continue;
    const Body body(found->record.body);
    const auto scope = Scope::parse(found->scope);
    if (!body.reads() || !scope) continue;
    std::int64_t slot = 0;
    if (const auto text = indexedText(found->record.kind, body.object())) {
      if (!text->isPerson) slot = index_.newSlot(text->at);
      index_.add(*text, text->isPerson ? rid : slot, rid);
    }
    if (slot != found->slot) setSlot_.run(rid, slot);
    projections_.put(found->record.kind,
                     Projected{rid, found->record.id, found->record.seq, categoryOf(*scope), body.object(), &*scope});
    if (++done % 10'000 == 0) flush();
  }
  flush();
}

}  // namespace vb::client::store
