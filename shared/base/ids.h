// Ids: UUIDs (RFC 9562), made as version 7 by whoever creates the thing; strong types per kind of thing.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace vb {

// 16 bytes; the nil UUID (all zero) means "none".
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  // Lower or upper case, exactly 36 characters with dashes; anything else is badField.
  static Result<Uuid> parse(std::string_view text);
  // Version 7: 48 bits of clock, 74 random bits.
  static Uuid v7(const Clock& clock, RandomSource& random);
  // A stable id from a name (version 8, BLAKE2b-128 of name): the same name gives the same id.
  static Uuid named(std::string_view name);

  std::string text() const;
  bool isNil() const { return bytes == std::array<std::uint8_t, 16>{}; }
  auto operator<=>(const Uuid&) const = default;
};

template <class Tag>
struct Id {
  Uuid uuid;

  static Result<Id> parse(std::string_view text) {
    auto parsed = Uuid::parse(text);
    if (!parsed) return parsed.error();
    return Id{*parsed};
  }
  static Id v7(const Clock& clock, RandomSource& random) { return Id{Uuid::v7(clock, random)}; }
  static Id named(std::string_view name) { return Id{Uuid::named(name)}; }
  std::string text() const { return uuid.text(); }
  bool isNil() const { return uuid.isNil(); }
  auto operator<=>(const Id&) const = default;
};

using UserId = Id<struct UserTag>;
using CategoryId = Id<struct CategoryTag>;
using QuestionId = Id<struct QuestionTag>;
using AnswerId = Id<struct AnswerTag>;
using CommentId = Id<struct CommentTag>;
using OrganisationId = Id<struct OrganisationTag>;
using CommandId = Id<struct CommandTag>;
using DeviceId = Id<struct DeviceTag>;
using ChannelId = Id<struct ChannelTag>;
using TopicId = Id<struct TopicTag>;
using PostId = Id<struct PostTag>;
using FolderId = Id<struct FolderTag>;
using DocumentId = Id<struct DocumentTag>;
using VersionId = Id<struct VersionTag>;
using InvitationId = Id<struct InvitationTag>;
using UploadId = Id<struct UploadTag>;

}  // namespace vb

template <>
struct std::hash<vb::Uuid> {
  std::size_t operator()(const vb::Uuid& id) const noexcept {
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
  }
};
template <class Tag>
struct std::hash<vb::Id<Tag>> {
  std::size_t operator()(const vb::Id<Tag>& id) const noexcept { return std::hash<vb::Uuid>{}(id.uuid); }
};
