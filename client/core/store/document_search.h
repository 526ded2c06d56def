// DocumentSearch: documents and folders by their names, documents by what stands in them; part of Search. A document is
// one hit, at its first fitting place, however often it fits; those with most places first.
#pragma once

#include "client/core/store/document_lists.h"
#include "client/core/store/query_words.h"

namespace vb::client::store {

class DocumentSearch {
 public:
  DocumentSearch(Connection& connection, DocumentLists& lists);

  void find(const std::vector<QueryWord>& words, int limit, SearchResults& into,
            const std::function<QString(ChannelId)>& channelName);
  // A document or folder whose name was found.
  std::optional<SearchHit> named(SearchKind kind, const std::string& recordKind, const Uuid& id,
                                 const std::vector<QueryWord>& words,
                                 const std::function<QString(ChannelId)>& channelName);
  bool exists(const std::string& expression) { return exists_.query(expression).next(); }

 private:
  struct Place {
    DocumentId document;
    std::int64_t slot = 0;
    int fitting = 0;
  };
  std::vector<Place> places(const std::vector<QueryWord>& words, int limit);
  // Some words in the name, the others in the text.
  std::vector<Place> placesByName(const std::vector<QueryWord>& words, int limit);
  std::optional<SearchHit> describe(const Place& place, const std::vector<QueryWord>& words,
                                    const std::function<QString(ChannelId)>& channelName);
  QString placeOf(ChannelId channel, FolderId folder, TopicId topic,
                  const std::function<QString(ChannelId)>& channelName);

  DocumentLists& lists_;
  Statement places_, placesIn_, names_, piece_, document_, folder_, folderUp_, topicTitle_, exists_;
};

}  // namespace vb::client::store
