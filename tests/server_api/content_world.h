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

  Result<api::UploadState> create(const char* name, std::int64_t size, TopicId topic = {},
                                  std::optional<UploadId> id = {}) {
    std::optional<Result<api::UploadState>> answer;
    contents().createUpload(people.at(name), {id, channel, topic, size},
                            [&](Result<api::UploadState> state) { answer = std::move(state); });
    return answer.value();
  }
  Result<api::UploadState> state(const char* name, UploadId id) {
    std::optional<Result<api::UploadState>> answer;
    contents().uploadState(people.at(name), id, [&](Result<api::UploadState> state) { answer = std::move(state); });
    return answer.value();
  }
  Result<std::shared_ptr<api::UploadStream>> open(
      const char* name, UploadId id, std::int64_t offset, std::function<void()> onTaken = [] {}) {
    std::optional<Result<std::shared_ptr<api::UploadStream>>> answer;
    contents().openUpload(people.at(name), id, offset, std::move(onTaken),
                          [&](Result<std::unique_ptr<api::UploadStream>> stream) {
                            if (stream)
                              answer = std::shared_ptr<api::UploadStream>(std::move(*stream));
                            else
                              answer = stream.error();
                          });
    return answer.value();
  }
  static Result<std::int64_t> add(api::UploadStream& stream, const std::string& bytes) {
    std::optional<Result<std::int64_t>> answer;
    stream.add(bytes, [&](Result<std::int64_t> offset) { answer = std::move(offset); });
    return answer.value();
  }
  static Result<api::UploadState> finish(api::UploadStream& stream) {
    std::optional<Result<api::UploadState>> answer;
    stream.finish([&](Result<api::UploadState> state) { answer = std::move(state); });
    return answer.value();
  }
  Result<void> drop(const char* name, UploadId id) {
    std::optional<Result<void>> answer;
    contents().dropUpload(people.at(name), id, [&](Result<void> dropped) { answer = std::move(dropped); });
    return answer.value();
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
    std::optional<Result<std::shared_ptr<api::ContentStream>>> answer;
    contents().openContent(people.at(name), where, version, [&](Result<std::unique_ptr<api::ContentStream>> stream) {
      if (stream)
        answer = std::shared_ptr<api::ContentStream>(std::move(*stream));
      else
        answer = stream.error();
    });
    return answer.value();
  }
  static QByteArray read(api::ContentStream& stream, std::int64_t offset = 0, std::size_t bytesMax = 1'000'000) {
    std::optional<Result<std::string>> answer;
    stream.read(offset, bytesMax, [&](Result<std::string> bytes) { answer = std::move(bytes); });
    return answer.value() ? QByteArray::fromStdString(**answer) : words(answer->error());
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
