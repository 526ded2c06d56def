#include "client/core/documents/plan.h"

#include <algorithm>
#include <unordered_map>

namespace vb::client::documents {
namespace {

using store::ContentState;

struct Candidate {
  Fetch fetch;
  bool pinned = false;
  bool wanted = false;
  qint64 rank = 0;  // when it was used, or changed
};

bool isKeptBy(const store::OfflineRule& rule, qint64 size) {
  switch (rule.keep) {
    case store::OfflineKeep::everything:
      return true;
    case store::OfflineKeep::smallerThan:
      return size <= rule.bytesMax;
    case store::OfflineKeep::pinnedOnly:
      break;
  }
  return false;
}

}  // namespace

Plan makePlan(const PlanFacts& facts) {
  std::unordered_map<std::string, const store::Content*> known;
  for (const auto& content : facts.contents) known[content.sha256] = &content;

  std::unordered_map<std::string, Candidate> candidates;
  for (const auto& version : facts.versions) {
    if (version.sha256.empty()) continue;
    const auto content = known.find(version.sha256);
    const bool isAsked = content != known.end() && content->second->asked;
    const bool isNewest = version.current && !version.trashed;
    const bool isPinned = isNewest && facts.pins.contains(version.document);
    const auto rule = facts.rules.find(version.channel);
    const bool isKept =
        isNewest && isKeptBy(rule == facts.rules.end() ? store::OfflineRule{} : rule->second, version.size);
    auto& candidate = candidates[version.sha256];
    // Through any version that may be read.
    if (candidate.fetch.sha256.empty() || isNewest)
      candidate.fetch = {version.scope, version.version, version.sha256, version.size, isAsked};
    candidate.pinned = candidate.pinned || isPinned;
    candidate.wanted = candidate.wanted || isPinned || isKept || isAsked;
    candidate.rank = std::max(candidate.rank, version.at);
    if (content != known.end()) candidate.rank = std::max(candidate.rank, content->second->lastUsed);
  }

  std::vector<Candidate*> wanted;
  for (auto& [sha256, candidate] : candidates)
    if (candidate.wanted && !facts.own.contains(sha256)) wanted.push_back(&candidate);
  std::sort(wanted.begin(), wanted.end(), [](const Candidate* a, const Candidate* b) {
    if (a->fetch.asked != b->fetch.asked) return a->fetch.asked;
    if (a->pinned != b->pinned) return a->pinned;
    if (a->rank != b->rank) return a->rank > b->rank;
    return a->fetch.sha256 < b->fetch.sha256;
  });

  Plan plan;
  std::set<std::string> kept;
  qint64 bytes = 0;
  for (const auto* candidate : wanted) {
    const auto& fetch = candidate->fetch;
    const bool mustStay = fetch.asked || candidate->pinned;
    if (!mustStay && facts.bytesMax > 0 && bytes + fetch.size > facts.bytesMax) continue;
    bytes += fetch.size;
    kept.insert(fetch.sha256);
    const auto content = known.find(fetch.sha256);
    if (content == known.end()) {
      store::Content row;
      row.sha256 = fetch.sha256;
      row.size = fetch.size;
      plan.added.push_back(std::move(row));
    } else if (content->second->state == ContentState::here ||
               (content->second->state == ContentState::failed && content->second->errorCode == "not_found")) {
      continue;
    }
    plan.fetches.push_back(fetch);
  }
  for (const auto& content : facts.contents)
    if (!kept.contains(content.sha256) && !facts.own.contains(content.sha256)) plan.removed.push_back(content.sha256);
  return plan;
}

}  // namespace vb::client::documents
