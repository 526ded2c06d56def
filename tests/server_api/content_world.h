// ContentWorld: a channel whose people send and fetch contents, answered at once, as text where that reads better.
// Owned by the test.
#pragma once

#include "server/api/contents.h"
#include "tests/server_core/channel_world.h"

namespace vb::test {

class ContentWorld : public ChannelWorld {
 public:
  using ChannelWorld::ChannelWorld;

  api::Contents& contents() { return *core.door->contents(); }
  static QByteArray words(const Error& error) {
    const auto detail = error.detail.empty() ? std::string() : " " + error.detail;
    return QByteArray::fromStdString(std::string(errorName(error.code)) + detail);
  }

  // What was answered at once; throws when nothing was.
  template <class T>
  static Result<T> answerOf(const std::function<void(std::function<void(Result<T>)>)>& ask) {
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    ask([answer](Result<T> given) { *answer = std::move(given); });
    return std::move(answer->value());
  }
  template <class Stream>
  static Result<std::shared_ptr<Stream>> streamOf(
      const std::function<void(std::function<void(Result<std::unique_ptr<Stream>>)>)>& ask) {
    const auto answer = std::make_shared<std::optional<Result<std::shared_ptr<Stream>>>>();
    ask([answer](Result<std::unique_ptr<Stream>> given) {
      if (given)
        *answer = std::shared_ptr<Stream>(std::move(*given));
      else
        *answer = given.error();
    });
    return answer->value();
  }

  Result<api::UploadState> create(const char* name, std::int64_t size, TopicId topic = {},
                                  std::optional<UploadId> id = {}) {
    return answerOf<api::UploadState>([&](api::Contents::OnState done) {
      contents().createUpload(people.at(name), {id, channel, topic, size}, std::move(done));
    });
  }
  Result<api::UploadState> state(const char* name, UploadId id) {
    return answerOf<api::UploadState>(
        [&](api::Contents::OnState done) { contents().uploadState(people.at(name), id, std::move(done)); });
  }
  Result<std::shared_ptr<api::UploadStream>> open(
      const char* name, UploadId id, std::int64_t offset, const std::function<void()>& onTaken = [] {}) {
    return streamOf<api::UploadStream>([&](api::Contents::OnUpload done) {
      contents().openUpload(people.at(name), id, offset, onTaken, std::move(done));
    });
  }
  static Result<std::int64_t> add(api::UploadStream& stream, const std::string& bytes) {
    return answerOf<std::int64_t>([&](api::UploadStream::OnOffset done) { stream.add(bytes, std::move(done)); });
  }
  static Result<api::UploadState> finish(api::UploadStream& stream) {
    return answerOf<api::UploadState>([&](api::Contents::OnState done) { stream.finish(std::move(done)); });
  }
  Result<void> drop(const char* name, UploadId id) {
    return answerOf<void>(
        [&](api::Contents::OnDone done) { contents().dropUpload(people.at(name), id, std::move(done)); });
  }
  // One request from `offset` on, to its end.
  Result<api::UploadState> send(const char* name, UploadId id, std::int64_t offset, const std::string& bytes) {
    auto stream = open(name, id, offset);
    if (!stream) return stream.error();
    if (auto added = add(**stream, bytes); !added) return added.error();
    return finish(**stream);
  }
  UploadId upload(const char* name, const std::string& bytes, TopicId topic = {}) {
    const auto made = create(name, static_cast<std::int64_t>(bytes.size()), topic);
    must(made.ok(), "create");
    if (!bytes.empty()) must(send(name, made->id, 0, bytes).ok(), "send");
    return made->id;
  }
  // The document's version.
  VersionId addDocument(const char* name, const std::string& bytes, TopicId topic = {}) {
    AddDocument command;
    command.channelId = channel;
    command.documentId = DocumentId::v7(core.clock, core.random);
    command.versionId = VersionId::v7(core.clock, core.random);
    command.topicId = topic;
    command.name = "brief " + command.documentId.text() + ".txt";
    command.mediaType = "text/plain";
    command.uploadId = upload(name, bytes, topic);
    const auto said = answer(name, command);
    must(said == "applied", said.constData());
    return command.versionId;
  }

  Result<std::shared_ptr<api::ContentStream>> fetch(const char* name, const Scope& where, VersionId version) {
    return streamOf<api::ContentStream>([&](api::Contents::OnContent done) {
      contents().openContent(people.at(name), where, version, std::move(done));
    });
  }
  static QByteArray read(api::ContentStream& stream, std::int64_t offset = 0, std::size_t bytesMax = 1'000'000) {
    const auto bytes = answerOf<std::string>(
        [&](api::ContentStream::OnBytes done) { stream.read(offset, bytesMax, std::move(done)); });
    return bytes ? QByteArray::fromStdString(*bytes) : words(bytes.error());
  }
  // The content, or why not.
  QByteArray fetched(const char* name, const Scope& where, VersionId version) {
    const auto stream = fetch(name, where, version);
    return stream ? read(**stream) : words(stream.error());
  }
  storage::Upload row(UploadId id) {
    storage::Upload found;
    must(core.write([&](storage::Tables& tables) { found = tables.contents().findUpload(id).value(); }), "row");
    return found;
  }
};

}  // namespace vb::test
