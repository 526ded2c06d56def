#include "client/ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace vb::client::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

ErrorCode codeOf(const QString& name) { return errorFromName(name.toStdString()); }

}  // namespace

QString roleName(Role role) {
  switch (role) {
    case Role::practitioner:
      return Words::tr("Practitioner");
    case Role::policy:
      return Words::tr("Policy officer");
    case Role::coordinator:
      return Words::tr("Coordinator or manager");
    case Role::researcher:
      return Words::tr("Researcher or adviser");
    case Role::unknown:
      break;
  }
  return Words::tr("Role not told");
}

QString roleGroup(Role role) {
  switch (role) {
    case Role::practitioner:
      return Words::tr("practice");
    case Role::policy:
      return Words::tr("policy");
    case Role::coordinator:
      return Words::tr("coordination");
    case Role::researcher:
      return Words::tr("research and advice");
    case Role::unknown:
      break;
  }
  return Words::tr("other");
}

QString personalDataName(text::PersonalData kind) {
  switch (kind) {
    case text::PersonalData::bsn:
      return Words::tr("a citizen service number (BSN)");
    case text::PersonalData::iban:
      return Words::tr("a bank account number");
    case text::PersonalData::phone:
      return Words::tr("a phone number");
    case text::PersonalData::email:
      return Words::tr("an e-mail address");
    case text::PersonalData::birthDate:
      return Words::tr("a date of birth");
    case text::PersonalData::postalAddress:
      return Words::tr("an address");
  }
  return {};
}

bool dutchOnScreen() { return QLocale().language() == QLocale::Dutch; }

QString categoryDescription(const store::CategoryRow& category) {
  return dutchOnScreen() ? category.descriptionNl : category.descriptionEn;
}

QString stateName(store::SendState state) {
  switch (state) {
    case store::SendState::none:
      return {};
    case store::SendState::draft:
      return Words::tr("draft");
    case store::SendState::waiting:
      return Words::tr("waits for a connection");
    case store::SendState::sending:
      return Words::tr("being sent");
    case store::SendState::received:
      return Words::tr("received");
    case store::SendState::refused:
      return Words::tr("not sent");
    case store::SendState::conflict:
      return Words::tr("two versions");
  }
  return {};
}

namespace {

// What a channel forbids; empty when it is something else.
QString whyForbidden(const QString& detail) {
  if (detail == QLatin1String("lease"))
    return Words::tr("The rent of this channel has ended: nothing can be added. You can copy your text.");
  if (detail == QLatin1String("closed"))
    return Words::tr("This discussion was closed meanwhile. You can copy your text.");
  if (detail == QLatin1String("seats")) return Words::tr("Every seat of this channel is taken. Ask its owner.");
  if (detail == QLatin1String("last_owner"))
    return Words::tr("A channel always has an owner: hand it over to somebody first.");
  if (detail == QLatin1String("is_member")) return Words::tr("This colleague is in the channel already.");
  if (detail == QLatin1String("access"))
    return Words::tr("Cases are for closed channels only. You can copy your text.");
  return {};
}

}  // namespace

QString refusalReason(const QString& errorCode, const QString& detail) {
  switch (codeOf(errorCode)) {
    case ErrorCode::personalData:
      return Words::tr("There seems to be a citizen service number (BSN) in it. Take it out and send it again.");
    case ErrorCode::tooLarge:
      return Words::tr("The text is too long. Make it shorter and send it again.");
    case ErrorCode::badField:
      return detail.contains(QLatin1String("title"))
                 ? Words::tr("The question in one sentence is too short or too long. Change it and send it again.")
                 : Words::tr("Something in it is missing or not allowed. Change it and send it again.");
    case ErrorCode::notFound:
      if (detail == QLatin1String("code"))
        return Words::tr("This code is not right, was used already, or is of another e-mail address.");
      return Words::tr("What this belongs to is no longer there; it was probably deleted. You can copy your text.");
    case ErrorCode::forbidden:
      if (const QString why = whyForbidden(detail); !why.isEmpty()) return why;
      return Words::tr("You are not allowed to do this (any more). You can copy your text.");
    case ErrorCode::conflict:
      return Words::tr(
          "It was changed meanwhile, by somebody else or on another computer. Choose which version stays.");
    case ErrorCode::idReused:
      return Words::tr(
          "The server already knows a different message with this number. Copy your text and send it anew.");
    case ErrorCode::unsupported:
    case ErrorCode::versionUnsupported:
      return Words::tr(
          "The server is older or newer than this app and does not know this yet. Try again after an update.");
    case ErrorCode::tooManyRequests:
      return Words::tr("You sent a lot in a short time. Wait a moment and try again.");
    case ErrorCode::readOnly:
    case ErrorCode::unavailable:
      return Words::tr("The server cannot store anything at the moment. Try again later.");
    case ErrorCode::unauthorized:
      return Words::tr("You are signed out. Sign in and try again.");
    case ErrorCode::diskFull:
      return Words::tr("The disk of this computer is full. Make room and try again.");
    default:
      break;
  }
  return Words::tr("The server refused it (code: %1). You can try again.")
      .arg(errorCode.isEmpty() ? QStringLiteral("unknown") : errorCode);
}

