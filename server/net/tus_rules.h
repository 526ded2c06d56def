// Rules for the headers of uploads (tus 1.0) and downloads (RFC 9110 ranges): pure, strict, for values of strangers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/domain/scope.h"

namespace vb::server::net {

inline constexpr std::string_view kTusVersion = "1.0.0";
inline constexpr std::string_view kTusExtensions = "creation,termination,expiration";

struct ContentTarget {
  enum class Kind { unknown, uploads, upload, version };
  Kind kind = Kind::unknown;
  UploadId upload;
  Scope scope;
  VersionId version;
};
// Is it a path of contents, known or not?
bool isContentPath(std::string_view path);
ContentTarget readTarget(std::string_view path);

// Digits only, at most 18 of them.
std::optional<std::int64_t> readByteCount(std::string_view text);
// Standard alphabet, padded, nothing else (RFC 4648, section 4).
std::optional<std::string> decodeBase64(std::string_view text);

struct UploadMetadata {
  std::optional<UploadId> id;
  ChannelId channel;
  TopicId topic;
};
// badField: "metadata" for what is no such list or names a key twice, "channel", "topic", "id" for a bad value. Other
// keys are left alone.
Result<UploadMetadata> readMetadata(std::string_view text);

struct ByteRange {
  enum class Kind {
    whole,    // no range, one that is none, or several: the answer is everything
    part,     // `first` and `bytes`
    outside,  // 416
  };
  Kind kind = Kind::whole;
  std::int64_t first = 0;
  std::int64_t bytes = 0;
};
ByteRange readRange(std::string_view text, std::int64_t size);
// A range counts only for this very content: an empty If-Range, or the strong tag itself.
bool fitsIfRange(std::string_view ifRange, std::string_view entityTag);

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string httpDate(Timestamp moment);

}  // namespace vb::server::net
