// Codec: messages <-> the text of frames. Total: any bytes in give messages or an Error, never an exception.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/messages.h"

namespace vb::protocol {

// Without the line end; join messages of one frame with '\n'.
std::string encode(const ClientMessage& message);
std::string encode(const ServerMessage& message);

// A whole text frame. badMessage when any line is not a JSON object within the limits, has no `type`, or has a
// field of the wrong type. decodeServerFrame gives Unknown for types it does not know; decodeClientFrame fails
// with `unsupported` and the type as detail.
Result<std::vector<ClientMessage>> decodeClientFrame(std::string_view frame);
Result<std::vector<ServerMessage>> decodeServerFrame(std::string_view frame);

// One record as it stands in pages and pushes: {"kind":..,"id":..,"seq":..,"body":{..}} or with "deleted":true.
// The body is copied, not parsed.
void appendRecord(std::string& out, const Record& record);
// {kind, id, seq, deleted, body}; badMessage when it is none.
Result<Record> recordFromJson(const json::object& object);

}  // namespace vb::protocol
