#include "shared/domain/validate.h"

#include <algorithm>
#include <set>

#include "shared/base/limits.h"
#include "shared/domain/checks.h"

namespace vb {
namespace {

// Decodes one code point at `at`; returns its length in bytes or 0 when it is not valid UTF-8 (RFC 3629).
std::size_t decode(std::string_view text, std::size_t at, char32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
  if (length == 0 || at + length > text.size()) return 0;
  code = length == 1 ? lead : lead & (0x7f >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(at + i) >> 6 != 2) return 0;
    code = code << 6 | (byte(at + i) & 0x3f);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kSmallest[length] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return 0;
  return length;
}

bool isBlank(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xa0 ||
         (code >= 0x2000 && code <= 0x200b);
}

// What makes one line two, or turns it around, so that it shows something else than it says.
bool breaksLine(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t code = 0;
    const auto bytes = decode(text, at, code);
    if (bytes == 0) return true;
    const bool isLineEnd = code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
    if (isLineEnd || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
    at += bytes;
  }
  return false;
}

bool isPostKind(std::string_view kind) {
  return kind == kinds::kQuestion || kind == kinds::kAnswer || kind == kinds::kComment;
}

bool isMarkKind(std::string_view kind) {
  return kind == kinds::kSaved || kind == kinds::kFollow || kind == kinds::kLater || kind == kinds::kNotForMe ||
         kind == kinds::kRead;
}

}  // namespace

namespace checks {

Result<void> checkText(std::string_view field, std::string_view text, int charsMin, std::size_t charsMax,
                       bool oneLine) {
  const int length = textLength(text);
  if (length < 0) return fail(ErrorCode::badField, std::string(field));
  if (length < charsMin) return fail(ErrorCode::badField, std::string(field));
  if (static_cast<std::size_t>(length) > charsMax) return fail(ErrorCode::tooLarge, std::string(field));
  if (oneLine && breaksLine(text)) return fail(ErrorCode::badField, std::string(field));
  return {};
}

Result<void> checkBody(std::string_view field, std::string_view text, int charsMin, std::size_t bytesMax) {
  if (text.size() > bytesMax) return fail(ErrorCode::tooLarge, std::string(field));
  return checkText(field, text, charsMin, bytesMax, false);
}

Result<void> checkId(std::string_view field, const Uuid& id) {
  if (id.isNil()) return fail(ErrorCode::badField, std::string(field));
  return {};
}

Result<void> checkRecordId(std::string_view field, std::string_view id) {
  const bool fits =
      !id.empty() && id.size() <= limits::kRecordIdBytesMax && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
      });
  if (!fits) return fail(ErrorCode::badField, std::string(field));
  return {};
}

Result<void> checkSources(const std::vector<std::string>& sources) {
  if (sources.size() > limits::kSourcesPerAnswerMax) return fail(ErrorCode::tooLarge, "sources");
  for (const auto& source : sources)
    if (auto checked = checkText("sources", source, 1, 500, true); !checked) return checked;
  return {};
}

// The first that fails.
Result<void> firstFailure(std::initializer_list<Result<void>> checks) {
  for (const auto& check : checks)
    if (!check) return check;
  return {};
}

}  // namespace checks

using namespace checks;

int textLength(std::string_view utf8) {
  int length = 0;
  int trailingBlanks = 0;
  bool started = false;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t code = 0;
    const auto bytes = decode(utf8, at, code);
    if (bytes == 0) return -1;
    if ((code < 0x20 && code != '\n' && code != '\t' && code != '\r') || code == 0x7f) return -1;
    at += bytes;
    const bool blank = isBlank(code);
    if (!started && blank) continue;
    started = true;
    ++length;
    trailingBlanks = blank ? trailingBlanks + 1 : 0;
  }
  return length - trailingBlanks;
}

bool looksLikeEmail(std::string_view text) {
  if (text.empty() || text.size() > limits::kEmailBytesMax) return false;
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
  const auto domain = text.substr(at + 1);
  if (domain.empty() || domain.front() == '.' || domain.back() == '.') return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '<' || c == '>' || c == '"' || c == ',';
  });
}

Result<void> validate(const AskQuestion& command) {
  const std::set<CategoryId> distinct(command.categoryIds.begin(), command.categoryIds.end());
  if (distinct.empty() || distinct.size() != command.categoryIds.size() || distinct.begin()->isNil())
    return fail(ErrorCode::badField, "category_ids");
  if (distinct.size() > limits::kCategoriesPerQuestionMax) return fail(ErrorCode::tooLarge, "category_ids");
  return firstFailure({checkId("question_id", command.questionId.uuid),
                       checkText("title", command.title, 5, limits::kTitleCharsMax, true),
                       checkBody("body", command.body, 0, limits::kBodyBytesMax)});
}

Result<void> validate(const PostAnswer& command) {
  return firstFailure({checkId("answer_id", command.answerId.uuid), checkId("question_id", command.questionId.uuid),
                       checkId("home_category_id", command.homeCategoryId.uuid),
                       checkBody("body", command.body, 2, limits::kBodyBytesMax), checkSources(command.sources)});
}

