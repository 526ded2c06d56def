// Described structs <-> JSON objects: our lenient reader and writer over Boost.Describe.
// Rules (PROTOCOL.md, "Forward compatibility"): a member is written in snake_case; a missing member keeps
// its default; an unknown member is ignored here (the raw object is what is stored); an unknown enum value
// reads as the first enumerator (not in a command, see parseCommand); a member of the wrong type is badMessage and
// names the field.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace vb {

namespace json = boost::json;

// "askedAt" -> "asked_at"
std::string snakeCase(std::string_view camel);
// Parses with the limits of the wire: depth, UTF-8, no duplicate keys, no trailing bytes.
Result<json::value> parseJson(std::string_view text);
Result<json::object> parseJsonObject(std::string_view text);

// Appends the text in quotes, escaped.
void appendJsonString(std::string& out, std::string_view text);

template <class T>
json::object toJson(const T& value);
template <class T>
Result<T> fromJson(const json::object& object);
// Appends `"name":value,...` without braces; the same text that toJson() serializes to, without the values between.
template <class T>
void appendMembers(std::string& out, const T& value);

namespace fields {

template <class T>
struct isVector : std::false_type {};
template <class E>
struct isVector<std::vector<E>> : std::true_type {};
template <class T>
struct isOptional : std::false_type {};
template <class E>
struct isOptional<std::optional<E>> : std::true_type {};
template <class T>
struct Unwrapped {
  using type = T;
};
template <class E>
struct Unwrapped<std::optional<E>> {
  using type = E;
};
template <class T>
struct isId : std::false_type {};
template <class Tag>
struct isId<Id<Tag>> : std::true_type {};

template <class E>
std::string enumText(E value) {
  return snakeCase(boost::describe::enum_to_string(value, "unknown"));
}

template <class T>
json::value write(const T& value) {
  if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, json::object>) {
    return value;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return json::string(value);
  } else if constexpr (std::is_same_v<T, bool> || std::is_integral_v<T> || std::is_floating_point_v<T>) {
    return json::value(value);
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    return json::value(static_cast<std::int64_t>(value.time_since_epoch().count()));
  } else if constexpr (std::is_same_v<T, Milliseconds>) {
    return json::value(static_cast<std::int64_t>(value.count()));
  } else if constexpr (isId<T>::value) {
    return json::string(value.text());
  } else if constexpr (std::is_enum_v<T>) {
    return json::string(enumText(value));
  } else if constexpr (isVector<T>::value) {
    json::array list;
    list.reserve(value.size());
    for (const auto& item : value) list.push_back(write(item));
    return list;
  } else {
    return toJson(value);
  }
}

template <class T>
void append(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    appendJsonString(out, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    out.append(value ? "true" : "false");
  } else if constexpr (std::is_integral_v<T>) {
    out.append(std::to_string(value));
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    out.append(std::to_string(value.time_since_epoch().count()));
  } else if constexpr (std::is_same_v<T, Milliseconds>) {
    out.append(std::to_string(value.count()));
  } else if constexpr (isId<T>::value) {
    appendJsonString(out, value.text());
  } else if constexpr (std::is_enum_v<T>) {
    appendJsonString(out, enumText(value));
  } else if constexpr (isVector<T>::value) {
    out.push_back('[');
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out.push_back(',');
      append(out, value[i]);
    }
    out.push_back(']');
  } else if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, json::object> ||
                       std::is_floating_point_v<T>) {
    out.append(json::serialize(json::value(value)));
  } else {
    out.push_back('{');
    appendMembers(out, value);
    out.push_back('}');
  }
}

// False when there is no such enumerator.
template <class E>
bool readEnum(std::string_view text, E& into) {
  bool found = false;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
    if (snakeCase(enumerator.name) != text) return;
    into = enumerator.value;
    found = true;
  });
  return found;
}

