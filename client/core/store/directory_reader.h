// DirectoryReader: people, categories and one's own small records, read from their records as they came. Part of a
// reader; keeps what it parsed until told to look again.
#pragma once

#include <map>
#include <unordered_map>

#include "client/core/store/overlay.h"

namespace vb::client::store {

class DirectoryReader {
 public:
  explicit DirectoryReader(Connection& connection);

  // The cache changed.
  void lookAgain(UserId me);
  std::optional<Person> person(UserId id, const Overlay& overlay);
  // Its name empty when the profile is not here.
  Person author(UserId id, const Overlay& overlay);
  QVector<CategoryRow> categories(const Overlay& overlay);
  // Ticked categories with the head of their scope when they were ticked; -1 while that is still in the outbox.
  const std::map<CategoryId, Seq>& expertise(const Overlay& overlay);
  std::optional<OwnProfile> ownProfile(const Overlay& overlay);
  Settings settings(const Overlay& overlay);
  QString houseRules(const QString& language);

 private:
  template <class Body>
  std::optional<Body> one(const std::string& scope, const char* kind, const PackedId& id);

  UserId me_;
  std::unordered_map<UserId, std::optional<Person>> people_;
  std::optional<std::map<CategoryId, Seq>> expertise_;
  Statement one_;
  Statement all_;
  Statement totals_;
};

}  // namespace vb::client::store
