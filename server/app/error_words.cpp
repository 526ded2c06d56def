#include "server/app/error_words.h"

#include <array>
#include <string_view>

#include "shared/base/limits.h"

namespace vb::server::app {
namespace {

// A detail that names a field or a thing.
struct Named {
  ErrorCode code;
  std::string_view detail;
  std::string text;
};

const std::array<Named, 25>& namedDetails() {
  static const auto kNameMax = std::to_string(limits::kNameCharsMax) + " characters";
  static const std::array<Named, 25> kNamed{
      {{ErrorCode::badField, "password",
        "the password must have " + std::to_string(limits::kPasswordBytesMin) + " to " +
            std::to_string(limits::kPasswordBytesMax) + " bytes, be none of the commonest and not be the address"},
       {ErrorCode::badField, "email", "this is no e-mail address"},
       {ErrorCode::badField, "name", "a person needs a name: one line of at most " + kNameMax},
       {ErrorCode::badField, "job_title", "the job title must be one line of at most " + kNameMax},
       {ErrorCode::badField, "organisation", "the organisation must be one line of at most " + kNameMax},
       {ErrorCode::badField, "municipality", "the municipality must be one line of at most " + kNameMax},
       {ErrorCode::badField, "title",
        "a title must be one line of 5 to " + std::to_string(limits::kTitleCharsMax) + " characters"},
       {ErrorCode::badField, "body", "a text is too short, too long or not readable"},
       {ErrorCode::badField, "category_name", "a category needs a Dutch name, of at most " + kNameMax},
       {ErrorCode::badField, "access", "the access is open, on-request or closed"},
       {ErrorCode::badField, "date", "no such day; a notice gives at least thirty days"},
       {ErrorCode::notFound, "owner", "the owner has no account"},
       {ErrorCode::notFound, "user_id", "no such person"},
       {ErrorCode::notFound, "channel_id", "no channel has this id or name"},
       {ErrorCode::conflict, "channels", "several channels have this name; give the id of one"},
       {ErrorCode::forbidden, "seats", "every seat of the rent is taken"},
       {ErrorCode::notFound, "author", "who adds documents must be a member of the channel"},
       {ErrorCode::forbidden, "quota", "the channel's storage is full: see channel lease"},
       {ErrorCode::forbidden, "last_owner", "a channel always has an owner: name another one first"},
       {ErrorCode::forbidden, "notice", "a channel is deleted only from the day of its notice on: see channel notice"},
       {ErrorCode::notFound, "email", "no account has this address"},
       {ErrorCode::notFound, "open_category", "no open category has this id or name"},
       {ErrorCode::notFound, "archived_category", "no archived category has this id or name"},
       {ErrorCode::conflict, "category_name", "an open category has this name already"},
       {ErrorCode::conflict, "categories", "several categories have this name; give the id of one"}}};
  return kNamed;
}

std::string_view generally(ErrorCode code) {
  switch (code) {
    case ErrorCode::badField:
    case ErrorCode::badMessage:
      return "what was given is not valid";
    case ErrorCode::unsupported:
      return "the running server does not know this command: is it an older version?";
    case ErrorCode::notFound:
      return "not there";
    case ErrorCode::conflict:
      return "something else is in the way";
    case ErrorCode::accountExists:
      return "an account has this address already";
    case ErrorCode::tooLarge:
      return "too large";
    case ErrorCode::readOnly:
      return "nothing can be written now: is the disk full?";
    case ErrorCode::unavailable:
      return "not available";
    case ErrorCode::ioFailed:
      return "a file could not be read or written";
    case ErrorCode::diskFull:
      return "the disk is full";
    case ErrorCode::newerSchema:
      return "the database was written by a newer version";
    case ErrorCode::restoredDatabase:
      return "the database is not, or may not be, the newest";
    case ErrorCode::internal:
      return "a defect of this program";
    default:
      return "it failed";
  }
}

std::string sentence(const Error& error) {
  for (const auto& one : namedDetails())
    if (one.code == error.code && one.detail == error.detail) return one.text;
  std::string text(generally(error.code));
  if (!error.detail.empty()) text += ": " + error.detail;
  return text;
}

}  // namespace

std::string inWords(const Error& error) { return sentence(error) + " (" + std::string(errorName(error.code)) + ")"; }

}  // namespace vb::server::app
