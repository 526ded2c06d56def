#include "client/core/store/overlay.h"

#include <unordered_map>

#include "client/core/store/cursor.h"
#include "client/core/store/own_tables.h"
#include "client/core/store/tuning.h"
#include "shared/domain/fields.h"

namespace vb::client::store {
namespace {

struct Add {
  Overlay& overlay;
  qint64 at;
  SendState state;
  bool isFailed() const { return state == SendState::refused || state == SendState::conflict; }

  void operator()(const AskQuestion& command) const { overlay.questions[command.questionId] = {command, at, state}; }
  void operator()(const PostAnswer& command) const {
    overlay.answers[command.questionId].push_back({command, at, state});
  }
  void operator()(const PostComment& command) const {
    overlay.comments[command.questionId].push_back({command, at, state});
  }

  void operator()(const EditPost& command) const {
    const auto id = Uuid::parse(command.recordId);
    if (!id) return;
    if (isFailed()) {
      overlay.failed[*id] = state;
      return;
    }
    auto& edit = overlay.edits[*id];
    auto folded = command;
    if (!folded.title) folded.title = edit.command.title;
    if (!folded.body) folded.body = edit.command.body;
    if (!folded.sources) folded.sources = edit.command.sources;
    if (!folded.state) folded.state = edit.command.state;
    edit = {std::move(folded), at, state};
  }

  void operator()(const DeletePost& command) const {
    const auto id = Uuid::parse(command.recordId);
    if (id) (isFailed() ? overlay.failed : overlay.removed)[*id] = state;
  }

  template <class OfChannel>
  void operator()(const OfChannel& command) const {
    AddToChannels(overlay.channels, at, state)(command);
  }

