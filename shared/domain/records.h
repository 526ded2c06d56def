// The records of the product, as they are stored and sent. A body's fields are only ever added; a field
// never changes its meaning. PROTOCOL.md lists them with examples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/domain/scope.h"

namespace vb {

// The newest version of one thing in one scope. (kind, id) is unique within the scope.
struct Record {
  std::string kind;      // see kinds:: below; unknown kinds are stored and passed on as they came
  std::string id;        // a UUID, or two joined by a dot for marks of a user on a thing
  Seq seq = 0;           // of this version
  bool deleted = false;  // a tombstone; body is empty then
  std::string body;      // a JSON object, kept byte for byte so that unknown fields survive
  bool operator==(const Record&) const = default;
};

namespace kinds {
inline constexpr char kCategory[] = "category";          // directory
inline constexpr char kOrganisation[] = "organisation";  // directory
inline constexpr char kProfile[] = "profile";            // directory: what a user lets others see; id = user id
inline constexpr char kHouseRules[] = "house_rules";     // directory
inline constexpr char kQuestion[] = "question";          // category
inline constexpr char kQuestionRef[] =
    "question_ref";                            // category: a question whose home is another category; id = question id
inline constexpr char kAnswer[] = "answer";    // category
inline constexpr char kComment[] = "comment";  // category
inline constexpr char kThanks[] = "thanks";    // category; id = "<answer>.<user>"
inline constexpr char kHelpful[] = "helpful";  // category; id = answer id
inline constexpr char kExpertise[] = "expertise";     // user; id = category id
inline constexpr char kOwnProfile[] = "own_profile";  // user: the whole profile with its visibility; id = user id
inline constexpr char kSaved[] = "saved";             // user; id = target id
inline constexpr char kFollow[] = "follow";           // user; id = question id
inline constexpr char kLater[] = "later";             // user; id = question id
inline constexpr char kNotForMe[] = "not_for_me";     // user; id = question id
inline constexpr char kRead[] = "read";               // user; id = question id
inline constexpr char kSettings[] = "settings";       // user; id = user id
}  // namespace kinds

// What somebody does in the social domain. Reach is shown by role.
enum class Role {
  unknown,       // not told, or of a newer peer
  practitioner,  // uitvoerend professional
  policy,        // beleidsmedewerker
  coordinator,   // coördinator, leidinggevende
  researcher,    // onderzoeker, adviseur
};
BOOST_DESCRIBE_ENUM(Role, unknown, practitioner, policy, coordinator, researcher)

struct Category {
  std::string nameNl;
  std::string nameEn;
  std::string descriptionNl;
  std::string descriptionEn;
  std::vector<CategoryId> neighbours;  // nearest first; for suggestions and the ladder
  std::vector<std::string> words;      // words that point to this category, lower case, Dutch
  int position = 0;                    // order on screen, from 1
  bool archived = false;               // no new questions; the old stay readable
};
BOOST_DESCRIBE_STRUCT(Category, (),
                      (nameNl, nameEn, descriptionNl, descriptionEn, neighbours, words, position, archived))

struct Organisation {
  std::string name;
  std::string municipality;  // empty when it works in more than one
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (name, municipality))

// As others see it: hidden items are empty here.
struct Profile {
  std::string name;
  Role role = Role::unknown;
  std::string jobTitle;
  std::string organisation;
  std::string municipality;
  std::vector<CategoryId> expertise;  // empty when hidden
  bool imported = false;              // stands for authors of an imported source; cannot sign in
};
BOOST_DESCRIBE_STRUCT(Profile, (), (name, role, jobTitle, organisation, municipality, expertise, imported))

// As its owner sees it. `hidden` names the items that others do not see:
// "job_title", "organisation", "municipality", "expertise". Name and role are always visible.
struct OwnProfile {
  std::string name;
  Role role = Role::unknown;
  std::string jobTitle;
  std::string organisation;
  std::string municipality;
  std::vector<std::string> hidden;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(OwnProfile, (), (name, role, jobTitle, organisation, municipality, hidden, email))

struct HouseRules {
  std::string textNl;  // Markdown
  std::string textEn;  // Markdown
};
BOOST_DESCRIBE_STRUCT(HouseRules, (), (textNl, textEn))

struct RoleCount {
  Role role = Role::unknown;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(RoleCount, (), (role, count))

enum class QuestionState {
  open,    // may be answered
  closed,  // closed by the asker; readable, no new answers
};
BOOST_DESCRIBE_ENUM(QuestionState, open, closed)

struct Question {
  std::string title;  // one sentence, plain text
  std::string body;   // Markdown, may be empty
  UserId authorId;
  std::vector<CategoryId> categoryIds;  // the first is home: the scope that holds this record
  Timestamp askedAt{};
  std::optional<Timestamp> editedAt;
  Seq askedSeq = 0;           // seq of the first version in the home scope
  std::int64_t routedTo = 0;  // distinct users reached at commit, the asker not counted
  QuestionState state = QuestionState::open;
  std::string source;  // where an imported question came from; empty otherwise
};
BOOST_DESCRIBE_STRUCT(Question, (),
                      (title, body, authorId, categoryIds, askedAt, editedAt, askedSeq, routedTo, state, source))

// In the scope of each further category. Enough for a row in a list before the home scope is there.
struct QuestionRef {
  QuestionId questionId;
  CategoryId homeCategoryId;
  std::string title;
  UserId authorId;
  Timestamp askedAt{};
  Seq askedSeq = 0;  // seq of the first version of this ref in this scope
};
BOOST_DESCRIBE_STRUCT(QuestionRef, (), (questionId, homeCategoryId, title, authorId, askedAt, askedSeq))

struct Answer {
  QuestionId questionId;
  std::string body;  // Markdown
  UserId authorId;
  Timestamp postedAt{};
  std::optional<Timestamp> editedAt;
  std::vector<std::string> sources;  // https links or references to an article of law
  std::string source;                // where an imported answer came from; empty otherwise
};
BOOST_DESCRIBE_STRUCT(Answer, (), (questionId, body, authorId, postedAt, editedAt, sources, source))

struct Comment {
  QuestionId questionId;
  std::string parentId;  // the question's or an answer's id
  std::string body;      // Markdown
  UserId authorId;
  Timestamp postedAt{};
  std::optional<Timestamp> editedAt;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (questionId, parentId, body, authorId, postedAt, editedAt))

struct Thanks {
  QuestionId questionId;
  AnswerId answerId;
  UserId userId;
  Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(Thanks, (), (questionId, answerId, userId, at))

// The asker's mark on an answer: "heeft geholpen".
struct Helpful {
  QuestionId questionId;
  AnswerId answerId;
  Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(Helpful, (), (questionId, answerId, at))

struct Expertise {
  CategoryId categoryId;
  Seq sinceSeq = 0;  // head of the category's scope when it was ticked: older questions were not routed to this user
  Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(Expertise, (), (categoryId, sinceSeq, at))

// saved, follow, later, not_for_me and read are all this: a user's mark on a question (or an answer, when saved).
struct Mark {
  std::string targetId;
  QuestionId questionId;  // the question that the target belongs to
  Timestamp at{};
  std::optional<Timestamp> until;  // later: when it comes back; none = until asked for
  Seq seq = 0;                     // read: everything up to this seq of the question's home scope was seen
};
BOOST_DESCRIBE_STRUCT(Mark, (), (targetId, questionId, at, until, seq))

struct Settings {
  std::string language;       // "nl" or "en"; empty = the system's
  bool notify = true;         // desktop notifications for new questions
  int workFromMinutes = 510;  // local minutes after midnight; notifications stay silent outside
  int workUntilMinutes = 1020;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (language, notify, workFromMinutes, workUntilMinutes))

}  // namespace vb
