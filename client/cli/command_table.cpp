#include "client/cli/command_table.h"

#include <array>

namespace vb::client::cli {
namespace {

constexpr std::array kCommands{
    Command{"sign-in", "EMAIL [--server URL] [--wait [SECONDS]]",
            "sign in; the password comes from VRAAGBAAK_PASSWORD, standard input or a prompt.\n      --wait: and fetch "
            "everything before it ends",
            1, 1, "", Needs::profile},
    Command{"sign-out", "[--wipe]", "revoke the token and forget it; --wipe removes everything of this profile", 0, 0,
            "wipe", Needs::profile},
    Command{"sync", "", "fetch and send until everything is current, documents that are kept here included", 0, 0, "",
            Needs::account},
    Command{"status", "", "who is signed in, how fresh the cache is, what waits; never connects", 0, 0, "",
            Needs::nothing},
    Command{"inbox", "[--filter NAME] [--sort NAME] [--limit N]",
            "Voor jou: open questions of others in your ticked categories, routed to you or asked before you ticked;\n "
            "     * is "
            "unread",
            0, 0, "filter sort limit", Needs::cache},
    Command{"questions", "[--category CATEGORY] [--filter NAME] [--sort NAME] [--limit N]",
            "all questions, or those of one category", 0, 0, "category filter sort limit", Needs::cache},
    Command{"show", "QUESTION", "one question with its answers and comments, and the ids of them all", 1, 1, "",
            Needs::cache},
    Command{"search", "WORDS... [--limit N]",
            "search everything in the cache: questions, answers, comments, people, categories, channels, what is "
            "discussed there and documents",
            1, 50, "limit", Needs::cache},
    Command{"ask", "--title TEXT --category CATEGORY... [--body TEXT] [--not-bsn] [--allow-personal-data]",
            "ask; the first category is the question's home, and the text comes from --body or standard input", 0, 0,
            "title body category not-bsn allow-personal-data", Needs::account},
    Command{"answer", "QUESTION [--body TEXT] [--source LINK...] [--not-bsn] [--allow-personal-data]",
            "answer; the text comes from --body or standard input", 1, 1, "body source not-bsn allow-personal-data",
            Needs::account},
    Command{"comment", "QUESTION [--on ANSWER] [--body TEXT] [--not-bsn] [--allow-personal-data]",
            "comment on a question or on one of its answers", 1, 1, "body on not-bsn allow-personal-data",
            Needs::account},
    Command{"thank", "QUESTION ANSWER [--off]", "thank for an answer, or take it back", 2, 2, "off", Needs::account},
    Command{"helpful", "QUESTION ANSWER [--off]", "mark an answer to your question as helpful, or take it back", 2, 2,
            "off", Needs::account},
    Command{"expertise list", "", "the categories, with those ticked as your expertise; \"list\" may be left out", 0, 0,
            "", Needs::cache},
    Command{"expertise add", "CATEGORY...", "tick categories", 1, 29, "", Needs::account},
    Command{"expertise remove", "CATEGORY...", "untick categories", 1, 29, "", Needs::account},
    Command{"channels", "", "the channels: those you are in or invited to, and those that may be joined", 0, 0, "",
            Needs::cache},
    Command{"invitations", "", "the channels that you are invited to", 0, 0, "", Needs::cache},
    Command{"channel show", "CHANNEL", "one channel, with its members, requests and invitations as far as you may see",
            1, 1, "", Needs::cache},
    Command{"channel join", "CHANNEL [--message TEXT]", "join an open channel, or ask to join one on request", 1, 1,
            "message", Needs::account},
    Command{"channel leave", "CHANNEL", "leave it, or take the request to join back; what it held goes from here", 1, 1,
            "", Needs::account},
    Command{"channel accept", "CHANNEL", "accept an invitation", 1, 1, "", Needs::account},
    Command{"channel decline", "CHANNEL", "decline an invitation", 1, 1, "", Needs::account},
    Command{"channel redeem", "CODE", "accept an invitation that came with a code", 1, 1, "", Needs::account},
    Command{"channel invite", "CHANNEL EMAIL [--role ROLE]",
            "invite the owner of an address; prints the code to give to that person, which is nowhere else", 2, 2,
            "role", Needs::account},
    Command{"channel remove", "CHANNEL PERSON", "remove a member; 'channel show' has the ids", 2, 2, "",
            Needs::account},
    Command{"channel export", "CHANNEL FOLDER", "everything of a channel as files, in a new folder inside this one", 2,
            2, "", Needs::account},
    Command{"topics", "CHANNEL [--filter NAME] [--limit N]", "the discussions of a channel; * is unread", 1, 1,
            "filter limit", Needs::cache},
    Command{"topic show", "TOPIC", "one discussion or case with its posts", 1, 1, "", Needs::cache},
    Command{"topic start", "CHANNEL --title TEXT [--body TEXT] [--not-bsn] [--allow-personal-data]",
            "start a discussion; the text comes from --body or standard input", 1, 1,
            "title body not-bsn allow-personal-data", Needs::account},
    Command{"post", "TOPIC [--body TEXT] [--not-bsn] [--allow-personal-data]",
            "write in a discussion; the text comes from --body or standard input", 1, 1,
            "body not-bsn allow-personal-data", Needs::account},
    Command{"documents", "CHANNEL", "the documents of a channel, and which of them are on this computer", 1, 1, "",
            Needs::cache},
    Command{"document add", "CHANNEL FILE...", "add files, or folders with what is in them, to a channel", 2, 50, "",
            Needs::account},
    Command{"document get", "DOCUMENT [FILE] [--number N]",
            "save a document as a file; fetched first when it is not "
            "here",
            1, 2, "number", Needs::account},
    Command{"document text", "DOCUMENT [--number N]", "the text of a document: PDF, Markdown, DOCX, ODT or plain text",
            1, 1, "number", Needs::account},
    Command{"outbox list", "",
            "what is still to be sent, and what was refused, with its text; \"list\" may be left out", 0, 0, "",
            Needs::cache},
    Command{"outbox retry", "ID", "send it again; what is in conflict goes over the newest version", 1, 1, "",
            Needs::account},
    Command{"outbox edit", "ID [--title TEXT] [--body TEXT] [--not-bsn] [--allow-personal-data]",
            "put another text in place of the one that waits or was refused, and send that", 1, 1,
            "title body not-bsn allow-personal-data", Needs::account},
    Command{"outbox discard", "ID", "do not send it; its text is printed once more, and is then gone", 1, 1, "",
            Needs::account},
    Command{"watch", "[--count N]",
            "stay connected and print a line for every question that is new or changes, and for being live or not", 0,
            0, "count", Needs::account},
};

constexpr std::array kOptions{
    Option{"json", "", "JSON instead of lines for people; errors too, as {\"error\": {\"code\", \"message\"}}", true},
    Option{"server", "URL", "the server, needed for the first sign-in", true},
    Option{"profile", "DIR", "folder of cache, outbox and token", true},
    Option{"offline", "", "do not connect: read the cache, leave what is written in the outbox", true},
    Option{"wait", "SECONDS", "how long to wait for the server: 10 by default, 300 for sync and a bare --wait", true},
    Option{"help", "", "this text", true},
    Option{"version", "", "the version", true},
    Option{"title", "TEXT", "the question in one sentence; the subject of a discussion", false},
    Option{"body", "TEXT", "the text; without it standard input is read to its end", false},
    Option{"category", "CATEGORY", "id, name or beginning of a name; ask takes it several times", false},
    Option{"source", "LINK", "where the answer comes from; may be given several times", false},
    Option{"on", "ANSWER", "the answer that is commented on", false},
    Option{"not-bsn", "", "what looks like a citizen service number (BSN) is none", false},
    Option{"allow-personal-data", "", "send although there is other personal data in it (IBAN, phone, address, ...)",
           false},
    Option{"off", "", "take it back", false},
    Option{"wipe", "", "remove cache, outbox and drafts too", false},
    Option{"filter", "NAME",
           "all, open, unanswered, answered, helped, unread or later; of topics: discussions, cases or lessons", false},
    Option{"sort", "NAME", "newest, activity, unanswered-first or most-answers", false},
    Option{"message", "TEXT", "to those who decide about the request to join", false},
    Option{"role", "ROLE", "member or moderator: what the invited person will be", false},
    Option{"number", "N", "the version of this number; without it the newest", false},
    Option{"limit", "N", "at most so many lines: 20 by default", false},
    Option{"count", "N", "end after so many lines \"new\" and \"changed\"", false},
};

constexpr char kExitCodes[] =
    "Exit codes:\n"
    "  0  done; for what was written: received, or queued and said so\n"
    "  1  refused by the server or by a rule, or it does not exist\n"
    "  2  the command line is wrong\n"
    "  3  nobody is signed in, or the token was revoked\n"
    "  4  the server is needed and cannot be reached or trusted\n"
    "  5  this computer's storage: profile in use, disk full, damaged, or of a newer version\n"
    "  6  personal data in the text: nothing was stored or sent\n";

QString line(const Command& command) {
  return QStringLiteral("%1 %2").arg(QLatin1String(command.name), QLatin1String(command.arguments)).trimmed();
}

}  // namespace

const Command* findCommand(QStringList& words) {
  const auto look = [&](const QString& name) -> const Command* {
    for (const auto& one : kCommands)
      if (name == QLatin1String(one.name)) return &one;
    return nullptr;
  };
  if (words.isEmpty()) return nullptr;
  if (const auto* single = look(words.first())) {
    words.removeFirst();
    return single;
  }
  const auto* of = look(words.first() + QLatin1Char(' ') + words.value(1, QStringLiteral("list")));
  if (of != nullptr) words = words.mid(2);
  return of;
}

const Option* optionsBegin() { return kOptions.begin(); }
const Option* optionsEnd() { return kOptions.end(); }

QString usageOf(const QString& word) {
  QStringList lines;
  for (const auto& one : kCommands)
    if (QString::fromLatin1(one.name).section(QLatin1Char(' '), 0, 0) == word)
      lines << QStringLiteral("\n  vraagbaak-cli ") + line(one);
  return lines.join(QString());
}

QString helpText() {
  QString text = QStringLiteral("Usage: vraagbaak-cli [OPTION...] COMMAND [ARGUMENT...]\n\nCommands:\n");
  for (const auto& one : kCommands) text += QStringLiteral("  %1\n      %2\n").arg(line(one), QLatin1String(one.says));
  for (const bool everywhere : {true, false}) {
    text += everywhere ? QStringLiteral("\nOptions of every command:\n") : QStringLiteral("\nOptions of some:\n");
    for (const auto& one : kOptions)
      if (one.everywhere == everywhere)
        text += QStringLiteral("  --%1\n      %2\n")
                    .arg(QStringLiteral("%1 %2").arg(QLatin1String(one.name), QLatin1String(one.value)).trimmed(),
                         QLatin1String(one.says));
  }
  return text + QLatin1Char('\n') + QLatin1String(kExitCodes) +
         QStringLiteral("\nSee vraagbaak-cli(1) for more, and for what --json prints.\n");
}

}  // namespace vb::client::cli
