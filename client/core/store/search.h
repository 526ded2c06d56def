// Search: everything in the cache by words, newest first; and questions like a draft. Part of a reader.
#pragma once

#include <functional>
#include <map>

#include "client/core/store/channel_reader_sqlite.h"
#include "client/core/store/document_search.h"
#include "client/core/store/query_words.h"
#include "client/core/store/question_views.h"

namespace vb::client::store {

class Search {
 public:
  Search(Connection& connection, QuestionLists& lists, DirectoryReader& directory, SqliteChannelReader& channels);

  void lookAgain(UserId me, const Overlay* overlay);
  // Hits and `more` only. `interrupted` stops it with what was found so far.
  SearchResults find(const QString& query, int limit, const std::function<bool()>& interrupted);
  // Answered questions, best first.
  std::vector<QuestionFacts> similar(const std::string& title, const std::string& body, int limit);

 private:
  struct Found {
    std::string kind;
    Uuid id;
    std::string body;  // JSON
  };
  void findAll(const std::vector<QueryWord>& words, int limit, SearchResults& into);
  void findCategories(const std::vector<QueryWord>& words, SearchResults& into);
  void findChannels(const std::vector<QueryWord>& words, SearchResults& into);
  void findPeople(const std::vector<QueryWord>& words, SearchResults& into);
  void findTexts(const std::vector<QueryWord>& words, int limit, SearchResults& into);
  void findPending(const std::vector<QueryWord>& words, SearchResults& into);
  // Replaces hits by name of documents whose text fits too; all documents, best first.
  QStringList findDocuments(const std::vector<QueryWord>& words, int limit, SearchResults& into);
  // All words as beginnings, but the last: what stands after that says that it is whole. False when that is of no use.
  bool asBeginnings(std::vector<QueryWord>& words);
  // Gives each word that is nowhere the spellings that are somewhere; false when that changed nothing.
  bool correct(std::vector<QueryWord>& words);
  // Of a word that is nowhere: those around it that are somewhere.
  const std::vector<Spelling>& spellings(const QueryWord& word);
  std::string questionBody(std::int64_t rid);
  bool exists(const std::string& expression);
  std::optional<Found> textAt(std::int64_t slot);
  std::optional<SearchHit> hit(const Found& found, const std::vector<QueryWord>& words);
  // Of a text in a channel; nothing when its topic is not here.
  std::optional<SearchHit> hitInChannel(SearchKind kind, const Uuid& id, TopicId topic, const std::string& title,
                                        const std::string& body, UserId author, qint64 at,
                                        const std::vector<QueryWord>& words);
  SearchHit describe(SearchKind kind, const Uuid& id, QuestionId question, const std::string& title,
                     const std::string& body, UserId author, qint64 at, const std::vector<QueryWord>& words);

  Connection& connection_;
  QuestionLists& lists_;
  DirectoryReader& directory_;
  SqliteChannelReader& channels_;
  WordForms forms_;
  std::map<std::string, std::vector<Spelling>> corrected_;  // since the last lookAgain()
  DocumentSearch documents_;
  const Overlay* overlay_ = nullptr;
  UserId me_;
  std::function<bool()> interrupted_;
  Statement texts_, people_, textExists_, personExists_, textAt_, personAt_, bodyAt_;
};

}  // namespace vb::client::store
