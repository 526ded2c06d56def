// DocumentSearch: documents and folders by their names, documents by what stands in them; part of Search. A document is
// one hit, at its first fitting place, however often it fits; those with most places first.
#pragma once

#include "client/core/store/document_lists.h"
#include "client/core/store/query_words.h"

namespace vb::client::store {

class DocumentSearch {
 public:
  DocumentSearch(Connection& connection, DocumentLists& lists, WordForms& forms);

  // The files have changed.
  void lookAgain();
  // By their texts, or some words in the name and the others in the text; at most about `limit`.
  QVector<SearchHit> find(const std::vector<QueryWord>& words, int limit,
                          const std::function<QString(ChannelId)>& channelName);
  // There was so much in the last find() that not all of it was looked at.
  bool wasCut() const { return wasCut_; }
  // A document or folder whose name was found.
  std::optional<SearchHit> named(const std::string& recordKind, const Uuid& id, const std::vector<QueryWord>& words,
                                 const std::function<QString(ChannelId)>& channelName);
  bool exists(const std::string& expression) { return exists_.query(expression).next(); }
  // Documents that it does not know the text of.
  int notSearched();

 private:
  struct Place {
    DocumentId document;
    std::int64_t slot = 0;
  };
  struct Fitting {
    std::int64_t content = 0;
    std::int64_t slot = 0;  // the first
    int pieces = 0;
  };
  struct Name {
    DocumentId document;
    std::vector<std::string> words;  // folded
  };
  // Contents with pieces that fit, those with most first.
  std::vector<Fitting> contents(const std::string& expression);
  const std::vector<Name>& names();
  void placesByName(const std::vector<QueryWord>& words, std::size_t limit, std::vector<Place>& into);
  void placesIn(const std::vector<QueryWord>& words, std::size_t limit, const std::set<DocumentId>* among,
                std::vector<Place>& into);
  std::optional<SearchHit> describe(const Place& place, const std::vector<QueryWord>& words,
                                    const std::function<QString(ChannelId)>& channelName);
  QString placeOf(ChannelId channel, FolderId folder, TopicId topic,
                  const std::function<QString(ChannelId)>& channelName);

  DocumentLists& lists_;
  WordForms& forms_;
  std::optional<DocumentLists::OnTheWay> onTheWay_;  // all three as of the last lookAgain()
  std::optional<std::vector<Name>> names_;
  std::optional<int> notSearched_;
  bool wasCut_ = false;
  Statement pieces_, documentsOf_, allNames_, piece_, current_, folder_, folderUp_, topicTitle_, exists_;
};

}  // namespace vb::client::store
