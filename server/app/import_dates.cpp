#include "server/app/import_dates.h"

#include <charconv>

#include <boost/json.hpp>

namespace vb::server::app {

std::optional<Timestamp> parseDate(std::string_view text) {
  const auto number = [text](std::size_t at, std::size_t digits) -> int {
    if (at + digits > text.size()) return -1;
    int value = -1;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + digits, value);
    return error == std::errc() && end == text.data() + at + digits ? value : -1;
  };
  using namespace std::chrono;
  const year_month_day day{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                           std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (text.size() < 10 || text[4] != '-' || text[7] != '-' || !day.ok() || number(0, 4) < 1970) return std::nullopt;
  Timestamp moment = sys_days(day);
  if (text.size() == 10) return moment;
  const int hours = number(11, 2);
  const int minutes = number(14, 2);
  if (text[10] != 'T' || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  moment += std::chrono::hours(hours) + std::chrono::minutes(minutes);
  if (const int seconds = number(17, 2); seconds >= 0 && seconds < 61) moment += std::chrono::seconds(seconds);
  if (const int fraction = number(20, 3); fraction >= 0) moment += Milliseconds(fraction);
  return moment;
}

std::optional<Timestamp> storedAskedAt(const ImportSink& sink, CategoryId home, QuestionId question) {
  const auto body = sink.find(Scope::category(home), kinds::kQuestion, question.text());
  if (!body) return std::nullopt;
  boost::system::error_code failed;
  const auto value = boost::json::parse(*body, failed);
  if (failed || !value.is_object()) return std::nullopt;
  const auto* askedAt = value.as_object().if_contains("asked_at");
  if (!askedAt || !askedAt->is_int64()) return std::nullopt;
  return Timestamp(Milliseconds(askedAt->as_int64()));
}

}  // namespace vb::server::app
