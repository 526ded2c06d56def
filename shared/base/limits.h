// Limits that both ends must agree on; PROTOCOL.md lists them. A room's own limits are in its tuning.h.
#pragma once

#include <cstddef>

namespace vb::limits {

inline constexpr std::size_t kTitleCharsMax = 200;                // one sentence
inline constexpr std::size_t kBodyBytesMax = 20'000;              // about ten pages; more belongs in a document
inline constexpr std::size_t kCommentBytesMax = 4'000;            // a remark, not an answer
inline constexpr std::size_t kNameCharsMax = 120;                 // a person, organisation, job title or municipality
inline constexpr std::size_t kEmailBytesMax = 254;                // RFC 5321, path limit
inline constexpr std::size_t kPasswordBytesMin = 10;              // length over composition
inline constexpr std::size_t kPasswordBytesMax = 1'024;           // argon2id reads it all; more is an attack
inline constexpr std::size_t kCategoriesPerQuestionMax = 5;       // "everybody" is not an expertise
inline constexpr std::size_t kSourcesPerAnswerMax = 10;           // links under one answer
inline constexpr std::size_t kRecordIdBytesMax = 80;              // two UUIDs and a dot
inline constexpr std::size_t kScopeBytesMax = 64;                 // kind, slash, UUID
inline constexpr std::size_t kKindBytesMax = 40;                  // a record or command kind
inline constexpr std::size_t kClientFrameBytesMax = 256 * 1024;   // the server closes with 1009 above it
inline constexpr std::size_t kServerFrameBytesMax = 1024 * 1024;  // the client closes with 1009 above it
inline constexpr std::size_t kPageBytesTarget = 192 * 1024;       // a page stops after the record that passes it
inline constexpr std::size_t kPageRecordsMax = 1'000;             // and at this many records
inline constexpr std::size_t kJsonDepthMax = 16;                  // deeper is badMessage
inline constexpr std::size_t kCommandsInFlightMax = 64;           // unacknowledged per connection
inline constexpr std::size_t kSubscriptionsMax = 256;             // scopes live on one connection
inline constexpr std::size_t kFileNameBytesMax = 255;             // what a file system takes
inline constexpr std::size_t kRemarkCharsMax = 200;               // of a version: one sentence
inline constexpr std::size_t kAttachmentsMax = 20;                // documents at one post
inline constexpr std::size_t kMentionsMax = 20;                   // people named in one post
inline constexpr std::size_t kGuestTopicsMax = 50;                // topics that one guest is invited to
inline constexpr int kCaseRetentionDaysMax = 730;                 // a case discussion is no archive
inline constexpr int kFolderDepthMax = 32;                        // folders in folders
inline constexpr int kHiddenBelow = 5;                            // groups smaller than this are not shown

}  // namespace vb::limits