Result<void> validate(const PostComment& command) {
  return firstFailure({checkId("comment_id", command.commentId.uuid), checkId("question_id", command.questionId.uuid),
                       checkId("home_category_id", command.homeCategoryId.uuid),
                       checkRecordId("parent_id", command.parentId),
                       checkBody("body", command.body, 2, limits::kCommentBytesMax)});
}

Result<void> validate(const EditPost& command) {
  if (!isPostKind(command.recordKind)) return fail(ErrorCode::badField, "record_kind");
  if (command.baseSeq < 1) return fail(ErrorCode::badField, "base_seq");
  const bool isQuestion = command.recordKind == kinds::kQuestion;
  if (command.title && !isQuestion) return fail(ErrorCode::badField, "title");
  if (command.state && !isQuestion) return fail(ErrorCode::badField, "state");
  if (command.sources && command.recordKind != kinds::kAnswer) return fail(ErrorCode::badField, "sources");
  if (command.title)
    if (auto checked = checkText("title", *command.title, 5, limits::kTitleCharsMax, true); !checked) return checked;
  if (command.body) {
    const auto bytesMax = command.recordKind == kinds::kComment ? limits::kCommentBytesMax : limits::kBodyBytesMax;
    if (auto checked = checkBody("body", *command.body, isQuestion ? 0 : 2, bytesMax); !checked) return checked;
  }
  if (command.sources)
    if (auto checked = checkSources(*command.sources); !checked) return checked;
  return firstFailure(
      {checkRecordId("record_id", command.recordId), checkId("home_category_id", command.homeCategoryId.uuid)});
}

Result<void> validate(const DeletePost& command) {
  if (!isPostKind(command.recordKind)) return fail(ErrorCode::badField, "record_kind");
  if (command.baseSeq < 1) return fail(ErrorCode::badField, "base_seq");
  return firstFailure(
      {checkRecordId("record_id", command.recordId), checkId("home_category_id", command.homeCategoryId.uuid)});
}

Result<void> validate(const ThankAnswer& command) {
  return firstFailure({checkId("question_id", command.questionId.uuid), checkId("answer_id", command.answerId.uuid),
                       checkId("home_category_id", command.homeCategoryId.uuid)});
}

Result<void> validate(const MarkHelpful& command) {
  return firstFailure({checkId("question_id", command.questionId.uuid), checkId("answer_id", command.answerId.uuid),
                       checkId("home_category_id", command.homeCategoryId.uuid)});
}

Result<void> validate(const SetExpertise& command) { return checkId("category_id", command.categoryId.uuid); }

Result<void> validate(const UpdateProfile& command) {
  constexpr std::string_view kHideable[] = {"job_title", "organisation", "municipality", "expertise"};
  for (const auto& item : command.hidden)
    if (std::find(std::begin(kHideable), std::end(kHideable), item) == std::end(kHideable))
      return fail(ErrorCode::badField, "hidden");
  if (command.hidden.size() > std::size(kHideable)) return fail(ErrorCode::tooLarge, "hidden");
  return firstFailure({checkText("name", command.name, 1, limits::kNameCharsMax, true),
                       checkText("job_title", command.jobTitle, 0, limits::kNameCharsMax, true),
                       checkText("organisation", command.organisation, 0, limits::kNameCharsMax, true),
                       checkText("municipality", command.municipality, 0, limits::kNameCharsMax, true)});
}

Result<void> validate(const SetMark& command) {
  if (!isMarkKind(command.markKind)) return fail(ErrorCode::badField, "mark_kind");
  if (command.seq < 0) return fail(ErrorCode::badField, "seq");
  return firstFailure({checkRecordId("target_id", command.targetId), checkId("question_id", command.questionId.uuid)});
}

Result<void> validate(const UpdateSettings& command) {
  constexpr int kMinutesPerDay = 24 * 60;
  if (!command.language.empty() && command.language != "nl" && command.language != "en")
    return fail(ErrorCode::badField, "language");
  if (command.workFromMinutes < 0 || command.workFromMinutes >= kMinutesPerDay)
    return fail(ErrorCode::badField, "work_from_minutes");
  if (command.workUntilMinutes < 0 || command.workUntilMinutes > kMinutesPerDay)
    return fail(ErrorCode::badField, "work_until_minutes");
  return {};
}

Result<void> validate(const CommandBody& command) {
  return std::visit([](const auto& body) { return validate(body); }, command);
}

bool may(UserId actor, PostAction action, const PostFacts& facts) {
  switch (action) {
    case PostAction::edit:
    case PostAction::remove:
      return actor == facts.postAuthor;
    case PostAction::thank:
      return actor != facts.postAuthor;
    case PostAction::markHelpful:
      return actor == facts.asker && actor != facts.postAuthor;
    case PostAction::answer:
      return facts.questionOpen;
    case PostAction::comment:
      return true;
  }
  return false;
}

}  // namespace vb