  void operator()(const ThankAnswer& command) const {
    if (!isFailed()) overlay.thanks[command.answerId] = command.on;
  }
  void operator()(const MarkHelpful& command) const {
    if (!isFailed()) overlay.helpful[command.answerId] = {command.questionId, command.on};
  }
  void operator()(const SetExpertise& command) const {
    if (!isFailed()) overlay.expertise[command.categoryId] = command.on;
  }
  void operator()(const UpdateProfile& command) const {
    if (!isFailed()) overlay.profile = command;
  }
  void operator()(const SetMark& command) const {
    if (!isFailed()) overlay.marks[{command.targetId, command.markKind}] = {command, at, state};
  }
  void operator()(const UpdateSettings& command) const {
    if (!isFailed()) overlay.settings = command;
  }
};

bool isSettled(const OutboxEntry& entry, const std::unordered_map<std::string, Cursor>& cursors) {
  for (const auto& effect : entry.effects) {
    const auto found = cursors.find(effect.scope);
    if (found == cursors.end()) continue;  // not held here: nothing will show it
    if (found->second.epoch != entry.epoch || found->second.high < effect.seq) return false;
  }
  return true;
}

std::string stringIn(const json::object& object, const char* name) {
  const auto* found = object.if_contains(name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::optional<QuestionState> stateIn(const json::object& object) {
  const auto* found = object.if_contains("state");
  QuestionState state = QuestionState::open;
  if (found == nullptr || !fields::read(*found, state)) return std::nullopt;
  return state;
}

// The record of a conflict, as it is on the server.
void readNewest(const json::object& newest, OutboxRow& row) {
  if (const auto* seq = newest.if_contains("seq"); seq != nullptr && seq->is_int64()) row.newestSeq = seq->get_int64();
  const auto* deleted = newest.if_contains("deleted");
  row.newestDeleted = row.newestDeleted || (deleted != nullptr && deleted->is_bool() && deleted->get_bool());
  const auto* body = newest.if_contains("body");
  if (body == nullptr || !body->is_object()) return;
  row.newestText = QString::fromStdString(stringIn(body->get_object(), "body"));
  row.newestTitle = QString::fromStdString(stringIn(body->get_object(), "title"));
  if (stringIn(newest, "kind") == kinds::kQuestion) row.newestState = stateIn(body->get_object());
}

// The post that a command makes or changes.
void readPost(const OutboxEntry& entry, const json::object& body, OutboxRow& row) {
  const auto named = [&](const char* kind, const char* id) {
    row.recordKind = QString::fromLatin1(kind);
    row.recordId = QString::fromStdString(stringIn(body, id));
  };
  if (entry.kind == AskQuestion::kKind)
    named("question", "question_id");
  else if (entry.kind == PostAnswer::kKind)
    named("answer", "answer_id");
  else if (entry.kind == PostComment::kKind)
    named("comment", "comment_id");
  else if (entry.kind == StartTopic::kKind)
    named(body.contains("case_parts") ? "case" : "topic", "topic_id");
  else if (entry.kind == WritePost::kKind)
    named("post", "post_id");
  else if (entry.kind == EditInChannel::kKind && body.contains("case_parts"))
    named("case", "record_id");
  else if (entry.kind == EditPost::kKind || entry.kind == EditInChannel::kKind)
    named(stringIn(body, "record_kind").c_str(), "record_id");
  const std::string question =
      row.recordKind == QLatin1String("question") ? row.recordId.toStdString() : stringIn(body, "question_id");
  if (const auto id = QuestionId::parse(question)) row.question = *id;
}

OutboxRow shown(const OutboxEntry& entry) {
  OutboxRow row;
  row.id = entry.id;
  row.kind = QString::fromStdString(entry.kind);
  row.title = entry.title;
  row.createdAt = entry.createdAt;
  row.state = sendState(entry.state);
  row.errorCode = QString::fromStdString(entry.errorCode);
  row.errorDetail = QString::fromStdString(entry.errorDetail);
  row.attempts = entry.attempts;
  row.withheld = entry.withheld;
  if (const auto body = parseJsonObject(entry.bodyJson)) {
    row.text = QString::fromStdString(stringIn(*body, "body"));
    if (const auto* parts = body->if_contains("case_parts"); parts != nullptr && parts->is_object()) {
      QStringList texts;
      for (const char* part : {"situation", "tried", "question", "agreement"})
        if (auto one = stringIn(parts->get_object(), part); !one.empty()) texts << QString::fromStdString(one);
      row.text = texts.join(QStringLiteral("\n\n"));
    }
    readPost(entry, *body, row);
    if (entry.kind == EditPost::kKind || entry.kind == EditInChannel::kKind) {
      row.editsTitle = body->contains("title");
      if (row.editsTitle) row.title = QString::fromStdString(stringIn(*body, "title"));
      row.wantedState = stateIn(*body);
    }
  }
  const bool changesPost = entry.kind == EditPost::kKind || entry.kind == DeletePost::kKind ||
                           entry.kind == EditInChannel::kKind || entry.kind == DeleteInChannel::kKind;
  row.newestDeleted = changesPost && entry.errorCode == errorName(ErrorCode::notFound);
  if (const auto newest = parseJsonObject(entry.newestJson)) readNewest(*newest, row);
  return row;
}

}  // namespace

SendState sendState(OutboxState state) {
  switch (state) {
    case OutboxState::queued:
      return SendState::waiting;
    case OutboxState::inFlight:
      return SendState::sending;
    case OutboxState::confirmed:
      return SendState::received;
    case OutboxState::refused:
      return SendState::refused;
    case OutboxState::conflict:
      return SendState::conflict;
  }
  return SendState::waiting;
}

bool isQuiet(const OutboxEntry& entry) {
  if (entry.state == OutboxState::refused || entry.state == OutboxState::conflict) return false;
  if (entry.kind == UpdateSettings::kKind || entry.kind == MarkTopic::kKind) return true;
  if (entry.kind != SetMark::kKind) return false;
  const auto body = parseJsonObject(entry.bodyJson);
  return body && stringIn(*body, "mark_kind") == kinds::kRead;
}

const EditPost* Overlay::edit(const Uuid& record) const {
  const auto found = edits.find(record);
  return found == edits.end() ? nullptr : &found->second.command;
}

SendState Overlay::changeState(const Uuid& record) const {
  if (const auto found = failed.find(record); found != failed.end()) return found->second;
  if (const auto found = edits.find(record); found != edits.end()) return found->second.state;
  return SendState::none;
}

const SetMark* Overlay::mark(const std::string& target, const char* kind) const {
  if (marks.empty()) return nullptr;
  const auto found = marks.find({target, kind});
  return found == marks.end() ? nullptr : &found->second.command;
}

OverlayReader::OverlayReader(Connection& c)
    : cursors_(c, "SELECT name, epoch, high FROM main.scope WHERE epoch <> ''"),
      confirmed_(c, "SELECT position, epoch, effects FROM own.outbox WHERE state = 2"),
      open_(c, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox WHERE state <> 2 ORDER BY position LIMIT ?"),
      one_(c, "SELECT " VB_OUTBOX_COLUMNS " FROM own.outbox WHERE position = ?") {}

Overlay OverlayReader::read() {
  std::map<std::int64_t, OutboxEntry> entries;  // in order of sending
  {
    auto rows = open_.query(kOutboxShownMax);
    while (rows.next()) {
      auto entry = readOutboxEntry(rows);
      entries.emplace(entry.position, std::move(entry));
    }
  }
  std::unordered_map<std::string, Cursor> cursors;
  {
    auto rows = cursors_.query();
    while (rows.next()) cursors[std::string(rows.bytes(0))] = Cursor{std::string(rows.bytes(1)), 0, 0, rows.number(2)};
  }
  std::vector<std::int64_t> unsettled;
  {
    auto rows = confirmed_.query();
    while (rows.next()) {
      OutboxEntry entry;
      entry.epoch = rows.bytes(1);
      entry.effects = readEffects(rows.bytes(2));
      if (!isSettled(entry, cursors)) unsettled.push_back(rows.number(0));
    }
  }
  for (const auto position : unsettled) {
    auto rows = one_.query(position);
    if (rows.next()) entries.emplace(position, readOutboxEntry(rows));
  }
  Overlay overlay;
  for (const auto& [position, entry] : entries) {
    const auto body = parseJsonObject(entry.bodyJson);
    if (!body) continue;
    if (const auto command = parseCommand(entry.kind, *body))
      std::visit(Add{overlay, entry.createdAt, sendState(entry.state)}, *command);
  }
  return overlay;
}

QVector<OutboxRow> OverlayReader::rows() {
  QVector<OutboxRow> found;
  auto rows = open_.query(kOutboxShownMax);
  while (rows.next())
    if (const auto entry = readOutboxEntry(rows); !isQuiet(entry)) found.append(shown(entry));
  return found;
}

}  // namespace vb::client::store
