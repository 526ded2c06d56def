#include "shared/domain/commands.h"

namespace vb {

std::string_view commandKind(const CommandBody& body) {
  return std::visit([](const auto& command) -> std::string_view { return command.kKind; }, body);
}

Result<CommandBody> parseCommand(std::string_view kind, const json::object& body) {
  Result<CommandBody> parsed = fail(ErrorCode::unsupported, "command kind " + std::string(kind.substr(0, 40)));
  boost::mp11::mp_for_each<CommandBody>([&](const auto& alternative) {
    using Command = std::remove_cvref_t<decltype(alternative)>;
    if (kind != Command::kKind) return;
    auto command = fromJson<Command>(body);
    // What was meant is not known, so nothing is done; a record of a newer server reads leniently instead.
    if (const auto unknown = unknownEnumMember<Command>(body); command && !unknown.empty())
      parsed = fail(ErrorCode::badField, unknown);
    else if (command)
      parsed = CommandBody(std::move(*command));
    else
      parsed = command.error();
  });
  return parsed;
}

json::object commandJson(const CommandBody& body) {
  return std::visit([](const auto& command) { return toJson(command); }, body);
}

}  // namespace vb