QString signInProblem(const QString& errorCode) {
  switch (codeOf(errorCode)) {
    case ErrorCode::badCredentials:
      return Words::tr("The e-mail address and password do not belong together. Check both and try again.");
    case ErrorCode::tooManyRequests:
      return Words::tr("Too many attempts. Wait a few minutes and try again.");
    case ErrorCode::network:
      return Words::tr("There is no connection to the server. Check your network and the address of the server.");
    case ErrorCode::captivePortal:
      return Words::tr(
          "Something else than the server answered, probably the sign-in page of a wifi network. Sign in "
          "there with your browser, then try again. Nothing was sent.");
    case ErrorCode::untrustedPeer:
      return Words::tr(
          "The connection cannot be trusted: the certificate of the server is not right. Nothing was sent. "
          "Ask your administrator.");
    case ErrorCode::registrationClosed:
      return Words::tr("This server does not let people register by themselves. Ask your organisation for an account.");
    case ErrorCode::accountExists:
      return Words::tr("That did not work. Perhaps you already have an account: try to sign in.");
    case ErrorCode::versionUnsupported:
      return Words::tr("This app is too old or too new for the server. Update the app.");
    case ErrorCode::badField:
    case ErrorCode::tooLarge:
      return Words::tr("The server does not accept what was filled in. Check the address, name and password.");
    case ErrorCode::unavailable:
    case ErrorCode::readOnly:
      return Words::tr("The server is not available right now. Try again in a moment.");
    case ErrorCode::diskFull:
      return Words::tr("The disk of this computer is full. Make room and try again.");
    case ErrorCode::forbidden:
      return Words::tr(
          "This profile belongs to another user or another server. Erase it first, or start Vraagbaak with another "
          "profile (option --profile).");
    default:
      break;
  }
  return Words::tr("Something went wrong (code: %1). Try again; if it stays, tell your administrator the code.")
      .arg(errorCode);
}

QString storeProblem(const QString& errorCode) {
  if (codeOf(errorCode) == ErrorCode::diskFull)
    return Words::tr(
        "The disk is full. What you type is kept in memory and stored as soon as there is room. Do not close "
        "Vraagbaak before that.");
  return Words::tr(
             "What you type could not be stored (code: %1). It is kept in memory and tried again. Do not close "
             "Vraagbaak before that.")
      .arg(errorCode);
}

bool isAlreadySending(const QString& errorCode, const QString& detail) {
  return codeOf(errorCode) == ErrorCode::conflict && detail == QLatin1String("already_sending");
}

QString writeRefusal(const QString& errorCode, const QString& detail, bool keptAsDraft) {
  if (isAlreadySending(errorCode, detail)) return Words::tr("It is already on its way.");
  const auto why = [&]() -> QString {
    switch (codeOf(errorCode)) {
      case ErrorCode::personalData:
        return Words::tr("There seems to be a citizen service number (BSN) in it.");
      case ErrorCode::tooLarge:
        return Words::tr("The text is too long.");
      case ErrorCode::forbidden:
        if (const QString channel = whyForbidden(detail); !channel.isEmpty()) return channel;
        return detail.contains(QLatin1String("closed")) ? Words::tr("The question was closed meanwhile.")
                                                        : Words::tr("You are not allowed to do this (any more).");
      case ErrorCode::notFound:
        return Words::tr("What this belongs to is no longer there.");
      case ErrorCode::conflict:
        return Words::tr("It was changed meanwhile.");
      case ErrorCode::badField:
        return detail.contains(QLatin1String("title"))
                   ? Words::tr("The question in one sentence is too short or too long.")
                   : Words::tr("Something in it is missing or not allowed.");
      default:
        break;
    }
    return Words::tr("It cannot be sent like this (code: %1).").arg(errorCode);
  };
  return keptAsDraft ? Words::tr("Not sent. %1 What you typed is under Drafts.").arg(why())
                     : Words::tr("That was not done. %1").arg(why());
}

