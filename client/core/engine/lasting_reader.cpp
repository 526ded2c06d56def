#include "client/core/engine/lasting_reader.h"

#include <algorithm>

namespace vb::client {

Result<void> LastingReader::open(const QString& directory) {
  inner_.reset();
  auto opened = store::openReader(directory);
  if (!opened) return opened.error();
  inner_ = *std::move(opened);
  return {};
}

void LastingReader::close() {
  inner_.reset();
  asked_.clear();
}

void LastingReader::draftAsked(const QString& key, quint64 number, const std::optional<store::Draft>& draft) {
  asked_.insert(key, {number, draft});
}

void LastingReader::draftStored(const QString& key, quint64 number) {
  const auto asked = asked_.constFind(key);
  if (asked != asked_.constEnd() && asked->number <= number) asked_.erase(asked);
}

QVector<QuestionId> LastingReader::questionIds(const store::QuestionQuery& query, int offset, int limit) {
  return inner_ ? inner_->questionIds(query, offset, limit) : QVector<QuestionId>();
}

int LastingReader::questionCount(const store::QuestionQuery& query) {
  return inner_ ? inner_->questionCount(query) : 0;
}

QVector<store::QuestionRow> LastingReader::questionRows(const QVector<QuestionId>& ids) {
  return inner_ ? inner_->questionRows(ids) : QVector<store::QuestionRow>();
}

std::optional<store::QuestionView> LastingReader::question(QuestionId id) {
  return inner_ ? inner_->question(id) : std::optional<store::QuestionView>();
}

QVector<store::CategoryRow> LastingReader::categories() {
  return inner_ ? inner_->categories() : QVector<store::CategoryRow>();
}

QVector<CategoryId> LastingReader::expertise() { return inner_ ? inner_->expertise() : QVector<CategoryId>(); }

std::optional<OwnProfile> LastingReader::ownProfile() {
  return inner_ ? inner_->ownProfile() : std::optional<OwnProfile>();
}

std::optional<store::Person> LastingReader::person(UserId id) {
  return inner_ ? inner_->person(id) : std::optional<store::Person>();
}

Settings LastingReader::settings() { return inner_ ? inner_->settings() : Settings(); }

QString LastingReader::houseRules(const QString& language) { return inner_ ? inner_->houseRules(language) : QString(); }

QVector<store::OutboxRow> LastingReader::outbox() { return inner_ ? inner_->outbox() : QVector<store::OutboxRow>(); }

QVector<store::Draft> LastingReader::drafts() {
  auto drafts = inner_ ? inner_->drafts() : QVector<store::Draft>();
  if (asked_.isEmpty()) return drafts;
  drafts.removeIf([this](const store::Draft& one) { return asked_.contains(one.key); });
  for (const auto& asked : std::as_const(asked_))
    if (asked.draft) drafts.append(*asked.draft);
  std::sort(drafts.begin(), drafts.end(), [](const store::Draft& a, const store::Draft& b) {
    return a.savedAt != b.savedAt ? a.savedAt > b.savedAt : a.key < b.key;
  });
  return drafts;
}

std::optional<store::Draft> LastingReader::draft(const QString& key) {
  if (const auto asked = asked_.constFind(key); asked != asked_.constEnd()) return asked->draft;
  return inner_ ? inner_->draft(key) : std::optional<store::Draft>();
}

store::SearchResults LastingReader::search(const QString& query, int limit, const std::function<bool()>& interrupted) {
  return inner_ ? inner_->search(query, limit, interrupted) : store::SearchResults();
}

QVector<store::QuestionRow> LastingReader::similarQuestions(const QString& title, const QString& body, int limit) {
  return inner_ ? inner_->similarQuestions(title, body, limit) : QVector<store::QuestionRow>();
}

store::Counts LastingReader::counts() {
  auto counts = inner_ ? inner_->counts() : store::Counts();
  if (!asked_.isEmpty()) counts.drafts = static_cast<int>(drafts().size());
  return counts;
}

store::Freshness LastingReader::freshness() { return inner_ ? inner_->freshness() : store::Freshness(); }

std::optional<store::Reader::KnownReach> LastingReader::knownReach(const QVector<CategoryId>& categories) {
  return inner_ ? inner_->knownReach(categories) : std::optional<store::Reader::KnownReach>();
}

store::ChannelReader& LastingReader::channels() { return channels_; }

UserId LastingReader::userId() { return inner_ ? inner_->userId() : UserId(); }

QString LastingReader::serverUrl() { return inner_ ? inner_->serverUrl() : QString(); }

}  // namespace vb::client