template <class T>
bool read(const json::value& from, T& into) {
  if constexpr (std::is_same_v<T, json::value>) {
    into = from;
    return true;
  } else if constexpr (std::is_same_v<T, json::object>) {
    if (!from.is_object()) return false;
    into = from.get_object();
    return true;
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (!from.is_string()) return false;
    into.assign(from.get_string().data(), from.get_string().size());
    return true;
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!from.is_bool()) return false;
    into = from.get_bool();
    return true;
  } else if constexpr (std::is_integral_v<T>) {
    if (!from.is_int64()) return false;  // a value above 2^63 - 1 parses as uint64, a fraction as double
    into = static_cast<T>(from.get_int64());
    return static_cast<std::int64_t>(into) == from.get_int64();
  } else if constexpr (std::is_same_v<T, Timestamp>) {
    if (!from.is_int64()) return false;
    into = Timestamp(Milliseconds(from.get_int64()));
    return true;
  } else if constexpr (std::is_same_v<T, Milliseconds>) {
    if (!from.is_int64()) return false;
    into = Milliseconds(from.get_int64());
    return true;
  } else if constexpr (isId<T>::value) {
    if (!from.is_string()) return false;
    auto parsed = T::parse(std::string_view(from.get_string()));
    if (!parsed) return false;
    into = *parsed;
    return true;
  } else if constexpr (std::is_enum_v<T>) {
    if (!from.is_string()) return false;
    if (!readEnum(std::string_view(from.get_string()), into)) into = T{};
    return true;
  } else if constexpr (isVector<T>::value) {
    if (!from.is_array()) return false;
    into.clear();
    into.reserve(from.get_array().size());
    for (const auto& item : from.get_array()) {
      typename T::value_type element{};
      if (!read(item, element)) return false;
      into.push_back(std::move(element));
    }
    return true;
  } else {
    if (!from.is_object()) return false;
    auto parsed = fromJson<T>(from.get_object());
    if (!parsed) return false;
    into = std::move(*parsed);
    return true;
  }
}

template <class D>
const std::string& wireName(D member) {
  static const std::string name = snakeCase(member.name);
  return name;
}

}  // namespace fields

template <class T>
json::object toJson(const T& value) {
  json::object object;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    const auto& field = value.*member.pointer;
    using Field = std::remove_cvref_t<decltype(field)>;
    if constexpr (fields::isOptional<Field>::value) {
      if (field) object[fields::wireName(member)] = fields::write(*field);
    } else {
      object[fields::wireName(member)] = fields::write(field);
    }
  });
  return object;
}

template <class T>
void appendMembers(std::string& out, const T& value) {
  bool first = true;
  const auto one = [&](const std::string& name, const auto& field) {
    if (!first) out.push_back(',');
    first = false;
    out.push_back('"');
    out.append(name).append("\":");
    fields::append(out, field);
  };
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    const auto& field = value.*member.pointer;
    if constexpr (fields::isOptional<std::remove_cvref_t<decltype(field)>>::value) {
      if (field) one(fields::wireName(member), *field);
    } else {
      one(fields::wireName(member), field);
    }
  });
}

template <class T>
Result<T> fromJson(const json::object& object) {
  T value{};
  std::string wrong;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    const auto* found = object.if_contains(fields::wireName(member));
    if (found == nullptr || found->is_null() || !wrong.empty()) return;
    auto& field = value.*member.pointer;
    using Field = std::remove_cvref_t<decltype(field)>;
    bool read = false;
    if constexpr (fields::isOptional<Field>::value) {
      typename Field::value_type inner{};
      read = fields::read(*found, inner);
      if (read) field = std::move(inner);
    } else {
      read = fields::read(*found, field);
    }
    if (!read) wrong = fields::wireName(member);
  });
  if (!wrong.empty()) return fail(ErrorCode::badMessage, "field " + wrong + " has the wrong type");
  return value;
}

// The first member whose text is no value of its enumeration, as it is named on the wire; empty: none. For commands,
// where a guess would be carried out.
template <class T>
std::string unknownEnumMember(const json::object& object) {
  std::string unknown;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
    using Value = typename fields::Unwrapped<Field>::type;
    if constexpr (std::is_enum_v<Value>) {
      const auto* found = object.if_contains(fields::wireName(member));
      if (found == nullptr || !found->is_string() || !unknown.empty()) return;
      Value value{};
      if (!fields::readEnum(std::string_view(found->get_string()), value)) unknown = fields::wireName(member);
    }
  });
  return unknown;
}

template <class T>
Result<T> fromJsonText(std::string_view text) {
  auto object = parseJsonObject(text);
  if (!object) return object.error();
  return fromJson<T>(*object);
}

template <class T>
std::string toJsonText(const T& value) {
  std::string text = "{";
  appendMembers(text, value);
  text.push_back('}');
  return text;
}

}  // namespace vb
