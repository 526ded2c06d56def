// Words: the product's terms on screen, made from codes: states of what one wrote, reasons, roles, kinds of personal
// data. The only place in the interface that turns an error name into a sentence. Pure; GUI thread (translations).
#pragma once

#include <QDateTime>
#include <QString>

#include "client/core/engine/engine.h"
#include "shared/text/guard.h"

namespace vb::client::ui {

// "practitioner" as somebody's role, as a person would say it.
QString roleName(Role role);
// The same role as a group in "40 practice, 31 policy"; unknown is "other".
QString roleGroup(Role role);
// "a phone number", inside a sentence.
QString personalDataName(text::PersonalData kind);

// In the language on screen.
QString categoryDescription(const store::CategoryRow& category);
bool dutchOnScreen();

// draft, waits for a connection, received, ... ; empty for none.
QString stateName(store::SendState state);

// Why something was not sent, and what one can do: one or two sentences. The text itself is always kept.
QString refusalReason(const QString& errorCode, const QString& detail);
// Why signing in or registering failed, and what one can do.
QString signInProblem(const QString& errorCode);
// What happened when typed text could not be stored (disk trouble only), what is kept, what to do.
QString storeProblem(const QString& errorCode);
// Why this computer itself did not take an action, before anything was sent, and where its text is when it had one.
QString writeRefusal(const QString& errorCode, const QString& detail, bool keptAsDraft);

// A discard was refused because it came too late.
bool isAlreadySending(const QString& errorCode, const QString& detail);

// What an outbox row is: "Question", "Answer", "Change of a comment", ...
QString commandName(const QString& kind);

// The name of a colleague; "Unknown colleague" when the profile is not on this computer.
QString personName(const QString& name);
// "Debt counsellor · Gemeente Utrecht": what is known of it.
QString personMeta(const store::Person& person);

}  // namespace vb::client::ui
