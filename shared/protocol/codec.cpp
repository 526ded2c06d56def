#include "shared/protocol/codec.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace vb::protocol {
namespace {

void appendString(std::string& out, std::string_view key, std::string_view value) {
  out.append(",\"").append(key).append("\":");
  appendJsonString(out, value);
}

void appendNumber(std::string& out, std::string_view key, std::int64_t value) {
  out.append(",\"").append(key).append("\":").append(std::to_string(value));
}

void appendRecords(std::string& out, const std::vector<Record>& records) {
  std::size_t bytes = 16;
  for (const auto& record : records) bytes += record.body.size() + 160;
  out.reserve(out.size() + bytes);
  out.append(",\"records\":[");
  bool first = true;
  for (const auto& record : records) {
    if (!first) out.push_back(',');
    first = false;
    appendRecord(out, record);
  }
  out.append("]}");
}

std::string begin(std::string_view type) {
  std::string out = "{\"type\":\"";
  out.append(type).push_back('"');
  return out;
}

template <class Message>
std::string encodeDescribed(const Message& message) {
  std::string out = begin(Message::kType);
  out.push_back(',');
  appendMembers(out, message);
  // A message may have no members of its own.
  if (out.back() == ',') out.pop_back();
  out.push_back('}');
  return out;
}

std::string encodeOne(const Page& page) {
  std::string out = begin(Page::kType);
  appendString(out, "scope", page.scope);
  appendString(out, "epoch", page.epoch);
  appendNumber(out, "grant", page.grant);
  appendNumber(out, "after", page.after);
  appendNumber(out, "to", page.to);
  appendNumber(out, "head", page.head);
  out.append(page.more ? ",\"more\":true" : ",\"more\":false");
  appendRecords(out, page.records);
  return out;
}

std::string encodeOne(const PageBack& page) {
  std::string out = begin(PageBack::kType);
  appendString(out, "scope", page.scope);
  appendString(out, "epoch", page.epoch);
  appendNumber(out, "grant", page.grant);
  appendNumber(out, "before", page.before);
  appendNumber(out, "from", page.from);
  appendNumber(out, "head", page.head);
  appendRecords(out, page.records);
  return out;
}

std::string encodeOne(const Change& change) {
  std::string out = begin(Change::kType);
  appendString(out, "scope", change.scope);
  appendString(out, "epoch", change.epoch);
  appendNumber(out, "prev", change.prev);
  appendNumber(out, "to", change.to);
  appendRecords(out, change.records);
  return out;
}

template <class Message>
std::string encodeOne(const Message& message) {
  return encodeDescribed(message);
}

// The scalar members of the three messages with records, read by the same lenient reader.
struct PageHead {
  std::string scope;
  std::string epoch;
  std::int64_t grant = 0;
  Seq after = 0;
  Seq to = 0;
  Seq head = 0;
  bool more = false;
  Seq before = 0;
  Seq from = 0;
  Seq prev = 0;
};
BOOST_DESCRIBE_STRUCT(PageHead, (), (scope, epoch, grant, after, to, head, more, before, from, prev))

Result<std::vector<Record>> readRecords(const json::object& object) {
  std::vector<Record> records;
  const auto* found = object.if_contains("records");
  if (found == nullptr) return records;
  if (!found->is_array()) return fail(ErrorCode::badMessage, "records is not a list");
  records.reserve(found->get_array().size());
  for (const auto& item : found->get_array()) {
    if (!item.is_object()) return fail(ErrorCode::badMessage, "record is not an object");
    auto record = recordFromJson(item.get_object());
    if (!record) return record.error();
    records.push_back(std::move(*record));
  }
  return records;
}

template <class Message>
Result<ServerMessage> decodeOne(const json::object& object) {
  if constexpr (std::is_same_v<Message, Page> || std::is_same_v<Message, PageBack> || std::is_same_v<Message, Change>) {
    auto head = fromJson<PageHead>(object);
    if (!head) return head.error();
    auto records = readRecords(object);
    if (!records) return records.error();
    if constexpr (std::is_same_v<Message, Page>)
      return ServerMessage(Page{head->scope, head->epoch, head->grant, head->after, head->to, head->head, head->more,
                                std::move(*records)});
    else if constexpr (std::is_same_v<Message, PageBack>)
      return ServerMessage(
          PageBack{head->scope, head->epoch, head->grant, head->before, head->from, head->head, std::move(*records)});
    else
      return ServerMessage(Change{head->scope, head->epoch, head->prev, head->to, std::move(*records)});
  } else {
    auto message = fromJson<Message>(object);
    if (!message) return message.error();
    return ServerMessage(std::move(*message));
  }
}

Result<std::string_view> typeOf(const json::object& object) {
  const auto* type = object.if_contains("type");
  if (type == nullptr || !type->is_string()) return fail(ErrorCode::badMessage, "no type");
  return std::string_view(type->get_string());
}

Result<ServerMessage> decodeServer(const json::object& object) {
  auto type = typeOf(object);
  if (!type) return type.error();
  Result<ServerMessage> decoded = ServerMessage(Unknown{std::string(*type)});
  boost::mp11::mp_for_each<boost::mp11::mp_pop_back<ServerMessage>>([&](const auto& alternative) {
    using Message = std::remove_cvref_t<decltype(alternative)>;
    if (*type == Message::kType) decoded = decodeOne<Message>(object);
  });
  return decoded;
}

Result<ClientMessage> decodeClient(const json::object& object) {
  auto type = typeOf(object);
  if (!type) return type.error();
  Result<ClientMessage> decoded = fail(ErrorCode::unsupported, "type " + std::string(type->substr(0, 40)));
  boost::mp11::mp_for_each<ClientMessage>([&](const auto& alternative) {
    using Message = std::remove_cvref_t<decltype(alternative)>;
    if (*type != Message::kType) return;
    auto message = fromJson<Message>(object);
    if (message)
      decoded = ClientMessage(std::move(*message));
    else
      decoded = message.error();
  });
  return decoded;
}

template <class Message, class Decode>
Result<std::vector<Message>> decodeFrame(std::string_view frame, Decode decode) {
  std::vector<Message> messages;
  while (!frame.empty()) {
    const auto end = std::min(frame.find('\n'), frame.size());
    const auto line = frame.substr(0, end);
    frame.remove_prefix(std::min(end + 1, frame.size()));
    if (line.empty()) continue;
    auto object = parseJsonObject(line);
    if (!object) return object.error();
    auto message = decode(*object);
    if (!message) return message.error();
    messages.push_back(std::move(*message));
  }
  if (messages.empty()) return fail(ErrorCode::badMessage, "empty frame");
  return messages;
}

}  // namespace

