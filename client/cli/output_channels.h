// Output of channels: what vraagbaak-cli prints of them and of what is discussed there. Pure.
#pragma once

#include <QJsonObject>
#include <QString>

#include "client/core/store/channel_views.h"

namespace vb::client::cli {

QJsonObject toJson(const store::ChannelRow& row);
QJsonObject toJson(const store::ChannelView& view, const store::ChannelPeople& people);
QJsonObject toJson(const store::TopicRow& row);
QJsonObject toJson(const store::TopicView& view, const QVector<store::PostView>& posts);

QString toText(const store::ChannelRow& row);
QString toText(const store::ChannelView& view, const store::ChannelPeople& people);
QString toText(const store::TopicRow& row);
QString toText(const store::TopicView& view, const QVector<store::PostView>& posts);

}  // namespace vb::client::cli
