#include "client/core/engine/news_desk.h"

#include <algorithm>

#include <QDateTime>

#include "client/core/engine/tuning.h"

namespace vb::client {

void NewsDesk::arrived(const std::vector<QuestionId>& questions, bool isNews, bool firstSync) {
  if (!isNews || firstSync || questions.empty()) return;
  for (const QuestionId id : questions)
    if (!collected_.contains(id)) collected_.append(id);
  if (!window_.isRunning()) window_.start(kNewsWindow, [this] { summarise(); });
}

bool NewsDesk::isWorkingTime(const Settings& settings) const {
  const auto now = QDateTime::fromMSecsSinceEpoch(clock_.now().time_since_epoch().count()).time();
  const int minute = now.hour() * 60 + now.minute();
  const int from = settings.workFromMinutes;
  const int until = settings.workUntilMinutes;
  if (from == until) return true;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

void NewsDesk::summarise() {
  const auto collected = std::exchange(collected_, {});
  const auto settings = reader_.settings();
  if (!settings.notify || !isWorkingTime(settings)) return;
  auto rows = reader_.questionRows(collected);
  rows.removeIf([](const store::QuestionRow& row) { return !row.routedToMe || row.mine || row.closed || !row.unread; });
  if (rows.isEmpty()) return;
  const auto newest =
      *std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.askedAt < b.askedAt; });
  NewQuestions news;
  news.count = static_cast<int>(rows.size());
  news.newest = newest.id;
  news.newestTitle = newest.title;
  const CategoryId through = newest.via.isEmpty() ? newest.homeCategory : newest.via.first();
  for (const auto& category : reader_.categories()) {
    if (category.id != through) continue;
    news.categoryNl = category.nameNl;
    news.categoryEn = category.nameEn;
  }
  tell_(news);
}

}  // namespace vb::client
