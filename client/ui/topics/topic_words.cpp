#include "client/ui/topics/topic_words.h"

#include <QCoreApplication>

#include "client/models/age.h"
#include "client/ui/words/words.h"

namespace vb::client::ui {
namespace {

struct TopicWords {
  Q_DECLARE_TR_FUNCTIONS(TopicWords)
};

}  // namespace

QString topicMeta(const store::TopicRow& row, const QDateTime& now) {
  QStringList parts;
  parts << TopicWords::tr("%n post(s)", nullptr, row.posts) << personName(row.authorName)
        << shortAge(row.activityAt, now);
  return parts.join(QStringLiteral(" · "));
}

QString eraseWords(qint64 eraseAt, const QDateTime& now) {
  if (eraseAt == 0) return {};
  const auto days = now.date().daysTo(QDateTime::fromMSecsSinceEpoch(eraseAt).date());
  if (days <= 0) return TopicWords::tr("is erased today");
  return TopicWords::tr("is erased in %n day(s)", nullptr, static_cast<int>(days));
}

QString casePartName(int part) {
  switch (part) {
    case 0:
      return TopicWords::tr("Situation");
    case 1:
      return TopicWords::tr("What was tried");
    case 2:
      return TopicWords::tr("Question");
    default:
      return TopicWords::tr("What was agreed");
  }
}

QString casePartHint(int part) {
  switch (part) {
    case 0:
      return TopicWords::tr(
          "What is going on? Use a pseudonym, such as “parent A”, and leave out names, addresses and "
          "dates of birth.");
    case 1:
      return TopicWords::tr("What did you and others do already?");
    case 2:
      return TopicWords::tr("What do you want to know from your colleagues?");
    default:
      return TopicWords::tr("You can fill this in later.");
  }
}

}  // namespace vb::client::ui
