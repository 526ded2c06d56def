// Output of documents: what vraagbaak-cli prints of them. Pure.
#pragma once

#include <QJsonObject>
#include <QString>

#include "client/cli/output_parts.h"
#include "client/core/store/channel_views.h"

namespace vb::client::cli {

// `path`: the names of its folders, joined by slashes.
QJsonObject toJson(const store::DocumentRow& row, const QString& path);
QString toText(const store::DocumentRow& row, const QString& path);
// "here", "absent", "waiting", "fetching", "failed", "uploading".
QString presenceName(store::Presence presence);

}  // namespace vb::client::cli
