#include <algorithm>
#include <csignal>
#include <optional>

#include <QDateTime>

#include "client/cli/commands.h"
#include "client/cli/output.h"

namespace vb::client::cli {
namespace {

std::optional<store::QuestionFilter> filterNamed(const QString& name, store::QuestionFilter otherwise) {
  using F = store::QuestionFilter;
  static const QHash<QString, F> names{{"all", F::all},           {"open", F::open},     {"unanswered", F::unanswered},
                                       {"answered", F::answered}, {"helped", F::helped}, {"unread", F::unread},
                                       {"later", F::later}};
  if (name.isEmpty()) return otherwise;
  const auto found = names.find(name);
  return found == names.end() ? std::nullopt : std::optional(found.value());
}

std::optional<store::QuestionSort> sortNamed(const QString& name) {
  using S = store::QuestionSort;
  static const QHash<QString, S> names{{"newest", S::newest},
                                       {"activity", S::activity},
                                       {"unanswered-first", S::unansweredFirst},
                                       {"most-answers", S::mostAnswers}};
  if (name.isEmpty()) return S::newest;
  const auto found = names.find(name);
  return found == names.end() ? std::nullopt : std::optional(found.value());
}

int list(Desk& desk, store::QuestionQuery query, store::QuestionFilter filter) {
  const auto& arguments = desk.arguments();
  const auto chosen = filterNamed(arguments.filter, filter);
  const auto sort = sortNamed(arguments.sort);
  if (!chosen || !sort)
    return desk.complain(kUsage, QStringLiteral("usage"),
                         QStringLiteral("unknown --filter or --sort; 'vraagbaak-cli --help' names them"));
  if (const int code = desk.freshen(); code != kDone) return code;
  if (!arguments.categories.isEmpty())
    if (const int code = findCategory(desk, arguments.categories.first(), query.category); code != kDone) return code;
  query.filter = *chosen;
  query.sort = *sort;
  const auto rows = desk.reader().questionRows(desk.reader().questionIds(query, 0, arguments.limit));
  const int count = desk.reader().questionCount(query);
  if (arguments.json) {
    QJsonArray array;
    for (const auto& row : rows) array.append(toJson(row));
    desk.printRead(
        {{"questions", array}, {"total", count}, {"last_synced_at", desk.reader().freshness().lastSyncedAt}});
    return kDone;
  }
  for (const auto& row : rows) printText(toText(row));
  if (count > rows.size()) printText(QStringLiteral("%1 of %2; --limit shows more\n").arg(rows.size()).arg(count));
  return kDone;
}

volatile std::sig_atomic_t stopAsked = 0;

}  // namespace

int inbox(Desk& desk) {
  store::QuestionQuery query;
  query.list = store::QuestionList::forYou;
  return list(desk, query, store::QuestionFilter::open);
}

int questions(Desk& desk) {
  store::QuestionQuery query;
  query.list = store::QuestionList::category;
  return list(desk, query, store::QuestionFilter::all);
}

int show(Desk& desk) {
  const auto id = QuestionId::parse(desk.arguments().words.first().toStdString());
  if (!id) return desk.complain(kUsage, QStringLiteral("usage"), QStringLiteral("this is no question id"));
  if (const int code = desk.freshen(); code != kDone) return code;
  const auto view = desk.reader().question(*id);
  if (!view) return desk.complain(kRefused, QStringLiteral("not_found"), QStringLiteral("this question is not here"));
  if (desk.arguments().json)
    desk.printRead(toJson(*view));
  else
    printText(toText(*view, desk.reader().categories()));
  return kDone;
}

int search(Desk& desk) {
  std::optional<store::SearchResults> results;
  QObject::connect(&desk.engine(), &Engine::searchFinished, &desk,
                   [&](quint64, const store::SearchResults& found) { results = found; });
  desk.engine().search(1, desk.arguments().words.join(QLatin1Char(' ')), desk.arguments().limit);
  if (!desk.waitUntil([&] { return results.has_value(); }, std::chrono::seconds(30)))
    return desk.complain(kLocalStorage, QStringLiteral("io_failed"), QStringLiteral("the search did not finish"));
  if (desk.arguments().json) {
    QJsonArray hits;
    for (const auto& hit : results->hits) hits.append(toJson(hit));
    desk.printRead(QJsonObject{{"query", results->query},
                               {"hits", hits},
                               {"more", results->more},
                               {"history_incomplete", results->historyIncomplete},
                               {"documents_not_here", results->documentsNotHere}});
    return kDone;
  }
  for (const auto& hit : results->hits) printText(toText(hit));
  if (results->hits.isEmpty()) printText(QStringLiteral("Nothing found.\n"));
  if (results->historyIncomplete)
    note(QStringLiteral("older questions are not on this computer yet and were not searched"));
  if (results->documentsNotHere > 0)
    note(QStringLiteral("%1 documents are not on this computer (yet), so their text was not searched")
             .arg(results->documentsNotHere));
  return kDone;
}

int listExpertise(Desk& desk) {
  if (const int code = desk.freshen(); code != kDone) return code;
  QJsonArray array;
  for (const auto& row : desk.reader().categories()) {
    if (desk.arguments().json)
      array.append(toJson(row));
    else
      printText(QStringLiteral("%1 %2  %3\n")
                    .arg(row.mine ? QStringLiteral("x") : QStringLiteral("-"), idText(row.id), row.nameNl));
  }
  if (desk.arguments().json) desk.printRead({{"categories", array}});
  return kDone;
}

int watch(Desk& desk) {
  const auto& arguments = desk.arguments();
  store::QuestionQuery everything;
  everything.list = store::QuestionList::category;
  everything.filter = store::QuestionFilter::all;
  QSet<QString> known;
  const auto learnAll = [&] {
    for (const auto id : desk.reader().questionIds(everything, 0, INT_MAX)) known.insert(idText(id));
  };
  learnAll();
  bool isReady = desk.engine().link().lastSyncedAt > 0;  // the first sync is no news
  bool isLive = false;
  int printed = 0;
  const auto isFull = [&] { return arguments.count > 0 && printed >= arguments.count; };
  const auto print = [&](const QString& event, QJsonObject fields, const QString& text) {
    const qint64 at = QDateTime::currentMSecsSinceEpoch();
    fields.insert("event", event);
    fields.insert("received_at", at);
    if (arguments.json)
      printJson(fields, true);
    else
      printText(QStringLiteral("%1 %2 %3\n").arg(at).arg(event, text));
  };
  QObject::connect(&desk.engine(), &Engine::changed, &desk, [&](const ChangeSet& set) {
    if (!isReady || isFull()) return;
    if (set.manyQuestions) {
      print(QStringLiteral("many"), {}, QStringLiteral("more questions changed than can be named"));
      learnAll();
      return;
    }
    for (const auto& row : desk.reader().questionRows(set.questions)) {
      const bool isNew = !known.contains(idText(row.id));
      known.insert(idText(row.id));
      print(isNew ? QStringLiteral("new") : QStringLiteral("changed"), toJson(row),
            idText(row.id) + QLatin1Char(' ') + toText(row).section(QLatin1Char('\n'), 0, 0).mid(40).trimmed());
      ++printed;
      if (isFull()) return;
    }
  });
  QObject::connect(&desk.engine(), &Engine::linkChanged, &desk, [&](const LinkState& state) {
    const bool nowLive = state.link == Link::live || state.link == Link::readOnly;
    if (nowLive == isLive) return;
    isLive = nowLive;
    if (nowLive && !isReady) learnAll();
    isReady = isReady || nowLive;
    print(nowLive ? QStringLiteral("live") : linkName(state.link), {}, QString());
  });
  stopAsked = 0;
  std::signal(SIGINT, [](int) { stopAsked = 1; });
  std::signal(SIGTERM, [](int) { stopAsked = 1; });
  if (!arguments.offline) desk.engine().goOnline();
  while (!isFull() && stopAsked == 0) {
    if (!arguments.offline && !desk.engine().isSignedIn())
      return desk.complain(kNotSignedIn, QStringLiteral("unauthorized"),
                           QStringLiteral("the token is no longer good: sign in again"));
    // A signal handler may not touch the event loop: look once a second whether it spoke.
    desk.waitUntil([&] { return isFull() || stopAsked != 0; }, std::chrono::seconds(1));
  }
  return kDone;
}

}  // namespace vb::client::cli
