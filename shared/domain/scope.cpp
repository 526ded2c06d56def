#include "shared/domain/scope.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace vb {

Result<Scope> Scope::parse(std::string_view text) {
  if (text.size() > limits::kScopeBytesMax) return fail(ErrorCode::badField, "scope: too long");
  if (text == "directory") return directory();
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0) return fail(ErrorCode::badField, "scope: no kind");
  const auto kind = text.substr(0, slash);
  if (!std::all_of(kind.begin(), kind.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }))
    return fail(ErrorCode::badField, "scope: bad kind");
  auto id = Uuid::parse(text.substr(slash + 1));
  if (!id) return fail(ErrorCode::badField, "scope: bad id");
  return Scope(std::string(kind) + "/" + id->text());
}

ScopeKind Scope::kind() const {
  const auto kind = std::string_view(text_).substr(0, text_.find('/'));
  ScopeKind found = ScopeKind::unknown;
  boost::describe::enum_from_string(std::string(kind).c_str(), found);
  return found;
}

Uuid Scope::id() const {
  const auto slash = text_.find('/');
  if (slash == std::string::npos) return {};
  auto id = Uuid::parse(std::string_view(text_).substr(slash + 1));
  return id ? *id : Uuid{};
}

}  // namespace vb
