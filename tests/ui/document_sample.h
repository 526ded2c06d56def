// Documents of the sample channel as the screens read them. For tests.
#pragma once

#include "tests/ui/channel_sample.h"

namespace vb::test {

inline const FolderId kForms = FolderId::named("formulieren");
inline const DocumentId kLaw = DocumentId::named("wet");

inline client::store::DocumentView documentNamed(DocumentId id, const char* name, FolderId folder,
                                                 client::store::Presence presence) {
  using namespace client::store;
  DocumentView view;
  view.row.id = id;
  view.row.channel = kNorth;
  view.row.folder = folder;
  view.row.name = QString::fromUtf8(name);
  view.row.versions = view.row.number = 1;
  view.row.size = 92'000;
  view.row.changedAt = kSampleNow - 86'400'000;
  view.row.changedBy = QStringLiteral("Mark Jansen");
  view.row.presence = presence;
  VersionRow version;
  version.id = VersionId::named(std::string(name) + " 1");
  version.number = 1;
  version.authorName = view.row.changedBy;
  version.addedAt = view.row.changedAt;
  version.size = view.row.size;
  version.current = true;
  version.presence = presence;
  view.versions = {version};
  return view;
}

// A folder with a form, a law in two versions, a recording that is not here, and something in the bin.
inline void fillDocuments(FakeReader& reader) {
  using namespace client::store;
  auto& channels = reader.channelsNow;
  FolderRow folder;
  folder.id = kForms;
  folder.name = QStringLiteral("Formulieren");
  folder.documents = 1;
  channels.foldersOf[kNorth] = {folder};
  auto law = documentNamed(kLaw, "Wet gemeentelijke schuldhulpverlening.md", {}, Presence::here);
  VersionRow second = law.versions[0];
  second.id = VersionId::named("wet 2");
  second.number = 2;
  second.remark = QStringLiteral("Artikel 3 aangepast");
  law.versions[0].current = false;
  law.versions.prepend(second);
  law.row.versions = law.row.number = 2;
  auto away = documentNamed(DocumentId::named("opname"), "Opname bijeenkomst.mp4", {}, Presence::absent);
  away.row.size = away.versions[0].size = 840'000'000;
  auto coming = documentNamed(DocumentId::named("formulier"), "Standaardformulier.odt", kForms, Presence::fetching);
  coming.row.bytesHere = 57'000;
  auto binned = documentNamed(DocumentId::named("oud"), "Oude afspraken.txt", {}, Presence::here);
  binned.row.trashed = true;
  channels.documentViews = {law, away, coming, binned};
  channels.storageNow.bytesHere = 1'200'000'000;
  channels.storageNow.bytesLimit = 4'000'000'000;
}

}  // namespace vb::test