QString commandName(const QString& kind) {
  if (kind == QLatin1String(AskQuestion::kKind)) return Words::tr("Question");
  if (kind == QLatin1String(PostAnswer::kKind)) return Words::tr("Answer");
  if (kind == QLatin1String(PostComment::kKind)) return Words::tr("Comment");
  if (kind == QLatin1String(EditPost::kKind)) return Words::tr("Change");
  if (kind == QLatin1String(DeletePost::kKind)) return Words::tr("Deletion");
  if (kind == QLatin1String(ThankAnswer::kKind)) return Words::tr("Thanks");
  if (kind == QLatin1String(MarkHelpful::kKind)) return Words::tr("Helped mark");
  if (kind == QLatin1String(SetExpertise::kKind)) return Words::tr("Expertise");
  if (kind == QLatin1String(UpdateProfile::kKind)) return Words::tr("Profile");
  if (kind == QLatin1String(SetMark::kKind)) return Words::tr("Saved, follow or read");
  if (kind == QLatin1String(UpdateSettings::kKind)) return Words::tr("Settings");
  if (kind == QLatin1String(StartTopic::kKind)) return Words::tr("Discussion or case");
  if (kind == QLatin1String(WritePost::kKind)) return Words::tr("Post");
  if (kind == QLatin1String(EditInChannel::kKind)) return Words::tr("Change");
  if (kind == QLatin1String(DeleteInChannel::kKind)) return Words::tr("Deletion");
  if (kind == QLatin1String(SetTopicState::kKind)) return Words::tr("Pinned or closed");
  if (kind == QLatin1String(MarkTopic::kKind)) return Words::tr("Following, muted or read");
  if (kind == QLatin1String(WriteLesson::kKind)) return Words::tr("Lesson");
  if (kind == QLatin1String(JoinChannel::kKind)) return Words::tr("Joining a channel");
  if (kind == QLatin1String(LeaveChannel::kKind)) return Words::tr("Leaving a channel");
  if (kind == QLatin1String(AnswerInvitation::kKind)) return Words::tr("Answer to an invitation");
  if (kind == QLatin1String(RedeemInvitation::kKind)) return Words::tr("Code of an invitation");
  if (kind == QLatin1String(AnswerJoinRequest::kKind)) return Words::tr("Answer to a request to join");
  if (kind == QLatin1String(InviteToChannel::kKind)) return Words::tr("Invitation");
  if (kind == QLatin1String(WithdrawInvitation::kKind)) return Words::tr("Withdrawn invitation");
  if (kind == QLatin1String(RemoveMember::kKind)) return Words::tr("Removal of a member");
  if (kind == QLatin1String(SetMemberRole::kKind)) return Words::tr("Role of a member");
  if (kind == QLatin1String(HandOverChannel::kKind)) return Words::tr("Handing over a channel");
  if (kind == QLatin1String(UpdateChannel::kKind)) return Words::tr("Change of a channel");
  if (kind == QLatin1String(AddFolder::kKind)) return Words::tr("Folder");
  if (kind == QLatin1String(ChangeFolder::kKind)) return Words::tr("Change of a folder");
  if (kind == QLatin1String(RemoveFolder::kKind)) return Words::tr("Removal of a folder");
  if (kind == QLatin1String(AddDocument::kKind)) return Words::tr("Document");
  if (kind == QLatin1String(AddVersion::kKind)) return Words::tr("Version of a document");
  if (kind == QLatin1String(ChangeDocument::kKind)) return Words::tr("Change of a document");
  return Words::tr("Message");
}

QString personName(const QString& name) { return name.isEmpty() ? Words::tr("Unknown colleague") : name; }

QString personMeta(const store::Person& person) {
  QStringList parts;
  if (!person.jobTitle.isEmpty())
    parts << person.jobTitle;
  else if (person.role != Role::unknown)
    parts << roleName(person.role);
  if (!person.organisation.isEmpty())
    parts << person.organisation;
  else if (!person.municipality.isEmpty())
    parts << person.municipality;
  return parts.join(QStringLiteral(" · "));
}

}  // namespace vb::client::ui