std::string encode(const ClientMessage& message) {
  return std::visit([](const auto& one) { return encodeDescribed(one); }, message);
}

std::string encode(const ServerMessage& message) {
  return std::visit([](const auto& one) { return encodeOne(one); }, message);
}

Result<std::vector<ClientMessage>> decodeClientFrame(std::string_view frame) {
  return decodeFrame<ClientMessage>(frame, decodeClient);
}

Result<std::vector<ServerMessage>> decodeServerFrame(std::string_view frame) {
  return decodeFrame<ServerMessage>(frame, decodeServer);
}

void appendRecord(std::string& out, const Record& record) {
  out.append("{\"kind\":");
  appendJsonString(out, record.kind);
  appendString(out, "id", record.id);
  appendNumber(out, "seq", record.seq);
  if (record.deleted)
    out.append(",\"deleted\":true}");
  else
    out.append(",\"body\":").append(record.body.empty() ? "{}" : record.body).push_back('}');
}

Result<Record> recordFromJson(const json::object& object) {
  Record record;
  const auto* kind = object.if_contains("kind");
  const auto* id = object.if_contains("id");
  const auto* seq = object.if_contains("seq");
  if (kind == nullptr || id == nullptr || seq == nullptr || !fields::read(*kind, record.kind) ||
      !fields::read(*id, record.id) || !fields::read(*seq, record.seq))
    return fail(ErrorCode::badMessage, "record without kind, id or seq");
  if (record.kind.empty() || record.kind.size() > limits::kKindBytesMax || record.id.empty() ||
      record.id.size() > limits::kRecordIdBytesMax || record.seq < 1)
    return fail(ErrorCode::badMessage, "record with a bad kind, id or seq");
  if (const auto* deleted = object.if_contains("deleted");
      deleted != nullptr && !fields::read(*deleted, record.deleted))
    return fail(ErrorCode::badMessage, "record: deleted is not a boolean");
  if (record.deleted) return record;
  const auto* body = object.if_contains("body");
  if (body == nullptr || !body->is_object()) return fail(ErrorCode::badMessage, "record without body");
  record.body = json::serialize(*body);
  return record;
}

}  // namespace vb::protocol
